/**
 * Certificates of the offline flow. The vendor's format is not documented: a request is only a long text
 * that the client library makes. The emulator has a format of its own, hex that carries the product, the
 * code and the computer under a signature, so that a cut, changed or confused text is told from a good one.
 * The answer carries the digest of its request: it belongs to that request alone.
 *
 * Layout in bytes: magic (4), kind (1), length of the payload (2), payload (JSON), filler, signature (64),
 * and on an activation certificate the digits of the code, which the documented one ends with, too.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

export interface CertificateSubject {
  readonly productId: string;
  readonly code: string;
  readonly computerId: string;
  /**
   * Tells requests of the same computer apart, and its deactivations: each can be used once. Default `1`. On an
   * activation certificate, the digest of the request.
   */
  readonly serial?: string;
}

export type CertificateKind = 'request' | 'activation' | 'deactivation';

export type ReadCertificate =
  | { readonly state: 'read'; readonly kind: CertificateKind; readonly subject: Required<CertificateSubject> }
  /** Made in the emulator's format, but cut or changed, or not signed by it. */
  | { readonly state: 'damaged' }
  /** A text of another make, such as the request of a real client or the document's own example. */
  | { readonly state: 'foreign' }
  | { readonly state: 'no-certificate' };

const MAGIC = Buffer.from('5a4e4331', 'hex');
const KINDS = { request: 1, activation: 2, deactivation: 3 } as const;
const HEADER_BYTES = MAGIC.length + 3;
const SIGNATURE_BYTES = 64;
/** Ed25519 in PKCS #8 as far as the 32 bytes of the key itself. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
/** No secret: the key of the emulator and of its stand-in for the client follows from these words. */
const KEY_SEED = 'offline certificates of the emulated Zentitle';
/** Sizes of the documented examples: 13,461 characters in, 1,946 and 1,392 out. */
const CLIENT_BYTES = 6730;
const ACTIVATION_BYTES = 955;
const PASSIVE_BYTES = 696;
/** The documented request has letters outside hex. */
const FOREIGN = /^[0-9A-Za-z]{64,}$/;

/** A request as a client would make it, for GET OfflineActivation: about 13 KB of hex. */
export function makeActivationRequest(subject: CertificateSubject): string {
  return seal('request', subject, CLIENT_BYTES).toString('hex');
}

/** A deactivation certificate as a client would make it, for DELETE OfflineActivation. */
export function makeDeactivationCertificate(subject: CertificateSubject): string {
  return seal('deactivation', subject, CLIENT_BYTES).toString('hex');
}

/** The answer to a request; ends with the code's digits as ASCII in hex. */
export function makeActivationCertificate(subject: CertificateSubject): string {
  return Buffer.concat([seal('activation', subject, ACTIVATION_BYTES), Buffer.from(subject.code)]).toString(
    'hex',
  );
}

/** The certificate of a passive licence: opaque hex, the same for the same content. */
export function makePassiveCertificate(content: string): string {
  return filler(content, PASSIVE_BYTES).toString('hex');
}

/** The certificate of a network master; its size is a guess. */
export function makeMasterCertificate(content: string): string {
  return filler(`master:${content}`, PASSIVE_BYTES).toString('hex');
}

export function readCertificate(text: string): ReadCertificate {
  const trimmed = text.trim();
  if (!trimmed.toLowerCase().startsWith(MAGIC.toString('hex'))) {
    return { state: FOREIGN.test(trimmed) ? 'foreign' : 'no-certificate' };
  }
  const bytes = Buffer.from(trimmed, 'hex');
  const kind = kindOf(bytes[MAGIC.length]);
  if (kind === undefined || bytes.length * 2 !== trimmed.length) return { state: 'damaged' };
  const size = kind === 'activation' ? ACTIVATION_BYTES : CLIENT_BYTES;
  const body = bytes.subarray(0, size - SIGNATURE_BYTES);
  const signature = bytes.subarray(size - SIGNATURE_BYTES, size);
  if (!verify(null, body, createPublicKey(signingKey()), signature)) return { state: 'damaged' };
  const length = bytes.readUInt16BE(MAGIC.length + 1);
  const payload: unknown = JSON.parse(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length).toString('utf8'));
  if (!isPayload(payload)) return { state: 'damaged' };
  const [productId, code, computerId, serial] = payload;
  const tail = bytes.subarray(size).toString();
  if (tail !== (kind === 'activation' ? code : '')) return { state: 'damaged' };
  return { state: 'read', kind, subject: { productId, code, computerId, serial } };
}

/** Tells texts apart that were sent before; hex may be written in capitals, too. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text.trim().toLowerCase()).digest('hex');
}

function seal(kind: CertificateKind, subject: CertificateSubject, size: number): Buffer {
  const { productId, code, computerId, serial = '1' } = subject;
  const payload = Buffer.from(JSON.stringify([productId, code, computerId, serial]));
  const room = size - SIGNATURE_BYTES - HEADER_BYTES - payload.length;
  if (room < 0) throw new RangeError('the subject of a certificate is too long');
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt8(KINDS[kind], MAGIC.length);
  header.writeUInt16BE(payload.length, MAGIC.length + 1);
  const body = Buffer.concat([header, payload, filler(payload.toString(), room)]);
  return Buffer.concat([body, sign(null, body, signingKey())]);
}

/** Bytes that look random and follow from `seed`. */
function filler(seed: string, size: number): Buffer {
  const blocks: Buffer[] = [];
  for (let made = 0; made < size; ) {
    const block = createHash('sha256').update(`${blocks.length}:${seed}`).digest();
    blocks.push(block);
    made += block.length;
  }
  return Buffer.concat(blocks).subarray(0, size);
}

function signingKey(): KeyObject {
  const seed = createHash('sha256').update(KEY_SEED).digest();
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

function kindOf(byte: number | undefined): CertificateKind | undefined {
  return (['request', 'activation', 'deactivation'] as const).find((kind) => KINDS[kind] === byte);
}

function isPayload(value: unknown): value is [string, string, string, string] {
  return Array.isArray(value) && value.length === 4 && value.every((part) => typeof part === 'string');
}
