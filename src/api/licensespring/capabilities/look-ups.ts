/** LicenseSpring: looking up licences, users, products, versions and sign-on links. */
import type { Client } from '../../client.js';
import type { Capabilities, CapabilityDeps } from '../../provider.js';

export function createLookUps(_client: Client, _deps: CapabilityDeps): Capabilities {
  return {};
}
