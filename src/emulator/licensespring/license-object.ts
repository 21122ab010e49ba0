/** The licence object, with all members that the documents name for activation and for check. */
import { flagOf, numberOf, numberOrNull, textOf, textOrNull } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { countActive, findDevice, listVariables } from './devices.js';
import { countSlots, isAfter } from './floating.js';
import { isExpired, type License } from './licenses.js';
import { COMPANY, latestVersion, productMembers } from './products.js';

export interface LicenseObjectOptions {
  readonly form: 'activation' | 'check';
  readonly hardwareId: string;
  readonly withExpiredFeatures: boolean;
}

/** Version members of a check, flat; an activation nests them under `installation_file`. */
const VERSION_MEMBERS = [
  'version',
  'installation_file',
  'release_date',
  'hash_md5',
  'requires_version',
  'environment',
  'eula_link',
  'release_notes_link',
  'size',
  'channel',
];

export function licenseObject(
  deps: SystemDeps,
  license: License,
  { form, hardwareId, withExpiredFeatures }: LicenseObjectOptions,
): Record<string, unknown> {
  const { row } = license;
  const device = findDevice(deps, license, hardwareId);
  const now = deps.now();
  return {
    id: license.id,
    ...holderMembers(deps, license),
    order_store_id: textOf(row, 'order_store_id'),
    license_template_id: null,
    company: COMPANY,
    device_id: device?.id ?? null,
    ...stateMembers(deps, license, form, hardwareId),
    is_expired: isExpired(license, now),
    license_type: textOf(row, 'license_type'),
    is_trial: license.isTrial,
    trial_days: numberOf(row, 'trial_days'),
    validity_period: iso(license.validUntil),
    maintenance_period: iso(numberOrNull(row, 'maintenance_period')),
    start_date: iso(license.startsAt),
    ...activationMembers(deps, license),
    allow_grace_period: flagOf(row, 'allow_grace_period'),
    grace_period: numberOf(row, 'grace_period'),
    enable_maintenance_period: flagOf(row, 'enable_maintenance_period'),
    ...floatingMembers(deps, license),
    is_borrowed: isAfter(device?.borrowedUntil ?? null, now),
    borrowed_until: isAfter(device?.borrowedUntil ?? null, now) ? iso(device?.borrowedUntil ?? null) : null,
    ...consumptionMembers(row),
    custom_fields: JSON.parse(textOf(row, 'custom_fields')),
    product_features: features(row, now, withExpiredFeatures),
    variables: device === undefined ? [] : listVariables(deps, device.id),
    metadata: JSON.parse(textOf(row, 'metadata')),
    metadata_string: textOf(row, 'metadata'),
    customer: JSON.parse(textOf(row, 'customer')),
    product_details: productMembers(license.product),
    ...versionMembers(license.product, form),
  };
}

function holderMembers(deps: SystemDeps, license: License): object {
  const { user } = license;
  if (user === undefined) return { license_key: license.licenseKey };
  return {
    user: {
      id: user.id,
      email: user.email,
      first_name: textOf(user.row, 'first_name'),
      last_name: textOf(user.row, 'last_name'),
      phone_number: textOf(user.row, 'phone_number'),
      is_initial_password: flagOf(user.row, 'is_initial_password'),
      max_activations: user.maxActivations,
      allow_unlimited_activations: user.unlimited,
      total_activations: countActive(deps, license, user.id),
    },
    max_license_users: numberOf(license.row, 'max_license_users'),
  };
}

function stateMembers(deps: SystemDeps, license: License, form: string, hardwareId: string): object {
  const active = countActive(deps, license) > 0;
  if (form === 'activation') return { hardware_id: hardwareId, active, request: 'activation' };
  return { license_active: active, license_enabled: license.enabled };
}

function activationMembers(deps: SystemDeps, license: License): object {
  const { row } = license;
  return {
    max_activations: license.maxActivations,
    times_activated: countActive(deps, license),
    allow_unlimited_activations: license.unlimited,
    transfer_count: license.transferCount,
    max_transfers: license.maxTransfers,
    prevent_vm: license.preventVm,
    allow_offline_activation: flagOf(row, 'allow_offline_activation'),
    is_air_gapped: flagOf(row, 'is_air_gapped'),
    is_hardware_key_auth: flagOf(row, 'is_hardware_key_auth'),
  };
}

function floatingMembers(deps: SystemDeps, license: License): object {
  return {
    is_floating: flagOf(license.row, 'is_floating'),
    is_floating_cloud: license.isFloatingCloud,
    floating_timeout: license.floatingTimeoutMinutes,
    floating_users: license.floatingUsers,
    floating_in_use_devices: countSlots(deps, license),
    can_borrow: flagOf(license.row, 'can_borrow'),
    max_borrow_time: numberOf(license.row, 'max_borrow_time'),
  };
}

/** Only a licence of the consumption type has these. */
function consumptionMembers(row: SqlRow): object {
  if (textOf(row, 'license_type') !== 'consumption') return {};
  return {
    max_consumptions: numberOf(row, 'max_consumptions'),
    total_consumptions: numberOf(row, 'total_consumptions'),
    allow_unlimited_consumptions: flagOf(row, 'allow_unlimited_consumptions'),
    allow_negative_consumptions: flagOf(row, 'allow_negative_consumptions'),
    allow_overages: flagOf(row, 'allow_overages'),
    max_overages: numberOf(row, 'max_overages'),
    reset_consumption: flagOf(row, 'reset_consumption'),
    consumption_period: textOrNull(row, 'consumption_period'),
  };
}

function features(row: SqlRow, now: number, withExpired: boolean): object[] {
  const all: readonly { readonly expiry_date: string | null }[] = JSON.parse(textOf(row, 'product_features'));
  return all.filter(({ expiry_date: end }) => withExpired || end === null || Date.parse(end) > now);
}

function versionMembers(product: SqlRow, form: string): object {
  const latest = latestVersion(product);
  if (form === 'activation') return { installation_file: latest ?? null };
  return Object.fromEntries(VERSION_MEMBERS.map((name) => [name, latest?.[name] ?? null]));
}

/** Full ISO with milliseconds and Z, as the signature wants it. */
function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
