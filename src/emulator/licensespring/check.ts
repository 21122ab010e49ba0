/** GET check_license and GET device_licenses. */
import type { SystemDeps } from '../system.js';
import { noteContact, requireUsableDevice } from './devices.js';
import { licensesOfDevice, requireLicense } from './find-license.js';
import { type Input, optionalBoolean, requiredText } from './input.js';
import { licenseObject } from './license-object.js';
import { isInGrace, type License, requireNotExpired } from './licenses.js';
import { licenseMessage, sign } from './signatures.js';
import { takeSlot } from './slots.js';
import { versionFilter } from './versions.js';

/** GET check_license. */
export function check(input: Input, deps: SystemDeps): object {
  return checkOne(deps, requireLicense(deps, input, false), input);
}

/**
 * The state of a licence on a device; takes or renews its floating slot. The list of errors is not in the stored
 * document: these are the common ones, and an expired licence is refused unless it is within its grace period.
 *
 * @throws LicenseSpringRefusal license_not_active, license_not_enabled, device_not_found, blacklisted,
 *   license_expired, trial_expired, floating_not_available, validation_error
 */
export function checkOne(deps: SystemDeps, license: License, input: Input): object {
  const hardwareId = requiredText(input, 'hardware_id');
  const device = requireUsableDevice(deps, license, hardwareId);
  if (!isInGrace(license, deps.now())) requireNotExpired(license, deps.now());
  if (license.isFloatingCloud) takeSlot(deps, license.pool, device.id);
  noteContact(deps, device.id, input);
  return {
    ...licenseObject(deps, license, {
      form: 'check',
      hardwareId,
      withExpiredFeatures: optionalBoolean(input, 'include_expired_features'),
      versions: versionFilter(input, license.versionsUntil),
    }),
    license_signature: sign(licenseMessage(input, license, hardwareId)),
  };
}

/** All licences that are active on a device; an unknown device has none. Takes no slot. */
export function deviceLicenses(input: Input, deps: SystemDeps): object {
  const hardwareId = requiredText(input, 'hardware_id');
  return licensesOfDevice(deps, hardwareId).map((license) =>
    licenseObject(deps, license, {
      form: 'check',
      hardwareId,
      withExpiredFeatures: false,
      versions: versionFilter({}, license.versionsUntil),
    }),
  );
}
