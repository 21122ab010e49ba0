/**
 * The {@link Transport} on node:http and node:https: bodies on any method, kept-alive connections, a deadline
 * and a size cap for each attempt, proxies by environment. Redirects are not followed. What only https or a
 * proxy needs is loaded with the first request that needs it, which keeps a plain http start fast.
 */
import http from 'node:http';
import type { RequestOptions } from 'node:https';
import { UsageError } from '../errors.js';
import { textIn } from './charset.js';
import { isLoopback } from './endpoint.js';
import { exchange, type RawAnswer } from './http-exchange.js';
import { type ProxyServer, proxyFor } from './proxy.js';
import type { TlsPolicy, Trust } from './tls.js';
import {
  type SendOptions,
  type Transport,
  TransportFailure,
  type WireRequest,
  type WireResponse,
} from './transport.js';
import { errorCode } from './transport-failures.js';

export interface HttpTransportOptions {
  /** PEM of authorities to trust besides the known ones. */
  readonly caPem?: string | undefined;
  /** SHA-256 fingerprint of the one certificate to accept instead. */
  readonly fingerprint?: string | undefined;
  /** Default 64 MiB; counted before and after unpacking. */
  readonly maxBodyBytes?: number | undefined;
  /** For the proxy variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userAgent: string;
  /** Connections to one host at a time; default no limit. */
  readonly maxSockets?: number | undefined;
}

const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;

/** What every agent is made with. */
const CONNECTIONS = {
  keepAlive: true,
  // An idle connection is given up before common servers do it (5 s): a request on one that the server has
  // just closed would be lost, and whether it was seen cannot be told.
  timeout: 4000,
  // Node 20 gives up an address after 250 ms when a name has several, too early for a slow line.
  autoSelectFamilyAttemptTimeout: 2000,
} as const;

/** @throws UsageError `bad_ca_file`, `bad_fingerprint` */
export async function createHttpTransport(options: HttpTransportOptions): Promise<Transport> {
  const transport = new HttpTransport(options);
  if (options.caPem !== undefined || options.fingerprint !== undefined) await transport.prepareTls();
  return transport;
}

/**
 * The SHA-256 fingerprint of the certificate that the server of this URL shows, as upper-case hex pairs with
 * colons; for a person to compare. Nothing but a handshake is sent.
 * @throws UsageError for a URL without TLS; TransportFailure
 */
export async function fetchPeerFingerprint(url: string, timeoutMs: number): Promise<string> {
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:') {
    throw new UsageError('Only an https server has a certificate.', { code: 'bad_base_url' });
  }
  const { peerFingerprint } = await import('./tls.js');
  return peerFingerprint(parsed, timeoutMs);
}

type RequestStart = RequestOptions & { readonly abandoned: AbortSignal };

/** How a request gets to its server. */
interface Route {
  readonly open: (options: RequestStart) => http.ClientRequest;
  /** The proxy that takes the request itself; null for a direct connection or a tunnel. */
  readonly forwarder: string | null;
}

class HttpTransport implements Transport {
  readonly #options: HttpTransportOptions;
  readonly #agents = new Map<string, Promise<http.Agent>>();
  readonly #closing = new AbortController();
  #tls: Promise<TlsPolicy> | undefined;

  constructor(options: HttpTransportOptions) {
    this.#options = options;
  }

  prepareTls(): Promise<TlsPolicy> {
    const { caPem, fingerprint, env } = this.#options;
    const trust: Trust = { caPem, fingerprint, env };
    this.#tls ??= import('./tls.js').then(({ tlsPolicy }) => tlsPolicy(trust));
    return this.#tls;
  }

  async send(request: WireRequest, options: SendOptions): Promise<WireResponse> {
    const url = new URL(request.url);
    const { open, forwarder } = await this.#route(url);
    const maxBodyBytes = this.#options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
    const headers = this.#headers(request, url);
    const answer = await exchange(
      (abandoned) => opened(() => open({ method: request.method, headers, abandoned })),
      request.body,
      url.host,
      { timeoutMs: options.timeoutMs, signal: options.signal, maxBodyBytes },
    ).catch((error: unknown) => Promise.reject(forwarder === null ? error : blamed(error, forwarder)));
    return {
      status: answer.status,
      headers: answer.headers,
      body: await textOf(answer, maxBodyBytes, url.host),
    };
  }

  close(): void {
    this.#closing.abort();
    for (const pending of this.#agents.values()) {
      // An agent that could not be made has nothing to close.
      pending.then((agent) => agent.destroy()).catch(() => undefined);
    }
  }

  #headers(request: WireRequest, url: URL): Record<string, string> {
    const headers: Record<string, string> = { 'user-agent': this.#options.userAgent };
    if (!isLoopback(url.hostname)) headers['accept-encoding'] = 'gzip';
    for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = value;
    // Said outright: Node would leave it out on GET and DELETE, and then no server reads their body.
    if (request.body !== undefined) headers['content-length'] = String(Buffer.byteLength(request.body));
    return headers;
  }

  async #route(url: URL): Promise<Route> {
    const proxy = proxyFor(url, this.#options.env);
    if (url.protocol === 'http:') {
      return proxy === null ? this.#plain(url) : this.#forwarded(url, proxy);
    }
    const agent = await (proxy === null ? this.#verifyingAgent() : this.#tunnelAgent(proxy));
    const { request } = await import('node:https');
    return { open: (options) => request(url, { ...options, agent }), forwarder: null };
  }

  async #plain(url: URL): Promise<Route> {
    const agent = await this.#plainAgent();
    return { open: (options) => http.request(url, { ...options, agent }), forwarder: null };
  }

  /** The absolute form: the proxy is asked for the whole URL. Only calls without credentials come this way. */
  async #forwarded(url: URL, proxy: ProxyServer): Promise<Route> {
    const secure = proxy.url.protocol === 'https:';
    const [agent, { request }] = secure
      ? await Promise.all([this.#verifyingAgent(), import('node:https')])
      : [await this.#plainAgent(), http];
    const headers = {
      host: url.host,
      ...(proxy.authorization !== null && { 'proxy-authorization': proxy.authorization }),
    };
    return {
      open: (options) =>
        request(proxy.url, {
          ...options,
          agent,
          path: url.href,
          headers: { ...options.headers, ...headers },
        }),
      forwarder: proxy.url.host,
    };
  }

  #plainAgent(): Promise<http.Agent> {
    return this.#agent('http', async () => new http.Agent(this.#connections()));
  }

  #verifyingAgent(): Promise<http.Agent> {
    return this.#agent('https', async () => {
      const policy = await this.prepareTls();
      const { VerifyingAgent } = await import('./tls.js');
      return new VerifyingAgent(policy, this.#connections());
    });
  }

  #tunnelAgent(proxy: ProxyServer): Promise<http.Agent> {
    return this.#agent(`tunnel ${proxy.url.host}`, async () => {
      const policy = await this.prepareTls();
      const { TunnelAgent } = await import('./tunnel-agent.js');
      return new TunnelAgent(proxy, policy, { ...this.#connections(), signal: this.#closing.signal });
    });
  }

  #agent(key: string, make: () => Promise<http.Agent>): Promise<http.Agent> {
    const known = this.#agents.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#agents.set(key, made);
    return made;
  }

  #connections(): http.AgentOptions {
    const { maxSockets } = this.#options;
    return { ...CONNECTIONS, ...(maxSockets !== undefined && { maxSockets }) };
  }
}

/** A connection that was never made to a forwarding proxy is the proxy's failure, not the server's. */
function blamed(error: unknown, forwarder: string): unknown {
  if (!(error instanceof TransportFailure) || error.sent || error.reason === 'aborted') return error;
  return new TransportFailure(
    `The proxy ${forwarder} cannot be used (${error.reason}).`,
    'proxy',
    false,
    error,
  );
}

/** A header with a line break or the like is refused by Node before anything is sent: a pasted key, mostly. */
function opened(open: () => http.ClientRequest): http.ClientRequest {
  try {
    return open();
  } catch (cause) {
    if (errorCode(cause) !== 'ERR_INVALID_CHAR') throw cause;
    throw new UsageError('A credential or setting holds characters that cannot stand in an HTTP header.', {
      code: 'bad_header',
      hint: 'Log in again and paste the value without line breaks or special quotes.',
      cause,
    });
  }
}

async function textOf({ headers, body }: RawAnswer, maxBytes: number, host: string): Promise<string> {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  const isPlain = encoding === '' || encoding === 'identity' || body.length === 0;
  const bytes = isPlain
    ? body
    : await (await import('./decode-body.js')).decodeBody(body, encoding, maxBytes, host);
  return textIn(bytes, headers['content-type']);
}
