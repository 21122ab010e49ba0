/** GET check_license and GET device_licenses. */
import type { SystemDeps } from '../system.js';
import { noteContact, requireDevice } from './devices.js';
import { takeSlot } from './floating.js';
import { type Input, optionalBoolean, requiredText } from './input.js';
import { licenseObject } from './license-object.js';
import {
  isInGrace,
  licensesOfDevice,
  requireEnabled,
  requireLicense,
  requireNotExpired,
} from './licenses.js';
import { licenseMessage, sign } from './signatures.js';

/**
 * The state of a licence on a device; takes or renews its floating slot. The list of errors is not in the stored
 * document: these are the common ones, and an expired licence is refused unless it is within its grace period.
 */
export function check(input: Input, deps: SystemDeps): object {
  const hardwareId = requiredText(input, 'hardware_id');
  const license = requireLicense(deps, input, false);
  requireEnabled(license);
  const device = requireDevice(deps, license, hardwareId);
  if (!isInGrace(license, deps.now())) requireNotExpired(license, deps.now());
  if (license.isFloatingCloud) takeSlot(deps, license, device);
  noteContact(deps, device.id, input);
  const withExpiredFeatures = optionalBoolean(input, 'include_expired_features');
  return {
    ...licenseObject(deps, license, { form: 'check', hardwareId, withExpiredFeatures }),
    license_signature: sign(licenseMessage(input, license, hardwareId)),
  };
}

/** All licences that are active on a device; an unknown device has none. Takes no slot. */
export function deviceLicenses(input: Input, deps: SystemDeps): object {
  const hardwareId = requiredText(input, 'hardware_id');
  return licensesOfDevice(deps, hardwareId).map((license) =>
    licenseObject(deps, license, { form: 'check', hardwareId, withExpiredFeatures: false }),
  );
}
