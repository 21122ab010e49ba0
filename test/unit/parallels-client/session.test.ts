import { afterEach, describe, expect, it } from 'vitest';
import { DryRunStop } from '../../../src/api/client.js';
import { logoff, logon, showLicense } from '../../../src/api/parallels/operations.js';
import { parallels } from '../../../src/api/parallels/provider.js';
import { AuthenticationError, NetworkError, NotFoundError, RateLimitError } from '../../../src/errors.js';
import { createHarness, type Harness } from '../licensespring-client/test-client.js';
import { inOrder, type Reply, startServer, type TestServer } from '../licensespring-client/test-server.js';

const MEDIA_TYPE = 'application/json; api-version=1.0';
const LOGON = 'POST /api/Session/logon';
const LOGOFF = 'POST /api/Session/logoff';
const SHOW = 'GET /api/License';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Running extends Harness {
  readonly seen: TestServer['seen'];
  calls(): readonly string[];
}

async function serve(...replies: readonly Reply[]): Promise<Running> {
  const running = await startServer(inOrder(...replies));
  server = running;
  const harness = await createHarness(parallels, {
    baseUrl: running.baseUrl,
    settings: { username: 'administrator' },
    secrets: { password: '11112222' },
  });
  return {
    ...harness,
    seen: running.seen,
    calls: () => running.seen.map(({ method, url }) => `${method} ${url}`),
  };
}

const token = (text: string): Reply => ({ body: { authToken: text } });
const failure = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a session', () => {
  it('is opened before the first call, used for all, and closed in the end', async () => {
    const { client, seen, calls, protectedSecrets, notices } = await serve(
      token('T-1'),
      { body: {} },
      { body: {} },
      {},
    );
    await client.call(showLicense, {});
    await client.call(showLicense, { UseCache: true });
    await client.close();

    expect(calls()).toEqual([LOGON, SHOW, `${SHOW}?UseCache=true`, LOGOFF]);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ username: 'administrator', password: '11112222' });
    expect(seen.map(({ headers }) => headers['content-type'])).toEqual(Array(4).fill(MEDIA_TYPE));
    expect(seen.map(({ headers }) => headers.auth_token)).toEqual([undefined, 'T-1', 'T-1', 'T-1']);
    expect(seen[3]?.body).toBe('');
    expect(protectedSecrets).toEqual(['T-1']);
    expect(notices).toEqual([]);
  });

  it('is not opened for nothing', async () => {
    const { client, calls } = await serve();
    await client.close();
    expect(calls()).toEqual([]);
  });

  it('is shared by calls at the same time', async () => {
    server = await startServer(({ url }) => (url.endsWith('logon') ? token('T-1') : { body: {} }));
    const { client } = await createHarness(parallels, {
      baseUrl: server.baseUrl,
      settings: { username: 'administrator' },
      secrets: { password: '11112222' },
    });
    await Promise.all([1, 2, 3].map(() => client.call(showLicense, {})));
    await client.close();
    expect(server.seen.filter(({ url }) => url.endsWith('logon'))).toHaveLength(1);
    expect(server.seen.filter(({ url }) => url.endsWith('logoff'))).toHaveLength(1);
  });

  it.each(['AuthToken', 'authToken', 'authtoken'])('takes the token from %s', async (name) => {
    const { client, seen } = await serve({ body: { [name]: 'T-1' } }, { body: {} });
    await client.call(showLicense, {});
    expect(seen[1]?.headers.auth_token).toBe('T-1');
  });

  it('is opened again once after a 401, and both are closed', async () => {
    const { client, seen, calls, notices } = await serve(
      token('T-1'),
      { status: 401 },
      token('T-2'),
      { body: {} },
      { status: 401 },
      {},
    );
    await client.call(showLicense, {});
    await client.close();
    expect(calls()).toEqual([LOGON, SHOW, LOGON, SHOW, LOGOFF, LOGOFF]);
    expect(seen.map(({ headers }) => headers.auth_token)).toEqual([
      undefined,
      'T-1',
      undefined,
      'T-2',
      'T-1',
      'T-2',
    ]);
    expect(notices).toEqual([]);
  });

  it('gives up after the second 401, and is closed all the same', async () => {
    const { client, calls } = await serve(
      token('T-1'),
      { status: 401 },
      token('T-2'),
      { status: 401 },
      {},
      {},
    );
    const error = await failure(client.call(showLicense, {}));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ code: 'session_refused', httpStatus: 401 });
    await client.close();
    expect(calls()).toEqual([LOGON, SHOW, LOGON, SHOW, LOGOFF, LOGOFF]);
  });

  it('is closed once, also when closed twice', async () => {
    const { client, calls } = await serve(token('T-1'), { body: {} }, { body: '"ok"' });
    await client.call(showLicense, {});
    await client.close();
    await client.close();
    expect(calls()).toEqual([LOGON, SHOW, LOGOFF]);
  });

  it('says so when it stays open, and does not fail for it', async () => {
    const { client, notices } = await serve(token('T-1'), { body: {} }, { status: 500 });
    await client.call(showLicense, {});
    await client.close();
    expect(notices).toEqual([
      'Logging off failed: HTTP 500. The administrator session stays open until it times out.',
    ]);
  });

  it('that is over when it is to be closed is as it should be', async () => {
    const { client, calls, notices } = await serve(token('T-1'), { body: {} }, { status: 401 });
    await client.call(showLicense, {});
    await client.close();
    expect([calls(), notices]).toEqual([[LOGON, SHOW, LOGOFF], []]);
  });

  it('says so when the farm is gone', async () => {
    const { client, notices } = await serve(token('T-1'), { body: {} });
    await client.call(showLicense, {});
    await server?.close();
    await client.close();
    expect(notices).toHaveLength(1);
  });

  it('is closed after an interruption as well', async () => {
    const { client, interrupt, calls } = await serve(token('T-1'), { body: {} }, {});
    await client.call(showLicense, {});
    interrupt();
    expect(await failure(client.call(showLicense, {}))).toMatchObject({ message: 'interrupted' });
    await client.close();
    expect(calls()).toEqual([LOGON, SHOW, LOGOFF]);
  });

  it('is not opened by a dry run that stops', async () => {
    const running = await startServer(() => undefined);
    server = running;
    const { capabilities } = await createHarness(parallels, {
      baseUrl: running.baseUrl,
      settings: { username: 'administrator' },
      secrets: { password: '11112222' },
      dryRun: true,
    });
    const stop = await failure(
      capabilities.deactivate?.({ email: 'e', password: 'p4ssw0rd' }) ?? Promise.resolve(),
    );
    expect(stop).toBeInstanceOf(DryRunStop);
    expect(JSON.stringify(stop)).not.toContain('p4ssw0rd');
    expect(running.seen).toEqual([]);
  });

  it('is left to the person who opens or closes one by hand', async () => {
    const { client, calls, protectedSecrets } = await serve(token('by hand'), token('T-1'), {});
    await client.call(logon, { username: 'u', password: 'p' });
    await client.call(logoff, {});
    await client.close();
    expect(calls()).toEqual([LOGON, LOGON, LOGOFF]);
    expect(protectedSecrets).toEqual(['by hand', 'T-1']);
  });
});

describe('a logon that fails', () => {
  it.each([
    ['401', { status: 401 }, AuthenticationError, 'logon_refused'],
    [
      '400 with msg',
      { status: 400, body: { code: 0, msg: 'bad logon' } },
      AuthenticationError,
      'logon_refused',
    ],
    ['403', { status: 403 }, AuthenticationError, 'logon_refused'],
    ['200 without a token', { body: {} }, AuthenticationError, 'no_session_token'],
    ['200 with an empty token', { body: { authToken: '' } }, AuthenticationError, 'no_session_token'],
    ['200 with a page', { body: '<html>' }, NetworkError, 'not_the_api'],
    ['200 with text', { body: 'hello' }, AuthenticationError, 'no_session_token'],
    ['404', { status: 404 }, NotFoundError, 'no_such_path'],
    ['429', { status: 429, headers: { 'Retry-After': '3600' } }, RateLimitError, 'rate_limited'],
    ['500', { status: 500 }, NetworkError, 'logon_failed'],
  ])('by %s', async (_name, reply, expected, code) => {
    const { client, calls } = await serve(reply);
    const error = await failure(client.call(showLicense, {}));
    expect(error).toBeInstanceOf(expected);
    expect(error).toMatchObject({ code, provider: 'parallels' });
    await client.close();
    expect(calls()).toEqual([LOGON]);
  });

  it('is not by a byte order mark', async () => {
    const { client, calls } = await serve({ body: '\ufeff{"authToken":"T-1"}' }, { body: {} });
    await client.call(showLicense, {});
    expect(calls()).toEqual([LOGON, SHOW]);
  });

  it('is tried anew by the next call', async () => {
    const { client, calls } = await serve({ status: 401 }, token('T-1'), { body: {} });
    await failure(client.call(showLicense, {}));
    await client.call(showLicense, {});
    expect(calls()).toEqual([LOGON, LOGON, SHOW]);
  });

  it('is not tried without credentials', async () => {
    const running = await startServer(() => undefined);
    server = running;
    const { client } = await createHarness(parallels, { baseUrl: running.baseUrl });
    expect(await failure(client.call(showLicense, {}))).toMatchObject({ code: 'missing_credentials' });
    expect(running.seen).toEqual([]);
  });
});

describe('probe', () => {
  it('tells of the farm, with a licence or without', async () => {
    const session = {
      authToken: 'T-1',
      farmName: 'Farm',
      farmGUID: 'x',
      sessionId: 7,
      licensingServer: 'rb1',
    };
    const withLicense = await serve({ body: session }, { body: {} });
    expect(await withLicense.probe()).toEqual({ farmName: 'Farm', licensingServer: 'rb1', licensed: true });
    await server?.close();
    const without = await serve(
      { body: session },
      { status: 404, body: { title: 'Not Found', status: 404 } },
    );
    expect(await without.probe()).toEqual({ farmName: 'Farm', licensingServer: 'rb1', licensed: false });
  });

  it.each([
    [{ status: 401 }, AuthenticationError],
    [{ status: 404 }, NotFoundError],
  ])('fails with %j', async (reply, expected) => {
    const { probe } = await serve(reply);
    expect(await failure(probe())).toBeInstanceOf(expected);
  });
});
