/** The seven licensing calls of the licensing operations page: each answers its documented members. */
import type { SystemDeps } from '../system.js';
import { type Answer, Duration, timestamp } from './encoding.js';
import { type License, licenseAnswer, licenseById, licenseByKey, MODE, requireUsable } from './licenses.js';
import { BabelRefusal } from './refusal.js';
import {
  type Client,
  countLive,
  dropToken,
  isLapsed,
  listTokens,
  renew,
  type Token,
  takeToken,
  tokenByText,
  tokenOfClient,
} from './tokens.js';

export interface KeyInput extends Client {
  readonly userKey: string;
}

export interface TokenInput extends Client {
  readonly licenseToken: string;
}

type Reply = { readonly [name: string]: Answer };

/** Activating again on the same machine and client gives the same token: not documented, and without harm. */
export function activate(input: KeyInput, deps: SystemDeps): Reply {
  const license = usableLicense(input, deps, MODE.activation);
  const held = tokenOfClient(deps, license, input);
  const token = held ?? takeToken(deps, license, input);
  if (token === undefined) {
    throw new BabelRefusal(
      'ActivationReachedMaxTokenAllowed',
      'the license is activated on all its machines.',
    );
  }
  return { success: true, ...tokenMembers(deps, license, token, renew(deps, license, token)) };
}

/** Not documented: the place is that of this machine and this client together. */
export function deactivate(input: KeyInput, deps: SystemDeps): Reply {
  const license = licenseByKey(deps, input.userKey);
  requireMode(license, MODE.activation);
  const token = tokenOfClient(deps, license, input);
  if (token === undefined) throw notHeld();
  dropToken(deps, token);
  return { licenseId: license.id, ...countMembers(deps, license) };
}

/** A live seat of the same machine and client is renewed and given again. */
export function request(input: KeyInput, deps: SystemDeps): Reply {
  const license = usableLicense(input, deps, MODE.floating);
  const held = tokenOfClient(deps, license, input);
  const live = held !== undefined && !isLapsed(held, deps.now()) ? held : undefined;
  const token = live ?? takeToken(deps, license, input);
  if (token === undefined) return noSeat(deps, license);
  const expireAt = renew(deps, license, token);
  return {
    granted: true,
    ...tokenMembers(deps, license, token, expireAt),
    heartbeatInterval: new Duration(deps.settings.babelHeartbeatSeconds),
  };
}

/** A lapsed seat may still be given back. */
export function release(input: TokenInput, deps: SystemDeps): Reply {
  const token = tokenByText(deps, input.licenseToken, input);
  const license = licenseById(deps, token.licenseId);
  requireMode(license, MODE.floating);
  dropToken(deps, token);
  return { licenseId: license.id, ...countMembers(deps, license) };
}

/** Not documented: what a revoked or expired licence means to a live seat; the next call is refused. */
export function heartbeat(input: TokenInput, deps: SystemDeps): Reply {
  const token = tokenByText(deps, input.licenseToken, input);
  const license = licenseById(deps, token.licenseId);
  requireUsable(license, deps.now());
  requireMode(license, MODE.floating);
  requireLive(token, deps.now());
  const expireAt = renew(deps, license, token);
  return {
    active: true,
    ...countMembers(deps, license),
    tokenExpireAt: timestamp(expireAt),
    heartbeatInterval: new Duration(deps.settings.babelHeartbeatSeconds),
  };
}

/** Works for both modes, and counts as a sign of life: the demo database shows that it stamps the token. */
export function validate(input: KeyInput, deps: SystemDeps): Reply {
  const license = licenseByKey(deps, input.userKey);
  requireUsable(license, deps.now());
  const token = tokenOfClient(deps, license, input);
  if (token === undefined) throw notHeld();
  requireLive(token, deps.now());
  return { success: true, ...tokenMembers(deps, license, token, renew(deps, license, token)) };
}

/** Tells about revoked and expired licences too. `lastHearbeat` is the published spelling. */
export function info(input: KeyInput, deps: SystemDeps): Reply {
  const license = licenseByKey(deps, input.userKey);
  const tokens = listTokens(deps, license).map((token) => ({
    token: token.token,
    licenseId: token.licenseId,
    revoked: token.revoked,
    clientId: token.clientId,
    clientAddr: token.address,
    clientName: token.clientName,
    machineId: token.machineId,
    issuedAt: timestamp(token.issuedAt),
    expireAt: timestamp(token.expireAt),
    lastHearbeat: timestamp(token.lastHeartbeat),
  }));
  return {
    licenseTokens: tokens,
    licenseId: license.id,
    maxClientCount: license.maxSites,
    activeClientCount: countLive(deps, license),
    licensingMode: license.mode,
    revoked: license.revoked,
    issuedAt: timestamp(license.issuedAt),
    expireAt: timestamp(license.expireAt),
    supportExpireAt: timestamp(license.supportExpireAt),
  };
}

function usableLicense(input: KeyInput, deps: SystemDeps, mode: number): License {
  const license = licenseByKey(deps, input.userKey);
  requireUsable(license, deps.now());
  requireMode(license, mode);
  return license;
}

/** Not documented: what a call for the other mode answers. */
function requireMode(license: License, mode: number): void {
  if (license.mode === mode) return;
  throw new BabelRefusal('LicensingModeMismatch', 'the license is not of the mode that this call serves.');
}

/** The workflow page says that the server errors; the answer has `granted`, so that it may also say no. */
function noSeat(deps: SystemDeps, license: License): Reply {
  if (deps.settings.babelNoSeat === 'not-granted') return { granted: false, ...countMembers(deps, license) };
  throw new BabelRefusal('FloatingReachedMaxTokenAllowed', 'all seats of the license are taken.');
}

function tokenMembers(deps: SystemDeps, license: License, token: Token, expireAt: number | null): Reply {
  return {
    licenseToken: token.token,
    tokenExpireAt: timestamp(expireAt),
    ...countMembers(deps, license),
    license: licenseAnswer(deps, license),
  };
}

function countMembers(deps: SystemDeps, license: License): Reply {
  return { activeClientCount: countLive(deps, license), maxClientCount: license.maxSites };
}

function requireLive(token: Token, now: number): void {
  if (isLapsed(token, now)) throw new BabelRefusal('TokenExpired', 'the token is past its date.');
}

function notHeld(): BabelRefusal {
  return new BabelRefusal('TokenNotFound', 'this machine and client hold no token of the license.');
}
