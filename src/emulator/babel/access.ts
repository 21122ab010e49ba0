import { flagOf, numberOf, numberOrNull } from '../row.js';
import type { SqlRow } from '../store.js';
import type { EmulatedRequest, SystemDeps } from '../system.js';

/** Permission bits of an API key: Read, Write and Delete are documented, Create is listed by the web application. */
export const PERMISSION = { read: 1, write: 2, delete: 4, create: 8 } as const;

export type Access = 'granted' | 'unauthorized' | 'forbidden';

/**
 * Checks `x-api-key` or a bearer token. Not documented: the right that licensing calls need; read for those that
 * change nothing and write for the others. A wrong key is refused even where none is needed.
 */
export function checkAccess(request: EmulatedRequest, deps: SystemDeps, changes: boolean): Access {
  const apiKey = request.headers['x-api-key'];
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1];
  if (apiKey !== undefined) {
    const row = deps.store.get('select * from babel_api_key where api_key = ?', apiKey);
    if (row === undefined || flagOf(row, 'revoked') || isPast(row, deps.now())) return 'unauthorized';
    const needed = changes ? PERMISSION.write : PERMISSION.read;
    return (numberOf(row, 'permissions') & needed) === 0 ? 'forbidden' : 'granted';
  }
  if (bearer !== undefined) {
    const row = deps.store.get('select * from babel_bearer where token = ?', bearer);
    return row === undefined || isPast(row, deps.now()) ? 'unauthorized' : 'granted';
  }
  if (request.headers.authorization !== undefined) return 'unauthorized';
  return deps.settings.babelAnonymous ? 'granted' : 'unauthorized';
}

function isPast(row: SqlRow, now: number): boolean {
  const expiresAt = numberOrNull(row, 'expires_at');
  return expiresAt !== null && expiresAt <= now;
}
