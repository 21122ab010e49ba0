/** From the License API v4's answers about features, counting, borrowing and variables to our records. */
import type {
  BorrowRecord,
  ConsumptionRecord,
  LicenseFeatureRecord,
  VariableRecord,
} from '../device-records.js';
import type { Input } from '../operation.js';
import { type JsonObject, member, readBoolean, readNumber, readText } from '../read.js';
import { isFloating, readFeature } from './read.js';

/** The licence as the call named it: the answers to these calls do not tell its key. */
function named(input: Input): { readonly provider: 'licensespring'; readonly key: string | null } {
  return { provider: 'licensespring', key: readText(input.license_key) };
}

/** @param now milliseconds since the epoch; decides whether the feature has expired */
export function readLicenseFeature(body: JsonObject, input: Input, now: number): LicenseFeatureRecord {
  const floating = isFloating(body);
  const whenFloating = (name: string): number | null => (floating ? readNumber(member(body, name)) : null);
  const feature = readFeature(body, now);
  return {
    ...named(input),
    ...feature,
    code: feature.code === '' ? (readText(input.feature) ?? '') : feature.code,
    licenseId: readText(member(body, 'license_id')),
    name: readText(member(body, 'name')),
    expiresAt: readText(member(body, 'expiry_date')),
    floating,
    floatingTimeoutMinutes: whenFloating('floating_timeout'),
    seatsUsed: whenFloating('floating_in_use_devices'),
    seatsAllowed: whenFloating('floating_users'),
    metadata: member(body, 'metadata') ?? null,
    metadataText: readText(member(body, 'metadata_string')),
  };
}

/** The limit of a licence is `max_consumptions`, that of a feature `max_consumption`. */
export function readConsumption(body: JsonObject, input: Input): ConsumptionRecord {
  const feature = readText(input.feature);
  const unlimited = readBoolean(member(body, 'allow_unlimited_consumptions')) === true;
  const limit = member(body, 'max_consumptions') ?? member(body, 'max_consumption');
  // `id` is that of what was counted on.
  const licenseId = member(body, 'license_id') ?? (feature === null ? member(body, 'id') : null);
  return {
    ...named(input),
    licenseId: readText(licenseId),
    product: readText(input.product),
    feature,
    consumptionsUsed: readNumber(member(body, 'total_consumptions')),
    consumptionsAllowed: unlimited ? null : readNumber(limit),
    overagesAllowed: readBoolean(member(body, 'allow_overages')),
    maxOverages: readNumber(member(body, 'max_overages')),
    resets: readBoolean(member(body, 'reset_consumption')),
    resetPeriod: readText(member(body, 'consumption_period')),
  };
}

/** The device is named by the hardware id that people know; `device_id` is the server's number for it. */
export function readBorrow(body: JsonObject, input: Input): BorrowRecord {
  return {
    ...named(input),
    licenseId: readText(member(body, 'license_id')),
    product: readText(input.product),
    feature: readText(input.feature),
    deviceId: readText(input.hardware_id),
    borrowedUntil: readText(member(body, 'borrowed_until')),
    maxBorrowHours: readNumber(member(body, 'max_borrow_time')),
  };
}

export function readVariable(body: JsonObject): VariableRecord {
  const value = member(body, 'value');
  return {
    id: readText(member(body, 'id')),
    name: readText(member(body, 'variable')) ?? '',
    // A variable may be set to blanks, or to nothing.
    value: typeof value === 'string' ? value : readText(value),
    deviceId: readText(member(body, 'device_id')),
    createdAt: readInstant(member(body, 'created_at')),
  };
}

/** The last instant that a date can have, in milliseconds since the epoch. */
const LAST_INSTANT = 8.64e15;

/** ISO 8601 from milliseconds since the epoch, which some pages have, or from text, which is kept. */
function readInstant(value: unknown): string | null {
  const ms = readNumber(value);
  if (ms === null || Math.abs(ms) > LAST_INSTANT) return readText(value);
  return new Date(ms).toISOString();
}
