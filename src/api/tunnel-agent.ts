/** https through a proxy: CONNECT first, then TLS with the server itself. Loaded only when a proxy is set. */
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import { HttpsProxyAgent, type HttpsProxyAgentOptions } from 'https-proxy-agent';
import type { ProxyServer } from './proxy.js';
import { type TlsPolicy, whenSecure } from './tls.js';
import { TransportFailure } from './transport.js';
import { describe, errorCode } from './transport-failures.js';

type ConnectOptions = Parameters<HttpsProxyAgent<string>['connect']>[1] & {
  readonly abandoned?: AbortSignal;
};

/**
 * Unlike its parent it hands a connection over only when the proxy agreed and the server's certificate is
 * right, so that a refusal of the proxy is never taken for an answer of the server.
 */
export class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #policy: TlsPolicy;
  readonly #proxyHost: string;

  constructor(proxy: ProxyServer, policy: TlsPolicy, options: HttpsProxyAgentOptions<string>) {
    const headers = proxy.authorization === null ? {} : { 'Proxy-Authorization': proxy.authorization };
    super(proxy.url, { ...options, headers });
    this.#policy = policy;
    this.#proxyHost = proxy.url.host;
  }

  override async connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    const host = `${options.host ?? ''}:${options.port}`;
    let status = 0;
    request.once('proxyConnect', (answer: { readonly statusCode: number }) => {
      status = answer.statusCode;
    });
    const socket = await super
      .connect(request, Object.assign({}, options, this.#policy.options))
      .catch((error: unknown) => Promise.reject(this.#refusal(host, errorCode(error) ?? 'no answer', error)));
    if (status !== 200 || !(socket instanceof tls.TLSSocket)) {
      socket.destroy();
      throw this.#refusal(host, `status ${status}`);
    }
    return new Promise((resolve, reject) => {
      whenSecure(socket, { host, pin: this.#policy.pin, abandoned: options.abandoned }, (failure) =>
        failure === null ? resolve(socket) : reject(failure),
      );
    });
  }

  #refusal(host: string, detail: string, cause?: unknown): TransportFailure {
    return new TransportFailure(
      describe('proxy', host, `${this.#proxyHost}: ${detail}`),
      'proxy',
      false,
      cause,
    );
  }
}
