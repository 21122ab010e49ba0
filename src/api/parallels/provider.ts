/** Parallels RAS. */
import type { ProviderModule } from '../provider.js';
import { createParallelsCapabilities } from './capabilities.js';
import { activateLicense, deactivateLicense, parallelsOperations, showLicense } from './operations.js';
import { probeParallels } from './probe.js';
import { createParallelsWire } from './wire.js';

export const parallels: ProviderModule = {
  id: 'parallels',
  operations: parallelsOperations,
  rows: {
    activate: activateLicense,
    deactivate: deactivateLicense,
    show: showLicense,
    check: showLicense,
  },
  createWire: createParallelsWire,
  createCapabilities: createParallelsCapabilities,
  probe: probeParallels,
};
