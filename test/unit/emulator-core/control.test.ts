import { describe, expect, it } from 'vitest';
import type { LoggedRequest } from '../../../src/emulator/request-log.js';
import { call, useEmulators } from './harness.js';

const start = useEmulators();

describe('protection', () => {
  it.each([
    ['without the header', {}],
    ['with another value', { 'x-licensectl-emulator': '2' }],
    ['for a host name that a page could rebind', { 'x-licensectl-emulator': '1', host: 'evil.example:8787' }],
    [
      'for a host name that only begins like loopback',
      { 'x-licensectl-emulator': '1', host: 'localhost.evil.example' },
    ],
  ])('refuses a request %s', async (_case, headers) => {
    const emulator = await start();
    const { url } = emulator.emulator;
    const reply = await call(`${url}/_emulator/reset`, { method: 'POST', headers });
    expect([reply.status, reply.json<{ error: { code: string } }>().error.code]).toEqual([403, 'forbidden']);
  });

  it('answers to every name of loopback', async () => {
    const emulator = await start();
    for (const host of ['127.0.0.1', 'localhost:1', '[::1]:8787']) {
      const headers = { 'x-licensectl-emulator': '1', host };
      expect((await call(`${emulator.emulator.url}/_emulator/clock`, { headers })).status).toBe(200);
    }
  });

  it('names what there is', async () => {
    const emulator = await start();
    expect((await emulator.control('GET', '/nothing')).status).toBe(404);
    expect((await emulator.control('GET', '/constructor')).status).toBe(404);
    expect((await emulator.control('DELETE', '/clock')).json()).toEqual({
      error: { code: 'method_not_allowed', message: '/clock takes GET, POST.' },
    });
  });
});

describe('settings', () => {
  it('reach the handlers at once and are refused whole when one is wrong', async () => {
    const emulator = await start();
    await emulator.control('PATCH', '/settings', { babelNoSeat: 'not-granted' });
    expect((await emulator.system('/v1/settings')).json()).toMatchObject({
      babelNoSeat: 'not-granted',
      babelHeartbeatSeconds: 300,
    });
    const wrong = { babelHeartbeatSeconds: 5, zentitleErrorStatus: 404 };
    expect((await emulator.control('PATCH', '/settings', wrong)).status).toBe(400);
    expect((await emulator.control('GET', '/settings')).json()).toMatchObject({ babelHeartbeatSeconds: 300 });
  });
});

describe('reset', () => {
  it('puts back world, clock, settings and randomness, and clears faults and log', async () => {
    const emulator = await start({ clock: '2024-02-29T12:00:00Z' });
    const before = await emulator.world();
    await emulator.add('second');
    await emulator.control('POST', '/clock', { advanceSeconds: 1e6 });
    await emulator.control('PATCH', '/settings', { babelAnonymous: true });
    await emulator.control('POST', '/faults', { kind: 'empty' });
    await emulator.control('POST', '/reset');
    const after = await emulator.world();
    const rows = (world: typeof before) =>
      world.tables.babel_thing?.rows.map(([name, , token]) => [name, token]);
    expect(rows(after)).toEqual(rows(before));
    expect(after.settings).toEqual(before.settings);
    expect(after.random).toEqual(before.random);
    const status = (await emulator.control('GET', '/status')).json<Record<string, unknown>>();
    expect(status).toMatchObject({
      url: emulator.emulator.url,
      faults: [],
      systems: { babel: { babel_thing: 1, babel_part: 1 } },
      requests: { length: 0, lastSequence: 1 },
      failures: [],
    });
    const { now } = (await emulator.control('GET', '/clock')).json<{ now: string }>();
    expect(now).toMatch(/^2024-02-29T12:00:0/);
  });
});

describe('the request log', () => {
  it('tells operation, effect and status, but neither query nor body nor headers', async () => {
    const emulator = await start({ clock: '2024-02-29T12:00:00Z' });
    await emulator.control('POST', '/clock', { set: '2024-02-29T12:00:00Z', frozen: true });
    await emulator.system('/v1/things/one?secret=hush', { headers: { authorization: 'Bearer hush' } });
    await emulator.add('second');
    await emulator.system('/v1/nothing');
    const log = await emulator.control('GET', '/requests');
    expect(log.text).not.toContain('hush');
    expect(log.json<LoggedRequest[]>()[0]).toEqual({
      sequence: 1,
      at: '2024-02-29T12:00:00.000Z',
      system: 'babel',
      method: 'GET',
      path: '/v1/things/one',
      operation: 'fake.thing.show',
      effect: 'read',
      status: 200,
      committed: true,
      fault: null,
    });
    expect(log.json<LoggedRequest[]>().map(({ effect, status }) => [effect, status])).toEqual([
      ['read', 200],
      ['create', 201],
      [null, 204],
    ]);
  });

  it('keeps query and body, and still no headers, where a setting asks for that', async () => {
    const emulator = await start();
    await emulator.control('PATCH', '/settings', { logInputs: true });
    await emulator.system('/v1/things/one?name=%C3%A4%20b', { headers: { authorization: 'Bearer hush' } });
    await emulator.add('“second” 😀');
    const log = await emulator.control('GET', '/requests');
    expect(log.text).not.toContain('hush');
    const [shown, added] = log.json<LoggedRequest[]>();
    expect([...new URLSearchParams(shown?.input?.query)]).toEqual([['name', 'ä b']]);
    expect(JSON.parse(added?.input?.body ?? '')).toMatchObject({ Name: '“second” 😀' });
  });

  it('lists what came after, and goes on counting when it is cleared', async () => {
    const emulator = await start();
    for (let call = 0; call < 3; call += 1) await emulator.things();
    const sequences = async (query: string): Promise<number[]> =>
      (await emulator.control('GET', `/requests${query}`))
        .json<LoggedRequest[]>()
        .map(({ sequence }) => sequence);
    expect(await sequences('?after=1')).toEqual([2, 3]);
    expect((await emulator.control('GET', '/requests?after=x')).status).toBe(400);
    await emulator.control('DELETE', '/requests');
    await emulator.things();
    expect(await sequences('')).toEqual([4]);
  });
});
