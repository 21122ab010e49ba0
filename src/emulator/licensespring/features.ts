/** Features of a licence. */
import { flagOf, numberOf, numberOrNull, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { consumed, consumptionSettings } from './consumption.js';
import { isAfter, isoDate } from './dates.js';
import type { License } from './licenses.js';
import { LicenseSpringRefusal } from './refusal.js';
import type { Pool } from './slots.js';
import { storedJson } from './stored-json.js';

/** The feature of this code, unless it has expired. */
export function findFeature(deps: SystemDeps, license: License, code: string): SqlRow | undefined {
  const sql = 'select * from licensespring_feature where license_id = ? and code = ?';
  const row = deps.store.get(sql, license.id, code);
  return row === undefined || hasExpired(row, deps.now()) ? undefined : row;
}

/**
 * Not documented: a feature that has expired, which is here as good as none.
 *
 * @throws LicenseSpringRefusal invalid_license_feature_code
 */
export function requireFeature(deps: SystemDeps, license: License, code: string): SqlRow {
  const row = findFeature(deps, license, code);
  if (row === undefined) throw new LicenseSpringRefusal('invalid_license_feature_code');
  return row;
}

/** `product_features` of a licence object. */
export function featureObjects(deps: SystemDeps, license: License, withExpired: boolean): object[] {
  const sql = 'select * from licensespring_feature where license_id = ? order by id';
  const now = deps.now();
  return deps.store
    .all(sql, license.id)
    .filter((row) => withExpired || !hasExpired(row, now))
    .map((row) => featureObject(row, now));
}

/** The documented members; those about slots and consumption only where the feature has them. */
export function featureObject(row: SqlRow, now: number): object {
  return {
    id: numberOf(row, 'id'),
    code: textOf(row, 'code'),
    name: textOf(row, 'name'),
    feature_type: textOf(row, 'feature_type'),
    expiry_date: isoDate(numberOrNull(row, 'expiry_date')),
    is_expired: hasExpired(row, now),
    is_floating: flagOf(row, 'is_floating'),
    is_floating_cloud: flagOf(row, 'is_floating_cloud'),
    metadata: storedJson(row, 'metadata'),
    ...floatingMembers(row),
    ...consumptionMembers(row, now),
  };
}

/** The slots of a floating cloud feature. */
export function featurePool(row: SqlRow): Pool {
  return {
    kind: 'feature',
    id: numberOf(row, 'id'),
    size: numberOf(row, 'floating_users'),
    timeoutMinutes: numberOf(row, 'floating_timeout'),
  };
}

export function isFloatingCloud(row: SqlRow): boolean {
  return flagOf(row, 'is_floating_cloud');
}

function floatingMembers(row: SqlRow): object {
  if (!isFloatingCloud(row) && !flagOf(row, 'is_floating')) return {};
  return {
    floating_users: numberOf(row, 'floating_users'),
    floating_timeout: numberOf(row, 'floating_timeout'),
  };
}

/** A feature says `max_consumption` where a licence says `max_consumptions`. */
function consumptionMembers(row: SqlRow, now: number): object {
  if (textOf(row, 'feature_type') !== 'consumption') return {};
  return {
    max_consumption: numberOf(row, 'max_consumptions'),
    total_consumptions: consumed(row, now),
    ...consumptionSettings(row),
  };
}

function hasExpired(row: SqlRow, now: number): boolean {
  const end = numberOrNull(row, 'expiry_date');
  return end !== null && !isAfter(end, now);
}
