/** Finding the licences that a call means: by key or by licence user, of a product or of a bundle. */
import { numberOf, numberOrNull, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { type Input, optionalInteger, optionalText, requiredText } from './input.js';
import { type License, readLicense } from './licenses.js';
import { requireProduct } from './products.js';
import { LicenseSpringRefusal } from './refusal.js';
import { licenseUser, requireUser } from './users.js';

const OF_USER = `select l.*, u.max_activations as user_max, u.allow_unlimited_activations as user_unlimited
  from licensespring_license l join licensespring_license_user u on u.license_id = l.id
 where u.user_id = ?`;

/**
 * The licence of the input's product and identity, with the user's password checked when `needsPassword`.
 * Not documented: which of a user's licences is meant without `license_id` (one with this device, else the oldest).
 *
 * @throws LicenseSpringRefusal unknown_product, license_not_found, license_key_required, missing_parameters,
 *   validation_error, customer_account_not_found, customer_account_id_mismatch
 */
export function requireLicense(deps: SystemDeps, input: Input, needsPassword: boolean): License {
  const product = requireProduct(deps, input);
  const hardwareId = requiredText(input, 'hardware_id');
  const productId = numberOf(product, 'id');
  if (isKeyBased(product)) {
    const sql = 'select * from licensespring_license where license_key = ? and product_id = ?';
    const rows = deps.store.all(sql, requireKey(input), productId);
    return readLicense(requireOne(deps, input, rows), product, undefined);
  }
  const user = requireUser(deps, input, needsPassword);
  const rows = deps.store.all(
    `${OF_USER} and l.product_id = ?
      order by exists (select 1 from licensespring_device d
                        where d.license_id = l.id and d.hardware_id = ? and d.active = 1) desc, l.id`,
    numberOf(user, 'id'),
    productId,
    hardwareId,
  );
  return licenseOfUser(requireOne(deps, input, rows), product, user);
}

/**
 * All licences of a bundle that a key or user has; the input's `product` is the bundle's code.
 *
 * @throws LicenseSpringRefusal as {@link requireLicense}
 */
export function requireBundleLicenses(deps: SystemDeps, input: Input, needsPassword: boolean): License[] {
  const bundle = deps.store.get(
    'select * from licensespring_bundle where code = ?',
    requiredText(input, 'product'),
  );
  if (bundle === undefined) throw new LicenseSpringRefusal('unknown_product');
  requiredText(input, 'hardware_id');
  const bundleId = numberOf(bundle, 'id');
  const user = isKeyBased(bundle) ? undefined : requireUser(deps, input, needsPassword);
  const rows =
    user === undefined
      ? deps.store.all(
          'select * from licensespring_license where license_key = ? and bundle_id = ? order by id',
          requireKey(input),
          bundleId,
        )
      : deps.store.all(`${OF_USER} and l.bundle_id = ? order by l.id`, numberOf(user, 'id'), bundleId);
  const chosen = choose(input, rows);
  if (chosen.length === 0) throw new LicenseSpringRefusal('license_not_found');
  return chosen.map((row) => {
    const product = productOf(deps, row);
    return user === undefined ? readLicense(row, product, undefined) : licenseOfUser(row, product, user);
  });
}

/** All licences of a user, or those for one product. */
export function licensesOfUser(deps: SystemDeps, user: SqlRow, product: SqlRow | undefined): License[] {
  const rows = deps.store.all(`${OF_USER} order by l.id`, numberOf(user, 'id'));
  return rows
    .filter((row) => product === undefined || numberOf(row, 'product_id') === numberOf(product, 'id'))
    .map((row) => licenseOfUser(row, product ?? productOf(deps, row), user));
}

/** Licences on which a device is active, for device_licenses. */
export function licensesOfDevice(deps: SystemDeps, hardwareId: string): License[] {
  const rows = deps.store.all(
    `select l.*, d.user_id as device_user from licensespring_license l
       join licensespring_device d on d.license_id = l.id
      where d.hardware_id = ? and d.active = 1 order by l.id`,
    hardwareId,
  );
  return rows.map((row) => {
    const userId = numberOrNull(row, 'device_user');
    const user =
      userId === null ? undefined : deps.store.get('select * from licensespring_user where id = ?', userId);
    const sql = 'select * from licensespring_license_user where license_id = ? and user_id = ?';
    const assignment = userId === null ? undefined : deps.store.get(sql, numberOf(row, 'id'), userId);
    const holder = user && assignment ? licenseUser(user, assignment) : undefined;
    return readLicense(row, productOf(deps, row), holder);
  });
}

/** The licence as it is now, after a change of its row. */
export function readAgain(deps: SystemDeps, license: License): License {
  const row = deps.store.get('select * from licensespring_license where id = ?', license.id);
  return row === undefined ? license : readLicense(row, license.product, license.user);
}

/** The product of a row that has a `product_id`. */
function productOf(deps: SystemDeps, row: SqlRow): SqlRow {
  const product = deps.store.get(
    'select * from licensespring_product where id = ?',
    numberOf(row, 'product_id'),
  );
  if (product === undefined) throw new LicenseSpringRefusal('internal_error');
  return product;
}

/** Of a product or a bundle. */
export function isKeyBased(row: SqlRow): boolean {
  return textOf(row, 'authorization_method') === 'license-key';
}

function requireKey(input: Input): string {
  const key = optionalText(input, 'license_key');
  if (key === undefined) throw new LicenseSpringRefusal('license_key_required');
  return key;
}

function licenseOfUser(row: SqlRow, product: SqlRow, user: SqlRow): License {
  const assignment = {
    max_activations: numberOf(row, 'user_max'),
    allow_unlimited_activations: numberOf(row, 'user_unlimited'),
  };
  return readLicense(row, product, licenseUser(user, assignment));
}

function requireOne(deps: SystemDeps, input: Input, rows: readonly SqlRow[]): SqlRow {
  const bundleCode = optionalText(input, 'bundle_code');
  const row = choose(input, rows).find(
    (candidate) => bundleCode === undefined || isInBundle(deps, candidate, bundleCode),
  );
  if (row === undefined) throw new LicenseSpringRefusal('license_not_found');
  return row;
}

/** Those that `license_id` allows. */
function choose(input: Input, rows: readonly SqlRow[]): readonly SqlRow[] {
  const licenseId = optionalInteger(input, 'license_id');
  return licenseId === undefined ? rows : rows.filter((row) => numberOf(row, 'id') === licenseId);
}

function isInBundle(deps: SystemDeps, license: SqlRow, code: string): boolean {
  const bundleId = numberOrNull(license, 'bundle_id');
  if (bundleId === null) return false;
  const row = deps.store.get('select code from licensespring_bundle where id = ?', bundleId);
  return row !== undefined && textOf(row, 'code') === code;
}
