/** The company's API keys and OAuth clients, and what is signed with their secrets. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { flagOf, textOf, textOrNull } from '../row.js';
import type { SystemDeps } from '../system.js';
import { LicenseSpringRefusal } from './refusal.js';

/** On whose behalf a call is made. */
export interface Caller {
  /** The only product that the key may activate; null for any. */
  readonly product: string | null;
}

export interface ApiKey extends Caller {
  readonly sharedKey: string;
  readonly readOnly: boolean;
}

/** @throws LicenseSpringRefusal invalid_api_key, revoked_api_key */
export function requireApiKey(deps: SystemDeps, apiKey: string): ApiKey {
  const row = deps.store.get('select * from licensespring_api_key where api_key = ?', apiKey);
  if (row === undefined) throw new LicenseSpringRefusal('invalid_api_key');
  if (flagOf(row, 'revoked')) throw new LicenseSpringRefusal('revoked_api_key');
  return {
    sharedKey: textOf(row, 'shared_key'),
    readOnly: flagOf(row, 'read_only'),
    product: textOrNull(row, 'product'),
  };
}

/** The secret of an OAuth client; undefined when there is none of this id. */
export function clientSecretOf(deps: SystemDeps, clientId: string): string | undefined {
  const sql = 'select client_secret from licensespring_oauth_client where client_id = ?';
  const row = deps.store.get(sql, clientId);
  return row === undefined ? undefined : textOf(row, 'client_secret');
}

/** HMAC-SHA256 of a text, with the text of a shared key or client secret as the key. */
export function hmac(secret: string, message: string): Buffer {
  return createHmac('sha256', secret).update(message, 'utf8').digest();
}

/** Base64 has spare bits at its end: the texts are compared, not the bytes that they stand for. */
export function isSameText(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Two pages of the documentation differ on the status: 400 or 401. */
export function signatureMismatch({ settings }: SystemDeps): LicenseSpringRefusal {
  return new LicenseSpringRefusal('signature_mismatch', undefined, settings.licensespringMismatchStatus);
}
