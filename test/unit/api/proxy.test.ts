import http from 'node:http';
import net from 'node:net';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHttpTransport } from '../../../src/api/http-transport.js';
import { proxyFor, proxySecrets } from '../../../src/api/proxy.js';
import { TransportFailure, type WireResponse } from '../../../src/api/transport.js';
import {
  type Certificate,
  certificate,
  closedPort,
  json,
  type Listening,
  listen,
  recordingTlsServer,
  type Seen,
  serve,
  serveTls,
} from './servers.js';

type Env = Readonly<Record<string, string>>;

const via = (url: string, env: Env): string | null => proxyFor(new URL(url), env)?.url.host ?? null;

describe('which proxy', () => {
  test.each<[string, string, Env, string | null]>([
    ['none set', 'https://a.example', {}, null],
    ['https', 'https://a.example', { HTTPS_PROXY: 'http://p:3128' }, 'p:3128'],
    [
      'the lower case wins',
      'https://a.example',
      { HTTPS_PROXY: 'http://p:1', https_proxy: 'http://q:2' },
      'q:2',
    ],
    ['http has its own', 'http://a.example', { HTTPS_PROXY: 'http://p:1' }, null],
    ['http', 'http://a.example', { http_proxy: 'http://p:1' }, 'p:1'],
    ['without a scheme', 'https://a.example', { https_proxy: 'proxy.corp:8080' }, 'proxy.corp:8080'],
    ['blank is none', 'https://a.example', { https_proxy: ' ' }, null],
    ['never for loopback', 'https://127.0.0.1:1', { https_proxy: 'http://p:1' }, null],
    ['never for loopback by name', 'http://localhost', { http_proxy: 'http://p:1' }, null],
    ['never for loopback of version 6', 'https://[::1]:1', { https_proxy: 'http://p:1' }, null],
  ])('%s', (_, url, env, expected) => {
    expect(via(url, env)).toBe(expected);
  });

  test.each<[string, string, boolean]>([
    ['*', 'https://a.example', true],
    ['a.example', 'https://a.example', true],
    ['example', 'https://a.example', true],
    ['.example', 'https://a.example', true],
    ['*.example', 'https://a.example', true],
    ['b.example', 'https://a.example', false],
    ['example', 'https://an-example', false],
    ['A.Example', 'https://a.example', true],
    ['x, a.example', 'https://a.example', true],
    ['x a.example', 'https://a.example', true],
    ['a.example:443', 'https://a.example', true],
    ['a.example:8443', 'https://a.example', false],
    ['a.example:8443', 'https://a.example:8443', true],
    ['10.0.0.0/8', 'https://10.20.30.40', true],
    ['10.0.0.0/8', 'https://11.20.30.40', false],
    ['10.0.0.0/8', 'https://a.example', false],
    ['10.0.0.0/99', 'https://10.20.30.40', false],
    ['nonsense/8', 'https://10.20.30.40', false],
    ['fd00::/8', 'https://[fd12::1]', true],
    ['30.40', 'https://10.20.30.40', false],
  ])('NO_PROXY=%s for %s: %s', (noProxy, url, exempt) => {
    expect(via(url, { https_proxy: 'http://p:1', NO_PROXY: noProxy })).toBe(exempt ? null : 'p:1');
  });

  test('an address that is no http proxy is refused without repeating it', () => {
    const env = { https_proxy: 'socks5://user:planted-password@p:1080' };
    expect(() => proxyFor(new URL('https://a.example'), env)).toThrow(TransportFailure);
    expect(() => proxyFor(new URL('https://a.example'), env)).toThrow(/^HTTPS_PROXY does not hold/);
  });

  test.each([
    ['http://u:50%off@p:1', 'u:50%off'],
    ['http://u%zz:a%40b@p:1', 'u%zz:a@b'],
  ])('credentials with a bare percent sign are taken as they stand: %s', (address, credentials) => {
    const proxy = proxyFor(new URL('https://a.example'), { HTTPS_PROXY: address });
    expect(proxy?.authorization).toBe(`Basic ${Buffer.from(credentials).toString('base64')}`);
    expect(proxySecrets({ HTTPS_PROXY: address })).toContain(credentials);
  });

  test('credentials are taken out of the address', () => {
    const proxy = proxyFor(new URL('https://a.example'), { https_proxy: 'http://user:p%40ss@p:1' });
    expect(proxy?.url.href).toBe('http://p:1/');
    expect(proxy?.authorization).toBe(`Basic ${Buffer.from('user:p@ss').toString('base64')}`);
  });

  test('passwords are told to the redactor, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (password) => {
        const env = { HTTPS_PROXY: `http://user:${encodeURIComponent(password)}@p:1` };
        expect(proxySecrets(env)).toEqual([`user:${password}`, password]);
      }),
    );
  });
});

interface Recorded {
  readonly head: string;
}

/** A proxy that tunnels every CONNECT to one port, whatever name was asked for. */
async function connectProxy(target: number, recorded: Recorded[], refusal?: string): Promise<Listening> {
  const server = http.createServer();
  server.on('connect', (request, socket) => {
    recorded.push({ head: `${request.url} ${request.headers['proxy-authorization'] ?? '-'}` });
    if (refusal !== undefined) {
      socket.end(refusal);
      return;
    }
    const onward = net.connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
    socket.on('close', () => onward.destroy());
  });
  return listen(server);
}

interface CallOptions {
  readonly caPem?: string;
  readonly fingerprint?: string;
}

async function call(url: string, env: Env, options: CallOptions = {}): Promise<WireResponse> {
  const transport = await createHttpTransport({ env, userAgent: 'test', ...options });
  onTestFinished(() => transport.close());
  return transport.send(
    { method: 'POST', url, headers: { authorization: 'planted' }, body: 'planted' },
    { timeoutMs: 5000 },
  );
}

async function refused(work: Promise<unknown>): Promise<TransportFailure> {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof TransportFailure))
    throw new Error(`expected a TransportFailure, got ${String(error)}`);
  return error;
}

const NAME = 'licences.example';

describe('https through a proxy', () => {
  let own: Certificate;
  const origin = async (seen: Seen[]): Promise<Listening> => {
    own = await certificate(NAME, null);
    return serveTls(own, seen, json(200, { through: true }));
  };

  test('the call reaches the server, which proves itself through the tunnel', async () => {
    const seen: Seen[] = [];
    const recorded: Recorded[] = [];
    const server = await origin(seen);
    const proxy = await connectProxy(server.port, recorded);
    const env = { HTTPS_PROXY: `http://user:pass@${proxy.host}` };
    const answer = await call(`https://${NAME}/api`, env, { caPem: own.cert });
    expect(answer.body).toBe('{"through":true}');
    expect(seen[0]).toMatchObject({ url: '/api', body: 'planted' });
    expect(seen[0]?.headers).not.toHaveProperty('proxy-authorization');
    const basic = Buffer.from('user:pass').toString('base64');
    expect(recorded).toEqual([{ head: `${NAME}:443 Basic ${basic}` }]);
  });

  test('a pinned certificate holds through the tunnel', async () => {
    const server = await origin([]);
    const proxy = await connectProxy(server.port, []);
    const env = { HTTPS_PROXY: `http://${proxy.host}` };
    expect((await call(`https://other.example/`, env, { fingerprint: own.fingerprint })).status).toBe(200);
  });

  test.each<[string, boolean]>([
    ['an unknown authority', false],
    ['another certificate than the pinned one', true],
  ])('%s behind the proxy sees no byte of the request', async (_, pinned) => {
    const server = await recordingTlsServer(await certificate(NAME, null));
    const proxy = await connectProxy(server.port, []);
    const env = { HTTPS_PROXY: `http://${proxy.host}` };
    const options = pinned ? { fingerprint: (await certificate()).fingerprint } : {};
    expect(await refused(call(`https://${NAME}/`, env, options))).toMatchObject({
      reason: 'tls',
      sent: false,
    });
    expect(server.connections()).toBe(1);
    expect(server.received()).toBe('');
  });

  test('a refusal of the proxy is not taken for an answer of the server', async () => {
    const refusal = 'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 4\r\n\r\nnope';
    const proxy = await connectProxy(0, [], refusal);
    const env = { HTTPS_PROXY: `http://user:planted-password@${proxy.host}` };
    const error = await refused(call(`https://${NAME}/`, env));
    expect(error).toMatchObject({ reason: 'proxy', sent: false });
    expect(error.message).toBe(`The proxy did not connect to ${NAME}:443 (${proxy.host}: status 407).`);
  });

  test('a proxy that is not there', async () => {
    const env = { HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}` };
    expect(await refused(call(`https://${NAME}/`, env))).toMatchObject({ reason: 'proxy', sent: false });
  });
});

describe('http through a proxy', () => {
  test('asks the proxy for the whole URL', async () => {
    const seen: Seen[] = [];
    const proxy = await serve(seen, json(200, 1));
    await call(`http://${NAME}:8080/api?x=1`, { HTTP_PROXY: `http://user:pass@${proxy.host}` });
    expect(seen[0]).toMatchObject({ method: 'POST', url: `http://${NAME}:8080/api?x=1`, body: 'planted' });
    expect(seen[0]?.headers).toMatchObject({
      host: `${NAME}:8080`,
      'proxy-authorization': `Basic ${Buffer.from('user:pass').toString('base64')}`,
    });
  });

  test('a proxy that is not there', async () => {
    const env = { HTTP_PROXY: `http://127.0.0.1:${await closedPort()}` };
    expect(await refused(call(`http://${NAME}/`, env))).toMatchObject({ reason: 'proxy', sent: false });
  });
});
