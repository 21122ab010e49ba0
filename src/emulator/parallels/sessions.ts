import { numberOf, textOf } from '../row.js';
import type { SystemDeps } from '../system.js';

export interface Session {
  readonly id: number;
  readonly token: string;
  readonly username: string;
}

/** Opens an administrator session, or answers undefined when the name or password is wrong. */
export function logOn(deps: SystemDeps, username: string, password: string): Session | undefined {
  const admin = deps.store.get(
    'select username from parallels_admin where username = ? and password = ?',
    username,
    password,
  );
  if (admin === undefined) return undefined;
  const name = textOf(admin, 'username');
  const token = deps.randomHex(16);
  const { lastId } = deps.store.run(
    'insert into parallels_session (token, username, last_seen) values (?, ?, ?)',
    token,
    name,
    deps.now(),
  );
  return { id: lastId, token, username: name };
}

/** The session behind a token, kept alive by this use; undefined when missing or idle for too long. */
export function useSession(deps: SystemDeps, token: string | undefined): Session | undefined {
  const idleSince = deps.now() - deps.settings.parallelsSessionMinutes * 60_000;
  deps.store.run('delete from parallels_session where last_seen <= ?', idleSince);
  if (token === undefined || token === '') return undefined;
  const row = deps.store.get('select id, username from parallels_session where token = ?', token);
  if (row === undefined) return undefined;
  const id = numberOf(row, 'id');
  deps.store.run('update parallels_session set last_seen = ? where id = ?', deps.now(), id);
  return { id, token, username: textOf(row, 'username') };
}

/** Ends a session; false when there is none of that id. */
export function endSession(deps: SystemDeps, id: number): boolean {
  return deps.store.run('delete from parallels_session where id = ?', id).changes > 0;
}
