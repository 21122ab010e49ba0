import { licensespringOperations } from '../../api/licensespring/operations.js';
import type { EmulatedSystem } from '../system.js';
import { handleLicensespring } from './handle.js';
import { licensespringSchema } from './schema.js';
import { PUBLIC_KEY } from './signing-key.js';
import { seedLicensespring } from './world.js';
import { API_KEY, SHARED_KEY } from './world-base.js';

export const licensespringSystem: EmulatedSystem = {
  provider: 'licensespring',
  operations: licensespringOperations,
  schema: licensespringSchema,
  seed: seedLicensespring,
  handle: handleLicensespring,
  credentials: { settings: { publicKey: PUBLIC_KEY }, secrets: { apiKey: API_KEY, sharedKey: SHARED_KEY } },
};
