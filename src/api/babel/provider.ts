/** The Babel Licensing Service. */
import type { ProviderModule } from '../provider.js';
import { createBabelCapabilities } from './capabilities.js';
import {
  activateLicense,
  babelOperations,
  deactivateLicense,
  heartbeatLicense,
  licenseInfo,
  releaseLicense,
  requestLicense,
  validateLicense,
} from './operations.js';
import { probeBabel } from './probe.js';
import { createBabelWire } from './wire.js';

export const babel: ProviderModule = {
  id: 'babel',
  operations: babelOperations,
  rows: {
    activate: activateLicense,
    deactivate: deactivateLicense,
    show: licenseInfo,
    check: validateLicense,
    'seats.request': requestLicense,
    'seats.heartbeat': heartbeatLicense,
    'seats.release': releaseLicense,
  },
  createWire: createBabelWire,
  createCapabilities: createBabelCapabilities,
  probe: probeBabel,
};
