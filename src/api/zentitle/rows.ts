/** Which row stands behind each capability. */
import type { Operation } from '../operation.js';
import type { CapabilityRow } from '../provider.js';
import {
  deleteActivity,
  listComputerCodes,
  returnActivity,
  showActivity,
  showSystemDetails,
} from './operations/activity.js';
import { allocateCodes, listCodes, nextCode, showCode, updateCode } from './operations/codes.js';
import {
  createCompany,
  deleteCompany,
  findCompany,
  listCompanies,
  showCompany,
  updateCompany,
} from './operations/companies.js';
import { createConsumer, listConsumers } from './operations/consumers.js';
import { emitEvent } from './operations/events.js';
import {
  authenticateUser,
  createGroupUser,
  deleteGroupUser,
  setGroupUserPassword,
  showGroupUser,
  updateGroupUser,
} from './operations/group-users.js';
import {
  assignGroupCode,
  createGroup,
  deleteGroup,
  provisionGroup,
  showGroup,
  showGroupCode,
  unassignGroupCode,
  updateGroup,
} from './operations/groups.js';
import { createNote, deleteNotes, listNotes, updateNote } from './operations/notes.js';
import {
  activateOffline,
  createMasterLicense,
  createPassiveLicense,
  deactivateOffline,
} from './operations/offline.js';
import {
  createCustomFields,
  createFeatureGroups,
  createFeatures,
  deleteCustomField,
  deleteFeature,
  deleteFeatureGroup,
  updateCustomFields,
  updateFeatureGroups,
  updateFeatures,
} from './operations/product-parts.js';
import { createProduct, listProducts, showProduct, updateProduct } from './operations/products.js';
import { createProfile, listProfiles, showProfile, updateProfile } from './operations/profiles.js';
import { listTrials, resetTrial, showTrialStatus } from './operations/trials.js';

export const zentitleRows: Readonly<Partial<Record<CapabilityRow, Operation>>> = {
  activate: activateOffline,
  deactivate: deleteActivity,
  show: showCode,
  check: showCode,
  'codes.list': listCodes,
  'codes.show': showCode,
  'codes.allocate': allocateCodes,
  'codes.import': allocateCodes,
  'codes.update': updateCode,
  'codes.next': nextCode,
  'codes.activity': showActivity,
  'codes.activated': listComputerCodes,
  'codes.return': returnActivity,
  'codes.clear': deleteActivity,
  'products.list': listProducts,
  'products.show': showProduct,
  'products.create': createProduct,
  'products.update': updateProduct,
  'feature-groups.create': createFeatureGroups,
  'feature-groups.update': updateFeatureGroups,
  'feature-groups.delete': deleteFeatureGroup,
  'features.create': createFeatures,
  'features.update': updateFeatures,
  'features.delete': deleteFeature,
  'custom-fields.create': createCustomFields,
  'custom-fields.update': updateCustomFields,
  'custom-fields.delete': deleteCustomField,
  'network.master': createMasterLicense,
  'systems.show': showSystemDetails,
  'profiles.list': listProfiles,
  'profiles.show': showProfile,
  'profiles.create': createProfile,
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
  'groups.show': showGroup,
  'groups.create': createGroup,
  'groups.update': updateGroup,
  'groups.delete': deleteGroup,
  'group-codes.assign': assignGroupCode,
  'group-codes.show': showGroupCode,
  'group-codes.unassign': unassignGroupCode,
  'users.show': showGroupUser,
  'users.create': createGroupUser,
  'users.update': updateGroupUser,
  'users.delete': deleteGroupUser,
  'users.password': setGroupUserPassword,
  'users.authenticate': authenticateUser,
  onboard: provisionGroup,
  'consumers.list': listConsumers,
  'consumers.create': createConsumer,
  'notes.list': listNotes,
  'notes.add': createNote,
  'notes.update': updateNote,
  'notes.delete': deleteNotes,
  'events.send': emitEvent,
};
