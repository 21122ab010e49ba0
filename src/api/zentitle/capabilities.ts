/** What Zentitle can do, over one client. */
import type { Client } from '../client.js';
import type { Capabilities, CapabilityDeps } from '../provider.js';
import { activityCapabilities } from './capabilities/activity.js';
import { certificateCapabilities } from './capabilities/certificates.js';
import { codeCalls } from './capabilities/code-calls.js';
import { codeCapability } from './capabilities/codes.js';
import { companyCapability } from './capabilities/companies.js';
import { consumerCapability } from './capabilities/consumers.js';
import { eventCapability } from './capabilities/events.js';
import { groupCapability, groupCodeCapability } from './capabilities/groups.js';
import { licenseCapabilities } from './capabilities/license.js';
import { noteCapability } from './capabilities/notes.js';
import { partCapabilities } from './capabilities/product-parts.js';
import { productCapabilities } from './capabilities/products.js';
import { profileCapability } from './capabilities/profiles.js';
import { reachOf } from './capabilities/reach.js';
import { trialCapability } from './capabilities/trials.js';
import { onboardCapability, userCapability, userPasswordCapability } from './capabilities/users.js';

export function createZentitleCapabilities(client: Client, deps: CapabilityDeps): Capabilities {
  return {
    ...certificateCapabilities(client),
    ...activityCapabilities(client, deps),
    ...licenseCapabilities(client, deps.now),
    companies: companyCapability(client, deps),
    groups: groupCapability(client, deps),
    groupCodes: groupCodeCapability(client),
    users: userCapability(client, deps),
    userPassword: userPasswordCapability(client),
    onboard: onboardCapability(client, deps),
    consumers: consumerCapability(client),
    notes: noteCapability(client, deps),
    events: eventCapability(client),
    reach: (operation, input) => reachOf(client, operation, input),
    ...productCapabilities(client, deps),
    ...partCapabilities(client),
    codes: { ...codeCapability(client), ...codeCalls(client) },
    profiles: profileCapability(client, deps),
    trials: trialCapability(client),
  };
}
