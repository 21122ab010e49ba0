/** GET user_licenses and POST change_password. */
import { flagOf, textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { licensesOfUser } from './find-license.js';
import { type Input, optionalText, requiredText } from './input.js';
import { licenseObject } from './license-object.js';
import { requireProductNamed, requireUserBased } from './products.js';
import { LicenseSpringRefusal } from './refusal.js';
import { requireUser, requireUserNamed } from './users.js';
import { versionFilter } from './versions.js';

/**
 * Pairs of a licence and its user, as nobody's device sees the licence. Not documented: its errors; a product that is
 * licensed by key is refused as by customer_license_users.
 */
export function userLicenses(input: Input, deps: SystemDeps): object {
  const shortCode = optionalText(input, 'product');
  const product = shortCode === undefined ? undefined : requireProductNamed(deps, shortCode);
  if (product !== undefined) requireUserBased(product);
  const user = requireUser(deps, input, true);
  return licensesOfUser(deps, user, product).map((license) => {
    const { user: holder, ...object } = licenseObject(deps, license, {
      form: 'check',
      hardwareId: '',
      withExpiredFeatures: false,
      versions: versionFilter({}, license.versionsUntil),
    });
    return { license: object, user: holder };
  });
}

/**
 * The initial password is none any longer. Not documented: why a password cannot be changed (here: the user signs on
 * elsewhere and has none), and the code for a wrong one (here that of an unknown user).
 */
export function changePassword(input: Input, deps: SystemDeps): string {
  const username = requiredText(input, 'username');
  const password = requiredText(input, 'password');
  const wanted = requiredText(input, 'new_password');
  const user = requireUserNamed(deps, username);
  if (flagOf(user, 'signs_on_elsewhere')) throw new LicenseSpringRefusal('change_password_not_allowed');
  if (password !== textOf(user, 'password')) throw new LicenseSpringRefusal('license_not_found');
  const sql = 'update licensespring_user set password = ?, is_initial_password = 0 where email = ?';
  deps.store.run(sql, wanted, textOf(user, 'email'));
  return 'password_changed';
}
