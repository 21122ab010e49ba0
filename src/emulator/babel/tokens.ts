/**
 * Tokens: the seats of a floating licence and the activations of an activation licence.
 *
 * The page on licence tokens says only that unused seats can be handed to others. The rule here: a floating seat
 * is live until its expiry, which each heartbeat moves on by the settings' number of intervals; a lapsed row
 * stays, and answers TokenExpired, until its place is needed; after that its token is not known any more.
 */
import { flagOf, insertRow, numberOf, numberOrNull, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { type License, MODE } from './licenses.js';
import { BabelRefusal } from './refusal.js';

export interface Client {
  readonly machineId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly address: string;
}

export interface Token {
  readonly id: number;
  readonly token: string;
  readonly licenseId: string;
  readonly machineId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly address: string;
  readonly revoked: boolean;
  readonly issuedAt: number;
  /** null for an activation of a licence that never ends. */
  readonly expireAt: number | null;
  readonly lastHeartbeat: number | null;
}

const LIVE = 'revoked = 0 and (expire_at is null or expire_at > ?)';

export function countLive(deps: SystemDeps, license: License): number {
  const sql = `select count(*) as n from babel_token where license_id = ? and ${LIVE}`;
  const row = deps.store.get(sql, license.id, deps.now());
  return row === undefined ? 0 : numberOf(row, 'n');
}

/** All rows of a licence, lapsed and revoked ones too: whether info leaves them out is not documented. */
export function listTokens(deps: SystemDeps, license: License): Token[] {
  return deps.store
    .all('select * from babel_token where license_id = ? order by id', license.id)
    .map(readToken);
}

/** The row of this machine and client, live or lapsed. */
export function tokenOfClient(deps: SystemDeps, license: License, client: Client): Token | undefined {
  const sql =
    'select * from babel_token where license_id = ? and machine_id = ? and client_id = ? and revoked = 0 ' +
    'order by id desc limit 1';
  const row = deps.store.get(sql, license.id, client.machineId, client.clientId);
  return row === undefined ? undefined : readToken(row);
}

/** A token that another machine or client shows is as unknown as none. @throws BabelRefusal TokenNotFound */
export function tokenByText(deps: SystemDeps, text: string, client: Client): Token {
  const sql =
    'select * from babel_token where token = ? and machine_id = ? and client_id = ? and revoked = 0';
  const row = deps.store.get(sql, text, client.machineId, client.clientId);
  if (row === undefined) throw new BabelRefusal('TokenNotFound', 'no such token on this machine and client.');
  return readToken(row);
}

export function isLapsed(token: Token, now: number): boolean {
  return token.expireAt !== null && token.expireAt <= now;
}

/** Stamps a sign of life and moves the expiry on; answers the new expiry. */
export function renew(deps: SystemDeps, license: License, token: Token): number | null {
  const expireAt = expiryFrom(deps, license);
  const sql = 'update babel_token set last_heartbeat = ?, expire_at = ? where id = ?';
  deps.store.run(sql, deps.now(), expireAt, token.id);
  return expireAt;
}

/**
 * A new token, or undefined when all places are taken. Lapsed rows give way, the longest lapsed first, when the
 * rows reach the licence's number; a lapsed row of the same client gives way always.
 *
 * @throws BabelRefusal ServerReachedMaxTokenAllowed
 */
export function takeToken(deps: SystemDeps, license: License, client: Client): Token | undefined {
  const { store } = deps;
  if (countLive(deps, license) >= license.maxSites) return undefined;
  requireServerRoom(deps);
  const now = deps.now();
  store.run(
    'delete from babel_token where license_id = ? and machine_id = ? and client_id = ? and expire_at <= ?',
    license.id,
    client.machineId,
    client.clientId,
    now,
  );
  const rows = store.get(
    'select count(*) as n from babel_token where license_id = ? and revoked = 0',
    license.id,
  );
  const surplus = (rows === undefined ? 0 : numberOf(rows, 'n')) - license.maxSites + 1;
  if (surplus > 0) {
    store.run(
      'delete from babel_token where id in (select id from babel_token where license_id = ? and revoked = 0 ' +
        'and expire_at <= ? order by expire_at limit ?)',
      license.id,
      now,
      surplus,
    );
  }
  const prefix = license.mode === MODE.floating ? 'fltk_' : 'actk_';
  insertRow(store, 'babel_token', {
    token: prefix + deps.randomHex(6),
    license_id: license.id,
    machine_id: client.machineId,
    client_id: client.clientId,
    client_name: client.clientName,
    client_address: client.address,
    issued_at: now,
    expire_at: expiryFrom(deps, license),
    last_heartbeat: now,
  });
  return tokenOfClient(deps, license, client);
}

export function dropToken(deps: SystemDeps, token: Token): void {
  deps.store.run('delete from babel_token where id = ?', token.id);
}

/** The edition of the server product caps the tokens of all licences together. */
function requireServerRoom(deps: SystemDeps): void {
  const live = deps.store.get(`select count(*) as n from babel_token where ${LIVE}`, deps.now());
  const server = deps.store.get('select max_tokens from babel_server');
  if (live === undefined || server === undefined) return;
  if (numberOf(live, 'n') >= numberOf(server, 'max_tokens')) {
    throw new BabelRefusal(
      'ServerReachedMaxTokenAllowed',
      'this edition of the server allows no more tokens.',
    );
  }
}

/** A seat lives for the missed intervals; an activation as long as its licence (not documented). */
function expiryFrom(deps: SystemDeps, license: License): number | null {
  if (license.mode !== MODE.floating) return license.expireAt;
  const { babelHeartbeatSeconds, babelMissedBeats } = deps.settings;
  return deps.now() + babelHeartbeatSeconds * babelMissedBeats * 1000;
}

function readToken(row: SqlRow): Token {
  return {
    id: numberOf(row, 'id'),
    token: textOf(row, 'token'),
    licenseId: textOf(row, 'license_id'),
    machineId: textOf(row, 'machine_id'),
    clientId: textOf(row, 'client_id'),
    clientName: textOf(row, 'client_name'),
    address: textOf(row, 'client_address'),
    revoked: flagOf(row, 'revoked'),
    issuedAt: numberOf(row, 'issued_at'),
    expireAt: numberOrNull(row, 'expire_at'),
    lastHeartbeat: numberOrNull(row, 'last_heartbeat'),
  };
}
