/** Devices of a licence. */
import { flagOf, insertRow, numberOf, numberOrNull } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { setVariable } from './device-variables.js';
import { nextId } from './ids.js';
import { type Input, optionalBoolean, optionalText, optionalVariables } from './input.js';
import { type License, requireEnabled } from './licenses.js';
import { LicenseSpringRefusal } from './refusal.js';
import { freeAllSlots } from './slots.js';
import { storedJson } from './stored-json.js';

export interface Device {
  readonly id: number;
  readonly userId: number | null;
  readonly active: boolean;
  /** Deactivated, and not yet counted as the giving side of a transfer. */
  readonly freed: boolean;
  readonly blacklisted: boolean;
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

export function findDevice(deps: SystemDeps, license: License, hardwareId: string): Device | undefined {
  const sql = 'select * from licensespring_device where license_id = ? and hardware_id = ?';
  const row = deps.store.get(sql, license.id, hardwareId);
  return row === undefined ? undefined : readDevice(row);
}

/**
 * The active device of a call on a licence that may be used, checked in the order of the documents' lists.
 *
 * @throws LicenseSpringRefusal license_not_active, license_not_enabled, device_not_found, blacklisted
 */
export function requireUsableDevice(deps: SystemDeps, license: License, hardwareId: string): Device {
  requireActive(deps, license);
  requireEnabled(license);
  const device = requireFound(deps, license, hardwareId);
  if (device.blacklisted) throw new LicenseSpringRefusal('blacklisted');
  return device;
}

/**
 * The active device, blacklisted or not, of a licence that is enabled or not.
 *
 * @throws LicenseSpringRefusal license_not_active, device_not_found
 */
export function requireActiveDevice(deps: SystemDeps, license: License, hardwareId: string): Device {
  requireActive(deps, license);
  return requireFound(deps, license, hardwareId);
}

/** A licence without any active device is itself not active. */
function requireActive(deps: SystemDeps, license: License): void {
  if (!isActive(deps, license)) throw new LicenseSpringRefusal('license_not_active');
}

function requireFound(deps: SystemDeps, license: License, hardwareId: string): Device {
  const device = findDevice(deps, license, hardwareId);
  if (device === undefined || !device.active) throw new LicenseSpringRefusal('device_not_found');
  return device;
}

function isActive(deps: SystemDeps, license: License): boolean {
  const sql = 'select 1 as found from licensespring_device where license_id = ? and active = 1 limit 1';
  return deps.store.get(sql, license.id) !== undefined;
}

/** Active devices of a licence, or those of one of its users. */
export function countActive(deps: SystemDeps, licenseId: number, userId?: number): number {
  const sql = 'select count(*) as n from licensespring_device where license_id = ? and active = 1';
  const row =
    userId === undefined
      ? deps.store.get(sql, licenseId)
      : deps.store.get(`${sql} and user_id = ?`, licenseId, userId);
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

export function freeDevice(deps: SystemDeps, deviceId: number): void {
  deps.store.run('update licensespring_device set active = 0, freed = 1 where id = ?', deviceId);
  freeAllSlots(deps, deviceId);
}

/**
 * Another device that was freed and not yet counted as transferred from. Not documented: which of several; here the
 * one that was known first.
 */
export function freedDeviceId(deps: SystemDeps, license: License, otherThan: string): number | undefined {
  const sql =
    'select id from licensespring_device where license_id = ? and freed = 1 and hardware_id <> ? order by id limit 1';
  const row = deps.store.get(sql, license.id, otherThan);
  return row === undefined ? undefined : numberOf(row, 'id');
}

/** Keeps what the call tells about the device. @throws LicenseSpringRefusal validation_error */
export function noteContact(deps: SystemDeps, deviceId: number, input: Input): void {
  const row = deps.store.get('select details from licensespring_device where id = ?', deviceId);
  const details: Record<string, unknown> =
    row === undefined ? {} : storedJson<Record<string, unknown>>(row, 'details');
  for (const name of DETAIL_TEXTS) {
    const value = optionalText(input, name);
    if (value !== undefined) details[name] = value;
  }
  if (input.is_vm !== undefined) details.is_vm = optionalBoolean(input, 'is_vm');
  const sql = 'update licensespring_device set last_seen_at = ?, details = ? where id = ?';
  deps.store.run(sql, deps.now(), JSON.stringify(details), deviceId);
  for (const [name, value] of optionalVariables(input)) setVariable(deps, deviceId, name, value);
}

function readDevice(row: SqlRow): Device {
  return {
    id: numberOf(row, 'id'),
    userId: numberOrNull(row, 'user_id'),
    active: flagOf(row, 'active'),
    freed: flagOf(row, 'freed'),
    blacklisted: flagOf(row, 'blacklisted'),
  };
}
