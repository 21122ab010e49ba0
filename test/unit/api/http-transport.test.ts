import http from 'node:http';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createHttpTransport, type HttpTransportOptions } from '../../../src/api/http-transport.js';
import { type Transport, TransportFailure, type WireRequest } from '../../../src/api/transport.js';
import { UsageError } from '../../../src/errors.js';
import {
  closedPort,
  cut,
  json,
  listen,
  rawServer,
  reply,
  reset,
  type Seen,
  serve,
  silence,
} from './servers.js';

async function transport(options: Partial<HttpTransportOptions> = {}): Promise<Transport> {
  const made = await createHttpTransport({ env: {}, userAgent: 'licensectl/test', ...options });
  onTestFinished(() => made.close());
  return made;
}

const get = (url: string, body?: string): WireRequest => ({
  method: 'GET',
  url,
  headers: {},
  ...(body !== undefined && { body }),
});

async function failure(work: Promise<unknown>): Promise<TransportFailure> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TransportFailure))
    throw new Error(`expected a TransportFailure, got ${String(error)}`);
  return error;
}

describe('requests', () => {
  test.each(['GET', 'DELETE', 'POST', 'PUT'] as const)(
    '%s carries its body with a Content-Length',
    async (method) => {
      const seen: Seen[] = [];
      const server = await serve(seen, json(200, { ok: true }));
      const { send } = await transport().then((made) => ({ send: made.send.bind(made) }));
      await send(
        {
          method,
          url: `${server.url}/api/x?y=1`,
          headers: { 'Content-Type': 'application/json' },
          body: '{"ä":1}',
        },
        { timeoutMs: 5000 },
      );
      expect(seen[0]).toMatchObject({ method, url: '/api/x?y=1', body: '{"ä":1}' });
      expect(seen[0]?.headers).toMatchObject({
        'content-length': '8',
        'content-type': 'application/json',
        'user-agent': 'licensectl/test',
        host: server.host,
      });
      expect(seen[0]?.headers).not.toHaveProperty('transfer-encoding');
    },
  );

  test('one connection serves calls in a row', async () => {
    const server = await serve([], json(200, 1));
    const sender = await transport();
    for (let i = 0; i < 5; i++) await sender.send(get(`${server.url}/`), { timeoutMs: 5000 });
    expect(server.connections()).toBe(1);
  });

  test('answers come as they are, repeated headers joined', async () => {
    const server = await serve(
      [],
      reply(418, 'tea\n', { 'X-Many': ['a', 'b'], 'Set-Cookie': ['c=1', 'd=2'] }),
    );
    const answer = await (await transport()).send(get(server.url), { timeoutMs: 5000 });
    expect(answer).toMatchObject({ status: 418, body: 'tea\n' });
    expect(answer.headers).toMatchObject({ 'x-many': 'a, b', 'set-cookie': 'c=1, d=2' });
  });

  test('redirects are not followed', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, reply(302, '', { location: '/elsewhere' }));
    const answer = await (await transport()).send(get(server.url), { timeoutMs: 5000 });
    expect(answer.status).toBe(302);
    expect(seen).toHaveLength(1);
  });

  test('compressed answers are unpacked', async () => {
    const server = await serve([], (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}'));
    });
    expect((await (await transport()).send(get(server.url), { timeoutMs: 5000 })).body).toBe('{"a":1}');
  });

  test.each(['identity', 'Identity', '', ' identity '])(
    "an answer whose encoding '%s' is none comes as it is",
    async (encoding) => {
      const server = await serve([], reply(200, 'plain', { 'content-encoding': encoding }));
      expect((await (await transport()).send(get(server.url), { timeoutMs: 5000 })).body).toBe('plain');
    },
  );

  test.each<[string, Buffer, string]>([
    ['text/plain; charset=iso-8859-1', Buffer.from('Gr\xfc\xdfe', 'latin1'), 'Grüße'],
    ['text/plain; Charset="windows-1252"', Buffer.from('Pl\xe4tze', 'latin1'), 'Plätze'],
    ['application/json; charset=utf-16le', Buffer.from('\ufeff{"a":"ü"}', 'utf16le'), '{"a":"ü"}'],
    ['application/json; charset=UTF-8', Buffer.from('{"a":"ü"}'), '{"a":"ü"}'],
    ['application/json; charset=klingon', Buffer.from('{"a":"ü"}'), '{"a":"ü"}'],
    ['application/json; charset=', Buffer.from('{"a":"ü"}'), '{"a":"ü"}'],
    ['application/json', Buffer.from('{"a":"ü"}'), '{"a":"ü"}'],
  ])('%s is read as it says', async (type, bytes, text) => {
    const server = await serve([], (response) => {
      response.writeHead(200, { 'content-type': type }).end(bytes);
    });
    expect((await (await transport()).send(get(server.url), { timeoutMs: 5000 })).body).toBe(text);
  });

  test('a hint, a continue and early data before the answer are not the answer', async () => {
    const server = await rawServer(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n' +
        'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    );
    const answer = await (await transport()).send(get(server.url, '{}'), { timeoutMs: 5000 });
    expect(answer).toMatchObject({ status: 200, body: 'ok' });
  });

  test('what follows a 204 is no body, and no answer to the next request', async () => {
    const seen: number[] = [];
    const server = await listen(
      net.createServer((socket) => {
        socket.on('data', () => {
          const first = seen.push(socket.remotePort ?? 0) === 1;
          socket.write(
            first
              ? 'HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nstray'
              : 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nright',
          );
        });
      }),
    );
    const sender = await transport();
    expect(await sender.send(get(server.url), { timeoutMs: 5000 })).toMatchObject({ status: 204, body: '' });
    expect(await sender.send(get(server.url), { timeoutMs: 5000 })).toMatchObject({ body: 'right' });
    expect(server.connections()).toBe(2);
  });

  test('a connection that the server has closed since is not used again', async () => {
    const seen: Seen[] = [];
    const closed: Promise<unknown>[] = [];
    const server = await serve(seen, (response) => {
      const { socket } = response;
      if (socket !== null) closed.push(new Promise((resolve) => socket.once('close', resolve)));
      response.end('1', () => socket?.end());
    });
    const sender = await transport();
    for (let call = 1; call <= 3; call += 1) {
      await sender.send(get(server.url), { timeoutMs: 5000 });
      await closed.at(-1);
    }
    expect(server.connections()).toBe(3);
  });

  test('a credential with a line break is a usage error and reaches nobody', async () => {
    const server = await serve([], json(200, 1));
    const sender = await transport();
    const sent = sender.send(
      { ...get(server.url), headers: { authorization: 'bearer k\r\nx: y' } },
      { timeoutMs: 5000 },
    );
    const error = await sent.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ code: 'bad_header' });
    expect(server.connections()).toBe(0);
  });
});

describe('failures', () => {
  test('connection refused: not sent', async () => {
    const port = await closedPort();
    const error = await failure(
      (await transport()).send(get(`http://127.0.0.1:${port}/`), { timeoutMs: 5000 }),
    );
    expect(error).toMatchObject({ reason: 'refused', sent: false });
    expect(error.message).toBe(`127.0.0.1:${port} refuses connections (ECONNREFUSED).`);
  });

  test('a name that does not resolve: not sent', async () => {
    const error = await failure(
      (await transport()).send(get('http://nowhere.invalid/'), { timeoutMs: 5000 }),
    );
    expect(error).toMatchObject({ reason: 'dns', sent: false });
  });

  test('reset behind the request: sent', async () => {
    const server = await serve([], reset);
    const error = await failure((await transport()).send(get(server.url), { timeoutMs: 5000 }));
    expect(error).toMatchObject({ reason: 'reset', sent: true });
  });

  test('a kept-alive connection that is reset counts as sent', async () => {
    const server = await serve([], json(200, 1), reset);
    const sender = await transport();
    await sender.send(get(server.url), { timeoutMs: 5000 });
    const error = await failure(sender.send(get(server.url), { timeoutMs: 5000 }));
    expect(error).toMatchObject({ reason: 'reset', sent: true });
    expect(server.connections()).toBe(1);
  });

  test('a body shorter than promised is truncated', async () => {
    const server = await serve([], cut);
    const error = await failure((await transport()).send(get(server.url), { timeoutMs: 5000 }));
    expect(error).toMatchObject({ reason: 'truncated', sent: true });
  });

  test('a chunked body that ends early is truncated', async () => {
    const server = await rawServer('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n');
    const error = await failure((await transport()).send(get(server.url), { timeoutMs: 5000 }));
    expect(error).toMatchObject({ reason: 'truncated', sent: true });
  });

  test('a compressed body that ends early is truncated', async () => {
    const packed = gzipSync('x'.repeat(5000));
    const server = await serve([], (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length - 9));
    });
    const error = await failure((await transport()).send(get(server.url), { timeoutMs: 5000 }));
    expect(error).toMatchObject({ reason: 'truncated', sent: true });
  });

  test('the deadline ends a call that gets no answer', async () => {
    const server = await serve([], silence);
    const error = await failure((await transport()).send(get(server.url), { timeoutMs: 40 }));
    expect(error).toMatchObject({ reason: 'timeout', sent: true });
  });

  test('the deadline counts to the last byte', async () => {
    const server = await serve([], (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(drip));
    });
    const error = await failure((await transport()).send(get(server.url), { timeoutMs: 60 }));
    expect(error).toMatchObject({ reason: 'timeout', sent: true });
  });

  test('something that is not HTTP', async () => {
    const server = await rawServer('SSH-2.0-OpenSSH_9.6\r\n');
    const error = await failure((await transport()).send(get(server.url), { timeoutMs: 5000 }));
    expect(error).toMatchObject({ reason: 'not-http', sent: true });
  });

  test('a connection that is closed without a word', async () => {
    const server = await listen(net.createServer((socket) => socket.once('data', () => socket.end())));
    const error = await failure((await transport()).send(get(server.url), { timeoutMs: 5000 }));
    expect(error).toMatchObject({ reason: 'reset', sent: true });
  });
});

describe('the size cap', () => {
  const maxBodyBytes = 1000;

  test('a body of exactly that size passes', async () => {
    const server = await serve([], reply(200, 'x'.repeat(maxBodyBytes)));
    const answer = await (await transport({ maxBodyBytes })).send(get(server.url), { timeoutMs: 5000 });
    expect(answer.body).toHaveLength(maxBodyBytes);
  });

  test('one that says it is larger is not read', async () => {
    const server = await serve([], reply(200, 'x'.repeat(maxBodyBytes + 1), { 'content-length': '1001' }));
    const error = await failure(
      (await transport({ maxBodyBytes })).send(get(server.url), { timeoutMs: 5000 }),
    );
    expect(error).toMatchObject({ reason: 'too-large', sent: true });
  });

  test('one without end is cut off, and the connection with it', async () => {
    const closed = vi.fn();
    const server = await listen(
      http.createServer((_, response) => {
        const more = setInterval(() => response.write('x'.repeat(300)), 1);
        response.on('close', () => {
          clearInterval(more);
          closed();
        });
      }),
    );
    const error = await failure(
      (await transport({ maxBodyBytes })).send(get(server.url), { timeoutMs: 5000 }),
    );
    expect(error).toMatchObject({ reason: 'too-large', sent: true });
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  });

  test('it holds for what a small body unpacks to', async () => {
    const server = await serve([], (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000)));
    });
    const error = await failure(
      (await transport({ maxBodyBytes: 50_000 })).send(get(server.url), { timeoutMs: 5000 }),
    );
    expect(error).toMatchObject({ reason: 'too-large', sent: true });
  });
});

describe('interruption', () => {
  test('before the call: nothing is sent', async () => {
    const server = await serve([], json(200, 1));
    const signal = AbortSignal.abort(new Error('stop'));
    const error = await failure((await transport()).send(get(server.url), { timeoutMs: 5000, signal }));
    expect(error).toMatchObject({ reason: 'aborted', sent: false });
    expect(server.connections()).toBe(0);
  });

  test('while the server is at work: sent', async () => {
    const controller = new AbortController();
    const server = await serve([], () => controller.abort(new Error('stop')));
    const error = await failure(
      (await transport()).send(get(server.url), { timeoutMs: 5000, signal: controller.signal }),
    );
    expect(error).toMatchObject({ reason: 'aborted', sent: true });
  });
});
