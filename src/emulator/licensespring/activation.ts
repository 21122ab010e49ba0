/** Activation and deactivation, with the counting rules of the page on activations and device transfers. */
import { flagOf, numberOf, textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import type { Caller } from './authorization.js';
import {
  activateDevice,
  countActive,
  type Device,
  findDevice,
  freeDevice,
  freedDeviceId,
  noteContact,
  requireActiveDevice,
} from './devices.js';
import { type Input, optionalBoolean, optionalInteger, requiredText } from './input.js';
import { licenseObject } from './license-object.js';
import { type License, requireEnabled, requireLicense, requireNotExpired } from './licenses.js';
import { requireInUse } from './products.js';
import { LicenseSpringRefusal, refuseBeforeStart } from './refusal.js';
import { licenseMessage, sign } from './signatures.js';

/**
 * POST activate_license. The checks stand in the order of the document's list. Not documented: activating an
 * active device again, which succeeds and counts nothing; and when a device exists already, which is here a
 * device that another licence user holds on the same licence.
 */
export function activate(input: Input, deps: SystemDeps, caller: Caller): object {
  const hardwareId = requiredText(input, 'hardware_id');
  const license = requireLicense(deps, input, true);
  requireInUse(license.product);
  if (caller.product !== null && caller.product !== textOf(license.product, 'short_code')) {
    throw new LicenseSpringRefusal('api_key_product_not_allowed');
  }
  requireEnabled(license);
  if (license.preventVm && optionalBoolean(input, 'is_vm')) throw new LicenseSpringRefusal('vm_not_allowed');
  if (license.startsAt !== null && license.startsAt > deps.now()) refuseBeforeStart(license.startsAt);
  const device = findDevice(deps, license, hardwareId);
  if (device?.blacklisted) throw new LicenseSpringRefusal('blacklisted');
  if (device?.active) requireSameHolder(device, license);
  else requireRoom(deps, license);
  requireNotExpired(license, deps.now());
  if (!device?.active) countTransfer(deps, license, hardwareId);
  noteContact(deps, activateDevice(deps, license, hardwareId), input);
  const current = requireLicense(deps, input, true);
  return {
    ...licenseObject(deps, current, { form: 'activation', hardwareId, withExpiredFeatures: false }),
    license_signature: sign(licenseMessage(input, current, hardwareId)),
  };
}

/** POST deactivate_license: the documented answer is this text. A disabled licence may give devices back. */
export function deactivate(input: Input, deps: SystemDeps): string {
  const hardwareId = requiredText(input, 'hardware_id');
  const license = requireLicense(deps, input, false);
  const device = requireActiveDevice(deps, license, hardwareId);
  noteContact(deps, device.id, input);
  addConsumptions(deps, license, optionalInteger(input, 'consumptions') ?? 0);
  freeDevice(deps, device);
  return 'license_deactivated';
}

function requireSameHolder(device: Device, license: License): void {
  if (device.userId !== (license.user?.id ?? null)) throw new LicenseSpringRefusal('license_device_exists');
}

/** @throws LicenseSpringRefusal license_activated_max_times, license_user_activated_max_times */
function requireRoom(deps: SystemDeps, license: License): void {
  if (!license.unlimited && countActive(deps, license) >= license.maxActivations) {
    throw new LicenseSpringRefusal('license_activated_max_times');
  }
  const { user } = license;
  if (user !== undefined && !user.unlimited && countActive(deps, license, user.id) >= user.maxActivations) {
    throw new LicenseSpringRefusal('license_user_activated_max_times');
  }
}

/**
 * A transfer is a deactivation on one device and then an activation on a different one, known devices included:
 * A, B, A counts two. Coming back to the device that was freed counts none.
 *
 * @throws LicenseSpringRefusal license_transferred_max_times
 */
function countTransfer(deps: SystemDeps, license: License, hardwareId: string): void {
  if (findDevice(deps, license, hardwareId)?.freed) return;
  const from = freedDeviceId(deps, license, hardwareId);
  if (from === undefined) return;
  const { maxTransfers, transferCount } = license;
  if (maxTransfers < 0 || (maxTransfers > 0 && transferCount >= maxTransfers)) {
    throw new LicenseSpringRefusal('license_transferred_max_times');
  }
  deps.store.run('update licensespring_device set freed = 0 where id = ?', from);
  deps.store.run(
    'update licensespring_license set transfer_count = transfer_count + 1 where id = ?',
    license.id,
  );
}

/**
 * Consumptions told with a deactivation. Not documented: the refusals, which follow those of add_consumption,
 * and what they do on a licence of another type: nothing.
 *
 * @throws LicenseSpringRefusal negative_consumptions_not_allowed, license_not_enough_consumptions
 */
function addConsumptions(deps: SystemDeps, license: License, consumptions: number): void {
  const { row } = license;
  if (textOf(row, 'license_type') !== 'consumption' || consumptions === 0) return;
  if (consumptions < 0 && !flagOf(row, 'allow_negative_consumptions')) {
    throw new LicenseSpringRefusal('negative_consumptions_not_allowed');
  }
  const total = numberOf(row, 'total_consumptions') + consumptions;
  const overages = flagOf(row, 'allow_overages') ? numberOf(row, 'max_overages') : 0;
  const limit = numberOf(row, 'max_consumptions') + overages;
  if (total > limit && !flagOf(row, 'allow_unlimited_consumptions')) {
    throw new LicenseSpringRefusal('license_not_enough_consumptions');
  }
  deps.store.run('update licensespring_license set total_consumptions = ? where id = ?', total, license.id);
}
