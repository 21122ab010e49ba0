import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { licensespring } from '../../../src/api/licensespring/provider.js';
import {
  AuthenticationError,
  NotFoundError,
  RejectedError,
  UnknownOutcomeError,
  UsageError,
} from '../../../src/errors.js';
import { createHarness, type Harness } from './test-client.js';
import { inOrder, type Reply, startServer, type TestServer } from './test-server.js';

function fixture(name: string): Readonly<Record<string, unknown>> {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/licensespring/${name}.json`, import.meta.url), 'utf8'),
  );
}

const ACTIVATION = fixture('activation');
const FLOATING = fixture('floating-check');
const MESSAGES = fixture('errors');
const DEVICE = { hardware_id: 'HWID-1', product: 'paint' };
const BY_KEY = { ...DEVICE, license_key: '1111-2222-3333-4444' };

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(...replies: readonly Reply[]): Promise<Harness & { readonly seen: TestServer['seen'] }> {
  server = await startServer(inOrder(...replies));
  const harness = await createHarness(licensespring, {
    settings: { signatures: 'off' },
    baseUrl: server.baseUrl,
    secrets: { apiKey: 'emulator-api-key-9d3f7c21', sharedKey: 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja' },
    now: Date.parse('2026-11-20T12:00:00Z'),
  });
  return { ...harness, seen: server.seen };
}

const refusal = (code: string, status = 400): Reply => ({
  status,
  body: { status, code, message: MESSAGES[code] },
});
const failure = async (work: Promise<unknown> | undefined): Promise<unknown> =>
  await work?.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('activate', () => {
  it('sends every documented device field as JSON and returns the activation', async () => {
    const { capabilities, seen } = await serve({ body: ACTIVATION });
    const input = {
      ...BY_KEY,
      license_id: 1712345678901234,
      is_vm: true,
      vm_info: 'kvm',
      os_ver: '12',
      hostname: 'host',
      os_hostname: 'host.local',
      ip: '192.0.2.7',
      ip_local: '10.0.0.7',
      app_ver: '2.0',
      sdk_ver: '1.0',
      mac_address: '00:11:22:33:44:55',
      variables: { region: 'eu' },
    };
    const read = await capabilities.activate?.(input);

    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/v4/activate_license' });
    expect(seen[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(input);
    expect(read?.raw).toBe(JSON.stringify(ACTIVATION));
    expect(read?.value).toEqual({
      provider: 'licensespring',
      key: '1111-2222-3333-4444',
      product: 'paint',
      deviceId: 'HWID-1',
      status: 'activated',
      activatedAt: null,
      expiresAt: '2027-06-30T23:59:59.000Z',
      activationsUsed: 2,
      activationsAllowed: 5,
      licenseId: '1712345678901234',
      licenseStatus: 'active',
      type: 'time-limited',
      trial: false,
      username: null,
      maintenanceEndsAt: null,
      floatingCloud: false,
    });
  });

  it.each([
    ['user and password', { username: 'someone@example.com', password: 'somepassword' }],
    ['an id token', { id_token: 'header.body.signature', customer_account_code: 'ACME' }],
    ['a code', { code: 'one-time-code', customer_account_code: 'ACME' }],
  ])('takes %s instead of a key', async (_name, who) => {
    const { license_key: _none, ...byUser } = ACTIVATION;
    const { capabilities, seen } = await serve({
      body: { ...byUser, user: { email: 'someone@example.com' } },
    });
    const read = await capabilities.activate?.({ ...DEVICE, ...who });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ ...DEVICE, ...who });
    expect(read?.value).toMatchObject({ key: null, username: 'someone@example.com', status: 'activated' });
  });

  it.each([
    ['no licence', {}],
    ['key and user', { license_key: 'K', username: 'u', password: 'p' }],
    ['id token and code', { id_token: 't', code: 'c', customer_account_code: 'ACME' }],
    ['user without password', { username: 'u' }],
    ['id token without account', { id_token: 't' }],
    ['code without account', { code: 'c' }],
  ])('sends nothing for %s', async (_name, who) => {
    const { capabilities, seen } = await serve();
    await expect(capabilities.activate?.({ ...DEVICE, ...who })).rejects.toBeInstanceOf(UsageError);
    expect(seen).toHaveLength(0);
  });

  it.each(['license_activated_max_times', 'license_transferred_max_times', 'vm_not_allowed', 'blacklisted'])(
    'passes on %s',
    async (code) => {
      const { capabilities } = await serve(refusal(code));
      const error = await failure(capabilities.activate?.(BY_KEY));
      expect(error).toBeInstanceOf(RejectedError);
      expect(error).toMatchObject({ code, message: MESSAGES[code] });
    },
  );

  it('does not know what happened when a success is no licence', async () => {
    const { capabilities } = await serve({ body: {} });
    const error = await failure(capabilities.activate?.(BY_KEY));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(error).toMatchObject({ code: 'unexpected_answer' });
  });
});

describe('deactivate', () => {
  it.each(['license_deactivated', '"license_deactivated"'])('takes %s for done', async (body) => {
    const { capabilities, seen } = await serve({ body });
    const read = await capabilities.deactivate?.(BY_KEY);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/api/v4/deactivate_license',
      body: JSON.stringify(BY_KEY),
    });
    expect(read).toMatchObject({
      raw: body,
      value: {
        key: BY_KEY.license_key,
        product: 'paint',
        deviceId: 'HWID-1',
        status: 'deactivated',
        removed: 1,
      },
    });
  });

  it('takes a user with and without password', async () => {
    const done = { body: 'license_deactivated' };
    const { capabilities, seen } = await serve(done, done);
    const users = [
      { ...DEVICE, username: 'u' },
      { ...DEVICE, username: 'u', password: 'p' },
    ];
    for (const user of users) {
      const freed = await capabilities.deactivate?.(user);
      expect(freed?.value).toMatchObject({ key: null, deviceId: DEVICE.hardware_id, status: 'deactivated' });
    }
    expect(seen.map(({ body }) => JSON.parse(body))).toEqual(users);
  });

  it('says that the device is not there', async () => {
    const { capabilities } = await serve(refusal('device_not_found'));
    expect(await failure(capabilities.deactivate?.(BY_KEY))).toBeInstanceOf(NotFoundError);
  });

  it.each(['', 'something else'])('does not take %j for done', async (body) => {
    const { capabilities } = await serve({ body });
    expect(await failure(capabilities.deactivate?.(BY_KEY))).toBeInstanceOf(UnknownOutcomeError);
  });
});

describe('show', () => {
  it('reads the licence object', async () => {
    const { capabilities, seen } = await serve({
      body: {
        ...ACTIVATION,
        active: undefined,
        license_active: true,
        license_enabled: true,
        max_transfers: -1,
      },
    });
    const read = await capabilities.show?.({ ...BY_KEY, include_expired_features: true });
    expect(seen[0]?.method).toBe('GET');
    expect(seen[0]?.body).toBe('');
    expect(Object.fromEntries(new URL(seen[0]?.url ?? '', 'http://x').searchParams)).toEqual({
      ...BY_KEY,
      include_expired_features: 'true',
    });
    expect(read?.value).toMatchObject({
      key: '1111-2222-3333-4444',
      id: '1712345678901234',
      product: 'paint',
      productName: 'Painter',
      status: 'active',
      type: 'time-limited',
      trial: false,
      enabled: true,
      activationsUsed: 2,
      activationsAllowed: 5,
      expiresAt: '2027-06-30T23:59:59.000Z',
      maintenanceEndsAt: null,
      customerEmail: 'someone@example.com',
      transfersUsed: 1,
      transfersAllowed: 0,
      virtualMachinesAllowed: false,
      graceHours: null,
      floatingCloud: false,
      floatingTimeoutMinutes: null,
      seatsAllowed: null,
      features: [
        { code: 'EXPORT', enabled: true, type: 'activation', limit: null, used: null },
        { code: 'PAGES', enabled: true, type: 'consumption', limit: 1000, used: 250 },
      ],
      customFields: [{ name: 'seatPool', value: 'east' }],
    });
  });

  it('has no limit where activations are unlimited or transfers are not limited', async () => {
    const { capabilities } = await serve({ body: { ...ACTIVATION, allow_unlimited_activations: true } });
    expect((await capabilities.show?.(BY_KEY))?.value).toMatchObject({
      activationsAllowed: null,
      transfersAllowed: null,
    });
  });

  it('says that looking at a floating licence took a seat', async () => {
    const { capabilities, notices } = await serve({ body: FLOATING });
    await capabilities.show?.(BY_KEY);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('120 minutes');
    expect(notices[0]).toContain(
      'licensectl seat release FLOA-TING-0001-KEY0 --product paint --hardware-id HWID-1',
    );
  });
});

describe('check', () => {
  const check = { ...ACTIVATION, active: undefined, license_active: true, license_enabled: true };

  it.each([
    ['valid', {}, 'active', null],
    ['disabled', { license_enabled: false }, 'disabled', 'license_not_enabled'],
    ['not active here', { license_active: false }, 'inactive', 'license_not_active'],
    [
      'expired',
      { is_expired: true, validity_period: '2026-11-20T00:00:00.000Z' },
      'expired',
      'license_expired',
    ],
    [
      'in grace',
      {
        is_expired: true,
        validity_period: '2026-11-20T00:00:00.000Z',
        allow_grace_period: true,
        grace_period: 13,
      },
      'grace',
      null,
    ],
    [
      'past its grace',
      {
        is_expired: true,
        validity_period: '2026-11-20T00:00:00.000Z',
        allow_grace_period: true,
        grace_period: 12,
      },
      'expired',
      'license_expired',
    ],
    ['not started', { start_date: '2027-01-01' }, 'not-started', 'license_start_date_error'],
    [
      'expired by our clock',
      { is_expired: undefined, validity_period: '2026-11-20' },
      'expired',
      'license_expired',
    ],
  ])('reads a licence that is %s', async (_name, change, status, reason) => {
    const { capabilities } = await serve({ body: { ...check, ...change } });
    const read = await capabilities.check?.(BY_KEY);
    expect(read?.value).toMatchObject({ valid: reason === null, reason, license: { status } });
  });

  it.each([
    'license_expired',
    'license_not_enabled',
    'license_not_active',
    'blacklisted',
    'device_not_found',
  ])('takes the refusal %s for a no, and keeps its body', async (code) => {
    const { capabilities } = await serve(refusal(code));
    const read = await capabilities.check?.(BY_KEY);
    expect(read?.value).toEqual({
      provider: 'licensespring',
      key: BY_KEY.license_key,
      valid: false,
      reason: code,
      message: MESSAGES[code],
      license: null,
    });
    expect(JSON.parse(read?.raw ?? '')).toEqual({ status: 400, code, message: MESSAGES[code] });
  });

  it.each([
    ['unknown_product', NotFoundError],
    ['license_not_found', NotFoundError],
    ['missing_headers', AuthenticationError],
    ['validation_error', RejectedError],
  ])('has no verdict for %s', async (code, expected) => {
    const { capabilities } = await serve(refusal(code));
    expect(await failure(capabilities.check?.(BY_KEY))).toBeInstanceOf(expected);
  });
});

describe('seats', () => {
  it('takes and renews a slot by checking, with a beat at half the timeout', async () => {
    const date = 'Fri, 20 Nov 2026 12:00:30 GMT';
    const { capabilities, seen, notices } = await serve(
      { body: FLOATING, headers: { Date: date } },
      { body: { ...FLOATING, floating_timeout: 1 }, headers: { Date: date } },
    );
    expect((await capabilities.seats?.request(BY_KEY))?.value).toEqual({
      provider: 'licensespring',
      key: 'FLOA-TING-0001-KEY0',
      licenseId: '1712345678907777',
      token: null,
      active: true,
      expiresAt: '2026-11-20T14:00:30.000Z',
      heartbeatSeconds: 3600,
      seatsUsed: 2,
      seatsAllowed: 3,
      borrowedUntil: null,
      timeoutMinutes: 120,
    });
    expect((await capabilities.seats?.heartbeat(BY_KEY))?.value).toMatchObject({ heartbeatSeconds: 30 });
    expect(seen.map(({ method, url }) => `${method} ${url.split('?')[0]}`)).toEqual([
      'GET /api/v4/check_license',
      'GET /api/v4/check_license',
    ]);
    expect(notices).toEqual([]);
  });

  it.each(['', 'released', {}])('releases, whatever the answer says (%j)', async (body) => {
    const { capabilities, seen } = await serve({ body });
    expect((await capabilities.seats?.release(BY_KEY))?.value).toMatchObject({
      status: 'released',
      removed: 0,
      deviceId: 'HWID-1',
    });
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/api/v4/floating/release',
      body: JSON.stringify(BY_KEY),
    });
  });

  it('passes on that no slot is free', async () => {
    const { capabilities } = await serve({
      status: 400,
      body: { status: 400, code: 'floating_not_available', message: 'No slot.' },
    });
    const error = await failure(capabilities.seats?.request(BY_KEY));
    expect(error).toBeInstanceOf(RejectedError);
    expect(error).toMatchObject({ code: 'floating_not_available' });
  });

  it.each([
    ['a node-locked licence', { is_floating_cloud: false }, 'licensectl check'],
    ['a floating server', { is_floating_cloud: false, is_floating: true }, 'floating server'],
  ])('refuses %s', async (_name, change, hint) => {
    const { capabilities } = await serve({ body: { ...FLOATING, ...change } });
    const error = await failure(capabilities.seats?.request(BY_KEY));
    expect(error).toBeInstanceOf(RejectedError);
    expect(error).toMatchObject({ code: 'not_floating', hint: expect.stringContaining(hint) });
  });
});

describe('probe', () => {
  it.each([
    ['unknown_product', 'accepted'],
    ['license_not_found', 'accepted'],
    ['read_only_api_key', 'accepted, read only'],
  ])('takes %s for credentials that are %s', async (code, credentials) => {
    const { probe } = await serve(refusal(code));
    expect(await probe()).toEqual({ authorization: 'api-key', credentials });
  });

  it.each([
    ['invalid_api_key', AuthenticationError],
    ['signature_mismatch', AuthenticationError],
    ['not_found', NotFoundError],
  ])('fails with %s', async (code, expected) => {
    const { probe } = await serve(refusal(code));
    expect(await failure(probe())).toBeInstanceOf(expected);
  });
});
