import { describe, expect, it } from 'vitest';
import type { LoggedRequest } from '../../../src/emulator/request-log.js';
import { type Harness, useEmulators } from './harness.js';

const start = useEmulators();
const NOW = '2024-02-29T12:00:00.000Z';

async function withFault(rule: Record<string, unknown>): Promise<Harness> {
  const emulator = await start();
  await emulator.control('POST', '/clock', { set: NOW, frozen: true });
  expect((await emulator.control('POST', '/faults', rule)).status).toBe(200);
  return emulator;
}

async function lastLogged(emulator: Harness): Promise<LoggedRequest | undefined> {
  return (await emulator.control('GET', '/requests')).json<LoggedRequest[]>().at(-1);
}

describe('a reset', () => {
  it('before the change leaves nothing changed', async () => {
    const emulator = await withFault({ kind: 'reset-before', times: 1 });
    await expect(emulator.add('second')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await lastLogged(emulator)).toMatchObject({
      status: null,
      committed: false,
      fault: 'reset-before',
    });
    expect(await emulator.things()).toEqual(['first']);
  });

  it('after the change leaves it made', async () => {
    const emulator = await withFault({ kind: 'reset-after', times: 1 });
    await expect(emulator.add('second')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await lastLogged(emulator)).toMatchObject({ status: null, committed: true, fault: 'reset-after' });
    expect(await emulator.things()).toEqual(['first', 'second']);
  });
});

describe('an answer spoilt', () => {
  it('by a status comes before the change', async () => {
    const emulator = await withFault({ kind: 'status', status: 503, body: '{"down":true}', times: 1 });
    const reply = await emulator.add('second');
    expect([reply.status, reply.text]).toEqual([503, '{"down":true}']);
    expect(await emulator.things()).toEqual(['first']);
  });

  it('by a status may come after the change', async () => {
    const emulator = await withFault({ kind: 'status', status: 502, committed: true, times: 1 });
    expect((await emulator.add('second')).status).toBe(502);
    expect(await emulator.things()).toEqual(['first', 'second']);
  });

  it('by truncation announces all and sends half, after the change', async () => {
    const emulator = await withFault({ kind: 'truncate', times: 1 });
    await expect(emulator.add('second')).rejects.toThrow('aborted');
    expect(await lastLogged(emulator)).toMatchObject({ status: 201, committed: true });
    expect(await emulator.things()).toEqual(['first', 'second']);
  });

  it('by a rate limit says when to come back, in seconds or as a date', async () => {
    const emulator = await withFault({ kind: 'rate-limit', retryAfterSeconds: 3, times: 1 });
    const first = await emulator.add('second');
    expect([first.status, first.headers['retry-after']]).toEqual([429, '3']);
    await emulator.control('POST', '/faults', {
      kind: 'rate-limit',
      retryAfterSeconds: 90,
      as: 'date',
      times: 1,
    });
    const second = await emulator.add('second');
    expect(second.headers['retry-after']).toBe('Thu, 29 Feb 2024 12:01:30 GMT');
    expect(await emulator.things()).toEqual(['first']);
  });

  it('by a page of HTML never reached the system', async () => {
    const emulator = await withFault({ kind: 'html', times: 1 });
    const reply = await emulator.add('second');
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(reply.text).toMatch(/^<!DOCTYPE html>/);
    expect(await emulator.things()).toEqual(['first']);
  });

  it('by emptiness keeps its status', async () => {
    const emulator = await withFault({ kind: 'empty', times: 1 });
    const reply = await emulator.add('second');
    expect([reply.status, reply.headers['content-length'], reply.text]).toEqual([201, '0', '']);
    expect(await emulator.things()).toEqual(['first', 'second']);
  });

  it('by size is one JSON string of so many bytes', async () => {
    const emulator = await withFault({ kind: 'huge', bytes: 1_000_001, times: 1 });
    const reply = await emulator.things();
    expect(reply).toBe('x'.repeat(999_999));
  });
});

describe('delay and skew', () => {
  it('add to whatever else happens', async () => {
    const emulator = await withFault({ kind: 'skew', seconds: 1200 });
    await emulator.control('POST', '/faults', { kind: 'delay', ms: 1 });
    await emulator.control('POST', '/faults', { kind: 'status', status: 500 });
    const reply = await emulator.system('/v1/things');
    expect([reply.status, reply.headers.date]).toEqual([500, 'Thu, 29 Feb 2024 12:20:00 GMT']);
    expect(await lastLogged(emulator)).toMatchObject({ status: 500, fault: 'skew+delay+status', at: NOW });
  });
});

describe('conditions', () => {
  const statuses = async (emulator: Harness, count: number): Promise<number[]> => {
    const seen: number[] = [];
    for (let call = 0; call < count; call += 1) seen.push((await emulator.system('/v1/things')).status);
    return seen;
  };

  it('let some pass and strike a number of times', async () => {
    const emulator = await withFault({ kind: 'status', status: 503, after: 1, times: 2 });
    expect(await statuses(emulator, 5)).toEqual([200, 503, 503, 200, 200]);
    expect((await emulator.control('GET', '/faults')).json()).toEqual([
      {
        id: 1,
        rule: { kind: 'status', status: 503, after: 1, times: 2 },
        matched: 5,
        struck: 2,
        active: false,
      },
    ]);
  });

  it('stand in line: the second about the answer is not counted before the first is done', async () => {
    const emulator = await withFault({ kind: 'status', status: 503, times: 1 });
    await emulator.control('POST', '/faults', { kind: 'status', status: 500, after: 1, times: 1 });
    expect(await statuses(emulator, 4)).toEqual([503, 200, 500, 200]);
  });

  it('strike by chance, the same requests with the same seed', async () => {
    const rule = { kind: 'status', status: 503, probability: 0.5, seed: 'coin' };
    const first = await statuses(await withFault(rule), 16);
    expect(first).toEqual(await statuses(await withFault(rule), 16));
    expect(new Set(first)).toEqual(new Set([200, 503]));
  });

  it.each([
    [{ system: 'babel' }, 503],
    [{ system: 'zentitle' }, 200],
    [{ method: 'GET' }, 503],
    [{ method: 'POST' }, 200],
    [{ path: '/V1/Things' }, 503],
    [{ path: '/babel/v1/things' }, 503],
    [{ path: '/v1/thing' }, 200],
    [{ path: '/v1/*' }, 503],
    [{ operation: 'fake.thing.show' }, 200],
  ])('match %j or not', async (conditions, status) => {
    const emulator = await withFault({ kind: 'status', status: 503, ...conditions });
    expect(await statuses(emulator, 1)).toEqual([status]);
  });

  it.each([
    { kind: 'status', status: 503, tmies: 2 },
    { kind: 'status', status: 503, contentType: 'text/html\r\nX-More: 1' },
    { kind: 'skew', seconds: 1e15 },
  ])('are refused when they are none: %j', async (rule) => {
    const emulator = await start();
    const reply = await emulator.control('POST', '/faults', rule);
    expect([reply.status, reply.json<{ error: { code: string } }>().error.code]).toEqual([
      400,
      'bad_request',
    ]);
    expect((await emulator.control('GET', '/faults')).json()).toEqual([]);
  });

  it('go one by one or all at once', async () => {
    const emulator = await withFault({ kind: 'empty' });
    await emulator.control('POST', '/faults', { kind: 'html' });
    const left = (await emulator.control('DELETE', '/faults?id=1')).json<{ id: number }[]>();
    expect(left.map(({ id }) => id)).toEqual([2]);
    expect((await emulator.control('DELETE', '/faults?id=1')).status).toBe(404);
    expect((await emulator.control('DELETE', '/faults')).json()).toEqual([]);
  });
});
