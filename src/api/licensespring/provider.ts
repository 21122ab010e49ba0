/** LicenseSpring, License API v4. */
import type { ProviderModule } from '../provider.js';
import { createLicenseSpringCapabilities } from './capabilities.js';
import {
  activateLicense,
  checkLicense,
  deactivateLicense,
  licensespringOperations,
  releaseFloating,
} from './operations.js';
import { probeLicenseSpring } from './probe.js';
import { createLicenseSpringWire } from './wire.js';

export const licensespring: ProviderModule = {
  id: 'licensespring',
  operations: licensespringOperations,
  rows: {
    activate: activateLicense,
    deactivate: deactivateLicense,
    show: checkLicense,
    check: checkLicense,
    'seats.request': checkLicense,
    'seats.heartbeat': checkLicense,
    'seats.release': releaseFloating,
  },
  createWire: createLicenseSpringWire,
  createCapabilities: createLicenseSpringCapabilities,
  probe: probeLicenseSpring,
};
