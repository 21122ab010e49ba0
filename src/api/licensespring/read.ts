/** From the licence object of the License API v4 (activation and check) to our records. */
import { isObject, type JsonObject, member, readBoolean, readList, readNumber, readText } from '../read.js';
import type { CustomFieldRecord, FeatureRecord, LicenseRecord, LicenseStatus } from '../records.js';

const HOUR_MS = 3_600_000;

/** A licence of a floating cloud: check takes a slot, which lapses `timeoutMinutes` after the last contact. */
export interface FloatingTerms {
  readonly cloud: boolean;
  /** The customer runs a floating server of their own, which speaks another API. */
  readonly ownServer: boolean;
  readonly timeoutMinutes: number | null;
  readonly seatsUsed: number | null;
  readonly seatsAllowed: number | null;
}

/** @param now milliseconds since the epoch; decides between expired and grace only. */
export function readLicense(body: JsonObject, now: number): LicenseRecord {
  const product = objectAt(body, 'product_details');
  const user = objectAt(body, 'user');
  const customer = objectAt(body, 'customer');
  const floating = readFloating(body);
  const text = (name: string): string | null => readText(member(body, name));
  const number = (name: string): number | null => readNumber(member(body, name));
  const flag = (name: string): boolean | null => readBoolean(member(body, name));
  return {
    provider: 'licensespring',
    key: text('license_key'),
    id: text('id'),
    product: readText(member(product, 'short_code')),
    status: readStatus(body, now),
    type: text('license_type'),
    trial: flag('is_trial'),
    enabled: flag('license_enabled'),
    activationsUsed: number('times_activated'),
    activationsAllowed: flag('allow_unlimited_activations') === true ? null : number('max_activations'),
    expiresAt: text('validity_period'),
    maintenanceEndsAt: text('maintenance_period'),
    productName: readText(member(product, 'product_name')),
    username: readText(member(user, 'email')),
    customerEmail: readText(member(customer, 'email')),
    customerCompany: readText(member(customer, 'company_name')),
    orderId: text('order_store_id'),
    deviceId: text('device_id'),
    startsAt: text('start_date'),
    graceHours: flag('allow_grace_period') === true ? number('grace_period') : null,
    transfersUsed: number('transfer_count'),
    transfersAllowed: readTransfersAllowed(body),
    offlineActivationAllowed: flag('allow_offline_activation'),
    virtualMachinesAllowed: opposite(flag('prevent_vm')),
    floatingCloud: floating.cloud,
    floatingServer: floating.ownServer,
    floatingTimeoutMinutes: floating.timeoutMinutes,
    seatsUsed: floating.seatsUsed,
    seatsAllowed: floating.seatsAllowed,
    borrowingAllowed: flag('can_borrow'),
    maxBorrowHours: flag('can_borrow') === false ? null : number('max_borrow_time'),
    borrowedUntil: text('borrowed_until'),
    consumptionsUsed: number('total_consumptions'),
    consumptionsAllowed: flag('allow_unlimited_consumptions') === true ? null : number('max_consumptions'),
    overagesAllowed: flag('allow_overages'),
    maxOverages: number('max_overages'),
    resetPeriod: text('consumption_period'),
    features: readList(member(body, 'product_features'))
      .filter(isObject)
      .map((feature) => readFeature(feature, now)),
    customFields: readList(member(body, 'custom_fields')).filter(isObject).map(readCustomField),
    version: text('version'),
  };
}

export function readFloating(body: JsonObject): FloatingTerms {
  const cloud = readBoolean(member(body, 'is_floating_cloud')) === true;
  const ownServer = readBoolean(member(body, 'is_floating')) === true;
  const onlyWhenFloating = (name: string): number | null =>
    cloud || ownServer ? readNumber(member(body, name)) : null;
  return {
    cloud,
    ownServer,
    timeoutMinutes: onlyWhenFloating('floating_timeout'),
    seatsUsed: onlyWhenFloating('floating_in_use_devices'),
    seatsAllowed: onlyWhenFloating('floating_users'),
  };
}

/**
 * An activation says `active`, a check `license_active` and `license_enabled`. Disabled weighs more than
 * expired, and that more than not activated here; a licence that has expired may still be in its grace period.
 */
function readStatus(body: JsonObject, now: number): LicenseStatus {
  const enabled = readBoolean(member(body, 'license_enabled'));
  if (enabled === false) return 'disabled';
  const starts = Date.parse(readText(member(body, 'start_date')) ?? '');
  if (starts > now) return 'not-started';
  if (hasExpired(body, now)) return inGrace(body, now) ? 'grace' : 'expired';
  const active = readBoolean(member(body, 'license_active')) ?? readBoolean(member(body, 'active'));
  if (active === false) return 'inactive';
  return active === true ? 'active' : 'unknown';
}

/** The server's word; our clock only where it says nothing. */
function hasExpired(body: JsonObject, now: number): boolean {
  const said = readBoolean(member(body, 'is_expired'));
  return said ?? Date.parse(readText(member(body, 'validity_period')) ?? '') < now;
}

function inGrace(body: JsonObject, now: number): boolean {
  if (readBoolean(member(body, 'allow_grace_period')) !== true) return false;
  const ended = Date.parse(readText(member(body, 'validity_period')) ?? '');
  const hours = readNumber(member(body, 'grace_period')) ?? 0;
  return now < ended + hours * HOUR_MS;
}

/** `max_transfers`: 0 is no limit, -1 forbids transfers. */
function readTransfersAllowed(body: JsonObject): number | null {
  const limit = readNumber(member(body, 'max_transfers'));
  if (limit === null || limit === 0) return null;
  return Math.max(limit, 0);
}

/** Whether a licence or feature has floating seats, of the cloud or of a server of the customer. */
export function isFloating(body: JsonObject): boolean {
  return ['is_floating_cloud', 'is_floating'].some((name) => readBoolean(member(body, name)) === true);
}

/** @param now milliseconds since the epoch; a feature that has expired is not enabled */
export function readFeature(feature: JsonObject, now: number): FeatureRecord {
  const type = readText(member(feature, 'feature_type'));
  const floating = isFloating(feature);
  const unlimited = readBoolean(member(feature, 'allow_unlimited_consumptions')) === true;
  const limit = type === 'consumption' ? 'max_consumption' : 'floating_users';
  return {
    code: readText(member(feature, 'code')) ?? '',
    enabled: !(Date.parse(readText(member(feature, 'expiry_date')) ?? '') < now),
    type: floating && type === 'activation' ? 'floating' : type,
    limit: unlimited ? null : readNumber(member(feature, limit)),
    used: readNumber(member(feature, 'total_consumptions')),
  };
}

export function readCustomField(field: JsonObject): CustomFieldRecord {
  return { name: readText(member(field, 'name')) ?? '', value: readText(member(field, 'value')) };
}

function objectAt(body: JsonObject, name: string): JsonObject {
  const value = member(body, name);
  return isObject(value) ? value : {};
}

function opposite(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}
