/** Which row stands behind each capability. */
import type { Operation } from '../operation.js';
import type { CapabilityRow } from '../provider.js';
import { deleteActivity } from './operations/activity.js';
import { listCodes, showCode } from './operations/codes.js';
import {
  createCompany,
  deleteCompany,
  findCompany,
  listCompanies,
  showCompany,
  updateCompany,
} from './operations/companies.js';
import { activateOffline, createPassiveLicense, deactivateOffline } from './operations/offline.js';
import { listProfiles, showProfile, updateProfile } from './operations/profiles.js';
import { listTrials, resetTrial, showTrialStatus } from './operations/trials.js';

export const zentitleRows: Readonly<Partial<Record<CapabilityRow, Operation>>> = {
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
  'companies.show': showCompany,
  'companies.find': findCompany,
  'companies.list': listCompanies,
  'companies.create': createCompany,
  'companies.update': updateCompany,
  'companies.delete': deleteCompany,
};
