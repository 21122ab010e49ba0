/** Calls of the License API v4 on all licences of a bundle at once. */
import type { Field, Operation } from '../operation.js';
import {
  BUNDLE,
  BUNDLE_CODE,
  CHANNEL,
  DEVICE,
  ENV,
  EXPIRED_FEATURES,
  NAMED,
  NAMED_RULES,
  OPTIONS,
  PRODUCT,
  PROVEN,
  PROVEN_RULES,
  REDIRECT_URI,
  VARIABLES,
  VIRTUAL_MACHINE,
} from './fields.js';
import { DEACTIVATED, row } from './row.js';

/** The bundle stands where other calls have the product. */
const ofBundle = (fields: readonly Field[]): readonly Field[] =>
  fields.map((field) => (field === PRODUCT ? BUNDLE : field));

export const activateBundle = row({
  id: 'licensespring.bundle.activate',
  method: 'POST',
  call: 'activate_bundle',
  summary: 'Binds all licences of a bundle to a device; the product is the bundle code.',
  effect: 'write',
  input: [...ofBundle(PROVEN), ...OPTIONS, ...VIRTUAL_MACHINE, ...DEVICE, REDIRECT_URI, VARIABLES],
  rules: PROVEN_RULES,
  answer: { kind: 'records' },
});

export const deactivateBundle = row({
  id: 'licensespring.bundle.deactivate',
  method: 'POST',
  call: 'deactivate_bundle',
  summary: 'Frees a device from all licences of a bundle.',
  effect: 'destroy',
  input: [...ofBundle(NAMED), BUNDLE_CODE, VARIABLES],
  rules: NAMED_RULES,
  answer: DEACTIVATED,
});

export const checkBundle = row({
  id: 'licensespring.bundle.check',
  method: 'GET',
  call: 'check_bundle',
  summary: 'State of the licences of a bundle on a device; takes or renews floating slots.',
  effect: 'write',
  input: [...ofBundle(NAMED), ...OPTIONS, ...DEVICE, ENV, CHANNEL, EXPIRED_FEATURES],
  rules: NAMED_RULES,
  answer: { kind: 'records' },
});

export const bundleOperations: readonly Operation[] = [activateBundle, deactivateBundle, checkBundle];
