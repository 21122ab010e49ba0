/** Counting usage, of a licence of the consumption type or of a feature of that type. */
import { flagOf, numberOf, textOf, textOrNull } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { DAY_MS } from './dates.js';
import { LicenseSpringRefusal, type RefusalCode } from './refusal.js';

/** A row of licences or features; both have the same columns for consumption. */
interface Meter {
  readonly table: 'licensespring_license' | 'licensespring_feature';
  readonly row: SqlRow;
  /** What is answered when the maximum would be passed. */
  readonly notEnough: RefusalCode;
}

/** The meter of a licence of the consumption type. */
export function licenseMeter(row: SqlRow): Meter {
  return { table: 'licensespring_license', row, notEnough: 'license_not_enough_consumptions' };
}

/** The meter of a feature of the consumption type. */
export function featureMeter(row: SqlRow): Meter {
  return { table: 'licensespring_feature', row, notEnough: 'feature_not_enough_consumptions' };
}

/** What a call asks to be set on the meter before it counts. */
export interface Overages {
  readonly allow?: boolean;
  readonly max?: number;
}

/**
 * Adds to the total, or takes from it. Unlimited consumption beats overages. Not documented: a total below zero,
 * which is allowed where negative consumptions are.
 *
 * @throws LicenseSpringRefusal negative_consumptions_not_allowed, validation_error, or the meter's `notEnough`
 */
export function addToMeter(deps: SystemDeps, meter: Meter, amount: number, overages: Overages = {}): void {
  const { table, row } = meter;
  if (amount < 0 && !flagOf(row, 'allow_negative_consumptions')) {
    throw new LicenseSpringRefusal('negative_consumptions_not_allowed');
  }
  const allow = overages.allow ?? flagOf(row, 'allow_overages');
  const max = overages.max ?? numberOf(row, 'max_overages');
  const now = deps.now();
  const total = consumed(row, now) + amount;
  if (!Number.isSafeInteger(total)) {
    throw new LicenseSpringRefusal('validation_error', 'consumptions is too large.');
  }
  const limit = numberOf(row, 'max_consumptions') + (allow ? max : 0);
  if (amount > 0 && total > limit && !flagOf(row, 'allow_unlimited_consumptions')) {
    throw new LicenseSpringRefusal(meter.notEnough);
  }
  const sql = `update ${table} set total_consumptions = ?, counted_at = ?, allow_overages = ?, max_overages = ? where id = ?`;
  deps.store.run(sql, total, now, Number(allow), max, numberOf(row, 'id'));
}

/** The total of the current period: what was counted in an earlier one is over once it resets. */
export function consumed(row: SqlRow, now: number): number {
  const period = textOrNull(row, 'consumption_period');
  const isOver =
    flagOf(row, 'reset_consumption') && period !== null && numberOf(row, 'counted_at') < startOf(period, now);
  return isOver ? 0 : numberOf(row, 'total_consumptions');
}

/** Members of an answer that both kinds have. */
export function consumptionSettings(row: SqlRow): object {
  return {
    allow_unlimited_consumptions: flagOf(row, 'allow_unlimited_consumptions'),
    allow_negative_consumptions: flagOf(row, 'allow_negative_consumptions'),
    allow_overages: flagOf(row, 'allow_overages'),
    max_overages: numberOf(row, 'max_overages'),
    reset_consumption: flagOf(row, 'reset_consumption'),
    consumption_period: textOrNull(row, 'consumption_period'),
  };
}

export function isConsumption(license: SqlRow): boolean {
  return textOf(license, 'license_type') === 'consumption';
}

/** Not documented: where periods begin. Here at midnight UTC of the day, Monday, month or year. */
function startOf(period: string, now: number): number {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const day = Date.UTC(year, month, date.getUTCDate());
  switch (period) {
    case 'daily':
      return day;
    case 'weekly':
      return day - ((date.getUTCDay() + 6) % 7) * DAY_MS;
    case 'monthly':
      return Date.UTC(year, month, 1);
    default:
      return Date.UTC(year, 0, 1);
  }
}
