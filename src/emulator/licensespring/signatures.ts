/**
 * Answers are signed twice: `license_signature` in the body and `LicenseSignature` in the header. The pages call
 * both HMAC and yet tell readers to verify with a public key; the vendor's programs use RSA with SHA-256.
 */
import { sign as rsaSign } from 'node:crypto';
import { type Input, optionalText } from './input.js';
import type { License } from './licenses.js';
import { privateKey } from './signing-key.js';

/** Base64 of RSA PKCS#1 v1.5 with SHA-256. */
export function sign(message: string): string {
  return rsaSign('sha256', Buffer.from(message, 'utf8'), privateKey()).toString('base64');
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
