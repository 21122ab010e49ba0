/** A licence, and the rules that concern nothing but the licence. */
import { flagOf, numberOf, numberOrNull, textOf, textOrNull } from '../row.js';
import type { SqlRow } from '../store.js';
import { HOUR_MS } from './dates.js';
import { LicenseSpringRefusal } from './refusal.js';
import type { Pool } from './slots.js';
import type { LicenseUser } from './users.js';

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
  /** The licence stands for versions released until then; null for all. */
  readonly versionsUntil: number | null;
  /** Hours after the end of validity in which the licence still checks as good; 0 for none. */
  readonly graceHours: number;
  readonly maxActivations: number;
  readonly unlimited: boolean;
  readonly transferCount: number;
  /** 0 for no limit, -1 for none allowed. */
  readonly maxTransfers: number;
  readonly preventVm: boolean;
  readonly isFloatingCloud: boolean;
  readonly pool: Pool;
  readonly row: SqlRow;
}

export function readLicense(row: SqlRow, product: SqlRow, user: LicenseUser | undefined): License {
  const id = numberOf(row, 'id');
  const validUntil = numberOrNull(row, 'validity_period');
  return {
    id,
    licenseKey: textOrNull(row, 'license_key'),
    product,
    user,
    enabled: flagOf(row, 'enabled'),
    isTrial: flagOf(row, 'is_trial'),
    validUntil,
    startsAt: numberOrNull(row, 'start_date'),
    versionsUntil: earlier(numberOrNull(row, 'maintenance_period'), validUntil),
    graceHours: flagOf(row, 'allow_grace_period') ? numberOf(row, 'grace_period') : 0,
    maxActivations: numberOf(row, 'max_activations'),
    unlimited: flagOf(row, 'allow_unlimited_activations'),
    transferCount: numberOf(row, 'transfer_count'),
    maxTransfers: numberOf(row, 'max_transfers'),
    preventVm: flagOf(row, 'prevent_vm'),
    isFloatingCloud: flagOf(row, 'is_floating_cloud'),
    pool: {
      kind: 'license',
      id,
      size: numberOf(row, 'floating_users'),
      timeoutMinutes: numberOrNull(row, 'floating_timeout') ?? numberOf(product, 'floating_timeout'),
    },
    row,
  };
}

/** The documents name these two, and trials of whatever type. */
const OFFLINE_TYPES: readonly string[] = ['perpetual', 'consumption'];

/** @throws LicenseSpringRefusal license_not_enabled */
export function requireEnabled(license: License): void {
  if (!license.enabled) throw new LicenseSpringRefusal('license_not_enabled');
}

/**
 * Whether the licence may be activated offline. Not documented: the code for one that does not allow it, and for one of
 * another type (validation_error).
 *
 * @throws LicenseSpringRefusal offline_floating_cloud_not_supported, validation_error
 */
export function requireOfflineUse({ isFloatingCloud, isTrial, row }: License): void {
  if (isFloatingCloud) throw new LicenseSpringRefusal('offline_floating_cloud_not_supported');
  if (!flagOf(row, 'allow_offline_activation')) {
    throw new LicenseSpringRefusal('validation_error', 'The license does not allow offline activation.');
  }
  const type = textOf(row, 'license_type');
  if (!isTrial && !OFFLINE_TYPES.includes(type)) {
    const text = `A license of type ${type} cannot be activated offline.`;
    throw new LicenseSpringRefusal('validation_error', text);
  }
}

export function isExpired(license: License, now: number): boolean {
  return license.validUntil !== null && license.validUntil <= now;
}

/** @throws LicenseSpringRefusal trial_expired, license_expired */
export function requireNotExpired(license: License, now: number): void {
  if (!isExpired(license, now)) return;
  throw new LicenseSpringRefusal(license.isTrial ? 'trial_expired' : 'license_expired');
}

/** Whether an expired licence is within its hours of grace. */
export function isInGrace(license: License, now: number): boolean {
  if (license.validUntil === null || !isExpired(license, now)) return false;
  return now < license.validUntil + license.graceHours * HOUR_MS;
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
