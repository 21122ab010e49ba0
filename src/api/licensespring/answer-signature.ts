/**
 * Signatures of answers: RSA PKCS#1 v1.5 with SHA-256. The pages on response signatures call both forms HMAC and yet
 * tell readers to verify with a public key, and their code sample does that with RSA.
 */
import { type KeyObject, verify } from 'node:crypto';
import { isObject, type JsonObject, member, readText } from '../read.js';

/** Whether the vendor signed exactly this text. @param signature Base64; one sample of the pages is hexadecimal */
export function isSigned(text: string, signature: string, key: KeyObject): boolean {
  const bytes = signatureBytes(signature.trim());
  return bytes !== null && verify('sha256', Buffer.from(text, 'utf8'), key, bytes);
}

/**
 * Whether the vendor signed this body. What is signed is its compact form, and the vendor's own clients verify a
 * parse written anew: so white space between tokens and escapes of characters may differ, names, values and their
 * order may not. Numbers count as they are written.
 */
export function isBodySigned(body: string, signature: string, key: KeyObject): boolean {
  return isSigned(body, signature, key) || isSigned(compactJson(body), signature, key);
}

/** What is wrong with something that must be signed. */
export interface SignatureProblem {
  readonly code: 'signature_mismatch' | 'signature_missing';
  readonly message: string;
}

/** Whom a licence is for and until when, as a `license_signature` proves it. */
export interface LicenseClaim {
  readonly hardwareId: string;
  /** Any of them: user names, e-mail addresses, licence keys. */
  readonly holders: readonly string[];
  /** The end of validity as it stands in the licence; null where there is none. */
  readonly validity: string | null;
}

/**
 * Whether a `license_signature` proves this claim. Where the licence has the date only, the signature may be over the
 * date in full. The pages say that the hardware id is in lower case, and one of the vendor's own clients takes all of
 * the message so.
 */
export function isLicenseSigned(
  { hardwareId, holders, validity }: LicenseClaim,
  signature: string,
  key: KeyObject,
): boolean {
  const ends = validity === null ? [''] : [validity, fullIso(validity)];
  const messages = holders.flatMap((holder) =>
    ends.map((end) => licenseMessage(hardwareId, withoutAccount(holder), end)),
  );
  return [...messages, ...messages.map((message) => message.toLowerCase())].some((message) =>
    isSigned(message, signature, key),
  );
}

/** A user may be named with a bar and the code of the customer account behind it, which is not signed. */
export function withoutAccount(holder: string): string {
  return holder.split('|')[0] ?? holder;
}

/**
 * Whether a licence says that it is of another product than the one asked for: `license_signature` does not cover it,
 * and a user may have licences of several on one device.
 */
export function isForAnotherProduct(license: JsonObject, asked: string | null): boolean {
  const product = member(license, 'product_details');
  const code = isObject(product) ? readText(member(product, 'short_code')) : null;
  return asked !== null && code !== null && code.toLowerCase() !== asked.toLowerCase();
}

/**
 * What `license_signature` covers (License API v4 documentation, response signature).
 *
 * @param holder the user name of the request or the e-mail of the answer, up to a bar; else the licence key
 * @param validity the end of validity, ISO with milliseconds and Z; empty where there is none
 */
function licenseMessage(hardwareId: string, holder: string, validity: string): string {
  return `${hardwareId.toLowerCase()}#${holder}#${validity}`;
}

function fullIso(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/**
 * The text without white space between tokens, and with each string as JavaScript writes it. Not by a pattern: answers
 * have up to 64 MiB, and patterns run out of room on strings of that length.
 */
function compactJson(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const opens = text.indexOf('"', at);
    const from = opens === -1 ? text.length : opens;
    parts.push(text.slice(at, from).replace(/\s+/g, ''));
    at = endOfString(text, from);
    parts.push(rewritten(text.slice(from, at)));
  }
  return parts.join('');
}

/** Behind the closing quotation mark of the string that begins here; the end of the text where there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') return at + 1;
    if (char === '\\') at += 1;
  }
  return text.length;
}

function rewritten(token: string): string {
  try {
    return JSON.stringify(JSON.parse(token));
  } catch {
    return token;
  }
}

function signatureBytes(signature: string): Buffer | null {
  if (/^(?:[0-9a-f]{2}){128,}$/i.test(signature)) return Buffer.from(signature, 'hex');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(signature) ? Buffer.from(signature, 'base64') : null;
}
