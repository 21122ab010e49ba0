import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parallels } from '../../../src/api/parallels/provider.js';
import {
  AuthenticationError,
  InterruptedError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RejectedError,
  UnknownOutcomeError,
  UnsupportedError,
} from '../../../src/errors.js';
import { createHarness, type Harness } from '../licensespring-client/test-client.js';
import { type Reply, startServer, type TestServer } from '../licensespring-client/test-server.js';

function example(name: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(new URL(`../../fixtures/parallels/${name}.json`, import.meta.url), 'utf8'));
}

const LICENSE = example('license');
const LICENSE_V21 = example('license-v21');
const ACCOUNT = { email: 'someone@parallels.com', password: '11112222' };
const NOTHING_TO_SHOW = { status: 404, body: { title: 'Not Found', status: 404, detail: 'No license.' } };

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Running = Harness & { readonly seen: TestServer['seen'] };

/** Replies by path, each list in order and its last one for ever; the logon is the documented one. */
async function serve(
  routes: Readonly<Record<string, readonly Reply[]>>,
  now = '2020-06-01T00:00:00Z',
): Promise<Running> {
  const left = new Map(Object.entries(routes).map(([path, replies]) => [path, [...replies]]));
  server = await startServer(({ method, url }) => {
    if (url === '/api/Session/logon') return { body: example('logon') };
    const replies = left.get(`${method} ${url}`);
    return replies !== undefined && replies.length > 1 ? replies.shift() : replies?.[0];
  });
  const harness = await createHarness(parallels, {
    baseUrl: server.baseUrl,
    settings: { username: 'administrator' },
    secrets: { password: '11112222' },
    now: Date.parse(now),
  });
  return { ...harness, seen: server.seen };
}

const failure = async (work: Promise<unknown> | undefined): Promise<unknown> =>
  await work?.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('show', () => {
  it('reads the documented example, dates day first and beside them as they came', async () => {
    const { capabilities, seen } = await serve({ 'GET /api/License': [{ body: LICENSE }] });
    const read = await capabilities.show?.({});
    expect(seen[1]).toMatchObject({ method: 'GET', url: '/api/License', body: '' });
    expect(seen[1]?.headers).toMatchObject({
      'content-type': 'application/json; api-version=1.0',
      auth_token: '[AUTHENTICATION_TOKEN]',
    });
    expect(read?.raw).toBe(JSON.stringify(LICENSE));
    expect(read?.value).toEqual({
      provider: 'parallels',
      key: '****-ME****-****-B9****-CV55K2',
      id: null,
      product: 'Parallels RAS',
      status: 'active',
      type: 'postpaid',
      trial: false,
      enabled: null,
      activationsUsed: null,
      activationsAllowed: null,
      expiresAt: '2021-02-21',
      expiresAtRaw: '21/02/2021',
      maintenanceEndsAt: '2021-03-23',
      maintenanceEndsAtRaw: '23/03/2021',
      typeName: 'Parallels Remote Application Server SPLA',
      seatsUsed: 0,
      seatsAllowed: null,
      seatsPeak: 0,
      statusText: null,
      needsAttention: null,
      alert: null,
      graceState: null,
      graceDaysLeft: null,
      upgradeInsuranceEndsAt: '2021-03-23',
      upgradeInsuranceEndsAtRaw: '23/03/2021',
      firstActivatedAt: '2018-02-21T12:39:00',
      firstActivatedAtRaw: '21/02/2018 12:39',
      usageToday: 0,
      usageThisPeriod: 0,
      billingPeriodStartsAt: '2019-05-03T05:30:00',
      billingPeriodStartsAtRaw: '03/05/2019 05:30',
      billingPeriodEndsAt: '2019-06-02T05:30:00',
      billingPeriodEndsAtRaw: '02/06/2019 05:30',
      accountName: 'Evgeny Danilenko',
      accountEmail: 'edanilenko@parallels.com',
      accountCompany: 'Parallels',
    });
  });

  it('reads the newer shape', async () => {
    const { capabilities } = await serve({ 'GET /api/License': [{ body: LICENSE_V21 }] });
    expect((await capabilities.show?.({}))?.value).toMatchObject({
      status: 'active',
      type: 'prepaid',
      trial: false,
      seatsUsed: 12,
      seatsAllowed: 50,
      seatsPeak: 48,
      needsAttention: false,
      statusText: 'The license is in order.',
      alert: null,
      accountName: null,
    });
  });

  it.each([
    [{ licenseType: 'NormalTrial', type: 'NormalTrial' }, 'normal-trial', true],
    [{ licenseType: 'Parallels RAS Trial', type: 6 }, '6', true],
    [{ licenseType: 'Something else', type: 9 }, '9', null],
    [{ licenseType: 'Permanent', type: null }, 'permanent', false],
    [{ licenseType: null, type: null }, null, null],
  ])('reads the kind of %j', async (change, type, trial) => {
    const { capabilities } = await serve({ 'GET /api/License': [{ body: { ...LICENSE_V21, ...change } }] });
    expect((await capabilities.show?.({}))?.value).toMatchObject({ type, trial });
  });

  it('says that there is no licence', async () => {
    const { capabilities } = await serve({ 'GET /api/License': [NOTHING_TO_SHOW] });
    const error = await failure(capabilities.show?.({}));
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ code: 'no_license', message: 'No license.' });
  });

  it.each([
    ['an empty 404', { status: 404 }, NotFoundError, 'no_such_path'],
    ['403', { status: 403 }, PermissionError, 'permission_denied'],
    ['500', { status: 500 }, NetworkError, 'http_500'],
    ['text', { body: 'hello' }, NetworkError, 'unexpected_answer'],
    ['nothing', {}, NetworkError, 'empty_answer'],
  ])('fails with %s', async (_name, reply, expected, code) => {
    const { capabilities } = await serve({ 'GET /api/License': [reply] });
    const error = await failure(capabilities.show?.({}));
    expect(error).toBeInstanceOf(expected);
    expect(error).toMatchObject({ code });
  });
});

describe('check', () => {
  it.each([
    ['active', {}, '2020-06-01T00:00:00Z', null],
    ['active', { licenseStatus: 'Active' }, '2020-06-01T00:00:00Z', null],
    ['active', {}, '2021-02-22T11:59:00Z', null],
    ['expired', {}, '2021-02-22T12:00:00Z', 'license_expired'],
    ['expired', { licenseStatus: 'Active' }, '2022-01-01T00:00:00Z', 'license_expired'],
    ['grace', { gracePeriodDaysLeft: '5' }, '2022-01-01T00:00:00Z', null],
    ['grace', { gracePeriodState: 'in grace' }, '2020-06-01T00:00:00Z', null],
    ['grace', { licenseStatus: 'Grace Period' }, '2020-06-01T00:00:00Z', null],
    ['active', { gracePeriodDaysLeft: '0' }, '2020-06-01T00:00:00Z', null],
    ['inactive', { licenseStatus: 'Not activated' }, '2020-06-01T00:00:00Z', 'no_license'],
    ['unknown', { licenseStatus: 'Suspended' }, '2020-06-01T00:00:00Z', 'unknown_status'],
    ['inactive', { licenseKey: '', licenseType: '', expiryDate: '' }, '2020-06-01T00:00:00Z', 'no_license'],
  ])('finds it %s: %j at %s', async (status, change, now, reason) => {
    const { capabilities } = await serve({ 'GET /api/License': [{ body: { ...LICENSE, ...change } }] }, now);
    expect((await capabilities.check?.({}))?.value).toMatchObject({
      valid: reason === null,
      reason,
      key: 'licenseKey' in change ? null : LICENSE.licenseKey,
      license: { status },
    });
  });

  it('passes on the alert of the farm', async () => {
    const body = { ...LICENSE_V21, needsAttention: true, alertMessage: '48 of 50 users.' };
    const { capabilities } = await serve({ 'GET /api/License': [{ body }] });
    expect((await capabilities.check?.({}))?.value.message).toBe(
      'The licence of the farm is valid. 48 of 50 users.',
    );
  });

  it('has no verdict for a refusal with a status of success', async () => {
    const { capabilities } = await serve({
      'GET /api/License': [{ body: { code: 0, msg: 'licensing server unreachable' } }],
    });
    expect(await failure(capabilities.check?.({}))).toMatchObject({ code: 'unexpected_answer' });
  });

  it('takes a farm without a licence for a no', async () => {
    const { capabilities } = await serve({ 'GET /api/License': [NOTHING_TO_SHOW] });
    const read = await capabilities.check?.({});
    expect(read).toEqual({
      value: {
        provider: 'parallels',
        key: null,
        valid: false,
        reason: 'no_license',
        message: 'No license.',
        license: null,
      },
      raw: JSON.stringify(NOTHING_TO_SHOW.body),
    });
  });

  it('has no verdict for a farm that does not answer for itself', async () => {
    const { capabilities } = await serve({ 'GET /api/License': [{ status: 401 }] });
    expect(await failure(capabilities.check?.({}))).toBeInstanceOf(AuthenticationError);
  });
});

describe('activate', () => {
  const ACTIVATE = 'POST /api/License/activate';
  const SHOW = 'GET /api/License';

  it.each([
    ['an empty 200', {}],
    ['204', { status: 204 }],
    ['text', { body: '"done"' }],
    ['an object', { body: { code: 0, msg: 'ok' } }],
  ])('takes %s for accepted, and reads the licence back', async (_name, reply) => {
    const { capabilities, seen, sleeps, notices } = await serve({
      [ACTIVATE]: [reply],
      [SHOW]: [NOTHING_TO_SHOW, NOTHING_TO_SHOW, { body: 'not yet' }, { body: LICENSE }],
    });
    const read = await capabilities.activate?.({ ...ACCOUNT, key: 'XXX' });
    expect(seen[1]).toMatchObject({ method: 'GET', url: '/api/License' });
    expect(seen[2]).toMatchObject({ method: 'POST', url: '/api/License/activate' });
    expect(JSON.parse(seen[2]?.body ?? '')).toEqual({ ...ACCOUNT, key: 'XXX' });
    expect(sleeps).toEqual([1000, 2000]);
    expect(notices).toEqual([]);
    expect(read?.value).toEqual({
      provider: 'parallels',
      key: LICENSE.licenseKey,
      product: 'Parallels RAS',
      deviceId: null,
      status: 'activated',
      activatedAt: null,
      expiresAt: '2021-02-21',
      expiresAtRaw: '21/02/2021',
      activationsUsed: null,
      activationsAllowed: null,
      confirmed: true,
      licenseStatus: 'active',
      type: 'postpaid',
      trial: false,
    });
  });

  it('sends no key at all for a trial, and waits for another licence than before', async () => {
    const counted = { ...LICENSE, usersPeak: '3', usageToday: '2' };
    const { capabilities, seen, sleeps } = await serve({
      [ACTIVATE]: [{}],
      [SHOW]: [{ body: LICENSE }, { body: counted }, { body: LICENSE_V21 }],
    });
    expect((await capabilities.activate?.(ACCOUNT))?.value).toMatchObject({ key: LICENSE_V21.licenseKey });
    expect(JSON.parse(seen[2]?.body ?? '')).toEqual(ACCOUNT);
    expect(sleeps).toEqual([1000]);
  });

  const NEW = 'A1B2-ME77XY-QQQQQQ-B90000-CV55K2';
  it.each([
    ['the masked key is the new one', '****-ME****-****-B9****-CV55K2', [], true],
    ['the masked key is another', '****-MX****-****-B9****-CV55K2', [1000, 2000], false],
    ['the last group is another', '****-ME****-****-B9****-CV55K3', [1000, 2000], false],
    ['the masked key shows nothing, and nothing changed', '****-****', [1000, 2000], false],
  ])('when %s', async (_, licenseKey, expected, confirmed) => {
    const { capabilities, sleeps } = await serve({
      [ACTIVATE]: [{}],
      [SHOW]: [{ body: { ...LICENSE, licenseKey } }],
    });
    const read = await capabilities.activate?.({ ...ACCOUNT, key: NEW });
    expect(read?.value).toMatchObject({ confirmed });
    expect(sleeps.slice(0, 2)).toEqual(expected);
  });

  it('does not claim what it has not seen within thirty seconds', async () => {
    const { capabilities, sleeps, notices } = await serve({
      [ACTIVATE]: [{}],
      [SHOW]: [{ body: { licenseKey: '', licenseType: '', expiryDate: '' } }],
    });
    const read = await capabilities.activate?.({ ...ACCOUNT, key: 'XXX' });
    expect(read?.value).toMatchObject({ status: 'unknown', confirmed: false, key: null });
    expect(sleeps.reduce((sum, ms) => sum + ms, 0)).toBe(29_000);
    expect(notices).toEqual([expect.stringContaining('licensectl show')]);
  });

  it('says that the activation is done to whoever interrupts the wait', async () => {
    const { client, seen } = await serve({ [ACTIVATE]: [{}], [SHOW]: [NOTHING_TO_SHOW] });
    const interrupted = new InterruptedError('SIGTERM');
    const capabilities = parallels.createCapabilities(client, {
      settings: {},
      now: () => 0,
      sleep: () => Promise.reject(interrupted),
      notice: () => undefined,
    });
    const error = await failure(capabilities.activate?.({ ...ACCOUNT, key: 'XXX' }));
    expect(error).toBeInstanceOf(InterruptedError);
    expect(error).toMatchObject({
      signal: 'SIGTERM',
      code: 'interrupted_unconfirmed',
      message: expect.stringContaining('has accepted the activation'),
    });
    expect(seen.filter(({ url }) => url === '/api/License/activate')).toHaveLength(1);
  });

  it('passes on the documented refusal, and does not read anything after it', async () => {
    const { capabilities, seen } = await serve({
      [ACTIVATE]: [{ status: 400, body: example('activate-refused') }],
    });
    const error = await failure(capabilities.activate?.({ ...ACCOUNT, key: 'XXX' }));
    expect(error).toBeInstanceOf(RejectedError);
    expect(error).toMatchObject({
      code: 'activation_refused',
      message: 'invalid login or password',
      httpStatus: 400,
    });
    expect(seen).toHaveLength(3);
  });

  it.each([404, 405])('says that a newer farm has no such call (%i)', async (status) => {
    const { capabilities } = await serve({ [ACTIVATE]: [{ status }] });
    const error = await failure(capabilities.activate?.(ACCOUNT));
    expect(error).toBeInstanceOf(UnsupportedError);
    expect(error).toMatchObject({ code: 'not_offered' });
  });

  it('does not know what became of it when the farm fails', async () => {
    const { capabilities } = await serve({
      [ACTIVATE]: [{ status: 500, body: { title: 'Broker unreachable' } }],
    });
    const error = await failure(capabilities.activate?.(ACCOUNT));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(error).toMatchObject({ message: 'Broker unreachable' });
  });
});

describe('deactivate', () => {
  const DEACTIVATE = 'POST /api/License/deactivate';
  const SHOW = 'GET /api/License';
  const shown = { body: LICENSE };

  it.each<[string, Reply]>([
    ['nothing to show', NOTHING_TO_SHOW],
    ['an object of empty texts', { body: { licenseKey: '', licenseType: '', type: 0 } }],
    [
      'a licence that is not activated',
      { body: { ...LICENSE, licenseStatus: 'Not activated', expiryDate: '' } },
    ],
  ])('sends the account, and reads until there is %s', async (_name, gone) => {
    const { capabilities, seen, sleeps, notices } = await serve({
      [DEACTIVATE]: [{ status: 204 }],
      [SHOW]: [shown, { status: 500 }, gone],
    });
    const read = await capabilities.deactivate?.(ACCOUNT);
    expect(seen[1]).toMatchObject({ method: 'POST', url: '/api/License/deactivate' });
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual(ACCOUNT);
    expect(sleeps).toEqual([1000]);
    expect(notices).toEqual([]);
    expect(read).toEqual({
      value: {
        provider: 'parallels',
        key: null,
        product: 'Parallels RAS',
        deviceId: null,
        status: 'deactivated',
        removed: 1,
        activationsUsed: null,
        activationsAllowed: null,
        confirmed: true,
      },
      raw: '',
    });
  });

  it.each<[string, Reply]>([
    ['text', { body: '"done"' }],
    ['an object', { body: { code: 0, msg: 'ok' } }],
  ])('takes %s for accepted once the licence is gone', async (_name, reply) => {
    const { capabilities } = await serve({ [DEACTIVATE]: [reply], [SHOW]: [shown, NOTHING_TO_SHOW] });
    expect((await capabilities.deactivate?.(ACCOUNT))?.value).toMatchObject({ confirmed: true });
  });

  it('tells that the licence still shows after thirty seconds', async () => {
    const { capabilities, notices } = await serve({ [DEACTIVATE]: [{ status: 204 }], [SHOW]: [shown] });
    expect((await capabilities.deactivate?.(ACCOUNT))?.value).toMatchObject({ confirmed: false });
    expect(notices).toEqual([expect.stringContaining('still shows its licence')]);
  });

  it('does not take the words of a refusal for done while the licence shows', async () => {
    const { capabilities } = await serve({
      [DEACTIVATE]: [{ status: 200, body: example('deactivate-refused') }],
      [SHOW]: [shown],
    });
    const error = await failure(capabilities.deactivate?.(ACCOUNT));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(error).toMatchObject({
      code: 'unexpected_answer',
      message: `The farm answered HTTP 200 with: ${example('deactivate-refused').msg}`,
    });
  });

  it('says that it is done to whoever interrupts the wait', async () => {
    const { client } = await serve({ [DEACTIVATE]: [{ status: 204 }], [SHOW]: [shown] });
    const capabilities = parallels.createCapabilities(client, {
      settings: {},
      now: () => 0,
      sleep: () => Promise.reject(new InterruptedError('SIGINT')),
      notice: () => undefined,
    });
    const error = await failure(capabilities.deactivate?.(ACCOUNT));
    expect(error).toBeInstanceOf(InterruptedError);
    expect(error).toMatchObject({
      code: 'interrupted_unconfirmed',
      message: expect.stringContaining('has accepted the deactivation'),
    });
  });

  it('passes on the documented refusal', async () => {
    const refused = example('deactivate-refused');
    const { capabilities } = await serve({
      'POST /api/License/deactivate': [{ status: 400, body: refused }],
    });
    const error = await failure(capabilities.deactivate?.(ACCOUNT));
    expect(error).toBeInstanceOf(RejectedError);
    expect(error).toMatchObject({ code: 'deactivation_refused', message: refused.msg });
  });
});
