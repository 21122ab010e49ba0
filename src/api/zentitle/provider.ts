/** Zentitle / Nalpeiron, Web API version 1. */
import type { ProviderModule } from '../provider.js';
import { createZentitleCapabilities } from './capabilities.js';
import { deleteActivity } from './operations/activity.js';
import { listCodes, showCode } from './operations/codes.js';
import { activateOffline, createPassiveLicense, deactivateOffline } from './operations/offline.js';
import { listProfiles, showProfile, updateProfile } from './operations/profiles.js';
import { listTrials, resetTrial, showTrialStatus } from './operations/trials.js';
import { zentitleOperations } from './operations.js';
import { probeZentitle } from './probe.js';
import { createZentitleWire } from './wire.js';

export const zentitle: ProviderModule = {
  id: 'zentitle',
  operations: zentitleOperations,
  rows: {
    activate: activateOffline,
    deactivate: deleteActivity,
    show: showCode,
    check: showCode,
    'codes.list': listCodes,
    'codes.show': showCode,
    'profiles.list': listProfiles,
    'profiles.show': showProfile,
    'profiles.update': updateProfile,
    'trials.list': listTrials,
    'trials.status': showTrialStatus,
    'trials.reset': resetTrial,
    'offline.certificate': activateOffline,
    'offline.deactivate': deactivateOffline,
    'passive.create': createPassiveLicense,
  },
  createWire: createZentitleWire,
  createCapabilities: createZentitleCapabilities,
  probe: probeZentitle,
};
