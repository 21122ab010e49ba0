import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  fingerprintOfPem,
  parsePublicKey,
  publicKeyFingerprint,
  publicKeyPem,
} from '../../../src/api/public-key.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const SPKI = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const PKCS1 = publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();

describe('a public key', () => {
  it('is taken in both PEM forms, and kept in one', () => {
    expect(publicKeyPem(parsePublicKey(PKCS1))).toBe(SPKI);
    expect(publicKeyPem(parsePublicKey(`\n${SPKI}\n`))).toBe(SPKI);
  });

  it('has a fingerprint to compare', () => {
    expect(publicKeyFingerprint(publicKey)).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(fingerprintOfPem(PKCS1)).toBe(publicKeyFingerprint(publicKey));
    expect(fingerprintOfPem('nothing')).toBeNull();
  });

  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  it.each([
    ['a private key', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'private key'],
    ['a small key', small.export({ type: 'spki', format: 'pem' }).toString(), '1024 bits'],
    ['another kind', curve.export({ type: 'spki', format: 'pem' }).toString(), 'not RSA'],
    ['anything else', 'hello', 'not a public key'],
  ])('is not %s', (_what, pem, words) => {
    expect(() => parsePublicKey(pem)).toThrow(words);
    expect(() => parsePublicKey(pem)).toThrow(
      expect.objectContaining({ kind: 'usage', code: 'invalid_public_key' }),
    );
  });
});
