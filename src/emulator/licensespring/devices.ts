/** Devices of a licence, and the floating slots that they hold. */
import { flagOf, insertRow, numberOf, numberOrNull, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { type Input, optionalBoolean, optionalText, optionalVariables } from './input.js';
import type { License } from './licenses.js';
import { LicenseSpringRefusal } from './refusal.js';

export interface Device {
  readonly id: number;
  readonly userId: number | null;
  readonly hardwareId: string;
  readonly active: boolean;
  /** Deactivated, and not yet counted as the giving side of a transfer. */
  readonly freed: boolean;
  readonly blacklisted: boolean;
  /** Milliseconds since the epoch; the slot lapses then. */
  readonly slotUntil: number | null;
  readonly borrowedUntil: number | null;
}

const DETAIL_TEXTS = [
  'vm_info',
  'os_ver',
  'hostname',
  'os_hostname',
  'ip',
  'ip_local',
  'app_ver',
  'sdk_ver',
  'mac_address',
];
/** 16 digits, as the vendor's. */
const FIRST_ID = 1654083900000000;

export function findDevice(deps: SystemDeps, license: License, hardwareId: string): Device | undefined {
  const sql = 'select * from licensespring_device where license_id = ? and hardware_id = ?';
  const row = deps.store.get(sql, license.id, hardwareId);
  return row === undefined ? undefined : readDevice(row);
}

/** The active device of a call. @throws LicenseSpringRefusal license_not_active, device_not_found, blacklisted */
export function requireDevice(deps: SystemDeps, license: License, hardwareId: string): Device {
  const device = requireActiveDevice(deps, license, hardwareId);
  if (device.blacklisted) throw new LicenseSpringRefusal('blacklisted');
  return device;
}

/**
 * The active device, blacklisted or not. A licence without any active device is itself not active.
 *
 * @throws LicenseSpringRefusal license_not_active, device_not_found
 */
export function requireActiveDevice(deps: SystemDeps, license: License, hardwareId: string): Device {
  if (countActive(deps, license) === 0) throw new LicenseSpringRefusal('license_not_active');
  const device = findDevice(deps, license, hardwareId);
  if (device === undefined || !device.active) throw new LicenseSpringRefusal('device_not_found');
  return device;
}

export function countActive(deps: SystemDeps, license: License, userId?: number): number {
  const sql = 'select count(*) as n from licensespring_device where license_id = ? and active = 1';
  const row =
    userId === undefined
      ? deps.store.get(sql, license.id)
      : deps.store.get(`${sql} and user_id = ?`, license.id, userId);
  return row === undefined ? 0 : numberOf(row, 'n');
}

/** Makes the device active, adding it when it is new; answers its id. */
export function activateDevice(deps: SystemDeps, license: License, hardwareId: string): number {
  const now = deps.now();
  const known = findDevice(deps, license, hardwareId);
  const userId = license.user?.id ?? null;
  if (known !== undefined) {
    const sql =
      'update licensespring_device set active = 1, freed = 0, user_id = ?, last_seen_at = ? where id = ?';
    deps.store.run(sql, userId, now, known.id);
    return known.id;
  }
  const id = nextId(deps, 'licensespring_device');
  insertRow(deps.store, 'licensespring_device', {
    id,
    license_id: license.id,
    user_id: userId,
    hardware_id: hardwareId,
    created_at: now,
    last_seen_at: now,
  });
  return id;
}

export function freeDevice(deps: SystemDeps, device: Device): void {
  const sql =
    'update licensespring_device set active = 0, freed = 1, slot_until = null, borrowed_until = null where id = ?';
  deps.store.run(sql, device.id);
}

/** Another device that was freed and not yet counted as transferred from. Which of several makes no difference. */
export function freedDeviceId(deps: SystemDeps, license: License, otherThan: string): number | undefined {
  const sql =
    'select id from licensespring_device where license_id = ? and freed = 1 and hardware_id <> ? order by id limit 1';
  const row = deps.store.get(sql, license.id, otherThan);
  return row === undefined ? undefined : numberOf(row, 'id');
}

/** Keeps what the call tells about the device. @throws LicenseSpringRefusal validation_error */
export function noteContact(deps: SystemDeps, deviceId: number, input: Input): void {
  const row = deps.store.get('select details from licensespring_device where id = ?', deviceId);
  const details: Record<string, unknown> = row === undefined ? {} : JSON.parse(textOf(row, 'details'));
  for (const name of DETAIL_TEXTS) {
    const value = optionalText(input, name);
    if (value !== undefined) details[name] = value;
  }
  if (input.is_vm !== undefined) details.is_vm = optionalBoolean(input, 'is_vm');
  const sql = 'update licensespring_device set last_seen_at = ?, details = ? where id = ?';
  deps.store.run(sql, deps.now(), JSON.stringify(details), deviceId);
  for (const [name, value] of optionalVariables(input)) setVariable(deps, deviceId, name, value);
}

function setVariable(deps: SystemDeps, deviceId: number, variable: string, value: string): void {
  const sql = 'update licensespring_device_variable set value = ? where device_id = ? and variable = ?';
  if (deps.store.run(sql, value, deviceId, variable).changes > 0) return;
  insertRow(deps.store, 'licensespring_device_variable', {
    id: nextId(deps, 'licensespring_device_variable'),
    device_id: deviceId,
    variable,
    value,
    created_at: deps.now(),
  });
}

/** Device variables as a licence object lists them. */
export function listVariables(deps: SystemDeps, deviceId: number): object[] {
  const sql = 'select * from licensespring_device_variable where device_id = ? order by id';
  return deps.store.all(sql, deviceId).map((row) => ({
    id: numberOf(row, 'id'),
    variable: textOf(row, 'variable'),
    value: textOf(row, 'value'),
    device_id: deviceId,
    created_at: new Date(numberOf(row, 'created_at')).toISOString(),
  }));
}

/** The next id of a table; the first ones come from the world. */
export function nextId(deps: SystemDeps, table: string): number {
  const row = deps.store.get(`select coalesce(max(id), ${FIRST_ID}) + 1 as id from ${table}`);
  return row === undefined ? FIRST_ID : numberOf(row, 'id');
}

function readDevice(row: SqlRow): Device {
  return {
    id: numberOf(row, 'id'),
    userId: numberOrNull(row, 'user_id'),
    hardwareId: textOf(row, 'hardware_id'),
    active: flagOf(row, 'active'),
    freed: flagOf(row, 'freed'),
    blacklisted: flagOf(row, 'blacklisted'),
    slotUntil: numberOrNull(row, 'slot_until'),
    borrowedUntil: numberOrNull(row, 'borrowed_until'),
  };
}
