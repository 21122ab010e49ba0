import { expect, onTestFinished, test } from 'vitest';
import { babelSystem } from '../../../src/emulator/babel/system.js';
import { startEmulator } from '../../../src/emulator/server.js';
import { type OneSystem, oneSystem } from '../../support/one-system.js';

const NOW = '2026-05-04T10:00:00Z';
const BODY = { userKey: 'FLOAT-SINGL-SEAT0-00001', machineId: 'm', clientId: 'c', clientName: 'n' };

function status(
  service: OneSystem,
  verb: string,
  headers: Record<string, string>,
): [number, string | undefined] {
  const response = service.call({ method: 'POST', path: `/v1/license/${verb}`, headers, body: BODY });
  return [response.status, response.status === 200 ? undefined : response.body];
}

test.each([
  ['a key', { 'x-api-key': 'api_emulator0000000000000001' }, 200],
  ['a bearer token', { authorization: 'Bearer emulator-bearer-token-6b2e90' }, 200],
  ['a read-only key', { 'x-api-key': 'api_readonly0000000000000001' }, 403],
  ['a revoked key', { 'x-api-key': 'api_revoked00000000000000001' }, 401],
  ['a wrong key', { 'x-api-key': 'api_nothing' }, 401],
  ['a wrong bearer token', { authorization: 'Bearer nothing' }, 401],
  ['another scheme', { authorization: 'Basic YTpi' }, 401],
  ['nothing', {}, 401],
])('request with %s', (_what, headers, expected) => {
  const service = oneSystem(babelSystem, NOW);
  expect(status(service, 'request', headers as Record<string, string>)).toEqual([expected, undefined]);
});

test('the read-only key may read', () => {
  const service = oneSystem(babelSystem, NOW);
  expect(status(service, 'info', { 'x-api-key': 'api_readonly0000000000000001' })[0]).toBe(200);
});

test('anonymous calls are let in when so set; a wrong key is not', () => {
  const service = oneSystem(babelSystem, NOW);
  service.settings.babelAnonymous = true;
  expect(status(service, 'request', {})[0]).toBe(200);
  expect(status(service, 'request', { 'x-api-key': 'api_nothing' })[0]).toBe(401);
});

test('other paths and methods', () => {
  const service = oneSystem(babelSystem, NOW);
  expect(service.call({ method: 'POST', path: '/v1/license/other' }).status).toBe(404);
  expect(service.call({ method: 'GET', path: '/v1/license/info' })).toEqual({
    status: 405,
    headers: { allow: 'POST' },
  });
});

test.each([
  ['application/json-patch+json', 200],
  ['Application/JSON; charset=utf-8', 200],
  ['text/json', 200],
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
])('a body sent as %s', (type, expected) => {
  const service = oneSystem(babelSystem, NOW);
  const headers = { 'x-api-key': 'api_emulator0000000000000001', 'content-type': type };
  expect(status(service, 'request', headers)).toEqual([expected, undefined]);
});

test('over a socket, with the credentials of the ready context', async () => {
  const emulator = await startEmulator({ systems: [babelSystem] });
  onTestFinished(() => emulator.stop());
  const [context] = emulator.contexts();
  const response = await fetch(`${context?.baseUrl}/v1/license/request`, {
    method: 'POST',
    headers: { 'x-api-key': context?.secrets.apiKey ?? '', 'Content-Type': 'application/json' },
    body: JSON.stringify(BODY),
  });
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.json()).toMatchObject({ granted: true, maxClientCount: 1 });
  const refused = await fetch(`${context?.baseUrl}/v1/license/request`, { method: 'POST' });
  expect([refused.status, await refused.text()]).toEqual([401, '']);
});
