/** What Zentitle can do, over one client. */
import type { Client } from '../client.js';
import type { Capabilities, CapabilityDeps } from '../provider.js';
import { activityCapabilities } from './capabilities/activity.js';
import { certificateCapabilities } from './capabilities/certificates.js';
import { codeCapability } from './capabilities/codes.js';
import { companyCapability } from './capabilities/companies.js';
import { licenseCapabilities } from './capabilities/license.js';
import { profileCapability } from './capabilities/profiles.js';
import { reachOf } from './capabilities/reach.js';
import { trialCapability } from './capabilities/trials.js';

export function createZentitleCapabilities(client: Client, deps: CapabilityDeps): Capabilities {
  return {
    ...certificateCapabilities(client),
    ...activityCapabilities(client, deps),
    ...licenseCapabilities(client, deps.now),
    companies: companyCapability(client, deps),
    reach: (operation, input) => reachOf(client, operation, input),
    codes: codeCapability(client),
    profiles: profileCapability(client),
    trials: trialCapability(client),
  };
}
