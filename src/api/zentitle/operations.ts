/** The Zentitle / Nalpeiron Web API, version 1: all 61 calls, in the order of the document. */
import type { Operation } from '../operation.js';
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

export const zentitleOperations: readonly Operation[] = [
  showCode,
  allocateCodes,
  updateCode,
  listCodes,
  listProducts,
  showProduct,
  createProduct,
  updateProduct,
  createFeatureGroups,
  updateFeatureGroups,
  deleteFeatureGroup,
  createFeatures,
  updateFeatures,
  deleteFeature,
  createCustomFields,
  updateCustomFields,
  deleteCustomField,
  nextCode,
  listComputerCodes,
  showActivity,
  returnActivity,
  deleteActivity,
  createPassiveLicense,
  createMasterLicense,
  showProfile,
  createProfile,
  updateProfile,
  listProfiles,
  listConsumers,
  createConsumer,
  showTrialStatus,
  resetTrial,
  listTrials,
  activateOffline,
  deactivateOffline,
  showSystemDetails,
  showCompany,
  createCompany,
  updateCompany,
  deleteCompany,
  findCompany,
  listCompanies,
  showGroup,
  createGroup,
  updateGroup,
  deleteGroup,
  showGroupUser,
  createGroupUser,
  updateGroupUser,
  deleteGroupUser,
  setGroupUserPassword,
  showGroupCode,
  assignGroupCode,
  unassignGroupCode,
  provisionGroup,
  listNotes,
  createNote,
  updateNote,
  deleteNotes,
  authenticateUser,
  emitEvent,
];
