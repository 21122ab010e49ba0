/** One licence of the default world as data, and how it becomes rows. */
import { type Columns, insertRow, numberOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { addCustomer, findCustomer } from './customers.js';
import { DAY_MS } from './dates.js';
import { nextId } from './ids.js';
import { ACCOUNTS } from './world-base.js';

export interface WorldDevice {
  readonly hardwareId: string;
  readonly user?: string;
  readonly inactive?: boolean;
  readonly freed?: boolean;
  readonly blacklisted?: boolean;
  /** Days from now for which a slot of the licence is borrowed. */
  readonly borrowedDays?: number;
  /** Code of a feature of which it has borrowed a slot for a year. */
  readonly holdsFeature?: string;
  readonly hostname?: string;
}

export interface WorldFeature {
  readonly code: string;
  readonly name: string;
  /** Days from now, negative for the past. */
  readonly expires?: number;
  readonly columns?: Columns;
}

export interface WorldLicense {
  readonly product: string;
  readonly bundle?: string;
  /** Absent for a licence of users. */
  readonly key?: string;
  /** E-mails with the activations that each may make. */
  readonly users?: readonly (readonly [email: string, maxActivations: number])[];
  /** Days from now, negative for the past. */
  readonly valid?: number;
  readonly starts?: number;
  readonly maintained?: number;
  readonly columns?: Columns;
  readonly features?: readonly WorldFeature[];
  readonly devices?: readonly WorldDevice[];
  readonly company?: string;
}

export function addLicense(deps: SystemDeps, license: WorldLicense): void {
  const { store } = deps;
  const id = nextId(deps, 'licensespring_license');
  insertRow(store, 'licensespring_license', {
    id,
    product_id: idOf(deps, 'licensespring_product', 'short_code', license.product),
    bundle_id:
      license.bundle === undefined ? null : idOf(deps, 'licensespring_bundle', 'code', license.bundle),
    customer_id: customerOf(deps, license.company ?? 'Emulator Works'),
    license_key: license.key ?? null,
    order_id: id,
    order_store_id: `order-${deps.randomHex(4)}`,
    validity_period: daysFromNow(deps, license.valid),
    start_date: daysFromNow(deps, license.starts),
    maintenance_period: daysFromNow(deps, license.maintained),
    enable_maintenance_period: license.maintained !== undefined,
    max_license_users: Math.max(1, license.users?.length ?? 0),
    counted_at: deps.now(),
    ...license.columns,
  });
  for (const [email, max_activations] of license.users ?? []) {
    insertRow(store, 'licensespring_license_user', {
      license_id: id,
      user_id: userId(deps, email),
      max_activations,
    });
  }
  for (const feature of license.features ?? []) addFeature(deps, id, feature);
  for (const device of license.devices ?? []) addDevice(deps, id, device);
}

function addFeature(deps: SystemDeps, licenseId: number, feature: WorldFeature): void {
  insertRow(deps.store, 'licensespring_feature', {
    id: nextId(deps, 'licensespring_feature'),
    license_id: licenseId,
    code: feature.code,
    name: feature.name,
    expiry_date: daysFromNow(deps, feature.expires),
    counted_at: deps.now(),
    ...feature.columns,
  });
}

function addDevice(deps: SystemDeps, licenseId: number, device: WorldDevice): void {
  const now = deps.now();
  const id = nextId(deps, 'licensespring_device');
  insertRow(deps.store, 'licensespring_device', {
    id,
    license_id: licenseId,
    user_id: device.user === undefined ? null : userId(deps, device.user),
    hardware_id: device.hardwareId,
    active: !device.inactive,
    freed: device.freed ?? false,
    blacklisted: device.blacklisted ?? false,
    created_at: now - 90 * DAY_MS,
    last_seen_at: now - DAY_MS,
    details: JSON.stringify(device.hostname === undefined ? {} : { hostname: device.hostname }),
  });
  if (device.borrowedDays !== undefined) addSlot(deps, 'license', licenseId, id, device.borrowedDays);
  if (device.holdsFeature !== undefined) {
    const sql = 'select id from licensespring_feature where license_id = ? and code = ?';
    const feature = deps.store.get(sql, licenseId, device.holdsFeature);
    if (feature === undefined) throw new Error(`The default world has no feature ${device.holdsFeature}`);
    addSlot(deps, 'feature', numberOf(feature, 'id'), id, 365);
  }
}

function addSlot(deps: SystemDeps, pool: string, poolId: number, deviceId: number, days: number): void {
  const until = deps.now() + days * DAY_MS;
  insertRow(deps.store, 'licensespring_slot', {
    pool,
    pool_id: poolId,
    device_id: deviceId,
    held_until: until,
    borrowed_until: until,
  });
}

function userId(deps: SystemDeps, email: string): number {
  return idOf(deps, 'licensespring_user', 'email', email);
}

function idOf(deps: SystemDeps, table: string, column: string, value: string): number {
  const row = deps.store.get(`select id from ${table} where ${column} = ?`, value);
  if (row === undefined) throw new Error(`The default world has no ${value} in ${table}`);
  return numberOf(row, 'id');
}

function daysFromNow(deps: SystemDeps, days: number | undefined): number | null {
  return days === undefined ? null : deps.now() + days * DAY_MS;
}

function customerOf(deps: SystemDeps, company: string): number {
  const email = `office@${company.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`;
  const known = findCustomer(deps, email);
  if (known !== undefined) return numberOf(known, 'id');
  const account = ACCOUNTS.find((candidate) => candidate.company === company);
  const accountId =
    account === undefined ? null : idOf(deps, 'licensespring_customer_account', 'code', account.code);
  return addCustomer(deps, email, { company_name: company }, accountId);
}
