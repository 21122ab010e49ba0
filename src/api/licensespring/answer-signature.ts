/**
 * Signatures of answers: RSA PKCS#1 v1.5 with SHA-256. The pages on response signatures call both forms HMAC and yet
 * tell readers to verify with a public key, and their code sample does that with RSA.
 */
import { type KeyObject, verify } from 'node:crypto';

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

/**
 * What `license_signature` covers (License API v4 documentation, response signature).
 *
 * @param holder the user name of the request or the e-mail of the answer, up to a bar; else the licence key
 * @param validity the end of validity, ISO with milliseconds and Z; empty where there is none
 */
export function licenseMessage(hardwareId: string, holder: string, validity: string): string {
  return `${hardwareId.toLowerCase()}#${holder}#${validity}`;
}

const TOKEN = /"(?:[^"\\]|\\[\s\S])*"|\s+|[^"\s]+/g;

/** The text without white space between tokens, and with each string as JavaScript writes it. */
function compactJson(text: string): string {
  return text.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return rewritten(token);
    return /^\s/.test(token) ? '' : token;
  });
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
