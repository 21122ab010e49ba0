/** Which row stands behind each capability. */
import type { Operation } from '../operation.js';
import type { CapabilityRow } from '../provider.js';
import * as activity from './operations/activity.js';
import * as codes from './operations/codes.js';
import * as companies from './operations/companies.js';
import * as consumers from './operations/consumers.js';
import * as events from './operations/events.js';
import * as groupUsers from './operations/group-users.js';
import * as groups from './operations/groups.js';
import * as notes from './operations/notes.js';
import * as offline from './operations/offline.js';
import * as productParts from './operations/product-parts.js';
import * as products from './operations/products.js';
import * as profiles from './operations/profiles.js';
import * as trials from './operations/trials.js';

export const zentitleRows: Readonly<Partial<Record<CapabilityRow, Operation>>> = {
  activate: offline.activateOffline,
  deactivate: activity.deleteActivity,
  show: codes.showCode,
  check: codes.showCode,
  'codes.list': codes.listCodes,
  'codes.show': codes.showCode,
  'codes.allocate': codes.allocateCodes,
  'codes.import': codes.allocateCodes,
  'codes.update': codes.updateCode,
  'codes.next': codes.nextCode,
  'codes.activity': activity.showActivity,
  'codes.activated': activity.listComputerCodes,
  'codes.return': activity.returnActivity,
  'codes.clear': activity.deleteActivity,
  'products.list': products.listProducts,
  'products.show': products.showProduct,
  'products.create': products.createProduct,
  'products.update': products.updateProduct,
  'feature-groups.create': productParts.createFeatureGroups,
  'feature-groups.update': productParts.updateFeatureGroups,
  'feature-groups.delete': productParts.deleteFeatureGroup,
  'features.create': productParts.createFeatures,
  'features.update': productParts.updateFeatures,
  'features.delete': productParts.deleteFeature,
  'custom-fields.create': productParts.createCustomFields,
  'custom-fields.update': productParts.updateCustomFields,
  'custom-fields.delete': productParts.deleteCustomField,
  'network.master': offline.createMasterLicense,
  'systems.show': activity.showSystemDetails,
  'profiles.list': profiles.listProfiles,
  'profiles.show': profiles.showProfile,
  'profiles.create': profiles.createProfile,
  'profiles.update': profiles.updateProfile,
  'trials.list': trials.listTrials,
  'trials.status': trials.showTrialStatus,
  'trials.reset': trials.resetTrial,
  'offline.certificate': offline.activateOffline,
  'offline.deactivate': offline.deactivateOffline,
  'passive.create': offline.createPassiveLicense,
  'companies.show': companies.showCompany,
  'companies.find': companies.findCompany,
  'companies.list': companies.listCompanies,
  'companies.create': companies.createCompany,
  'companies.update': companies.updateCompany,
  'companies.delete': companies.deleteCompany,
  'groups.show': groups.showGroup,
  'groups.create': groups.createGroup,
  'groups.update': groups.updateGroup,
  'groups.delete': groups.deleteGroup,
  'group-codes.assign': groups.assignGroupCode,
  'group-codes.show': groups.showGroupCode,
  'group-codes.unassign': groups.unassignGroupCode,
  'users.show': groupUsers.showGroupUser,
  'users.create': groupUsers.createGroupUser,
  'users.update': groupUsers.updateGroupUser,
  'users.delete': groupUsers.deleteGroupUser,
  'users.password': groupUsers.setGroupUserPassword,
  'users.authenticate': groupUsers.authenticateUser,
  onboard: groups.provisionGroup,
  'consumers.list': consumers.listConsumers,
  'consumers.create': consumers.createConsumer,
  'notes.list': notes.listNotes,
  'notes.add': notes.createNote,
  'notes.update': notes.updateNote,
  'notes.delete': notes.deleteNotes,
  'events.send': events.emitEvent,
};
