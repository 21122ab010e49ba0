import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { CONTROL, call, useEmulators } from './harness.js';

const start = useEmulators();

describe('routing', () => {
  it('hands a system the path below its prefix, the query and the body of any method', async () => {
    const emulator = await start({ clock: '2024-02-29T12:00:00Z' });
    const reply = await emulator.system('/v1/echo?a=1&b=x%20y', { method: 'GET', body: 'on a GET' });
    expect(reply.json()).toMatchObject({ method: 'GET', query: { a: '1', b: 'x y' }, body: 'on a GET' });
    const removed = await emulator.system('/v1/echo', { method: 'DELETE', body: 'on a DELETE' });
    expect(removed.json()).toMatchObject({ method: 'DELETE', body: 'on a DELETE' });
  });

  it('reads a path as servers do: letters out of escapes, dots folded, the host of a proxy left out', async () => {
    const { emulator } = await start();
    const url = new URL(emulator.url);
    const status = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const options = { host: url.hostname, port: url.port, path, headers: { connection: 'close' } };
        request(options, (res) => resolve(res.resume().statusCode))
          .on('error', reject)
          .end();
      });
    const paths = [
      '/babel/v1/ech%6f',
      '/b%61bel/v1/x/../echo',
      '/babel/v1/%2E%2e/v1/./echo',
      '/../babel/v1/echo?a=/..',
      `${emulator.url}/babel/v1/echo`,
    ];
    for (const path of paths) expect(await status(path), path).toBe(200);
    // An escaped slash separates nothing, and what is no escape stays.
    expect(await status('/babel%2Fv1/echo')).toBe(404);
    await status('/babel/v1/%2F%zz');
    const log = await call(`${emulator.url}/_emulator/requests`, { headers: CONTROL });
    const logged = log.json<{ path: string }[]>().map(({ path }) => path);
    expect(logged).toEqual([...Array(paths.length).fill('/v1/echo'), '/v1/%2F%zz']);
  });

  it('takes prefixes as they are written', async () => {
    const { emulator } = await start();
    const reply = await call(`${emulator.url}/Babel/v1/things`);
    expect(reply.status).toBe(404);
    expect(reply.json()).toEqual({ error: { code: 'not_found', message: 'The emulator serves /babel.' } });
  });

  it.each(['/', '/babel2/v1/things', '/_emulators/status'])('knows nothing at %s', async (path) => {
    const { emulator } = await start();
    expect((await call(emulator.url + path)).status).toBe(404);
  });

  it('refuses methods that no system has', async () => {
    const emulator = await start();
    const reply = await emulator.system('/v1/things', { method: 'OPTIONS' });
    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toBe('GET, POST, PUT, DELETE, PATCH');
  });

  it('sends the length in bytes of a body of several megabytes, and none with 204', async () => {
    const emulator = await start();
    const reply = await emulator.system('/v1/page/4000000');
    expect(reply.headers['content-length']).toBe('4000000');
    expect(reply.text.length).toBe(2_000_000);
    const empty = await emulator.system('/v1/nothing');
    expect([empty.status, empty.headers['content-length'], empty.text]).toEqual([204, undefined, '']);
  });

  it('keeps connections open between requests', async () => {
    const { emulator } = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const port = (): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const req = request(`${emulator.url}/babel/v1/things`, { agent }, (res) => {
          const { localPort } = res.socket;
          res.resume().on('end', () => resolve(localPort));
        });
        req.on('error', reject).end();
      });
    const [first, second] = [await port(), await port()];
    agent.destroy();
    expect(second).toBe(first);
  });

  it('refuses a body that is announced as too large without reading it', async () => {
    const { emulator } = await start();
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(emulator.port, '127.0.0.1', () => {
        socket.write(
          'POST /babel/v1/things HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n',
        );
      });
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('Connection: close');
  });
});

describe('a handler that throws', () => {
  it('is answered with 500, undone and noted in the status', async () => {
    const failures: string[] = [];
    const emulator = await start({ onFailure: (message) => failures.push(message) });
    const reply = await emulator.system('/v1/bug', { method: 'POST' });
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain('A bug of the test system');
    expect(await emulator.things()).toEqual(['first']);
    const status = (await emulator.control('GET', '/status')).json<{ failures: unknown[] }>();
    expect(status.failures).toEqual([
      expect.objectContaining({
        request: 'POST /babel/v1/bug',
        message: expect.stringContaining('A bug of the test system.'),
      }),
    ]);
    expect(failures).toHaveLength(1);
  });
});

describe('contexts', () => {
  it('hold the base URL of each system and the credentials of the default world', async () => {
    const { emulator } = await start();
    const baseUrl = `${emulator.url}/babel`;
    expect(emulator.contexts()).toEqual([
      {
        name: 'babel',
        provider: 'babel',
        baseUrl,
        settings: { where: `${baseUrl}/token` },
        secrets: { apiKey: 'fake-key' },
      },
    ]);
  });
});

describe('stopping', () => {
  it('closes idle kept-alive connections and resolves `stopped`', async () => {
    const { emulator } = await start();
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve, reject) => {
      const req = request(`${emulator.url}/babel/v1/things`, { agent }, (res) =>
        res.resume().on('end', () => resolve()),
      );
      req.on('error', reject).end();
    });
    await emulator.stop();
    await emulator.stopped;
    agent.destroy();
    await expect(call(emulator.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('cuts a delay short', async () => {
    const emulator = await start();
    await emulator.control('POST', '/faults', { kind: 'delay', ms: 600_000 });
    const waiting = emulator.things();
    const ended = expect(waiting).rejects.toMatchObject({ code: 'ECONNRESET' });
    while ((await emulator.control('GET', '/faults')).json<{ struck: number }[]>()[0]?.struck !== 1);
    await emulator.emulator.stop();
    await ended;
  });

  it('answers the control request that asks for it', async () => {
    const emulator = await start();
    expect((await emulator.control('POST', '/stop')).json()).toEqual({ stopping: true });
    await emulator.emulator.stopped;
    await expect(call(emulator.emulator.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
