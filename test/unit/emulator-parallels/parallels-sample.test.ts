/** The licensing sample of the Parallels REST API guide, call by call and member by member. */
import { expect, test } from 'vitest';
import { parallelsSystem } from '../../../src/emulator/parallels/system.js';
import { jsonOf, type OneSystem, oneSystem } from '../../support/one-system.js';

const TYPE = 'application/json; api-version=1.0';
const NOW = '2026-05-04T10:00:00Z';

function logOn(farm: OneSystem): string {
  const response = farm.call({
    method: 'POST',
    path: '/api/Session/logon',
    headers: { 'content-type': TYPE },
    body: { username: 'administrator', password: '11112222' },
  });
  expect(response).toMatchObject({ status: 200, headers: { 'content-type': TYPE } });
  const session = jsonOf(response) as { authToken: string };
  expect(Object.keys(session)).toEqual(['authToken']);
  return session.authToken;
}

test('logon answers the token alone', () => {
  expect(logOn(oneSystem(parallelsSystem, NOW))).toMatch(/^[0-9a-f]{32}$/);
});

test('activate with the account of the sample is refused with its text', () => {
  const farm = oneSystem(parallelsSystem, NOW);
  const response = farm.call({
    method: 'POST',
    path: '/api/License/activate',
    headers: { 'content-type': TYPE, auth_token: logOn(farm) },
    body: { email: 'someone@parallels.com', password: '11112222', key: 'XXX' },
  });
  expect(response.status).toBe(400);
  expect(jsonOf(response)).toEqual({ code: 0, msg: 'invalid login or password' });
});

test('the licence of the default farm is that of the sample, in its order', () => {
  const farm = oneSystem(parallelsSystem, NOW);
  const response = farm.call({ method: 'GET', path: '/api/License', headers: { auth_token: logOn(farm) } });
  expect(response.status).toBe(200);
  expect(response.body).toBe(
    JSON.stringify({
      usageToday: '0',
      currPeriodUsage: '0',
      billingPeriodStart: '03/05/2019 05:30',
      billingPeriodEnd: '02/06/2019 05:30',
      paUserName: 'Evgeny Danilenko',
      paCompanyName: 'Parallels',
      paUserEmail: 'edanilenko@parallels.com',
      licenseKey: '****-ME****-****-B9****-CV55K2',
      supportExpireDate: '23/03/2021',
      upgradeInsurance: '23/03/2021',
      licenseFirstActive: '21/02/2018 12:39',
      licenseStatus: '',
      licenseType: 'Parallels Remote Application Server SPLA',
      expiryDate: '21/02/2021',
      installedUsers: '',
      usersPeak: '0',
      usersLicenseInfo: '0',
      gracePeriodState: '',
      gracePeriodDaysLeft: '',
      type: 3,
    }),
  );
});

test('deactivate on a farm without a key is refused with the text of the sample, whatever the account', () => {
  const farm = oneSystem(parallelsSystem, NOW);
  const headers = { auth_token: logOn(farm) };
  const deactivate = (password: string) =>
    farm.call({
      method: 'POST',
      path: '/api/License/deactivate',
      headers,
      body: { email: 'someone@parallels.com', password },
    });
  expect(jsonOf(deactivate('11112222'))).toEqual({ code: 0, msg: 'invalid login or password' });
  expect(deactivate('my-account-password-77')).toMatchObject({ status: 200 });
  for (const password of ['11112222', 'my-account-password-77']) {
    const again = deactivate(password);
    expect(again.status).toBe(400);
    expect(jsonOf(again)).toEqual({
      code: 0,
      msg: 'Failed to Deactivate - Product not activated with a license key.',
    });
  }
});

test('logoff answers 200 without a body and ends the session', () => {
  const farm = oneSystem(parallelsSystem, NOW);
  const headers = { auth_token: logOn(farm) };
  const response = farm.call({ method: 'POST', path: '/api/Session/logoff', headers });
  expect(response.status).toBe(200);
  expect(response.body).toBeUndefined();
  expect(farm.call({ method: 'GET', path: '/api/License', headers }).status).toBe(401);
});
