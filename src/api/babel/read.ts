/** From Babel's answers to our records. */
import type { Input } from '../operation.js';
import { isObject, type JsonObject, member, readBoolean, readList, readText } from '../read.js';
import type { ActivationRecord, DeactivationRecord, LicenseRecord, SeatRecord } from '../records.js';
import { readBytes, readCount, readDuration, readLicensingMode, readTimestamp } from './encoding.js';

/** One seat in the listing of a licence. */
export interface TokenRecord {
  /** The last four characters: the token itself is a credential. */
  readonly token: string | null;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly clientAddress: string | null;
  readonly machineId: string | null;
  readonly revoked: boolean;
  readonly issuedAt: string | null;
  readonly expiresAt: string | null;
  readonly lastHeartbeatAt: string | null;
}

/** `info`. The answer has no licence key, so the one that was asked for is shown. */
export function readInfo(body: JsonObject, input: Input, now: number): LicenseRecord {
  const revoked = isTrue(body, 'revoked');
  const expiresAt = readTimestamp(member(body, 'expireAt'));
  return {
    provider: 'babel',
    key: readText(input.userKey),
    id: readText(member(body, 'licenseId')),
    product: null,
    status: revoked ? 'revoked' : isPast(expiresAt, now) ? 'expired' : 'active',
    type: readLicensingMode(member(body, 'licensingMode')),
    trial: null,
    enabled: !revoked,
    activationsUsed: readCount(body, 'activeClientCount'),
    activationsAllowed: readCount(body, 'maxClientCount'),
    expiresAt,
    maintenanceEndsAt: readTimestamp(member(body, 'supportExpireAt')),
    revoked,
    issuedAt: readTimestamp(member(body, 'issuedAt')),
    tokens: readList(member(body, 'licenseTokens')).filter(isObject).map(readToken),
  };
}

/** The page spells `lastHearbeat`; the right spelling is read as well. */
function readToken(token: JsonObject): TokenRecord {
  return {
    token: lastFour(readText(member(token, 'token'))),
    clientId: readText(member(token, 'clientId')),
    clientName: readText(member(token, 'clientName')),
    clientAddress: readText(member(token, 'clientAddr')),
    machineId: readText(member(token, 'machineId')),
    revoked: isTrue(token, 'revoked'),
    issuedAt: readTimestamp(member(token, 'issuedAt')),
    expiresAt: readTimestamp(member(token, 'expireAt')),
    lastHeartbeatAt: readTimestamp(member(token, 'lastHearbeat') ?? member(token, 'lastHeartbeat')),
  };
}

/** The licence inside an answer to `activate`, `request` or `validate`; null when the answer has none. */
export function readGrantedLicense(body: JsonObject, input: Input, now: number): LicenseRecord | null {
  const license = member(body, 'license');
  if (!isObject(license)) return null;
  const expiresAt = readTimestamp(member(license, 'expireAt'));
  return {
    provider: 'babel',
    key: readText(input.userKey),
    id: readText(member(license, 'licenseId')),
    product: null,
    status: isPast(expiresAt, now) ? 'expired' : 'active',
    type: readLicensingMode(member(license, 'licensingMode')),
    trial: null,
    enabled: null,
    activationsUsed: readCount(body, 'activeClientCount'),
    activationsAllowed: readCount(body, 'maxClientCount'),
    expiresAt,
    maintenanceEndsAt: readTimestamp(member(license, 'supportExpireAt')),
  };
}

/**
 * `activate`. The token is not needed again (deactivation goes by key and machine), so it is not shown whole.
 * `licenseFile` is the signed licence document, in Base64.
 */
export function readActivation(body: JsonObject, input: Input, now: number): ActivationRecord {
  const license = readGrantedLicense(body, input, now);
  return {
    provider: 'babel',
    key: readText(input.userKey),
    product: null,
    deviceId: readText(input.machineId),
    status: 'activated',
    activatedAt: null,
    expiresAt: license?.expiresAt ?? null,
    activationsUsed: readCount(body, 'activeClientCount'),
    activationsAllowed: readCount(body, 'maxClientCount'),
    clientId: readText(input.clientId),
    licenseId: license?.id ?? null,
    type: license?.type ?? null,
    maintenanceEndsAt: license?.maintenanceEndsAt ?? null,
    token: lastFour(readText(member(body, 'licenseToken'))),
    tokenExpiresAt: readTimestamp(member(body, 'tokenExpireAt')),
    licenseFile: readLicenseFile(body),
  };
}

/** `release`: the seat is free; no activation was there to be removed. */
export function readReleased(body: JsonObject, input: Input): DeactivationRecord {
  return { ...readFreed(body, input), status: 'released', removed: 0 };
}

/** `deactivate`: no flag says that it happened; the status does. */
export function readFreed(body: JsonObject, input: Input): DeactivationRecord {
  return {
    provider: 'babel',
    key: readText(input.userKey),
    product: null,
    deviceId: readText(input.machineId),
    status: 'deactivated',
    removed: 1,
    activationsUsed: readCount(body, 'activeClientCount'),
    activationsAllowed: readCount(body, 'maxClientCount'),
    licenseId: readText(member(body, 'licenseId')),
    clientId: readText(input.clientId),
  };
}

/** `request`: here the token is whole, because the hold is renewed and released with it. */
export function readGrant(body: JsonObject, input: Input, now: number): SeatRecord {
  const license = readGrantedLicense(body, input, now);
  return {
    ...readSeatTimes(body),
    key: readText(input.userKey),
    licenseId: license?.id ?? null,
    token: readText(member(body, 'licenseToken')),
    active: true,
  };
}

/** `heartbeat`: no `active` means that the seat is lost. */
export function readHeartbeat(body: JsonObject, input: Input): SeatRecord {
  return {
    ...readSeatTimes(body),
    key: readText(input.userKey),
    licenseId: null,
    token: readText(input.licenseToken),
    active: isTrue(body, 'active'),
  };
}

function readSeatTimes(
  body: JsonObject,
): Pick<SeatRecord, 'provider' | 'expiresAt' | 'heartbeatSeconds' | 'seatsUsed' | 'seatsAllowed'> {
  return {
    provider: 'babel',
    expiresAt: readTimestamp(member(body, 'tokenExpireAt')),
    heartbeatSeconds: readDuration(member(body, 'heartbeatInterval')),
    seatsUsed: readCount(body, 'activeClientCount'),
    seatsAllowed: readCount(body, 'maxClientCount'),
  };
}

function readLicenseFile(body: JsonObject): string | null {
  const license = member(body, 'license');
  return isObject(license) ? (readBytes(member(license, 'licenseKey'))?.toString('base64') ?? null) : null;
}

function isTrue(record: JsonObject, name: string): boolean {
  return readBoolean(member(record, name)) === true;
}

function isPast(date: string | null, now: number): boolean {
  return date !== null && Date.parse(date) < now;
}

function lastFour(token: string | null): string | null {
  return token === null ? null : `…${token.slice(-4)}`;
}
