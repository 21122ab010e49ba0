/** LicenseSpring: what a device uses: bundles, features, consumption, variables, trials, borrowed seats. */
import type { Client } from '../../client.js';
import type { Capabilities, CapabilityDeps } from '../../provider.js';

export function createUsage(_client: Client, _deps: CapabilityDeps): Capabilities {
  return {};
}
