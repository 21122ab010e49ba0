import { createHmac } from 'node:crypto';
import { flagOf, numberOf, numberOrNull, textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { type Answer, timestamp } from './encoding.js';
import { BabelRefusal } from './refusal.js';

/** `licensingMode`: 1 and 2 are documented, 0 is the licence file. */
export const MODE = { file: 0, activation: 1, floating: 2 } as const;

export interface License {
  readonly id: string;
  readonly userKey: string;
  readonly mode: number;
  readonly maxSites: number;
  readonly revoked: boolean;
  readonly product: string;
  readonly company: string;
  readonly issuedAt: number;
  readonly expireAt: number | null;
  readonly supportExpireAt: number | null;
}

/** @throws BabelRefusal LicenseKeyNotFound, LicenseTampered */
export function licenseByKey(deps: SystemDeps, userKey: string): License {
  return readLicense(deps, 'user_key', userKey);
}

/** @throws BabelRefusal LicenseKeyNotFound, LicenseTampered */
export function licenseById(deps: SystemDeps, licenseId: string): License {
  return readLicense(deps, 'license_id', licenseId);
}

function readLicense(deps: SystemDeps, column: 'user_key' | 'license_id', value: string): License {
  const row = deps.store.get(`select * from babel_license where ${column} = ?`, value);
  if (row === undefined) throw new BabelRefusal('LicenseKeyNotFound', 'no license has this user key.');
  if (flagOf(row, 'tampered')) throw new BabelRefusal('LicenseTampered', 'the stored license was altered.');
  return {
    id: textOf(row, 'license_id'),
    userKey: textOf(row, 'user_key'),
    mode: numberOf(row, 'mode'),
    maxSites: numberOf(row, 'max_sites'),
    revoked: flagOf(row, 'revoked'),
    product: textOf(row, 'product'),
    company: textOf(row, 'company'),
    issuedAt: numberOf(row, 'issued_at'),
    expireAt: numberOrNull(row, 'expire_at'),
    supportExpireAt: numberOrNull(row, 'support_expire_at'),
  };
}

/** @throws BabelRefusal LicenseRevoked, LicenseExpired */
export function requireUsable(license: License, now: number): void {
  if (license.revoked) throw new BabelRefusal('LicenseRevoked', 'the license was revoked.');
  if (license.expireAt !== null && license.expireAt <= now) {
    throw new BabelRefusal(
      'LicenseExpired',
      `the license expired on ${new Date(license.expireAt).toISOString()}.`,
    );
  }
}

/** The `license` member of activate, request and validate. */
export function licenseAnswer(deps: SystemDeps, license: License): { readonly [name: string]: Answer } {
  return {
    licenseId: license.id,
    licensingMode: license.mode,
    expireAt: timestamp(license.expireAt),
    supportExpireAt: timestamp(license.supportExpireAt),
    licenseKey: licenseDocument(deps, license),
  };
}

/** A small document of our own in the place of the vendor's signed XML, whose inside is not documented. */
function licenseDocument(deps: SystemDeps, license: License): Uint8Array {
  const secret = deps.store.get('select signing_secret from babel_server');
  const expires = license.expireAt === null ? '' : ` expires="${new Date(license.expireAt).toISOString()}"`;
  const content =
    `<license id="${escapeXml(license.id)}" mode="${license.mode}" ` +
    `issued="${new Date(license.issuedAt).toISOString()}"${expires}>` +
    `<product>${escapeXml(license.product)}</product><licensee>${escapeXml(license.company)}</licensee></license>`;
  const key = secret === undefined ? '' : textOf(secret, 'signing_secret');
  const signature = createHmac('sha256', key).update(content).digest('base64');
  return Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><signed>${content}<signature>${signature}</signature></signed>`,
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
