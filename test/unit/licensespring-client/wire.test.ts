import { afterEach, describe, expect, it } from 'vitest';
import { productDetails } from '../../../src/api/licensespring/operations-catalog.js';
import { activateOffline } from '../../../src/api/licensespring/operations-offline.js';
import { licensespring } from '../../../src/api/licensespring/provider.js';
import { AuthenticationError, NetworkError } from '../../../src/errors.js';
import { createHarness, type Harness } from './test-client.js';
import { inOrder, type Reply, startServer, type TestServer } from './test-server.js';

const NOW = Date.parse('2011-06-07T20:51:35Z');
const KEYS = { apiKey: 'emulator-api-key-9d3f7c21', sharedKey: 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja' };
const PRODUCT = { product: 'paint' };

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(...replies: readonly Reply[]): Promise<TestServer> {
  server = await startServer(inOrder(...replies));
  return server;
}

describe('API key and shared key', () => {
  it('signs the date and nothing else', async () => {
    const { baseUrl, seen } = await serve({ body: {} });
    const { client } = await createHarness(licensespring, { baseUrl, secrets: KEYS, now: NOW });
    await client.call(productDetails, PRODUCT);

    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/api/v4/product_details?product=paint', body: '' });
    expect(seen[0]?.headers).toMatchObject({
      date: 'Tue, 07 Jun 2011 20:51:35 GMT',
      authorization:
        'algorithm="hmac-sha256",headers="date",' +
        'signature="UDysfR6MndUZReo07Y9r+vErn8vSxrnQ5ulit18iJ/Q=",apikey="emulator-api-key-9d3f7c21"',
      accept: 'application/json',
    });
    expect(seen[0]?.headers['content-type']).toBeUndefined();
  });

  it('sends offline requests as plain text', async () => {
    const { baseUrl, seen } = await serve({ body: {} });
    const { client } = await createHarness(licensespring, { baseUrl, secrets: KEYS });
    await client.call(activateOffline, { request: 'eyJhIjoxfQ==' });
    expect(seen[0]).toMatchObject({ url: '/api/v4/activate_offline', body: 'eyJhIjoxfQ==' });
    expect(seen[0]?.headers['content-type']).toBe('text/plain');
  });

  it('sends nothing without credentials', async () => {
    const { baseUrl, seen } = await serve();
    const { client } = await createHarness(licensespring, { baseUrl, secrets: { apiKey: 'only-half' } });
    await expect(client.call(productDetails, PRODUCT)).rejects.toBeInstanceOf(AuthenticationError);
    expect(seen).toHaveLength(0);
  });

  it.each([
    ['20:30:00', 'The clock of this computer is 1295 seconds ahead of the server'],
    ['21:21:35', 'The clock of this computer is 1800 seconds behind the server'],
  ])('measures the clock against a server at %s', async (time, hint) => {
    const { baseUrl } = await serve({
      status: 400,
      headers: { Date: `Tue, 07 Jun 2011 ${time} GMT` },
      body: { status: 400, code: 'date_header_diff', message: 'Date header difference too large' },
    });
    const { client } = await createHarness(licensespring, { baseUrl, secrets: KEYS, now: NOW });
    const failure = await client.call(productDetails, PRODUCT).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AuthenticationError);
    expect(failure).toMatchObject({ code: 'date_header_diff', hint: expect.stringContaining(hint) });
  });

  it('does not take a refused signature for a stale session', async () => {
    const { baseUrl, seen } = await serve({
      status: 401,
      body: { status: 401, code: 'signature_mismatch', message: 'Signature mismatch' },
    });
    const { client } = await createHarness(licensespring, { baseUrl, secrets: KEYS });
    await expect(client.call(productDetails, PRODUCT)).rejects.toMatchObject({ code: 'signature_mismatch' });
    expect(seen).toHaveLength(1);
  });
});

describe('OAuth client credentials', () => {
  const TOKEN_PATH = '/realms/user-portal/protocol/openid-connect/token';
  const token = (name: string, seconds = 480): Reply => ({
    body: {
      access_token: name,
      expires_in: seconds,
      refresh_expires_in: 0,
      token_type: 'Bearer',
      'not-before-policy': 0,
      scope: 'email profile',
    },
  });

  function harness(baseUrl: string): Promise<Harness> {
    return createHarness(licensespring, {
      baseUrl,
      settings: { oauthClientId: 'emulator-client', oauthTokenUrl: `${baseUrl}${TOKEN_PATH}` },
      secrets: { oauthClientSecret: 'emulator client+secret' },
      now: NOW,
    });
  }

  it('asks once, keeps the token until shortly before it expires, and still sends the date', async () => {
    const { baseUrl, seen } = await serve(token('first'), { body: {} }, { body: {} }, token('second'), {
      body: {},
    });
    const { client, advance, protectedSecrets } = await harness(baseUrl);
    await client.call(productDetails, PRODUCT);
    advance(449_000);
    await client.call(productDetails, PRODUCT);
    advance(1_000);
    await client.call(productDetails, PRODUCT);

    expect(seen.map(({ url }) => url.split('?')[0])).toEqual([
      TOKEN_PATH,
      '/api/v4/product_details',
      '/api/v4/product_details',
      TOKEN_PATH,
      '/api/v4/product_details',
    ]);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      body: 'grant_type=client_credentials&client_id=emulator-client&client_secret=emulator+client%2Bsecret',
    });
    expect(seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(seen[1]?.headers).toMatchObject({
      authorization: 'Bearer first',
      date: 'Tue, 07 Jun 2011 20:51:35 GMT',
    });
    expect(seen[4]?.headers.authorization).toBe('Bearer second');
    expect(protectedSecrets).toEqual(['first', 'second']);
  });

  it('shares one token request between calls at the same time', async () => {
    server = await startServer(({ url }) => (url === TOKEN_PATH ? token('shared') : { body: {} }));
    const { client, advance } = await harness(server.baseUrl);
    for (const requests of [1, 2]) {
      await Promise.all([1, 2, 3].map(() => client.call(productDetails, PRODUCT)));
      expect(server.seen.filter(({ url }) => url === TOKEN_PATH)).toHaveLength(requests);
      advance(480_000);
    }
  });

  it('gets a new token once when the server no longer takes the old one', async () => {
    const { baseUrl, seen } = await serve(token('stale'), { status: 401 }, token('fresh'), { body: {} });
    await (await harness(baseUrl)).client.call(productDetails, PRODUCT);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      'Bearer stale',
      undefined,
      'Bearer fresh',
    ]);
  });

  it('takes a token behind a byte order mark', async () => {
    const { baseUrl, seen } = await serve({ body: '\ufeff{"access_token":"marked"}' }, { body: {} });
    await (await harness(baseUrl)).client.call(productDetails, PRODUCT);
    expect(seen[1]?.headers.authorization).toBe('Bearer marked');
  });

  it('does not blame the base URL for a token server that is not there', async () => {
    const { client } = await createHarness(licensespring, {
      baseUrl: 'http://127.0.0.1:1',
      settings: { oauthClientId: 'emulator-client', oauthTokenUrl: `http://127.0.0.1:1${TOKEN_PATH}` },
      secrets: { oauthClientSecret: 'emulator client+secret' },
      now: NOW,
    });
    const failure = await client.call(productDetails, PRODUCT).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NetworkError);
    expect(failure).toMatchObject({ code: 'connection_refused', retryable: true, provider: 'licensespring' });
    expect(failure).toHaveProperty(
      'hint',
      expect.stringMatching(/^That is the server of the OAuth tokens.*--oauth-token-url URL$/),
    );
  });

  it('says what the OAuth server says, and asks again next time', async () => {
    const { baseUrl } = await serve(
      { status: 401, body: { error: 'invalid_client', error_description: 'Invalid client or credentials' } },
      token('later'),
      { body: {} },
    );
    const { client } = await harness(baseUrl);
    const failure = await client.call(productDetails, PRODUCT).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AuthenticationError);
    expect(failure).toMatchObject({
      code: 'invalid_client',
      message: 'The OAuth server refuses the client: Invalid client or credentials',
    });
    await client.call(productDetails, PRODUCT);
  });

  it.each([{ status: 200, body: 'hello' }, { status: 500 }, { status: 404, body: '<html>' }])(
    'takes %o for a fault, not for a refusal',
    async (reply) => {
      const { baseUrl } = await serve(reply);
      await expect((await harness(baseUrl)).client.call(productDetails, PRODUCT)).rejects.toBeInstanceOf(
        NetworkError,
      );
    },
  );
});
