import { expect, test } from 'vitest';
import { parallelsSystem } from '../../../src/emulator/parallels/system.js';
import { jsonOf, type OneSystem, oneSystem } from '../../support/one-system.js';

const NOW = '2026-05-04T10:00:00Z';
const ACCOUNT = { email: 'someone@parallels.com', password: 'my-account-password-77' };
const MINUTE = 60_000;

function start(): { farm: OneSystem; headers: { auth_token: string } } {
  const farm = oneSystem(parallelsSystem, NOW);
  return { farm, headers: { auth_token: logOn(farm) } };
}

function logOn(farm: OneSystem): string {
  const response = farm.call({
    method: 'POST',
    path: '/api/session/LOGON',
    body: { username: 'administrator', password: '11112222' },
  });
  return (jsonOf(response) as { authToken: string }).authToken;
}

function activate(
  farm: OneSystem,
  headers: Record<string, string>,
  extra: object,
): ReturnType<OneSystem['call']> {
  return farm.call({
    method: 'POST',
    path: '/api/License/activate',
    headers,
    body: { ...ACCOUNT, ...extra },
  });
}

function license(farm: OneSystem, headers: Record<string, string>): Record<string, unknown> {
  const response = farm.call({ method: 'GET', path: '/api/License', query: { UseCache: 'true' }, headers });
  expect(response.status).toBe(200);
  return jsonOf(response) as Record<string, unknown>;
}

test('a new key replaces the active licence and shows masked', () => {
  const { farm, headers } = start();
  expect(activate(farm, headers, { key: 'RAS1-PREP-AID0-0050-CV55K2' }).status).toBe(200);
  expect(license(farm, headers)).toMatchObject({
    licenseKey: '****-PR****-****-00****-CV55K2',
    installedUsers: '50',
    expiryDate: '04/05/2027',
    licenseFirstActive: '04/05/2026 10:00',
    paUserEmail: 'someone@parallels.com',
    billingPeriodStart: '',
    usageToday: '',
    type: 2,
  });
});

test('without a key a trial of 30 days starts, which is no key to deactivate', () => {
  const { farm, headers } = start();
  expect(activate(farm, headers, {}).status).toBe(200);
  expect(license(farm, headers)).toMatchObject({ licenseKey: '', expiryDate: '03/06/2026', type: 6 });
  const response = farm.call({ method: 'POST', path: '/api/License/deactivate', headers, body: ACCOUNT });
  expect(jsonOf(response)).toMatchObject({ code: 0, msg: expect.stringContaining('not activated') });
});

test.each(['XXX', 'RAS1-PREP-GONE-0015-RX19LC', 'RAS1-PREP-OTHR-0030-JV63WD', ''])(
  'key %j is refused and nothing changes',
  (key) => {
    const { farm, headers } = start();
    const before = license(farm, headers);
    const response = activate(farm, headers, { key });
    expect(response.status).toBe(400);
    expect(jsonOf(response)).toMatchObject({ code: 0, msg: expect.stringMatching(/^Failed to Activate/) });
    expect(license(farm, headers)).toEqual(before);
  },
);

test('a licence that has run out is not called active', () => {
  const { farm, headers } = start();
  activate(farm, headers, { key: 'RAS1-PREP-AID0-0050-CV55K2' });
  expect(license(farm, headers)).toMatchObject({ licenseStatus: 'Active' });
  farm.advance(400 * 24 * 60 * MINUTE);
  expect(license(farm, { auth_token: logOn(farm) })).toMatchObject({
    licenseStatus: 'Expired',
    expiryDate: '04/05/2027',
  });
});

test('a body of another media type is refused, after the session', () => {
  const { farm, headers } = start();
  const send = (more: Record<string, string>) =>
    farm.call({
      method: 'POST',
      path: '/api/License/deactivate',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...more },
      body: 'email=someone%40parallels.com',
    });
  expect([send({}).status, send(headers).status]).toEqual([401, 415]);
});

test('a change shows only after parallelsApplyMs, while its effect is there at once', () => {
  const { farm, headers } = start();
  farm.settings.parallelsApplyMs = 5000;
  const before = license(farm, headers);
  farm.call({ method: 'POST', path: '/api/License/deactivate', headers, body: ACCOUNT });
  farm.advance(4999);
  expect(license(farm, headers)).toEqual(before);
  const again = farm.call({ method: 'POST', path: '/api/License/deactivate', headers, body: ACCOUNT });
  expect(again.status).toBe(400);
  farm.advance(1);
  expect(license(farm, headers)).toMatchObject({ licenseKey: '', licenseType: '' });
});

test('v21 has its own members, and 404 with ProblemDetails when nothing is active', () => {
  const { farm, headers } = start();
  farm.settings.parallelsShape = 'v21';
  expect(license(farm, headers)).toMatchObject({ licenseType: 'PostPaid', needsAttention: true });
  activate(farm, headers, { key: 'RAS1-PERM-ANEN-0025-QT58YS' });
  expect(license(farm, headers)).toMatchObject({
    licenseType: 'Permanent',
    expiryDate: '',
    needsAttention: false,
    installedUsers: '25',
  });
  farm.call({ method: 'POST', path: '/api/License/deactivate', headers, body: ACCOUNT });
  const response = farm.call({ method: 'GET', path: '/api/License', headers });
  expect(response.status).toBe(404);
  expect(jsonOf(response)).toMatchObject({ status: 404, title: 'Not Found' });
});

test('a session lives on with use and ends when idle', () => {
  const { farm, headers } = start();
  for (let turn = 0; turn < 3; turn += 1) {
    farm.advance(30 * MINUTE - 1);
    license(farm, headers);
  }
  farm.advance(30 * MINUTE);
  const response = farm.call({ method: 'GET', path: '/api/License', headers });
  expect(response).toMatchObject({
    status: 401,
    headers: { 'content-type': 'application/json; api-version=1.0' },
  });
  expect(jsonOf(response)).toMatchObject({ status: 401, title: 'Unauthorized' });
});

test('one administrator may end the session of another', () => {
  const { farm, headers } = start();
  farm.settings.parallelsShape = 'v21';
  const body = { username: 'helpdesk', password: 'helpdesk-password-31' };
  const other = jsonOf(farm.call({ method: 'POST', path: '/api/Session/logon', body })) as {
    sessionId: number;
    authToken: string;
  };
  const path = `/api/session/${other.sessionId}/logoff`;
  expect(farm.call({ method: 'POST', path }).status).toBe(401);
  expect(farm.call({ method: 'POST', path, headers }).status).toBe(204);
  expect(farm.call({ method: 'POST', path, headers }).status).toBe(404);
  expect(
    farm.call({ method: 'GET', path: '/api/License', headers: { auth_token: other.authToken } }).status,
  ).toBe(401);
});

test.each([
  [{ username: 'administrator', password: 'wrong' }, 401],
  [{ username: 'administrator' }, 400],
  [{ username: 'x'.repeat(256), password: 'p' }, 400],
  [{ username: 7, password: 'p' }, 400],
  ['{"username":', 400],
  ['[]', 400],
  ['', 400],
])('logon with %j is refused', (body, status) => {
  const farm = oneSystem(parallelsSystem, NOW);
  expect(farm.call({ method: 'POST', path: '/api/Session/logon', body }).status).toBe(status);
});

test('a wrong method and an unknown path differ', () => {
  const { farm, headers } = start();
  const wrong = farm.call({ method: 'DELETE', path: '/api/License', headers });
  expect([wrong.status, wrong.headers?.allow]).toEqual([405, 'GET']);
  const other = farm.call({ method: 'GET', path: '/api/session/7/logoff', headers });
  expect([other.status, other.headers?.allow]).toEqual([405, 'POST']);
  expect(farm.call({ method: 'GET', path: '/api/Nothing', headers }).status).toBe(404);
  expect(farm.call({ method: 'GET', path: '/api/webservice/VERSION', headers }).status).toBe(200);
});
