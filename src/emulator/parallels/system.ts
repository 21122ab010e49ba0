import { parallelsOperations } from '../../api/parallels/operations.js';
import type { EmulatedSystem } from '../system.js';
import { handleParallels } from './handle.js';
import { parallelsSchema } from './schema.js';
import { ADMINISTRATOR, seedParallels } from './world.js';

export const parallelsSystem: EmulatedSystem = {
  provider: 'parallels',
  operations: parallelsOperations,
  schema: parallelsSchema,
  seed: seedParallels,
  handle: handleParallels,
  credentials: {
    settings: { username: ADMINISTRATOR.username },
    secrets: { password: ADMINISTRATOR.password },
  },
};
