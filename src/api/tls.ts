/** TLS: whom we trust, and that nothing is written to anyone else. Loaded with the first https request. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import tls from 'node:tls';
import { UsageError } from '../errors.js';
import { TransportFailure } from './transport.js';
import { describe, errorCode, isTlsCode, transportFailure } from './transport-failures.js';

/** Whom to trust beside, or instead of, the known authorities. */
export interface Trust {
  /** Authorities to accept as well, as PEM. */
  readonly caPem: string | undefined;
  /** The one certificate to accept, by SHA-256 fingerprint, whoever signed it and whatever name it bears. */
  readonly fingerprint: string | undefined;
  /** For NODE_EXTRA_CA_CERTS. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** {@link Trust} in the form that a handshake uses. */
export interface TlsPolicy {
  /** Fingerprint as upper-case hex pairs with colons; null when authorities decide. */
  readonly pin: string | null;
  readonly options: tls.ConnectionOptions;
}

/** Code of the cause when a server shows another certificate than the pinned one. */
export const PIN_MISMATCH = 'LICENSECTL_PIN_MISMATCH';

/** @throws UsageError `bad_ca_file`, `bad_fingerprint` */
export function tlsPolicy(trust: Trust): TlsPolicy {
  const pin = trust.fingerprint === undefined ? null : normaliseFingerprint(trust.fingerprint);
  const extra = trust.caPem === undefined ? [] : certificatesOf(trust.caPem);
  // Explicit, because NODE_TLS_REJECT_UNAUTHORIZED=0 would otherwise switch verification off. With a pin the
  // check is ours: see `whenSecure`.
  const options: tls.ConnectionOptions = { rejectUnauthorized: pin === null };
  if (pin === null && extra.length > 0) {
    options.secureContext = tls.createSecureContext({ ca: [...knownAuthorities(trust.env), ...extra] });
  }
  return { pin, options };
}

/** Upper-case hex pairs with colons, from any usual spelling. @throws UsageError `bad_fingerprint` */
export function normaliseFingerprint(text: string): string {
  const hex = text
    .trim()
    .replace(/^sha-?256(\s*fingerprint)?\s*[:=]\s*/i, '')
    .replace(/[:\s]/g, '')
    .toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(hex)) {
    throw new UsageError(
      'The fingerprint must be the SHA-256 of a certificate: 64 hex digits, with or without colons.',
      {
        code: 'bad_fingerprint',
        hint: 'It is printed by: openssl x509 -in server.pem -noout -fingerprint -sha256',
      },
    );
  }
  return (hex.match(/../g) ?? []).join(':');
}

function certificatesOf(pem: string): readonly string[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    for (const block of blocks) new X509Certificate(block);
  } catch (cause) {
    throw new UsageError('The CA file holds a certificate that cannot be read.', {
      code: 'bad_ca_file',
      cause,
    });
  }
  if (blocks.length > 0) return blocks;
  throw new UsageError("The CA file holds no PEM certificate ('-----BEGIN CERTIFICATE-----').", {
    code: 'bad_ca_file',
  });
}

/** What Node trusts without being told; giving `ca` would otherwise replace it. */
function knownAuthorities(env: Trust['env']): readonly string[] {
  // Node 22.15 and 24 can say it; before that, the built-in list and the file named by the environment are it.
  if ('getCACertificates' in tls && typeof tls.getCACertificates === 'function') {
    const known: unknown = tls.getCACertificates('default');
    if (Array.isArray(known)) return known.filter((entry) => typeof entry === 'string');
  }
  const file = env.NODE_EXTRA_CA_CERTS;
  if (file === undefined || file === '') return tls.rootCertificates;
  try {
    return [...tls.rootCertificates, readFileSync(file, 'utf8')];
  } catch {
    // Node itself only warns about a file that cannot be read.
    return tls.rootCertificates;
  }
}

export interface Peer {
  readonly host: string;
  readonly pin: string | null;
  /** Aborts when nobody waits for the connection any more. */
  readonly abandoned: AbortSignal | undefined;
}

/**
 * Calls back once the handshake is done and the peer is the right one, or with the failure. Until then the
 * socket is in nobody's hands: not a byte of a request can be written to it.
 */
export function whenSecure(
  socket: tls.TLSSocket,
  peer: Peer,
  done: (failure: TransportFailure | null) => void,
): void {
  let over = false;
  const finish = (failure: TransportFailure | null): void => {
    if (over) return;
    over = true;
    peer.abandoned?.removeEventListener('abort', onAbandoned);
    if (failure !== null) socket.destroy();
    done(failure);
  };
  const onAbandoned = (): void =>
    finish(new TransportFailure(describe('aborted', peer.host), 'aborted', false));
  peer.abandoned?.addEventListener('abort', onAbandoned, { once: true });
  socket.once('secureConnect', () => finish(pinProblem(socket, peer)));
  // Stays for good: an error in the moment of handing over must have a listener.
  socket.on('error', (error) => finish(handshakeFailure(error, peer.host)));
  socket.once('close', () => finish(new TransportFailure(describe('reset', peer.host), 'reset', false)));
}

function pinProblem(socket: tls.TLSSocket, peer: Peer): TransportFailure | null {
  if (peer.pin === null) return null;
  const shown = socket.getPeerX509Certificate()?.fingerprint256;
  if (shown === peer.pin) return null;
  const cause = Object.assign(new Error(`certificate ${shown ?? 'missing'}`), { code: PIN_MISMATCH });
  return new TransportFailure(
    describe('tls', peer.host, `its certificate is not the pinned one but ${shown ?? 'missing'}`),
    'tls',
    false,
    cause,
  );
}

function handshakeFailure(error: Error, host: string): TransportFailure {
  const code = errorCode(error);
  if (code !== undefined && !isTlsCode(code))
    return transportFailure(error, { host, sent: false, answered: false });
  return new TransportFailure(describe('tls', host, code ?? error.message), 'tls', false, error);
}

/** Request options as they reach an agent: `abandoned` is ours and travels with them. */
export interface AbandonableOptions extends https.RequestOptions {
  readonly abandoned?: AbortSignal;
}

/** An agent that hands over a connection only after {@link whenSecure}. */
export class VerifyingAgent extends https.Agent {
  readonly #pin: string | null;

  constructor(policy: TlsPolicy, options: https.AgentOptions) {
    // Without a session cache every connection shows its certificate, which the pin needs.
    super({ ...options, ...policy.options, ...(policy.pin !== null && { maxCachedSessions: 0 }) });
    this.#pin = policy.pin;
  }

  override createConnection(
    options: AbandonableOptions,
    callback?: Parameters<https.Agent['createConnection']>[1],
  ): undefined {
    const socket = super.createConnection(options);
    if (!(socket instanceof tls.TLSSocket)) throw new TypeError('https gave a connection without TLS');
    const host = `${options.host ?? ''}:${options.port ?? 443}`;
    whenSecure(socket, { host, pin: this.#pin, abandoned: options.abandoned }, (failure) =>
      callback?.(failure, socket),
    );
  }
}

/**
 * The SHA-256 fingerprint of the certificate that a server shows, as upper-case hex pairs with colons. Nothing
 * is sent but the handshake.
 * @throws TransportFailure
 */
export function peerFingerprint(url: URL, timeoutMs: number): Promise<string> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const socket = tls.connect({
    host: hostname,
    port: Number(url.port || 443),
    rejectUnauthorized: false,
    ...(/^[\d.]+$|:/.test(hostname) ? {} : { servername: hostname }),
  });
  const abandoned = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    whenSecure(socket, { host: url.host, pin: null, abandoned }, (failure) => {
      const shown = socket.getPeerX509Certificate()?.fingerprint256;
      socket.destroy();
      if (failure === null && shown !== undefined) resolve(shown);
      else if (abandoned.aborted)
        reject(new TransportFailure(describe('timeout', url.host), 'timeout', false));
      else reject(failure ?? new TransportFailure(describe('tls', url.host, 'no certificate'), 'tls', false));
    });
  });
}
