import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { babel } from '../../../src/api/babel/provider.js';
import {
  AuthenticationError,
  NotFoundError,
  RejectedError,
  UnknownOutcomeError,
  UsageError,
} from '../../../src/errors.js';
import { createHarness, type Harness } from '../licensespring-client/test-client.js';
import { inOrder, type Reply, startServer, type TestServer } from '../licensespring-client/test-server.js';

function example(name: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(new URL(`../../fixtures/babel/${name}.json`, import.meta.url), 'utf8'));
}

const KEY = { userKey: 'AB12C-D34EF-GH56I-J78KL', machineId: 'M-1', clientId: 'app', clientName: 'host' };
const TOKEN = { licenseToken: 'fltk_0123456789ab', machineId: 'M-1', clientId: 'app', clientName: 'host' };
const NOW = Date.parse('2026-11-20T12:00:00Z');
const LATER = Date.parse('2026-11-20T12:10:00Z') / 1000;

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Credentials {
  readonly settings?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

async function serve(
  replies: readonly Reply[],
  credentials: Credentials = { secrets: { apiKey: 'api_emulator0000000000000001' } },
): Promise<Harness & { readonly seen: TestServer['seen'] }> {
  server = await startServer(inOrder(...replies));
  return {
    ...(await createHarness(babel, { baseUrl: server.baseUrl, now: NOW, ...credentials })),
    seen: server.seen,
  };
}

const failure = async (work: Promise<unknown> | undefined): Promise<unknown> =>
  await work?.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the documented examples', () => {
  it.each([
    ['activate', KEY, (h: Harness) => h.capabilities.activate?.(KEY)],
    ['deactivate', KEY, (h: Harness) => h.capabilities.deactivate?.(KEY)],
    ['request', KEY, (h: Harness) => h.capabilities.seats?.request(KEY)],
    ['release', TOKEN, (h: Harness) => h.capabilities.seats?.release(TOKEN)],
    ['heartbeat', TOKEN, (h: Harness) => h.capabilities.seats?.heartbeat(TOKEN)],
    ['validate', KEY, (h: Harness) => h.capabilities.check?.(KEY)],
    ['info', KEY, (h: Harness) => h.capabilities.show?.(KEY)],
  ] as const)(
    '%s is sent as documented and read without a date where seconds are zero',
    async (name, input, call) => {
      const harness = await serve([{ body: example(name) }]);
      const read = await call(harness);
      expect(harness.seen).toHaveLength(1);
      expect(harness.seen[0]).toMatchObject({
        method: 'POST',
        url: `/v1/license/${name}`,
        body: JSON.stringify(input),
      });
      expect(harness.seen[0]?.headers).toMatchObject({
        'content-type': 'application/json-patch+json',
        accept: 'text/plain',
        'x-api-key': 'api_emulator0000000000000001',
      });
      expect(read?.raw).toBe(JSON.stringify(example(name)));
      expect(JSON.stringify(read?.value)).not.toContain('1970');
      expect(read?.value).toMatchObject({ provider: 'babel' });
    },
  );
});

describe('credentials', () => {
  it.each<[string, Credentials, Readonly<Record<string, string | undefined>>]>([
    [
      'a header of another name',
      { settings: { apiKeyHeader: 'X-License-Key' }, secrets: { apiKey: 'k' } },
      { 'x-license-key': 'k', 'x-api-key': undefined },
    ],
    ['a bearer token', { secrets: { token: 't' } }, { authorization: 'Bearer t', 'x-api-key': undefined }],
    ['nothing', {}, { authorization: undefined, 'x-api-key': undefined }],
  ])('sends %s', async (_name, credentials, headers) => {
    const { capabilities, seen } = await serve([{ body: example('info') }], credentials);
    await capabilities.show?.(KEY);
    for (const [name, value] of Object.entries(headers)) expect(seen[0]?.headers[name]).toBe(value);
  });

  it('refuses a header name that HTTP cannot carry', async () => {
    await expect(serve([], { settings: { apiKeyHeader: 'x api\r\nkey' } })).rejects.toBeInstanceOf(
      UsageError,
    );
  });
});

describe('raw calls', () => {
  it.each([
    ['application/json', 'application/json-patch+json'],
    [undefined, 'application/json-patch+json'],
    ['application/xml', 'application/xml'],
  ])('with %s go out as %s', async (contentType, sent) => {
    const { client, seen } = await serve([{ body: {} }]);
    await client.raw({ method: 'POST', path: '/v1/licenses', body: '{}', contentType, effect: 'create' });
    expect(seen[0]).toMatchObject({ url: '/v1/licenses', body: '{}' });
    expect(seen[0]?.headers['content-type']).toBe(sent);
  });

  it('without a body say nothing about one', async () => {
    const { client, seen } = await serve([{ body: {} }]);
    await client.raw({ method: 'GET', path: '/v1/licenses?take=1', effect: 'read' });
    expect(seen[0]?.headers['content-type']).toBeUndefined();
  });
});

describe.each(['object', 'string'])('dates and durations as %s', (encoding) => {
  const text = encoding === 'string';
  const date = (seconds: number): unknown =>
    text ? new Date(seconds * 1000).toISOString() : { seconds: String(seconds), nanos: 0 };
  const license = {
    licenseId: 'lic0A1B2C3D',
    licensingMode: text ? 'Floating' : 2,
    expireAt: date(LATER + 86_400),
    licenseKey: text ? 'PExpYy8+' : [60, 76, 105, 99, 47, 62],
  };

  it('activates', async () => {
    const { capabilities } = await serve([
      {
        body: {
          success: true,
          licenseToken: 'actk_0123456789ab',
          tokenExpireAt: date(LATER),
          activeClientCount: 1,
          maxClientCount: text ? '3' : 3,
          license,
        },
      },
    ]);
    expect((await capabilities.activate?.(KEY))?.value).toEqual({
      provider: 'babel',
      key: KEY.userKey,
      product: null,
      deviceId: 'M-1',
      status: 'activated',
      activatedAt: null,
      expiresAt: '2026-11-21T12:10:00.000Z',
      activationsUsed: 1,
      activationsAllowed: 3,
      clientId: 'app',
      licenseId: 'lic0A1B2C3D',
      type: 'floating',
      maintenanceEndsAt: null,
      token: '…89ab',
      tokenExpiresAt: '2026-11-20T12:10:00.000Z',
      licenseFile: 'PExpYy8+',
    });
  });

  it('holds a seat', async () => {
    const seat = {
      tokenExpireAt: date(LATER),
      heartbeatInterval: text ? '300s' : { seconds: 300 },
      activeClientCount: 2,
      maxClientCount: 2,
    };
    const { capabilities } = await serve([
      { body: { ...seat, granted: true, licenseToken: TOKEN.licenseToken, license } },
      { body: { ...seat, active: true } },
      { body: { licenseId: 'lic0A1B2C3D', activeClientCount: 1, maxClientCount: 2 } },
    ]);
    const held = {
      provider: 'babel',
      token: TOKEN.licenseToken,
      active: true,
      expiresAt: '2026-11-20T12:10:00.000Z',
      heartbeatSeconds: 300,
      seatsUsed: 2,
      seatsAllowed: 2,
    };
    expect((await capabilities.seats?.request(KEY))?.value).toEqual({
      ...held,
      key: KEY.userKey,
      licenseId: 'lic0A1B2C3D',
    });
    expect((await capabilities.seats?.heartbeat(TOKEN))?.value).toEqual({
      ...held,
      key: null,
      licenseId: null,
    });
    expect((await capabilities.seats?.release(TOKEN))?.value).toMatchObject({
      status: 'released',
      removed: 0,
      activationsUsed: 1,
    });
  });

  it('shows a licence, of its tokens only the end', async () => {
    const { capabilities } = await serve([
      {
        body: {
          licenseTokens: [
            {
              token: 'actk_0123456789ab',
              clientId: 'app',
              clientAddr: '192.0.2.7',
              machineId: 'M-1',
              issuedAt: date(LATER),
              expireAt: date(LATER - 60),
              [text ? 'lastHeartbeat' : 'lastHearbeat']: date(LATER + 43),
            },
          ],
          licenseId: 'lic0A1B2C3D',
          maxClientCount: 5,
          licensingMode: text ? '1' : 1,
          expireAt: date(LATER),
        },
      },
    ]);
    const read = await capabilities.show?.({ userKey: KEY.userKey });
    expect(read?.value).toEqual({
      provider: 'babel',
      key: KEY.userKey,
      id: 'lic0A1B2C3D',
      product: null,
      status: 'active',
      type: 'activation',
      trial: null,
      enabled: true,
      activationsUsed: 0,
      activationsAllowed: 5,
      expiresAt: '2026-11-20T12:10:00.000Z',
      maintenanceEndsAt: null,
      revoked: false,
      issuedAt: null,
      tokens: [
        {
          token: '…89ab',
          clientId: 'app',
          clientName: null,
          clientAddress: '192.0.2.7',
          machineId: 'M-1',
          revoked: false,
          issuedAt: '2026-11-20T12:10:00.000Z',
          expiresAt: '2026-11-20T12:09:00.000Z',
          lastHeartbeatAt: '2026-11-20T12:10:43.000Z',
        },
      ],
    });
  });

  it.each([
    ['expired', { expireAt: date(LATER - 86_400) }],
    ['revoked', { expireAt: date(LATER - 86_400), revoked: true }],
    ['active', {}],
  ])('shows a licence that is %s', async (status, change) => {
    const { capabilities } = await serve([{ body: { licenseId: 'lic0A1B2C3D', ...change } }]);
    expect((await capabilities.show?.({ userKey: 'K' }))?.value).toMatchObject({
      status,
      tokens: [],
      activationsAllowed: 0,
    });
  });
});

describe('a 200 that refuses', () => {
  it.each([{}, { success: false }, { success: false, message: 'No.' }])('activation: %j', async (body) => {
    const { capabilities } = await serve([{ body }]);
    const error = await failure(capabilities.activate?.(KEY));
    expect(error).toBeInstanceOf(RejectedError);
    expect(error).toMatchObject({ code: 'activation_refused', httpStatus: 200 });
  });

  it.each([{}, { granted: false, maxClientCount: 2, activeClientCount: 2 }])('seat: %j', async (body) => {
    const { capabilities } = await serve([{ body }]);
    const error = await failure(capabilities.seats?.request(KEY));
    expect(error).toBeInstanceOf(RejectedError);
    expect(error).toMatchObject({ code: 'no_free_seat' });
  });

  it.each([{}, { active: false }])('heartbeat: %j is a lost seat, not an error', async (body) => {
    const { capabilities } = await serve([{ body }]);
    expect((await capabilities.seats?.heartbeat(TOKEN))?.value).toMatchObject({
      active: false,
      heartbeatSeconds: null,
    });
  });

  it.each([{}, { activeClientCount: 1 }])('details: %j is no licence', async (body) => {
    const { capabilities } = await serve([{ body }]);
    const error = await failure(capabilities.show?.({ userKey: 'K' }));
    expect(error).toMatchObject({ code: 'unexpected_answer', kind: 'network' });
  });

  it('an answer that is no object leaves the outcome unknown', async () => {
    const { capabilities } = await serve([{ body: 'fine' }]);
    expect(await failure(capabilities.deactivate?.(KEY))).toBeInstanceOf(UnknownOutcomeError);
  });
});

describe('check', () => {
  it('is a yes with the licence', async () => {
    const { capabilities } = await serve([
      { body: { success: true, license: { licenseId: 'lic1', licensingMode: 1 } } },
    ]);
    expect((await capabilities.check?.(KEY))?.value).toMatchObject({
      valid: true,
      reason: null,
      license: { id: 'lic1' },
    });
  });

  it.each([
    ['a flag', { body: {} }, 'not_valid'],
    ['a flag with a reason', { body: { success: false, code: 7, message: 'No.' } }, 'not_valid'],
    [
      'a revoked licence',
      { status: 403, body: { code: 7, message: 'LicenseRevoked', details: [] } },
      'license_revoked',
    ],
    ['a lapsed seat', { status: 403, body: 'TokenExpired' }, 'token_expired'],
    ['no seat', { status: 404, body: { code: 5, message: 'TokenNotFound' } }, 'token_not_found'],
    [
      'a tampered record',
      { status: 500, body: { code: 15, message: 'LicenseTampered' } },
      'license_tampered',
    ],
    ['words of its own', { status: 400, body: 'Machine is not activated' }, 'http_400'],
  ])('is a no by %s', async (_name, reply, reason) => {
    const { capabilities } = await serve([reply]);
    const read = await capabilities.check?.(KEY);
    expect(read?.value).toMatchObject({ key: KEY.userKey, valid: false, reason });
    expect(read?.raw).not.toBe('');
  });

  it.each([
    ['an unknown key', { status: 404, body: { code: 5, message: 'LicenseKeyNotFound' } }, NotFoundError],
    ['refused credentials', { status: 401 }, AuthenticationError],
    ['a bad request', { status: 400, body: { code: 3, message: 'machineId?' } }, RejectedError],
  ])('has no verdict for %s', async (_name, reply, expected) => {
    const { capabilities } = await serve([reply]);
    expect(await failure(capabilities.check?.(KEY))).toBeInstanceOf(expected);
  });
});

describe('probe', () => {
  it.each([
    { status: 404, body: { code: 5, message: 'LicenseKeyNotFound', details: [] } },
    { status: 404, body: { title: 'Not Found', status: 404 } },
    { body: {} },
  ])('is content with %j', async (reply) => {
    const { probe, seen } = await serve([reply]);
    expect(await probe()).toMatchObject({ apiKeyHeader: 'x-api-key' });
    expect(seen[0]?.url).toBe('/v1/license/info');
  });

  it.each([
    [{ status: 401 }, AuthenticationError],
    [{ status: 404 }, NotFoundError],
  ])('fails with %j', async (reply, expected) => {
    const { probe } = await serve([reply]);
    expect(await failure(probe())).toBeInstanceOf(expected);
  });
});
