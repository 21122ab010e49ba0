import { expect, test } from 'vitest';
import type { EmulatedResponse } from '../../../src/emulator/system.js';
import { jsonOf } from '../../support/one-system.js';
import { caller, expectRefusal, signedHeaders } from './signed-calls.js';

type Plan = 'free' | 'business-starter' | 'business-plus' | 'enterprise';

const ONE_KEY = 'emulator-read-only-key-51aa';

/** Requests from addresses and with credentials as wanted; a call that no document names is the cheapest. */
function sender(plan: Plan) {
  const { system } = caller('2026-05-04T10:00:00Z');
  system.settings.licensespringPlan = plan;
  const send = (remoteAddress: string, authorization?: string): EmulatedResponse =>
    system.call({
      method: 'GET',
      path: '/api/v4/nothing',
      remoteAddress,
      ...(authorization === undefined ? {} : { headers: { authorization } }),
    });
  const many = (count: number, address: (index: number) => string): number[] =>
    Array.from({ length: count }, (_, index) => send(address(index)).status);
  return { system, send, many };
}

const allOf = (count: number, status: number): number[] => Array.from({ length: count }, () => status);
const elsewhere = (index: number): string => `10.0.${Math.floor(index / 150)}.1`;

test.each<[Plan, number]>([
  ['free', 1800],
  ['business-starter', 3600],
  ['business-plus', 4500],
  ['enterprise', 18_000],
])('plan %s takes %i calls in any 60 seconds', (plan, limit) => {
  const { system, send, many } = sender(plan);
  expect(many(1, elsewhere)).toEqual([404]);
  system.advance(20_000);
  expect(many(limit - 1, elsewhere)).toEqual(allOf(limit - 1, 404));
  const refused = send('10.1.0.1');
  expectRefusal(refused, 'too_many_requests', 429);
  expect(refused.headers).toMatchObject({ 'Retry-After': '40' });
  system.advance(39_999);
  expect(send('10.1.0.1').headers).toMatchObject({ 'Retry-After': '1' });
  system.advance(1);
  expect(send('10.1.0.1').status).toBe(404);
  expect(send('10.1.0.1').headers).toMatchObject({ 'Retry-After': '20' });
});

test('an address makes 200 calls in 10 seconds, and no other is kept back by it', () => {
  const { system, send, many } = sender('enterprise');
  expect(many(201, () => '10.0.0.1')).toEqual([...allOf(200, 404), 429]);
  expect(send('10.0.0.2').status).toBe(404);
  system.advance(9500);
  expect(send('10.0.0.1').headers).toMatchObject({ 'Retry-After': '1' });
  system.advance(500);
  expect(send('10.0.0.1').status).toBe(404);
});

test('a credential makes 50 calls in 1 second, with whatever signature, and those of others go on', () => {
  const { system, send } = sender('enterprise');
  const statuses = Array.from({ length: 51 }, (_, index) => {
    const { authorization } = signedHeaders(system.deps.now() + index * 1000);
    return send(`10.0.0.${index}`, authorization).status;
  });
  expect(statuses).toEqual([...allOf(50, 404), 429]);
  expect(send('10.0.0.1', signedHeaders(system.deps.now(), ONE_KEY).authorization).status).toBe(404);
  expect(send('10.0.0.1', 'Bearer some-token').status).toBe(404);
  system.advance(1000);
  expect(send('10.0.0.1', signedHeaders(system.deps.now()).authorization).status).toBe(404);
});

test('who waits as told is served, however often refused meanwhile', () => {
  const { system, send } = sender('free');
  let served = 0;
  for (let round = 0; round < 40; round += 1) {
    let response = send('10.0.0.1');
    while (response.status !== 429) {
      served += 1;
      response = send('10.0.0.1');
    }
    expect(send('10.0.0.1').status).toBe(429);
    system.advance(Number(response.headers?.['Retry-After']) * 1000);
    expect(send('10.0.0.1').status).toBe(404);
    served += 1;
  }
  expect(served).toBeGreaterThan(40 * 200);
});

test('refused calls of other kinds count, also one that is rolled back', () => {
  const api = caller();
  api.system.settings.licensespringPlan = 'free';
  const body = { product: 'lsprod', license_key: 'DISA-BLED-0000-0001', hardware_id: 'pc' };
  for (let call = 0; call < 50; call += 1) {
    expectRefusal(api.post('activate_license', body), 'license_not_enabled');
  }
  expectRefusal(api.post('activate_license', body), 'too_many_requests', 429);
});

test('Retry-After can be left out; the body is the documented error body', () => {
  const { system, send, many } = sender('free');
  system.settings.licensespringRetryAfter = false;
  many(200, () => '10.0.0.1');
  const refused = send('10.0.0.1');
  expect(Object.keys(refused.headers ?? {})).toEqual(['content-type']);
  expect(jsonOf(refused)).toEqual({ status: 429, code: 'too_many_requests', message: 'Too many requests' });
});

test('without a plan nothing is limited; a clock that goes back frees all', () => {
  const { system, send, many } = sender('free');
  many(200, () => '10.0.0.1');
  expect(send('10.0.0.1').status).toBe(429);
  system.advance(-3_600_000);
  expect(send('10.0.0.1').status).toBe(404);
  Object.assign(system.settings, { licensespringPlan: 'unlimited' });
  expect(many(2000, () => '10.0.0.1')).toEqual(allOf(2000, 404));
});

test('tokens are had from elsewhere and count nowhere', () => {
  const { system } = sender('free');
  const body =
    'grant_type=client_credentials&client_id=emulator-client&client_secret=emulator-client-secret-88c1d2';
  const path = '/realms/user-portal/protocol/openid-connect/token';
  for (let call = 0; call < 201; call += 1) {
    expect(system.call({ method: 'POST', path, body }).status).toBe(200);
  }
});
