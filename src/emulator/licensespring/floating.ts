/** POST floating/borrow and POST floating/release, of a floating cloud licence. */
import { flagOf, numberOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { readBorrowEnd } from './borrow-end.js';
import { isoDate } from './dates.js';
import { requireUsableDevice } from './devices.js';
import { requireLicense } from './find-license.js';
import { type Input, requiredText } from './input.js';
import { type License, requireNotExpired } from './licenses.js';
import { COMPANY } from './products.js';
import { LicenseSpringRefusal } from './refusal.js';
import { borrowSlot, freeSlot } from './slots.js';

/** Holds a slot until a time, whatever the contact. Not documented: that an expired licence is refused. */
export function borrow(input: Input, deps: SystemDeps): object {
  const license = requireLicense(deps, input, true);
  const device = requireUsableDevice(deps, license, requiredText(input, 'hardware_id'));
  requireNotExpired(license, deps.now());
  if (!license.isFloatingCloud || !flagOf(license.row, 'can_borrow')) {
    throw new LicenseSpringRefusal('license_borrow_not_allowed');
  }
  const until = readBorrowEnd(input, deps.now(), numberOf(license.row, 'max_borrow_time'));
  borrowSlot(deps, license.pool, device.id, until);
  return borrowAnswer(license, device.id, until);
}

/** @param until milliseconds since the epoch */
export function borrowAnswer(license: License, deviceId: number, until: number): object {
  return {
    borrowed_until: isoDate(until),
    max_borrow_time: numberOf(license.row, 'max_borrow_time'),
    device_id: deviceId,
    license_id: license.id,
    company: COMPANY,
  };
}

/**
 * Frees the slot at once, and ends a borrow. Not documented: the answer, which a setting chooses, and a release
 * without a slot (a success, as its effect is there already).
 */
export function release(input: Input, deps: SystemDeps): object | string {
  const license = requireLicense(deps, input, false);
  const device = requireUsableDevice(deps, license, requiredText(input, 'hardware_id'));
  if (!license.isFloatingCloud) throw new LicenseSpringRefusal('floating_not_available');
  freeSlot(deps, license.pool, device.id);
  switch (deps.settings.licensespringReleaseAnswer) {
    case 'text':
      return 'license_released';
    case 'object':
      return { license_id: license.id, device_id: device.id };
    default:
      return '';
  }
}
