/** LicenseSpring: request files of offline clients. */
import type { Client } from '../../client.js';
import type { Capabilities, CapabilityDeps } from '../../provider.js';

export function createLicenseFiles(_client: Client, _deps: CapabilityDeps): Capabilities {
  return {};
}
