import { describe, expect, it } from 'vitest';
import { zentitleOperations } from '../../../src/api/zentitle/operations.js';
import { createClassifier } from '../../../src/emulator/classify.js';
import { createRequestLog } from '../../../src/emulator/request-log.js';
import type { EmulatedRequest } from '../../../src/emulator/system.js';
import { fakeSystem } from './fake-system.js';

const classify = createClassifier(fakeSystem.operations);

const ENTRY = {
  at: '',
  system: 'babel',
  method: 'GET',
  path: '/',
  operation: null,
  effect: null,
  status: 200,
  committed: true,
  fault: null,
} as const;

function request(method: EmulatedRequest['method'], target: string, body = ''): EmulatedRequest {
  const [path = '', query = ''] = target.split('?');
  return {
    method,
    path,
    query: new URLSearchParams(query),
    headers: {},
    body: Buffer.from(body),
    remoteAddress: '127.0.0.1',
  };
}

describe('the class of a request', () => {
  it.each([
    [request('GET', '/v1/things/any'), 'fake.thing.show', 'read'],
    [request('GET', '/V1/THINGS/any/'), 'fake.thing.show', 'read'],
    [request('GET', '/v1/things/special'), 'fake.thing.special', 'consume'],
    [request('DELETE', '/v1/things'), 'fake.thing.clear', 'destroy-wide'],
    [request('DELETE', '/v1/things', '{"name":""}'), 'fake.thing.clear', 'destroy-wide'],
    [request('DELETE', '/v1/things', '{"NAME":"x"}'), 'fake.thing.clear', 'destroy'],
    // This row's input travels in the body: what a query says is not read.
    [request('DELETE', '/v1/things?name=x'), 'fake.thing.clear', 'destroy-wide'],
    [request('DELETE', '/v1/things', '{"name":" "}'), 'fake.thing.clear', 'destroy-wide'],
    [request('DELETE', '/v1/things', '\uFEFF{"name":"x"}'), 'fake.thing.clear', 'destroy'],
    [request('DELETE', '/v1/tickets?number=3'), 'fake.ticket.clear', 'destroy'],
    [request('DELETE', '/v1/tickets?number=0'), 'fake.ticket.clear', 'destroy-wide'],
    [request('DELETE', '/v1/tickets', '{"number":3}'), 'fake.ticket.clear', 'destroy-wide'],
    [request('DELETE', '/v1/things', 'not json'), 'fake.thing.clear', 'destroy-wide'],
    [request('PUT', '/v1/things'), null, null],
    [request('GET', '/v1/things'), null, null],
  ])('%#', (given, operation, effect) => {
    expect(classify(given)).toEqual({ operation, effect });
  });
});

it('takes number 0 of a licence note for none, as the document of LicenseNote says', () => {
  const notes = createClassifier(zentitleOperations);
  const effect = (noteid: unknown) =>
    notes(request('DELETE', '/api/LicenseNote', JSON.stringify({ licensecode: '1', noteid }))).effect;
  expect([0, '0', ' 00 ', null, '', undefined].map(effect)).toEqual(Array(6).fill('destroy-wide'));
  expect([10, '10'].map(effect)).toEqual(['destroy', 'destroy']);
});

describe('the log', () => {
  it('keeps no path of any length', () => {
    const log = createRequestLog();
    const path = `/${'x'.repeat(20_000)}`;
    log.add({ ...ENTRY, path });
    expect(log.list()[0]?.path).toBe(`${path.slice(0, 500)}…`);
  });

  it('keeps the newest in order when it is full', () => {
    const log = createRequestLog(3);
    for (let count = 0; count < 5; count += 1) log.add(ENTRY);
    expect(log.list().map(({ sequence }) => sequence)).toEqual([3, 4, 5]);
    expect(log.length).toBe(3);
  });
});
