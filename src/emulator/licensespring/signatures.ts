/**
 * Answers are signed twice: `license_signature` in the body and `LicenseSignature` in the header. The pages call
 * both HMAC and yet tell readers to verify with a public key; the vendor's programs use RSA with SHA-256.
 */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { insertRow, textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { type Input, optionalText } from './input.js';
import type { License } from './licenses.js';

const PRIVATE_KEY = 'signing-private-key';
const PUBLIC_KEY = 'signing-public-key';

/** The public key of this world as PEM, for those who verify its answers. */
export function licensespringPublicKey(deps: SystemDeps): string {
  return signingKey(deps, PUBLIC_KEY);
}

/** Base64 of RSA PKCS#1 v1.5 with SHA-256. */
export function sign(deps: SystemDeps, message: string): string {
  return createSign('sha256').update(message, 'utf8').sign(signingKey(deps, PRIVATE_KEY), 'base64');
}

/**
 * What `license_signature` covers: the hardware id in lower case, the key or e-mail, the end of validity.
 * The e-mail is that of the request up to the bar, or with single sign-on that of the answer's user.
 */
export function licenseMessage(input: Input, license: License, hardwareId: string): string {
  const email = optionalText(input, 'username') ?? license.user?.email;
  const holder = email?.split('|')[0] ?? license.licenseKey ?? '';
  const validUntil = license.validUntil === null ? '' : new Date(license.validUntil).toISOString();
  return `${hardwareId.toLowerCase()}#${holder}#${validUntil}`;
}

/** A world's key pair is made when it is first needed, and stays with the world. */
function signingKey(deps: SystemDeps, name: string): string {
  const row = deps.store.get('select value from licensespring_value where name = ?', name);
  if (row !== undefined) return textOf(row, 'value');
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  insertRow(deps.store, 'licensespring_value', { name: PRIVATE_KEY, value: privateKey });
  insertRow(deps.store, 'licensespring_value', { name: PUBLIC_KEY, value: publicKey });
  return name === PRIVATE_KEY ? privateKey : publicKey;
}
