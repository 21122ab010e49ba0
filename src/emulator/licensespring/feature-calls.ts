/** GET check_license_feature, POST floating/feature_borrow and POST floating/feature_release. */
import { flagOf, numberOf, textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { readBorrowEnd } from './borrow-end.js';
import { noteContact, requireUsableDevice } from './devices.js';
import { featureObject, featurePool, isFloatingCloud, requireFeature } from './features.js';
import { requireLicense } from './find-license.js';
import { borrowAnswer } from './floating.js';
import { type Input, optionalBoolean, requiredText } from './input.js';
import { LicenseSpringRefusal } from './refusal.js';
import { borrowSlot, countSlots, freeSlot, takeSlot } from './slots.js';

/** Connects the device to the feature; takes or renews a slot when the feature is a floating one. */
export function checkFeature(input: Input, deps: SystemDeps): object {
  const hardwareId = requiredText(input, 'hardware_id');
  const code = requiredText(input, 'feature');
  const license = requireLicense(deps, input, false);
  const device = requireUsableDevice(deps, license, hardwareId);
  const row = requireFeature(deps, license, code);
  if (isFloatingCloud(row)) takeSlot(deps, featurePool(row), device.id);
  noteContact(deps, device.id, input);
  return {
    ...featureObject(row, deps.now()),
    license_id: license.id,
    ...(isFloatingCloud(row) ? { floating_in_use_devices: countSlots(deps, featurePool(row)) } : {}),
    ...(optionalBoolean(input, 'include_metadata_string')
      ? { metadata_string: textOf(row, 'metadata') }
      : {}),
  };
}

/**
 * Holds a slot of the feature. Not documented: whether features may be borrowed and for how long, which the licence
 * decides here.
 */
export function borrowFeature(input: Input, deps: SystemDeps): object {
  const hardwareId = requiredText(input, 'hardware_id');
  const code = requiredText(input, 'feature');
  const license = requireLicense(deps, input, true);
  const device = requireUsableDevice(deps, license, hardwareId);
  const row = requireFeature(deps, license, code);
  if (!isFloatingCloud(row)) throw new LicenseSpringRefusal('feature_not_floating');
  if (!flagOf(license.row, 'can_borrow')) throw new LicenseSpringRefusal('license_borrow_not_allowed');
  const until = readBorrowEnd(input, deps.now(), numberOf(license.row, 'max_borrow_time'));
  borrowSlot(deps, featurePool(row), device.id, until);
  return borrowAnswer(license, device.id, until);
}

/** Frees the slot of the feature at once; the documented answer is an empty text. */
export function releaseFeature(input: Input, deps: SystemDeps): string {
  const hardwareId = requiredText(input, 'hardware_id');
  const code = requiredText(input, 'feature');
  const license = requireLicense(deps, input, false);
  const device = requireUsableDevice(deps, license, hardwareId);
  const row = requireFeature(deps, license, code);
  if (!isFloatingCloud(row)) throw new LicenseSpringRefusal('feature_not_floating');
  if (!freeSlot(deps, featurePool(row), device.id)) {
    throw new LicenseSpringRefusal('floating_feature_device_not_in_use');
  }
  return '';
}
