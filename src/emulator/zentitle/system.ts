/** The emulated Zentitle system, from the vendor's Web API v1 document. */
import { zentitleOperations } from '../../api/zentitle/operations.js';
import type { EmulatedSystem } from '../system.js';
import { API_KEYS, CUSTOMER_ID } from './authorize.js';
import { handle } from './dispatch.js';
import { SCHEMA } from './schema.js';
import { ACCOUNT_SCHEMA } from './schema-accounts.js';
import { seedWorld } from './world/seed.js';

export const zentitleSystem: EmulatedSystem = {
  provider: 'zentitle',
  operations: zentitleOperations,
  schema: SCHEMA + ACCOUNT_SCHEMA,
  seed: seedWorld,
  handle,
  credentials: {
    settings: { customerId: CUSTOMER_ID },
    secrets: { apiKey: API_KEYS['read-write'] },
  },
};
