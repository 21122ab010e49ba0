/** GET versions and GET installation_file. */
import { textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { findDevice } from './devices.js';
import { requireLicense } from './find-license.js';
import { type Input, optionalText, requiredText } from './input.js';
import { LicenseSpringRefusal } from './refusal.js';
import { releaseDate, versionFilter, versionRecord, versionRows } from './versions.js';

export function versions(input: Input, deps: SystemDeps): object {
  return allowedVersions(input, deps).map((row) => ({
    version: textOf(row, 'version'),
    release_date: releaseDate(row),
  }));
}

/** Without `version` it is the newest that the licence allows: not documented. */
export function installationFile(input: Input, deps: SystemDeps): object {
  const wanted = optionalText(input, 'version');
  const row = allowedVersions(input, deps).find(
    (candidate) => wanted === undefined || textOf(candidate, 'version') === wanted,
  );
  if (row === undefined) throw new LicenseSpringRefusal('version_not_found');
  return versionRecord(row);
}

/**
 * Both calls stop at the end of maintenance or validity, so an expired licence has its versions still. Not documented:
 * when exactly a licence is active; here when it is enabled, and the device is active on it.
 *
 * @throws LicenseSpringRefusal active_license_required, blacklisted
 */
function allowedVersions(input: Input, deps: SystemDeps): SqlRow[] {
  const hardwareId = requiredText(input, 'hardware_id');
  const license = requireLicense(deps, input, false);
  const device = findDevice(deps, license, hardwareId);
  if (!license.enabled || !device?.active) throw new LicenseSpringRefusal('active_license_required');
  if (device.blacklisted) throw new LicenseSpringRefusal('blacklisted');
  return versionRows(deps, license.product, versionFilter(input, license.versionsUntil));
}
