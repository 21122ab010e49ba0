/** Floating cloud slots: taken and renewed by a check, held by a borrow, freed by a release or by time. */
import { flagOf, numberOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { type Device, requireDevice } from './devices.js';
import { type Input, missing, optionalText, requiredText } from './input.js';
import { type License, requireEnabled, requireLicense, requireNotExpired } from './licenses.js';
import { COMPANY } from './products.js';
import { LicenseSpringRefusal } from './refusal.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const IN_USE = 'license_id = ? and active = 1 and (slot_until > ? or borrowed_until > ?)';

/** Devices that hold a slot now, by contact or by borrowing. */
export function countSlots(deps: SystemDeps, license: License): number {
  const now = deps.now();
  const sql = `select count(*) as n from licensespring_device where ${IN_USE}`;
  const row = deps.store.get(sql, license.id, now, now);
  return row === undefined ? 0 : numberOf(row, 'n');
}

/** Takes a slot or renews the one held, for the timeout from now. @throws LicenseSpringRefusal floating_not_available */
export function takeSlot(deps: SystemDeps, license: License, device: Device): void {
  const now = deps.now();
  const holds = isAfter(device.slotUntil, now) || isAfter(device.borrowedUntil, now);
  if (!holds && countSlots(deps, license) >= license.floatingUsers) {
    throw new LicenseSpringRefusal('floating_not_available');
  }
  const until = now + license.floatingTimeoutMinutes * MINUTE;
  deps.store.run('update licensespring_device set slot_until = ? where id = ?', until, device.id);
}

/** POST floating/borrow: holds a slot until a time, whatever the contact. */
export function borrow(input: Input, deps: SystemDeps): object {
  const license = requireLicense(deps, input, true);
  requireEnabled(license);
  const device = requireDevice(deps, license, requiredText(input, 'hardware_id'));
  requireNotExpired(license, deps.now());
  if (!license.isFloatingCloud || !flagOf(license.row, 'can_borrow')) {
    throw new LicenseSpringRefusal('license_borrow_not_allowed');
  }
  const maxHours = numberOf(license.row, 'max_borrow_time');
  const until = readBorrowEnd(input, deps.now(), maxHours);
  takeSlot(deps, license, device);
  deps.store.run('update licensespring_device set borrowed_until = ? where id = ?', until, device.id);
  return {
    borrowed_until: new Date(until).toISOString(),
    max_borrow_time: maxHours,
    device_id: device.id,
    license_id: license.id,
    company: COMPANY,
  };
}

/**
 * POST floating/release: frees the slot at once, and ends a borrow. Not documented: the answer's text (an empty
 * string, as feature_release has it), and a release without a slot (a success, as its effect is there already).
 */
export function release(input: Input, deps: SystemDeps): string {
  const license = requireLicense(deps, input, false);
  requireEnabled(license);
  const device = requireDevice(deps, license, requiredText(input, 'hardware_id'));
  if (!license.isFloatingCloud) throw new LicenseSpringRefusal('floating_not_available');
  const sql = 'update licensespring_device set slot_until = null, borrowed_until = null where id = ?';
  deps.store.run(sql, device.id);
  return '';
}

/**
 * The end of a borrow: null means the longest allowed. An end that has passed, or lies beyond that, is not valid.
 *
 * @throws LicenseSpringRefusal missing_parameters, borrow_until_not_valid
 */
function readBorrowEnd(input: Input, now: number, maxHours: number): number {
  const latest = now + maxHours * HOUR;
  if (input.borrowed_until === null) return latest;
  const text = optionalText(input, 'borrowed_until');
  if (text === undefined) throw missing('borrowed_until');
  const end = parseBorrowEnd(text);
  if (end === undefined || end <= now || end > latest)
    throw new LicenseSpringRefusal('borrow_until_not_valid');
  return end;
}

/** Documented forms, always UTC: full ISO with Z; date and time with a space, to ms, s or min; a date alone. */
function parseBorrowEnd(text: string): number | undefined {
  const forms = [
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)Z$/,
    /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)$/,
    /^(\d{4}-\d{2}-\d{2})()$/,
  ];
  const match = forms.map((form) => form.exec(text)).find((found) => found !== null);
  if (match === undefined || match === null) return undefined;
  const [, day = '', time = ''] = match;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // A day that the month does not have is moved on by Date; it must come out as it went in.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  const end = Date.parse(`${day}T${time === '' ? '00:00' : time}Z`);
  return Number.isNaN(end) ? undefined : end;
}

export function isAfter(time: number | null, now: number): boolean {
  return time !== null && time > now;
}
