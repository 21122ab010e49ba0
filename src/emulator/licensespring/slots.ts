/**
 * Floating cloud slots, of a licence or of one feature: taken and renewed by contact, held by a borrow, freed by a
 * release or by time.
 */
import { numberOf, numberOrNull } from '../row.js';
import type { SystemDeps } from '../system.js';
import { LicenseSpringRefusal } from './refusal.js';

const MINUTE_MS = 60_000;

export interface Pool {
  readonly kind: 'license' | 'feature';
  /** Id of the licence or feature. */
  readonly id: number;
  /** How many devices may hold a slot at once. */
  readonly size: number;
  /** Minutes after the last contact at which a slot lapses. */
  readonly timeoutMinutes: number;
}

export interface Slot {
  /** Milliseconds since the epoch: the lapse of the contact or the end of the borrow, whichever is later. */
  readonly heldUntil: number;
  readonly borrowedUntil: number | null;
}

/** Devices that hold a slot now, by contact or by borrowing. */
export function countSlots(deps: SystemDeps, { kind, id }: Pool): number {
  const sql =
    'select count(*) as n from licensespring_slot where pool = ? and pool_id = ? and held_until > ?';
  const row = deps.store.get(sql, kind, id, deps.now());
  return row === undefined ? 0 : numberOf(row, 'n');
}

/** The slot that the device holds now. */
export function findSlot(deps: SystemDeps, { kind, id }: Pool, deviceId: number): Slot | undefined {
  const sql =
    'select held_until, borrowed_until from licensespring_slot where pool = ? and pool_id = ? and device_id = ?';
  const row = deps.store.get(sql, kind, id, deviceId);
  if (row === undefined) return undefined;
  const heldUntil = numberOf(row, 'held_until');
  return heldUntil > deps.now()
    ? { heldUntil, borrowedUntil: numberOrNull(row, 'borrowed_until') }
    : undefined;
}

/** Takes a slot or renews the one held, for the timeout from now. @throws LicenseSpringRefusal floating_not_available */
export function takeSlot(deps: SystemDeps, pool: Pool, deviceId: number): void {
  const slot = findSlot(deps, pool, deviceId);
  requireFree(deps, pool, slot);
  const lapse = deps.now() + pool.timeoutMinutes * MINUTE_MS;
  const borrowedUntil = slot?.borrowedUntil ?? null;
  holdSlot(deps, pool, deviceId, { heldUntil: Math.max(lapse, borrowedUntil ?? 0), borrowedUntil });
}

/**
 * Holds a slot until the end of a borrow, and for the timeout from now at least.
 *
 * @param until milliseconds since the epoch
 * @throws LicenseSpringRefusal floating_not_available
 */
export function borrowSlot(deps: SystemDeps, pool: Pool, deviceId: number, until: number): void {
  requireFree(deps, pool, findSlot(deps, pool, deviceId));
  const lapse = deps.now() + pool.timeoutMinutes * MINUTE_MS;
  holdSlot(deps, pool, deviceId, { heldUntil: Math.max(lapse, until), borrowedUntil: until });
}

/** Whether there was a slot to free. */
export function freeSlot(deps: SystemDeps, pool: Pool, deviceId: number): boolean {
  const held = findSlot(deps, pool, deviceId) !== undefined;
  const sql = 'delete from licensespring_slot where pool = ? and pool_id = ? and device_id = ?';
  deps.store.run(sql, pool.kind, pool.id, deviceId);
  return held;
}

/** A device that is deactivated leaves all pools. */
export function freeAllSlots(deps: SystemDeps, deviceId: number): void {
  deps.store.run('delete from licensespring_slot where device_id = ?', deviceId);
}

function requireFree(deps: SystemDeps, pool: Pool, held: Slot | undefined): void {
  if (held === undefined && countSlots(deps, pool) >= pool.size) {
    throw new LicenseSpringRefusal('floating_not_available');
  }
}

function holdSlot(deps: SystemDeps, { kind, id }: Pool, deviceId: number, slot: Slot): void {
  const sql =
    'insert into licensespring_slot (pool, pool_id, device_id, held_until, borrowed_until) values (?, ?, ?, ?, ?) ' +
    'on conflict do update set held_until = excluded.held_until, borrowed_until = excluded.borrowed_until';
  deps.store.run(sql, kind, id, deviceId, slot.heldUntil, slot.borrowedUntil);
}
