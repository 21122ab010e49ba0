import net from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createHttpTransport, fetchPeerFingerprint } from '../../../src/api/http-transport.js';
import { TransportFailure, type WireResponse } from '../../../src/api/transport.js';
import { errorCode } from '../../../src/api/transport-failures.js';
import { certificate, json, listen, recordingTlsServer, type Seen, serve, serveTls } from './servers.js';

const SECRET = 'planted-credential-81c2';

interface Trust {
  readonly caPem?: string;
  readonly fingerprint?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function call(url: string, { env = {}, ...trust }: Trust = {}): Promise<WireResponse> {
  const transport = await createHttpTransport({ env, userAgent: 'test', ...trust });
  onTestFinished(() => transport.close());
  return transport.send(
    { method: 'GET', url: `${url}/x`, headers: { authorization: SECRET }, body: SECRET },
    { timeoutMs: 5000 },
  );
}

async function refused(work: Promise<unknown>): Promise<TransportFailure> {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof TransportFailure))
    throw new Error(`expected a TransportFailure, got ${String(error)}`);
  return error;
}

describe('authorities', () => {
  test('a self-signed certificate is refused before a byte of the request is written', async () => {
    const server = await recordingTlsServer(await certificate());
    const error = await refused(call(server.url));
    expect(error).toMatchObject({ reason: 'tls', sent: false });
    expect(errorCode(error.cause)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(server.received()).toBe('');
  });

  test('NODE_TLS_REJECT_UNAUTHORIZED does not switch that off', async () => {
    const server = await recordingTlsServer(await certificate());
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    onTestFinished(() => {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    });
    expect(await refused(call(server.url))).toMatchObject({ reason: 'tls', sent: false });
    expect(server.received()).toBe('');
  });

  test('a CA file makes it good', async () => {
    const own = await certificate();
    const server = await serveTls(own, [], json(200, { ok: true }));
    expect((await call(server.url, { caPem: `# ours\n${own.cert}` })).body).toBe('{"ok":true}');
  });

  test('a CA file does not excuse another name', async () => {
    const other = await certificate('licences.example', null);
    const server = await serveTls(other, [], json(200, 1));
    const error = await refused(call(server.url, { caPem: other.cert }));
    expect(error).toMatchObject({ reason: 'tls', sent: false });
    expect(errorCode(error.cause)).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  test.each(['', 'not a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'a CA file that holds none is a usage error (%j)',
    async (caPem) => {
      await expect(createHttpTransport({ env: {}, userAgent: 'test', caPem })).rejects.toMatchObject({
        kind: 'usage',
        code: 'bad_ca_file',
      });
    },
  );
});

describe('pinning', () => {
  test('accepts exactly the pinned certificate, though self-signed and for another name', async () => {
    const own = await certificate('licences.example', null);
    const seen: Seen[] = [];
    const server = await serveTls(own, seen, json(200, 1));
    await call(server.url, { fingerprint: own.fingerprint });
    await call(server.url, { fingerprint: `sha256:${own.fingerprint.replaceAll(':', '').toLowerCase()}` });
    expect(seen.map(({ body, headers }) => [body, headers.authorization])).toEqual([
      [SECRET, SECRET],
      [SECRET, SECRET],
    ]);
  });

  test('refuses another certificate before a byte of the request is written', async () => {
    const server = await recordingTlsServer(await certificate());
    const { fingerprint } = await certificate();
    const error = await refused(call(server.url, { fingerprint }));
    expect(error).toMatchObject({ reason: 'tls', sent: false });
    expect(errorCode(error.cause)).toBe('LICENSECTL_PIN_MISMATCH');
    expect(server.connections()).toBe(1);
    expect(server.received()).toBe('');
  });

  test('refuses another certificate even when an authority vouches for it', async () => {
    const own = await certificate();
    const { fingerprint } = await certificate();
    const server = await recordingTlsServer(own);
    expect(await refused(call(server.url, { caPem: own.cert, fingerprint }))).toMatchObject({
      reason: 'tls',
    });
    expect(server.received()).toBe('');
  });

  test('keeps the connection for the next call', async () => {
    const own = await certificate();
    const server = await serveTls(own, [], json(200, 1));
    const transport = await createHttpTransport({ env: {}, userAgent: 'test', fingerprint: own.fingerprint });
    onTestFinished(() => transport.close());
    const request = { method: 'GET' as const, url: server.url, headers: {} };
    for (let i = 0; i < 3; i++) await transport.send(request, { timeoutMs: 5000 });
    expect(server.connections()).toBe(1);
  });

  test.each(['', 'AB:CD', 'zz'.repeat(32)])('%j is no fingerprint', async (fingerprint) => {
    await expect(createHttpTransport({ env: {}, userAgent: 'test', fingerprint })).rejects.toMatchObject({
      code: 'bad_fingerprint',
    });
  });
});

describe('handshakes that fail', () => {
  test('a plain http server behind https', async () => {
    const server = await serve([], json(200, 1));
    expect(await refused(call(`https://${server.host}`))).toMatchObject({ reason: 'tls', sent: false });
  });

  test('a server that hangs up in the handshake', async () => {
    const server = await listen(net.createServer((socket) => socket.once('data', () => socket.destroy())));
    expect(await refused(call(`https://${server.host}`))).toMatchObject({ reason: 'reset', sent: false });
  });

  test('a server that never shakes hands meets the deadline, and its connection is given up', async () => {
    const connections: net.Socket[] = [];
    const server = await listen(net.createServer((socket) => connections.push(socket.resume())));
    const transport = await createHttpTransport({ env: {}, userAgent: 'test' });
    onTestFinished(() => transport.close());
    const sent = transport.send(
      { method: 'GET', url: `https://${server.host}/`, headers: {} },
      { timeoutMs: 50 },
    );
    expect(await refused(sent)).toMatchObject({ reason: 'timeout', sent: false });
    await vi.waitFor(() => expect(connections[0]?.destroyed).toBe(true));
  });
});

describe('fetchPeerFingerprint', () => {
  test('shows what the server shows, and sends nothing', async () => {
    const own = await certificate('licences.example', null);
    const server = await recordingTlsServer(own);
    expect(await fetchPeerFingerprint(`${server.url}/base`, 5000)).toBe(own.fingerprint);
    expect(server.received()).toBe('');
  });

  test('gives up at the deadline', async () => {
    const server = await listen(net.createServer());
    expect(await refused(fetchPeerFingerprint(`https://${server.host}`, 40))).toMatchObject({
      reason: 'timeout',
    });
  });

  test('wants https', async () => {
    await expect(fetchPeerFingerprint('http://127.0.0.1:1', 40)).rejects.toMatchObject({ kind: 'usage' });
  });
});
