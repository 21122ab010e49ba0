/** A self-signed certificate for loopback. */
import { X509Certificate } from 'node:crypto';

export interface ServerCertificate {
  readonly certPem: string;
  readonly keyPem: string;
}

const DAY_MS = 86_400_000;
/** What clients accept at most for certificates of servers. */
const LIFETIME_DAYS = 397;

/** Made for 127.0.0.1, ::1 and localhost; valid from yesterday, for clocks that lag. */
export async function makeCertificate(): Promise<ServerCertificate> {
  // A bundled CommonJS module has a default export only.
  const { default: selfsigned } = await import('selfsigned');
  const notBeforeDate = new Date(Date.now() - DAY_MS);
  const made = await selfsigned.generate([{ name: 'commonName', value: 'licensectl emulator' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate: new Date(notBeforeDate.getTime() + LIFETIME_DAYS * DAY_MS),
    extensions: [
      // A trust anchor of its own, so that a client may be given it as its only CA.
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { certPem: made.cert, keyPem: made.private };
}

/** SHA-256, upper-case hex pairs with colons. */
export function fingerprintOf(certPem: string): string {
  return new X509Certificate(certPem).fingerprint256;
}

/** Whether it can still be used for a day. */
export function isFresh(certPem: string): boolean {
  return Date.parse(new X509Certificate(certPem).validTo) > Date.now() + DAY_MS;
}
