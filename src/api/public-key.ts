/** The public key that a system signs its answers with, as people give it: a PEM file. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { UsageError } from '../errors.js';

/**
 * A PEM public key or certificate as a key. Only RSA from 2048 bits: what the License API v4 signs with is RSA-4096.
 *
 * @throws UsageError `invalid_public_key`
 */
export function parsePublicKey(pem: string): KeyObject {
  // A private key would be read as the public key that it contains, and then be kept as if it were no secret.
  if (/PRIVATE KEY-----/.test(pem)) throw unusable('is a private key');
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch (error) {
    throw unusable('is not a public key in PEM form', error);
  }
  if (key.asymmetricKeyType !== 'rsa') throw unusable(`is of the kind ${key.asymmetricKeyType}, not RSA`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < 2048) throw unusable(`has ${bits} bits: too few to prove anything`);
  return key;
}

/** The key in the one form that contexts keep: SubjectPublicKeyInfo as PEM. */
export function publicKeyPem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

/** SHA-256 of the SubjectPublicKeyInfo, upper-case hex pairs with colons: to compare with what the vendor says. */
export function publicKeyFingerprint(key: KeyObject): string {
  const digest = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return (digest.toUpperCase().match(/../g) ?? []).join(':');
}

/** {@link publicKeyFingerprint} of a key as PEM; null when it is none. */
export function fingerprintOfPem(pem: string): string | null {
  try {
    return publicKeyFingerprint(parsePublicKey(pem));
  } catch {
    return null;
  }
}

function unusable(why: string, cause?: unknown): UsageError {
  return new UsageError(`The public key of the vendor cannot be used: the text given ${why}.`, {
    code: 'invalid_public_key',
    hint: 'Give a file that begins with -----BEGIN PUBLIC KEY-----. Nothing was sent.',
    cause,
  });
}
