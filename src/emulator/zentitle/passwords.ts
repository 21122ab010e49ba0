/** Passwords of group users, kept as salt and hash. */
import { scryptSync, timingSafeEqual } from 'node:crypto';

/** Cheap on purpose: made-up users, and a world that must be there at once. */
const COST = { N: 256, r: 8, p: 1 } as const;
const HASH_BYTES = 32;

export function hashPassword(password: string, salt: string): string {
  return `${salt}:${scryptSync(password, salt, HASH_BYTES, COST).toString('hex')}`;
}

export function matchesPassword(password: string, stored: string): boolean {
  const hashed = Buffer.from(hashPassword(password, stored.slice(0, stored.lastIndexOf(':'))));
  const wanted = Buffer.from(stored);
  return hashed.length === wanted.length && timingSafeEqual(hashed, wanted);
}
