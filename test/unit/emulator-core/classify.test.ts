import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../src/emulator/classify.js';
import { createRequestLog } from '../../../src/emulator/request-log.js';
import type { EmulatedRequest } from '../../../src/emulator/system.js';
import { fakeSystem } from './fake-system.js';

const classify = createClassifier(fakeSystem.operations);

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
    [request('DELETE', '/v1/things?name=x'), 'fake.thing.clear', 'destroy'],
    [request('DELETE', '/v1/things', 'not json'), 'fake.thing.clear', 'destroy-wide'],
    [request('PUT', '/v1/things'), null, null],
    [request('GET', '/v1/things'), null, null],
  ])('%#', (given, operation, effect) => {
    expect(classify(given)).toEqual({ operation, effect });
  });
});

describe('the log', () => {
  it('keeps the newest in order when it is full', () => {
    const log = createRequestLog(3);
    const entry = {
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
    for (let count = 0; count < 5; count += 1) log.add(entry);
    expect(log.list().map(({ sequence }) => sequence)).toEqual([3, 4, 5]);
    expect(log.length).toBe(3);
  });
});
