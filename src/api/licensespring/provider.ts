/** LicenseSpring, License API v4. */
import type { ProviderModule } from '../provider.js';
import { createLicenseSpringCapabilities } from './capabilities.js';
import { licensespringOperations } from './operations.js';
import { probeLicenseSpring } from './probe.js';
import { LICENSESPRING_RATE_LIMITS } from './rate-limits.js';
import { LICENSESPRING_ROWS } from './rows.js';
import { createLicenseSpringWire } from './wire.js';

export const licensespring: ProviderModule = {
  id: 'licensespring',
  operations: licensespringOperations,
  rows: LICENSESPRING_ROWS,
  rateLimits: LICENSESPRING_RATE_LIMITS,
  createWire: createLicenseSpringWire,
  createCapabilities: createLicenseSpringCapabilities,
  offlineFiles: async () => (await import('./offline-files.js')).licensespringFiles,
  probe: probeLicenseSpring,
};
