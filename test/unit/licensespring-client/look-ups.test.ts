/** Looking up licences, users, products, versions and links: what is asked, and what the answers become. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { licensespring } from '../../../src/api/licensespring/provider.js';
import { NetworkError, NotFoundError, UnknownOutcomeError, UsageError } from '../../../src/errors.js';
import { createHarness, type Harness } from './test-client.js';
import { inOrder, type Reply, startServer, type TestServer } from './test-server.js';

const LICENSE: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('../../fixtures/licensespring/activation.json', import.meta.url), 'utf8'),
);
const IDENTITY = { hardware_id: 'HWID-1', product: 'paint', license_key: '1111-2222-3333-4444' };

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Served extends Harness {
  /** Method, path and query of the one call. */
  readonly asked: () => string;
  readonly body: () => string;
  readonly seen: TestServer['seen'];
}

async function serve(...replies: readonly Reply[]): Promise<Served> {
  const started = await startServer(inOrder(...replies));
  servers.push(started);
  const harness = await createHarness(licensespring, {
    settings: { signatures: 'off' },
    baseUrl: started.baseUrl,
    secrets: { apiKey: 'emulator-api-key-9d3f7c21', sharedKey: 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja' },
  });
  const first = () => started.seen[0];
  return {
    ...harness,
    asked: () => `${first()?.method} ${first()?.url}`,
    body: () => first()?.body ?? '',
    seen: started.seen,
  };
}

/** The call that a capability is for; a capability that is not there fails the test. */
function there<T>(capability: T | undefined): T {
  if (capability === undefined) throw new Error('the capability is not there');
  return capability;
}

describe('licences of a user', () => {
  const USER = { id: 7, email: 'ada@example.com', is_initial_password: false };

  it('come as pairs of licence and user', async () => {
    const { capabilities, asked } = await serve({ body: [{ license: LICENSE, user: USER }] });
    const input = { username: 'ada@example.com', password: 'pass word', product: 'paint' };
    const { value, raw } = await there(capabilities.licenses).ofUser(input);
    expect(asked()).toBe(
      'GET /api/v4/user_licenses?username=ada%40example.com&password=pass%20word&product=paint',
    );
    expect(JSON.parse(raw)).toHaveLength(1);
    expect(value).toMatchObject([
      { provider: 'licensespring', id: String(LICENSE.id), product: 'paint', username: 'ada@example.com' },
    ]);
  });

  it('keep the user that stands in the licence, and are taken without a pair', async () => {
    const own = { ...LICENSE, user: { email: 'own@example.com' } };
    const { capabilities } = await serve({ body: [{ license: own, user: USER }, own, { License: LICENSE }] });
    const { value } = await there(capabilities.licenses).ofUser({ id_token: 'token' });
    expect(value.map(({ username }) => username)).toEqual(['own@example.com', 'own@example.com', null]);
  });

  it('may be none', async () => {
    const { capabilities } = await serve({ body: [] });
    expect((await there(capabilities.licenses).ofUser({ code: 'c' })).value).toEqual([]);
  });

  it.each([[{}], [{ username: 'ada@example.com' }], [{ username: 'a', password: 'p', code: 'c' }]])(
    'are not asked for with %j',
    async (input) => {
      const { capabilities, seen } = await serve();
      await expect(there(capabilities.licenses).ofUser(input)).rejects.toBeInstanceOf(UsageError);
      expect(seen).toEqual([]);
    },
  );
});

describe('licences on a device', () => {
  it('are asked for by hardware id alone', async () => {
    const { capabilities, asked } = await serve({ body: [LICENSE, { ...LICENSE, id: 8, license_key: 'K' }] });
    const { value } = await there(capabilities.licenses).onDevice({ hardware_id: 'HWID 1' });
    expect(asked()).toBe('GET /api/v4/device_licenses?hardware_id=HWID%201');
    expect(value.map(({ key }) => key)).toEqual([LICENSE.license_key, 'K']);
  });

  it.each([[{ license: LICENSE }], ['none'], [[LICENSE, 'x']], [[{}]], [null]])(
    'are no answer like %j',
    async (body) => {
      const { capabilities } = await serve({ body: JSON.stringify(body) });
      const failure = there(capabilities.licenses).onDevice({ hardware_id: 'H' });
      await expect(failure).rejects.toMatchObject({ code: 'unexpected_answer' });
      await expect(failure).rejects.toBeInstanceOf(NetworkError);
    },
  );
});

describe('users of a customer', () => {
  it('are read with what they begin with', async () => {
    const users = [
      {
        id: 7,
        email: 'ada@example.com',
        first_name: 'Ada',
        last_name: '',
        phone_number: '+49 30 1',
        is_initial_password: true,
        initial_password: 'begin-7',
        max_activations: 3,
        total_activations: 1,
      },
      { Email: 'bob@example.com', Allow_Unlimited_Activations: true, max_activations: 3 },
    ];
    const { capabilities, asked } = await serve({ body: { customer: {}, users, company: { id: 1 } } });
    const { value } = await there(capabilities.customers).users({
      product: 'paint',
      customer: 'office@x.example',
    });
    expect(asked()).toBe('GET /api/v4/customer_license_users?product=paint&customer=office%40x.example');
    expect(value).toEqual([
      {
        id: '7',
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: null,
        phone: '+49 30 1',
        hasInitialPassword: true,
        initialPassword: 'begin-7',
        activationsUsed: 1,
        activationsAllowed: 3,
      },
      {
        id: null,
        email: 'bob@example.com',
        firstName: null,
        lastName: null,
        phone: null,
        hasInitialPassword: null,
        initialPassword: null,
        activationsUsed: null,
        activationsAllowed: null,
      },
    ]);
  });

  it('may be none', async () => {
    const { capabilities } = await serve({ body: { customer: { email: 'office@x.example' } } });
    const { value } = await there(capabilities.customers).users({
      product: 'p',
      customer: 'office@x.example',
    });
    expect(value).toEqual([]);
  });
});

describe('products', () => {
  const PAINT = {
    product_id: 1654083847300000,
    product_name: 'Paint',
    short_code: 'paint',
    authorization_method: 'license-key',
    metadata: {},
    allow_trial: true,
    trial_days: 30,
    floating_timeout: 120,
    allow_overages: true,
    max_overages: 10,
    prevent_vm: true,
    company: { id: 1 },
  };
  const READ = {
    product: 'paint',
    id: '1654083847300000',
    name: 'Paint',
    type: null,
    activationsAllowed: null,
    trialDays: 30,
    clientLeaseHours: null,
    offlineLeaseHours: null,
    vmLeaseHours: null,
    authorization: 'license-key',
    trialsAllowed: true,
    floatingTimeoutMinutes: 120,
    overagesAllowed: true,
    maxOverages: 10,
    virtualMachinesAllowed: false,
    latestVersion: null,
    features: null,
    customFields: null,
  };

  it('show one, with what was asked for along with it', async () => {
    const { capabilities, asked } = await serve({
      body: {
        ...PAINT,
        latest_version: { version: '4.2.0', release_date: '2026-09-22' },
        custom_fields: [{ name: 'edition', data_type: 'text', value: 'standard' }],
      },
    });
    const input = { product: 'paint', include_latest_version: true, include_custom_fields: true, env: 'mac' };
    const { value } = await there(capabilities.products).show(input);
    expect(asked()).toBe(
      'GET /api/v4/product_details?product=paint&include_latest_version=true&include_custom_fields=true&env=mac',
    );
    expect(value).toEqual({
      ...READ,
      latestVersion: '4.2.0',
      customFields: [{ name: 'edition', value: 'standard' }],
    });
  });

  it.each([
    [{ ...PAINT, authorization_method: 'license_key' }, READ],
    [{ ...PAINT, latest_version: null }, READ],
    [
      { ...PAINT, latest_version: '4.1' },
      { ...READ, latestVersion: '4.1' },
    ],
    [{ ...PAINT, short_code: undefined }, READ],
    [
      { ...PAINT, custom_fields: [] },
      { ...READ, customFields: [] },
    ],
  ])('are read in every form: %#', async (body, expected) => {
    const { capabilities } = await serve({ body });
    expect((await there(capabilities.products).show({ product: 'paint' })).value).toEqual(expected);
  });

  it('list all, which may be none', async () => {
    const { capabilities, asked } = await serve({
      body: [PAINT, { id: 2, name: 'Draw', short_code: 'draw' }],
    });
    const { value } = await there(capabilities.products).list({});
    expect(asked()).toBe('GET /api/v4/products');
    expect(value.map(({ product, id, name }) => [product, id, name])).toEqual([
      ['paint', '1654083847300000', 'Paint'],
      ['draw', '2', 'Draw'],
    ]);
    const { capabilities: none } = await serve({ body: [] });
    expect((await there(none.products).list({})).value).toEqual([]);
  });

  it.each([400, 404])('are not found with HTTP %d', async (status) => {
    const body = { status, code: 'unknown_product', message: 'Provided product was not found' };
    const { capabilities } = await serve({ status, body });
    await expect(there(capabilities.products).show({ product: 'x' })).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe('versions', () => {
  it('list what a licence may use', async () => {
    const { capabilities, asked } = await serve({
      body: [{ version: '4.2.0', release_date: '2026-09-22' }, { version: 5 }],
    });
    const { value } = await there(capabilities.versions).list({ ...IDENTITY, env: 'linux', channel: 'beta' });
    expect(asked()).toBe(
      'GET /api/v4/versions?hardware_id=HWID-1&product=paint&license_key=1111-2222-3333-4444&env=linux&channel=beta',
    );
    expect(value.map(({ version, releasedAt, file }) => [version, releasedAt, file])).toEqual([
      ['4.2.0', '2026-09-22', null],
      ['5', null, null],
    ]);
  });

  it('show one with its file', async () => {
    const { capabilities, asked } = await serve({
      body: {
        version: '4.2.0',
        installation_file: 'https://files.example.com/paint-4.2.0.zip',
        release_date: '2026-09-22',
        hash_md5: 'd41d8cd98f00b204e9800998ecf8427e',
        requires_version: '4.0.0',
        environment: 'linux',
        eula_link: 'https://example.com/eula',
        release_notes_link: null,
        size: '1048576',
        channel: 'stable',
      },
    });
    const { value } = await there(capabilities.versions).show({ ...IDENTITY, version: '4.2.0' });
    expect(asked()).toContain('GET /api/v4/installation_file?');
    expect(asked()).toContain('version=4.2.0');
    expect(value).toEqual({
      version: '4.2.0',
      releasedAt: '2026-09-22',
      file: 'https://files.example.com/paint-4.2.0.zip',
      md5: 'd41d8cd98f00b204e9800998ecf8427e',
      size: '1048576',
      environment: 'linux',
      channel: 'stable',
      requiresVersion: '4.0.0',
      eulaUrl: 'https://example.com/eula',
      releaseNotesUrl: null,
    });
  });

  it('fill in the version that was asked for', async () => {
    const { capabilities } = await serve({ body: { installation_file: 'f.zip' } });
    const { value } = await there(capabilities.versions).show({ ...IDENTITY, version: '4.2.0' });
    expect(value).toMatchObject({ version: '4.2.0', file: 'f.zip', size: null });
  });
});

describe('links to sign on', () => {
  it('come with what the server tells of its provider', async () => {
    const { capabilities, asked } = await serve({
      body: { url: 'https://sso.example.com/a?b=c', openid_configuration: { issuer: 'x' } },
    });
    const input = {
      product: 'paint',
      customer_account_code: 'harbour',
      response_type: 'token',
      bundle_code: 'B',
    };
    const { value } = await there(capabilities.signOn).sso(input);
    expect(asked()).toBe(
      'GET /api/v4/sso_url?product=paint&customer_account_code=harbour&response_type=token&bundle_code=B',
    );
    expect(value).toEqual({
      url: 'https://sso.example.com/a?b=c',
      configuration: { issuer: 'x' },
      loginType: null,
    });
  });

  it('take one of the two documented grants', async () => {
    const { capabilities } = await serve();
    const input = { product: 'paint', customer_account_code: 'harbour', response_type: 'implicit' };
    await expect(there(capabilities.signOn).sso(input)).rejects.toBeInstanceOf(UsageError);
  });

  it('of the portal name their kind', async () => {
    const { capabilities, asked } = await serve({ body: { url: 'https://x.example', login_type: 'google' } });
    const { value } = await there(capabilities.signOn).oauth({ login_type: 'google' });
    expect(asked()).toBe('GET /api/v4/oauth_url?login_type=google');
    expect(value).toEqual({ url: 'https://x.example', configuration: null, loginType: 'google' });
  });

  it.each([[{}], [{ url: null }], [{ url: '' }], [[]], ['https://x.example']])(
    'are no answer like %j',
    async (body) => {
      const { capabilities } = await serve({ body: JSON.stringify(body) });
      await expect(there(capabilities.signOn).oauth({ login_type: 'x' })).rejects.toMatchObject({
        code: 'unexpected_answer',
      });
    },
  );
});

describe('the password of a user', () => {
  const input = { username: 'ada@example.com', password: 'old-password', new_password: 'new-password' };

  it.each(['password_changed', '"password_changed"'])('is changed when the server says %s', async (body) => {
    const served = await serve({ body });
    const { value, raw } = await there(served.capabilities.userPassword)(input);
    expect(served.asked()).toBe('POST /api/v4/change_password');
    expect(JSON.parse(served.body())).toEqual(input);
    expect(value).toEqual({ username: 'ada@example.com', message: 'password_changed' });
    expect(raw).toBe(body);
  });

  it.each(['ok', '{"changed":true}'])('may or may not be changed when it says %s', async (body) => {
    const { capabilities } = await serve({ body });
    await expect(there(capabilities.userPassword)(input)).rejects.toBeInstanceOf(UnknownOutcomeError);
  });
});
