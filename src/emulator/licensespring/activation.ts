/** Activation and deactivation, with the counting rules of the page on activations and device transfers. */
import { textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { addToMeter, isConsumption, licenseMeter } from './consumption.js';
import type { Caller } from './credentials.js';
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
import { readAgain, requireLicense } from './find-license.js';
import { type Input, optionalBoolean, optionalInteger, requiredText } from './input.js';
import { licenseObject } from './license-object.js';
import { type License, requireEnabled, requireNotExpired, requireOfflineUse } from './licenses.js';
import { requireInUse } from './products.js';
import { LicenseSpringRefusal, refuseBeforeStart } from './refusal.js';
import { licenseMessage, sign } from './signatures.js';
import { takeSlot } from './slots.js';
import { versionFilter } from './versions.js';

/** How an activation came: over the network, or in a file from a machine without one. */
export type Way = 'online' | 'offline';

/** POST activate_license. */
export function activate(input: Input, deps: SystemDeps, caller: Caller, way: Way = 'online'): object {
  return bind(deps, requireLicense(deps, input, true), input, caller, way);
}

/**
 * Binds the input's device to a licence and answers the licence object. The checks stand in the order of the
 * document's list. Not documented: where in it the key's product stands, and activating an active device again, where a setting chooses between a success that
 * counts nothing and a refusal. A device that another user holds on the same licence is refused either way.
 *
 * @throws LicenseSpringRefusal with the documented codes of activate_license
 */
export function bind(deps: SystemDeps, license: License, input: Input, caller: Caller, way: Way): object {
  const hardwareId = requiredText(input, 'hardware_id');
  requireInUse(license.product);
  if (caller.product !== null && caller.product !== textOf(license.product, 'short_code')) {
    throw new LicenseSpringRefusal('api_key_product_not_allowed');
  }
  requireEnabled(license);
  if (license.preventVm && optionalBoolean(input, 'is_vm')) throw new LicenseSpringRefusal('vm_not_allowed');
  if (way === 'offline') requireOfflineUse(license);
  if (license.startsAt !== null && license.startsAt > deps.now()) refuseBeforeStart(license.startsAt);
  const device = findDevice(deps, license, hardwareId);
  if (device?.blacklisted) throw new LicenseSpringRefusal('blacklisted');
  if (!device?.active) requireRoom(deps, license);
  requireNotExpired(license, deps.now());
  if (device?.active) requireRepeatable(deps, device, license);
  else countTransfer(deps, license, hardwareId, device);
  const deviceId = activateDevice(deps, license, hardwareId);
  noteContact(deps, deviceId, input);
  if (license.isFloatingCloud && deps.settings.licensespringSlotOnActivate) {
    takeSlot(deps, license.pool, deviceId);
  }
  const current = readAgain(deps, license);
  return {
    ...licenseObject(deps, current, {
      form: 'activation',
      hardwareId,
      withExpiredFeatures: false,
      versions: versionFilter(input, current.versionsUntil),
    }),
    license_signature: sign(licenseMessage(input, current, hardwareId)),
  };
}

/** POST deactivate_license: the documented answer is this text. A disabled licence may give devices back. */
export function deactivate(input: Input, deps: SystemDeps): string {
  const license = requireLicense(deps, input, false);
  const device = requireActiveDevice(deps, license, requiredText(input, 'hardware_id'));
  unbind(deps, license, device, input);
  return 'license_deactivated';
}

/**
 * Frees a device. Consumptions told with it are counted before. Not documented: that these are refused as
 * add_consumption refuses them, and that a licence of another type takes no notice of them.
 *
 * @throws LicenseSpringRefusal negative_consumptions_not_allowed, license_not_enough_consumptions, validation_error
 */
export function unbind(deps: SystemDeps, license: License, device: Device, input: Input): void {
  noteContact(deps, device.id, input);
  const consumptions = optionalInteger(input, 'consumptions') ?? 0;
  if (isConsumption(license.row)) {
    addToMeter(deps, licenseMeter(license.row), consumptions);
  }
  freeDevice(deps, device.id);
}

/** @throws LicenseSpringRefusal license_device_exists */
function requireRepeatable(deps: SystemDeps, device: Device, license: License): void {
  const isHeldByOther = device.userId !== (license.user?.id ?? null);
  if (isHeldByOther || deps.settings.licensespringReactivation === 'conflict') {
    throw new LicenseSpringRefusal('license_device_exists');
  }
}

/** @throws LicenseSpringRefusal license_activated_max_times, license_user_activated_max_times */
function requireRoom(deps: SystemDeps, license: License): void {
  if (!license.unlimited && countActive(deps, license.id) >= license.maxActivations) {
    throw new LicenseSpringRefusal('license_activated_max_times');
  }
  const { user } = license;
  if (
    user !== undefined &&
    !user.unlimited &&
    countActive(deps, license.id, user.id) >= user.maxActivations
  ) {
    throw new LicenseSpringRefusal('license_user_activated_max_times');
  }
}

/**
 * A transfer is a deactivation on one device and then an activation on a different one, known devices included:
 * A, B, A counts two. Coming back to the device that was freed counts none.
 *
 * @throws LicenseSpringRefusal license_transferred_max_times
 */
function countTransfer(deps: SystemDeps, license: License, hardwareId: string, device?: Device): void {
  if (device?.freed) return;
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
