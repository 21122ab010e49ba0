/** Finding the licence that a call means: by key, or by licence user. */
import { flagOf, numberOf, numberOrNull, textOf, textOrNull } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { type Input, missing, optionalInteger, optionalText, requiredText } from './input.js';
import { requireProduct } from './products.js';
import { LicenseSpringRefusal } from './refusal.js';

const HOUR_MS = 3_600_000;

export interface LicenseUser {
  readonly id: number;
  readonly email: string;
  readonly maxActivations: number;
  readonly unlimited: boolean;
  readonly row: SqlRow;
}

/** A licence with what the rules look at; `row` has the rest for the answer. */
export interface License {
  readonly id: number;
  readonly licenseKey: string | null;
  readonly product: SqlRow;
  /** The licence user of this call; undefined for a licence with a key. */
  readonly user: LicenseUser | undefined;
  readonly enabled: boolean;
  readonly isTrial: boolean;
  /** Milliseconds since the epoch. */
  readonly validUntil: number | null;
  readonly startsAt: number | null;
  /** Hours after the end of validity in which the licence still checks as good; 0 for none. */
  readonly graceHours: number;
  readonly maxActivations: number;
  readonly unlimited: boolean;
  readonly transferCount: number;
  /** 0 for no limit, -1 for none allowed. */
  readonly maxTransfers: number;
  readonly preventVm: boolean;
  readonly isFloatingCloud: boolean;
  readonly floatingUsers: number;
  readonly floatingTimeoutMinutes: number;
  readonly row: SqlRow;
}

/**
 * The licence of the input's product and identity, with the user's password checked when `needsPassword`.
 *
 * Not documented: the code for a wrong password (license_not_found) and for a bad SSO token (validation_error),
 * and which of a user's licences is meant without `license_id` (one with this device, else the oldest).
 *
 * @throws LicenseSpringRefusal unknown_product, license_not_found, missing_parameters, validation_error,
 *   customer_account_not_found
 */
export function requireLicense(deps: SystemDeps, input: Input, needsPassword: boolean): License {
  const product = requireProduct(deps, input);
  const licenseId = optionalInteger(input, 'license_id');
  const hardwareId = requiredText(input, 'hardware_id');
  if (textOf(product, 'authorization_method') === 'license-key') {
    const key = requiredText(input, 'license_key');
    const sql = 'select * from licensespring_license where license_key = ? and product_id = ?';
    const row = deps.store.get(sql, key, numberOf(product, 'id'));
    if (row === undefined || (licenseId !== undefined && numberOf(row, 'id') !== licenseId)) {
      throw new LicenseSpringRefusal('license_not_found');
    }
    return readLicense(row, product, undefined);
  }
  const user = requireUser(deps, input, needsPassword);
  const rows = deps.store.all(
    `select l.*, u.max_activations as user_max, u.allow_unlimited_activations as user_unlimited
       from licensespring_license l join licensespring_license_user u on u.license_id = l.id
      where u.user_id = ? and l.product_id = ?
      order by exists (select 1 from licensespring_device d
                        where d.license_id = l.id and d.hardware_id = ? and d.active = 1) desc, l.id`,
    numberOf(user, 'id'),
    numberOf(product, 'id'),
    hardwareId,
  );
  const row =
    licenseId === undefined ? rows[0] : rows.find((candidate) => numberOf(candidate, 'id') === licenseId);
  if (row === undefined) throw new LicenseSpringRefusal('license_not_found');
  return readLicense(row, product, {
    id: numberOf(user, 'id'),
    email: textOf(user, 'email'),
    maxActivations: numberOf(row, 'user_max'),
    unlimited: flagOf(row, 'user_unlimited'),
    row: user,
  });
}

/** Licences on which a device is active, for device_licenses. */
export function licensesOfDevice(deps: SystemDeps, hardwareId: string): License[] {
  const rows = deps.store.all(
    `select l.*, d.user_id as device_user from licensespring_license l
       join licensespring_device d on d.license_id = l.id
      where d.hardware_id = ? and d.active = 1 order by l.id`,
    hardwareId,
  );
  return rows.flatMap((row) => {
    const productId = numberOf(row, 'product_id');
    const product = deps.store.get('select * from licensespring_product where id = ?', productId);
    if (product === undefined) return [];
    return [readLicense(row, product, userOfDevice(deps, row))];
  });
}

function userOfDevice(deps: SystemDeps, license: SqlRow): LicenseUser | undefined {
  const userId = numberOrNull(license, 'device_user');
  if (userId === null) return undefined;
  const user = deps.store.get('select * from licensespring_user where id = ?', userId);
  const sql = 'select * from licensespring_license_user where license_id = ? and user_id = ?';
  const assignment = deps.store.get(sql, numberOf(license, 'id'), userId);
  if (user === undefined || assignment === undefined) return undefined;
  return {
    id: userId,
    email: textOf(user, 'email'),
    maxActivations: numberOf(assignment, 'max_activations'),
    unlimited: flagOf(assignment, 'allow_unlimited_activations'),
    row: user,
  };
}

function requireUser(deps: SystemDeps, input: Input, needsPassword: boolean): SqlRow {
  const username = optionalText(input, 'username');
  const email = username === undefined ? requireSsoEmail(deps, input) : (username.split('|')[0] ?? '');
  const user = deps.store.get('select * from licensespring_user where email = ?', email);
  if (user === undefined) throw new LicenseSpringRefusal('license_not_found');
  if (username === undefined) return user;
  const password = optionalText(input, 'password');
  if (needsPassword && password === undefined) throw missing('password');
  if (password !== undefined && password !== textOf(user, 'password')) {
    throw new LicenseSpringRefusal('license_not_found');
  }
  return user;
}

/** Tokens and codes of the world may be used again and again; a real code is good for once. */
function requireSsoEmail(deps: SystemDeps, input: Input): string {
  const idToken = optionalText(input, 'id_token');
  const code = optionalText(input, 'code');
  if (idToken !== undefined && code !== undefined) {
    throw new LicenseSpringRefusal('validation_error', 'Use either id_token or code, not both.');
  }
  const value = idToken ?? code;
  if (value === undefined) throw missing('username, id_token or code');
  const account = requiredText(input, 'customer_account_code');
  const known = deps.store.get(
    'select 1 as found from licensespring_sso where customer_account_code = ?',
    account,
  );
  if (known === undefined) throw new LicenseSpringRefusal('customer_account_not_found');
  const kind = idToken === undefined ? 'code' : 'id_token';
  const sql =
    'select email from licensespring_sso where kind = ? and value = ? and customer_account_code = ?';
  const row = deps.store.get(sql, kind, value, account);
  if (row === undefined) throw new LicenseSpringRefusal('validation_error', `${kind} is not valid.`);
  return textOf(row, 'email');
}

function readLicense(row: SqlRow, product: SqlRow, user: LicenseUser | undefined): License {
  return {
    id: numberOf(row, 'id'),
    licenseKey: textOrNull(row, 'license_key'),
    product,
    user,
    enabled: flagOf(row, 'enabled'),
    isTrial: flagOf(row, 'is_trial'),
    validUntil: numberOrNull(row, 'validity_period'),
    startsAt: numberOrNull(row, 'start_date'),
    graceHours: flagOf(row, 'allow_grace_period') ? numberOf(row, 'grace_period') : 0,
    maxActivations: numberOf(row, 'max_activations'),
    unlimited: flagOf(row, 'allow_unlimited_activations'),
    transferCount: numberOf(row, 'transfer_count'),
    maxTransfers: numberOf(row, 'max_transfers'),
    preventVm: flagOf(row, 'prevent_vm'),
    isFloatingCloud: flagOf(row, 'is_floating_cloud'),
    floatingUsers: numberOf(row, 'floating_users'),
    floatingTimeoutMinutes: numberOrNull(row, 'floating_timeout') ?? numberOf(product, 'floating_timeout'),
    row,
  };
}

/** @throws LicenseSpringRefusal license_not_enabled */
export function requireEnabled(license: License): void {
  if (!license.enabled) throw new LicenseSpringRefusal('license_not_enabled');
}

export function isExpired(license: License, now: number): boolean {
  return license.validUntil !== null && license.validUntil <= now;
}

/** @throws LicenseSpringRefusal trial_expired, license_expired */
export function requireNotExpired(license: License, now: number): void {
  if (isExpired(license, now))
    throw new LicenseSpringRefusal(license.isTrial ? 'trial_expired' : 'license_expired');
}

/** Whether an expired licence is within its hours of grace. */
export function isInGrace(license: License, now: number): boolean {
  if (license.validUntil === null || !isExpired(license, now)) return false;
  return now < license.validUntil + license.graceHours * HOUR_MS;
}
