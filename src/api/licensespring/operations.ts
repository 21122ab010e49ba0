/** The calls of the License API v4 that commands use, and the table of all. */
import type { Operation } from '../operation.js';
import {
  BORROWED_UNTIL,
  BUNDLE_CODE,
  CHANNEL,
  DEVICE,
  ENV,
  EXPIRED_FEATURES,
  HARDWARE_ID,
  LICENSE_ID,
  LICENSE_KEY,
  NAMED,
  NAMED_RULES,
  OPTIONS,
  PASSWORD,
  PRODUCT,
  PROVEN,
  PROVEN_RULES,
  REDIRECT_URI,
  SDK_VER,
  SSO,
  USERNAME,
  VARIABLES,
  VIRTUAL_MACHINE,
} from './fields.js';
import { bundleOperations } from './operations-bundle.js';
import { catalogOperations } from './operations-catalog.js';
import { offlineOperations } from './operations-offline.js';
import { usageOperations } from './operations-usage.js';
import { DEACTIVATED, row } from './row.js';

/**
 * `write`, not `create`: activations are counted by distinct device, so a second send for the same hardware id
 * is answered with the same activation or with 409 `license_device_exists`; it cannot make two.
 */
export const activateLicense = row({
  id: 'licensespring.license.activate',
  method: 'POST',
  call: 'activate_license',
  summary: 'Binds a licence to a device.',
  effect: 'write',
  input: [...PROVEN, LICENSE_ID, BUNDLE_CODE, ...VIRTUAL_MACHINE, ...DEVICE, REDIRECT_URI, VARIABLES],
  rules: PROVEN_RULES,
  answer: { kind: 'record' },
  guess: 'Whether activating an active device again repeats the success or answers 409 is not documented.',
});

/**
 * The page's parameter table leaves the password out and its JSON schema asks for it; so it may be given and
 * need not be. What describes the device stands in its examples alone.
 */
export const deactivateLicense = row({
  id: 'licensespring.license.deactivate',
  method: 'POST',
  call: 'deactivate_license',
  summary: 'Frees a device from a licence.',
  effect: 'destroy',
  input: [
    HARDWARE_ID,
    PRODUCT,
    LICENSE_KEY,
    USERNAME,
    { ...PASSWORD, note: 'Password of the licence user, where the server asks for it.' },
    ...SSO,
    ...OPTIONS,
    ...VIRTUAL_MACHINE,
    ...DEVICE,
    {
      name: 'consumptions',
      type: 'integer',
      note: 'Adds this many to the total consumption; may be negative.',
    },
    VARIABLES,
  ],
  rules: PROVEN_RULES.filter((rule) => !(rule.kind === 'needs' && rule.field === 'username')),
  answer: DEACTIVATED,
});

/** Takes or renews a slot of a floating cloud licence: hence not a read, though it is a GET. */
export const checkLicense = row({
  id: 'licensespring.license.check',
  method: 'GET',
  call: 'check_license',
  summary: 'State of a licence on a device; takes or renews its floating slot.',
  effect: 'write',
  input: [...NAMED, ...OPTIONS, ...DEVICE, ENV, CHANNEL, EXPIRED_FEATURES],
  rules: NAMED_RULES,
  answer: { kind: 'record' },
});

/** Holding the same slot until the same time a second time changes nothing. */
export const borrowFloating = row({
  id: 'licensespring.floating.borrow',
  method: 'POST',
  call: 'floating/borrow',
  summary: 'Holds a floating slot until a given time.',
  effect: 'write',
  input: [...PROVEN, ...OPTIONS, SDK_VER, BORROWED_UNTIL],
  rules: PROVEN_RULES,
  answer: { kind: 'record' },
});

/** Gives back the device's own slot, which the next check takes again: harmless to repeat. */
export const releaseFloating = row({
  id: 'licensespring.floating.release',
  method: 'POST',
  call: 'floating/release',
  summary: 'Gives back the floating slot of a device.',
  effect: 'write',
  input: [...NAMED, ...OPTIONS, SDK_VER],
  rules: NAMED_RULES,
  answer: { kind: 'undocumented' },
});

export const licensespringOperations: readonly Operation[] = [
  activateLicense,
  deactivateLicense,
  checkLicense,
  borrowFloating,
  releaseFloating,
  ...bundleOperations,
  ...usageOperations,
  ...catalogOperations,
  ...offlineOperations,
];
