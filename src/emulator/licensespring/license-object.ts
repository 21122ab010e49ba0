/** The licence object, with all members that the documents name for activation and for check. */
import { flagOf, numberOf, numberOrNull, textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { consumed, consumptionSettings, isConsumption } from './consumption.js';
import { customerObject } from './customers.js';
import { isAfter, isoDate } from './dates.js';
import { listVariables } from './device-variables.js';
import { countActive, findDevice } from './devices.js';
import { featureObjects } from './features.js';
import { isExpired, type License } from './licenses.js';
import { COMPANY, productMembers } from './products.js';
import { countSlots, findSlot } from './slots.js';
import { storedJson } from './stored-json.js';
import { userObject } from './users.js';
import { flatVersion, newestVersion, type VersionFilter } from './versions.js';

export interface LicenseObjectOptions {
  readonly form: 'activation' | 'check';
  /** The device whose view it is; empty for nobody's. */
  readonly hardwareId: string;
  readonly withExpiredFeatures: boolean;
  readonly versions: VersionFilter;
}

export function licenseObject(
  deps: SystemDeps,
  license: License,
  { form, hardwareId, withExpiredFeatures, versions }: LicenseObjectOptions,
): Record<string, unknown> {
  const { row } = license;
  const device = findDevice(deps, license, hardwareId);
  const timesActivated = countActive(deps, license.id);
  const newest = newestVersion(deps, license.product, versions);
  return {
    id: license.id,
    ...holderMembers(deps, license),
    order_store_id: textOf(row, 'order_store_id'),
    license_template_id: null,
    company: COMPANY,
    device_id: device?.id ?? null,
    ...(form === 'activation'
      ? { hardware_id: hardwareId, active: timesActivated > 0, request: 'activation' }
      : { license_active: timesActivated > 0, license_enabled: license.enabled }),
    is_expired: isExpired(license, deps.now()),
    license_type: textOf(row, 'license_type'),
    is_trial: license.isTrial,
    trial_days: numberOf(row, 'trial_days'),
    validity_period: isoDate(license.validUntil),
    maintenance_period: isoDate(numberOrNull(row, 'maintenance_period')),
    start_date: isoDate(license.startsAt),
    max_activations: license.maxActivations,
    times_activated: timesActivated,
    ...activationMembers(license),
    ...floatingMembers(deps, license, device?.id),
    ...consumptionMembers(deps, license),
    custom_fields: storedJson(row, 'custom_fields'),
    product_features: featureObjects(deps, license, withExpiredFeatures),
    variables: device === undefined ? [] : listVariables(deps, device.id),
    metadata: storedJson(row, 'metadata'),
    metadata_string: textOf(row, 'metadata'),
    customer: customerObject(deps, numberOrNull(row, 'customer_id')),
    product_details: productMembers(license.product),
    ...(form === 'activation' ? { installation_file: newest ?? null } : flatVersion(newest)),
  };
}

function holderMembers(deps: SystemDeps, license: License): object {
  const { user } = license;
  if (user === undefined) return { license_key: license.licenseKey };
  return {
    user: userObject(deps, license.id, user),
    max_license_users: numberOf(license.row, 'max_license_users'),
  };
}

function activationMembers(license: License): object {
  const { row } = license;
  return {
    allow_unlimited_activations: license.unlimited,
    transfer_count: license.transferCount,
    max_transfers: license.maxTransfers,
    prevent_vm: license.preventVm,
    allow_offline_activation: flagOf(row, 'allow_offline_activation'),
    is_air_gapped: flagOf(row, 'is_air_gapped'),
    is_hardware_key_auth: flagOf(row, 'is_hardware_key_auth'),
    allow_grace_period: flagOf(row, 'allow_grace_period'),
    grace_period: numberOf(row, 'grace_period'),
    enable_maintenance_period: flagOf(row, 'enable_maintenance_period'),
  };
}

function floatingMembers(deps: SystemDeps, license: License, deviceId: number | undefined): object {
  const { pool, isFloatingCloud, row } = license;
  const slot = isFloatingCloud && deviceId !== undefined ? findSlot(deps, pool, deviceId) : undefined;
  const borrowedUntil = slot?.borrowedUntil ?? null;
  const isBorrowed = isAfter(borrowedUntil, deps.now());
  return {
    is_floating: flagOf(row, 'is_floating'),
    is_floating_cloud: isFloatingCloud,
    floating_timeout: pool.timeoutMinutes,
    floating_users: pool.size,
    floating_in_use_devices: isFloatingCloud ? countSlots(deps, pool) : 0,
    can_borrow: flagOf(row, 'can_borrow'),
    max_borrow_time: numberOf(row, 'max_borrow_time'),
    is_borrowed: isBorrowed,
    borrowed_until: isBorrowed ? isoDate(borrowedUntil) : null,
  };
}

/** Only a licence of the consumption type has these. */
function consumptionMembers(deps: SystemDeps, { row }: License): object {
  if (!isConsumption(row)) return {};
  return {
    max_consumptions: numberOf(row, 'max_consumptions'),
    total_consumptions: consumed(row, deps.now()),
    ...consumptionSettings(row),
  };
}
