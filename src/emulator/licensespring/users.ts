/** Licence users: who a call speaks for, by name and password or by single sign-on. */
import { flagOf, numberOf, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { countActive } from './devices.js';
import { type Input, missing, optionalText } from './input.js';
import { LicenseSpringRefusal } from './refusal.js';

/** A user with what one licence gives them. */
export interface LicenseUser {
  readonly id: number;
  readonly email: string;
  readonly maxActivations: number;
  readonly unlimited: boolean;
  readonly row: SqlRow;
}

/**
 * The user of a call, with the password checked when it is given. Not documented: the codes for a wrong password
 * (license_not_found) and for a bad token of single sign-on (validation_error).
 *
 * @param needsPassword whether a password must come with a username
 * @throws LicenseSpringRefusal license_not_found, missing_parameters, validation_error,
 *   customer_account_not_found, customer_account_id_mismatch
 */
export function requireUser(deps: SystemDeps, input: Input, needsPassword: boolean): SqlRow {
  const username = optionalText(input, 'username');
  if (username === undefined) return requireUserNamed(deps, requireSsoEmail(deps, input));
  const user = requireUserNamed(deps, username);
  const password = optionalText(input, 'password');
  if (needsPassword && password === undefined) throw missing('password');
  if (password !== undefined && password !== textOf(user, 'password')) {
    throw new LicenseSpringRefusal('license_not_found');
  }
  return user;
}

/** @param username an e-mail, with an account's code after a bar or without */
export function requireUserNamed(deps: SystemDeps, username: string): SqlRow {
  const user = findUser(deps, username.split('|')[0] ?? '');
  if (user === undefined) throw new LicenseSpringRefusal('license_not_found');
  return user;
}

export function findUser(deps: SystemDeps, email: string): SqlRow | undefined {
  return deps.store.get('select * from licensespring_user where email = ?', email);
}

/** `assignment` has the columns of `licensespring_license_user`. */
export function licenseUser(user: SqlRow, assignment: SqlRow): LicenseUser {
  return {
    id: numberOf(user, 'id'),
    email: textOf(user, 'email'),
    maxActivations: numberOf(assignment, 'max_activations'),
    unlimited: flagOf(assignment, 'allow_unlimited_activations'),
    row: user,
  };
}

/** The documented user object. */
export function userObject(deps: SystemDeps, licenseId: number, user: LicenseUser): object {
  return {
    id: user.id,
    email: user.email,
    first_name: textOf(user.row, 'first_name'),
    last_name: textOf(user.row, 'last_name'),
    phone_number: textOf(user.row, 'phone_number'),
    is_initial_password: flagOf(user.row, 'is_initial_password'),
    max_activations: user.maxActivations,
    allow_unlimited_activations: user.unlimited,
    total_activations: countActive(deps, licenseId, user.id),
  };
}

/** @throws LicenseSpringRefusal customer_account_not_found */
export function requireCustomerAccount(deps: SystemDeps, code: string): SqlRow {
  const row = deps.store.get('select * from licensespring_customer_account where code = ?', code);
  if (row === undefined) throw new LicenseSpringRefusal('customer_account_not_found');
  return row;
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
  const account = optionalText(input, 'customer_account_code');
  if (account === undefined) throw missing('customer_account_code');
  requireCustomerAccount(deps, account);
  const kind = idToken === undefined ? 'code' : 'id_token';
  const sql = 'select * from licensespring_sso where kind = ? and value = ?';
  const row = deps.store.get(sql, kind, value);
  if (row === undefined) throw new LicenseSpringRefusal('validation_error', `${kind} is not valid.`);
  if (textOf(row, 'customer_account_code') !== account) {
    throw new LicenseSpringRefusal('customer_account_id_mismatch');
  }
  return textOf(row, 'email');
}
