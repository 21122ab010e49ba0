/**
 * POST activate_bundle, POST deactivate_bundle and GET check_bundle: all licences of a bundle at once, each as by the
 * call for one licence. Not documented: that one refusal refuses the whole, and what a deactivation does where only
 * some of the licences are active on the device (it frees those).
 */
import type { SystemDeps } from '../system.js';
import { bind, unbind, type Way } from './activation.js';
import { checkOne } from './check.js';
import type { Caller } from './credentials.js';
import { findDevice, requireActiveDevice } from './devices.js';
import { requireBundleLicenses } from './find-license.js';
import { type Input, requiredText } from './input.js';

/** The licence objects of all licences of the bundle. */
export function activateBundle(
  input: Input,
  deps: SystemDeps,
  caller: Caller,
  way: Way = 'online',
): object[] {
  return requireBundleLicenses(deps, input, true).map((license) => bind(deps, license, input, caller, way));
}

export function deactivateBundle(input: Input, deps: SystemDeps): string {
  const hardwareId = requiredText(input, 'hardware_id');
  const licenses = requireBundleLicenses(deps, input, false);
  const active = licenses.filter((license) => findDevice(deps, license, hardwareId)?.active);
  // With none that is active, the first one says why not.
  for (const license of active.length > 0 ? active : licenses.slice(0, 1)) {
    unbind(deps, license, requireActiveDevice(deps, license, hardwareId), input);
  }
  return 'license_deactivated';
}

export function checkBundle(input: Input, deps: SystemDeps): object {
  return requireBundleLicenses(deps, input, false).map((license) => checkOne(deps, license, input));
}
