import { flagOf, insertRow, numberOrNull, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { KINDS, kindOf, type LicenseKind } from './kinds.js';

const DAY = 86_400_000;
const TRIAL_DAYS = 30;
/** Not documented; how many users a trial allows. */
const TRIAL_USERS = 50;
/** A post-paid (SPLA) licence is billed by the month. */
const BILLING_DAYS = 30;

export interface Account {
  readonly email: string;
  readonly name: string;
  readonly company: string;
}

/** Outcome of a change: done, or the text of the refusal. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly msg: string };

/** The Parallels My Account behind an e-mail and password. */
export function findAccount(deps: SystemDeps, email: string, password: string): Account | undefined {
  const sql = 'select email, name, company from parallels_account where email = ? and password = ?';
  const row = deps.store.get(sql, email, password);
  if (row === undefined) return undefined;
  return { email: textOf(row, 'email'), name: textOf(row, 'name'), company: textOf(row, 'company') };
}

/** What GET /api/License may show now; undefined when no licence is active. */
export function visibleLicense(deps: SystemDeps): SqlRow | undefined {
  const sql = 'select * from parallels_license where visible_from <= ? order by id desc limit 1';
  return onlyActive(deps.store.get(sql, deps.now()));
}

/**
 * Activates the farm with a key, or starts a trial without one (documented for the PowerShell cmdlet only).
 * Not documented; over an active farm the new licence replaces the old one.
 */
export function activate(deps: SystemDeps, account: Account, key: string | undefined): Outcome {
  const now = deps.now();
  if (key === undefined) {
    record(deps, account, { kind: 'trial', key: '', users: TRIAL_USERS, expiresAt: now + TRIAL_DAYS * DAY });
    return { done: true };
  }
  const row = deps.store.get('select * from parallels_key where license_key = ?', key);
  // The texts of these refusals are not documented; they are ours.
  if (row === undefined) return refused('Failed to Activate - The license key is not valid.');
  if (flagOf(row, 'withdrawn')) return refused('Failed to Activate - The license key has expired.');
  const owner = textOf(row, 'owner_email');
  if (owner !== '' && owner.toLowerCase() !== account.email.toLowerCase()) {
    return refused('Failed to Activate - The license key is registered to another account.');
  }
  const term = numberOrNull(row, 'term_days');
  record(deps, account, {
    kind: kindOf(textOf(row, 'kind')),
    key: textOf(row, 'license_key'),
    users: numberOrNull(row, 'installed_users'),
    expiresAt: term === null ? null : now + term * DAY,
  });
  return { done: true };
}

/** Whether a licence key is active on the farm; a trial has none. Looks at the true state, shown or not. */
export function hasActiveKey(deps: SystemDeps): boolean {
  const row = onlyActive(deps.store.get('select * from parallels_license order by id desc limit 1'));
  return row !== undefined && textOf(row, 'license_key') !== '';
}

export function deactivate(deps: SystemDeps): void {
  insertRow(deps.store, 'parallels_license', { visible_from: visibleFrom(deps), active: false });
}

interface NewLicense {
  readonly kind: LicenseKind;
  readonly key: string;
  readonly users: number | null;
  readonly expiresAt: number | null;
}

function record(deps: SystemDeps, account: Account, license: NewLicense): void {
  const now = deps.now();
  const postPaid = license.kind === 'spla';
  insertRow(deps.store, 'parallels_license', {
    visible_from: visibleFrom(deps),
    active: true,
    kind: license.kind,
    license_type: KINDS[license.kind].displayName,
    license_key: license.key,
    license_status: 'Active',
    expires_at: license.expiresAt,
    support_until: license.expiresAt,
    upgrade_until: license.expiresAt,
    first_active_at: now,
    billing_start: postPaid ? now : null,
    billing_end: postPaid ? now + BILLING_DAYS * DAY : null,
    installed_users: license.users === null ? '' : String(license.users),
    usage_today: postPaid ? '0' : '',
    period_usage: postPaid ? '0' : '',
    account_name: account.name,
    account_company: account.company,
    account_email: account.email,
  });
}

function visibleFrom(deps: SystemDeps): number {
  return deps.now() + deps.settings.parallelsApplyMs;
}

function onlyActive(row: SqlRow | undefined): SqlRow | undefined {
  return row !== undefined && flagOf(row, 'active') ? row : undefined;
}

function refused(msg: string): Outcome {
  return { done: false, msg };
}
