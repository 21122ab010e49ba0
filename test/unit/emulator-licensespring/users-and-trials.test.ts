import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../support/one-system.js';
import { type Caller, caller, expectRefusal, license } from './signed-calls.js';

const DAY = 86_400_000;

describe('trial_key', () => {
  const TRIAL = { product: 'lsprod', hardware_id: 'pc' };

  test('makes a licence that the device can activate, and that ends', () => {
    const api = caller();
    const made = license(api.get('trial_key', TRIAL));
    expect(made).toMatchObject({
      license_key: expect.stringMatching(/^[0-9A-F]{4}(?:-[0-9A-F]{4}){3}$/),
      is_trial: true,
      trial_days: 30,
      validity_period: '2026-06-03T10:00:00.000Z',
    });
    const body = { ...TRIAL, license_key: String(made.license_key) };
    expect(license(api.post('activate_license', body))).toMatchObject({ is_trial: true, max_activations: 1 });
    api.system.advance(30 * DAY);
    expectRefusal(api.get('check_license', body), 'trial_expired');
  });

  test('the same device and product have the same trial, others another', () => {
    const api = caller();
    const key = license(api.get('trial_key', TRIAL)).license;
    expect(license(api.get('trial_key', TRIAL))).toEqual({
      license_type: 'perpetual',
      is_trial: true,
      license: key,
    });
    api.system.advance(60 * DAY);
    expect(license(api.get('trial_key', TRIAL)).license).toBe(key);
    expect(license(api.get('trial_key', { ...TRIAL, hardware_id: 'pc-2' })).license).not.toBe(key);
  });

  test('a policy decides on its days', () => {
    const made = license(caller().get('trial_key', { ...TRIAL, license_policy: 'trial-team' }));
    expect(made).toMatchObject({ trial_days: 30, max_activations: 5 });
    expectRefusal(caller().get('trial_key', { ...TRIAL, license_policy: 'none' }), 'validation_error');
  });

  test('keeps the customer that it was told', () => {
    const api = caller();
    const who = { email: 'jo@example.com', first_name: 'Jo', company_name: 'Jo & Co', city: 'Ghent' };
    const { license_key } = license(api.get('trial_key', { ...TRIAL, ...who }));
    const activated = license(api.post('activate_license', { ...TRIAL, license_key }));
    expect(activated.customer).toMatchObject({ ...who, last_name: '', customer_account: null });
  });

  test('of users: with the password given or one that is made up, to sign in with', () => {
    const api = caller();
    const query = { product: 'lsuser', hardware_id: 'pc', email: 'new@example.com', first_name: 'New' };
    const { license_user, initial_password } = license(api.get('trial_key', query));
    expect(license_user).toBe('new@example.com');
    const login = {
      product: 'lsuser',
      hardware_id: 'pc',
      username: license_user,
      password: initial_password,
    };
    expect(license(api.post('activate_license', login))).toMatchObject({
      trial_days: 14,
      user: { email: 'new@example.com', first_name: 'New', is_initial_password: true },
    });
    expect(license(api.get('trial_key', query))).toEqual({
      license_type: 'perpetual',
      is_trial: true,
      license_user: 'new@example.com',
    });
    const chosen = { ...query, hardware_id: 'pc-2', email: 'other@example.com', password: 'of my own' };
    expect(license(api.get('trial_key', chosen)).initial_password).toBe('of my own');
  });

  test('a user there is keeps the password, which is not told', () => {
    const api = caller();
    const query = { product: 'lsuser', hardware_id: 'pc', email: 'Someone@example.com', password: 'stolen' };
    expect(license(api.get('trial_key', query))).toMatchObject({
      license_user: 'someone@example.com',
      initial_password: null,
    });
    const login = { username: 'someone@example.com', password: 'stolen' };
    expectRefusal(api.get('user_licenses', login), 'license_not_found');
  });

  test.each([
    ['missing_parameters', { hardware_id: 'pc' }],
    ['missing_hardware_id', { product: 'nothing' }],
    ['unknown_product', { product: 'nothing', hardware_id: 'pc' }],
    ['archived_product', { product: 'lsold', hardware_id: 'pc' }],
    ['disabled_product', { product: 'lsoff', hardware_id: 'pc' }],
  ])('%s', (code, query) => {
    expectRefusal(caller().get('trial_key', query as Record<string, string>), code);
  });

  test('a key that may only read makes none', () => {
    expectRefusal(caller().get('trial_key', TRIAL, 'emulator-read-only-key-51aa'), 'read_only_api_key');
  });
});

describe('change_password', () => {
  const USERNAME = 'initial@example.com';
  const change = (api: Caller, password: string, new_password: string) =>
    api.post('change_password', { username: USERNAME, password, new_password });

  test('the initial password is gone, and the new one works', () => {
    const api = caller();
    const flag = (password: string) => {
      const [pair] = jsonOf(api.get('user_licenses', { username: USERNAME, password })) as {
        user: { is_initial_password: boolean };
      }[];
      return pair?.user.is_initial_password;
    };
    expect(flag('initial-3f9a')).toBe(true);
    expect(change(api, 'initial-3f9a', 'my own').body).toBe('password_changed');
    expect(flag('my own')).toBe(false);
    expectRefusal(
      api.get('user_licenses', { username: USERNAME, password: 'initial-3f9a' }),
      'license_not_found',
    );
    const customer = { product: 'lsuser', customer: 'office@harbour-dental.example' };
    const { users } = license(api.get('customer_license_users', customer)) as { users: object[] };
    expect(users).toContainEqual(
      expect.objectContaining({ email: USERNAME, is_initial_password: false, initial_password: '' }),
    );
  });

  test('refusals', () => {
    expectRefusal(change(caller(), 'wrong', 'new'), 'license_not_found');
    expectRefusal(change(caller(), 'initial-3f9a', ''), 'missing_parameters');
  });
});

describe('user_licenses', () => {
  const login = { username: 'team@example.com', password: 'somepassword' };
  type Pairs = { license: { product_details: { short_code: string } }; user: { email: string } }[];
  const codes = (api: Caller, query: Record<string, string>) =>
    (jsonOf(api.get('user_licenses', query)) as Pairs).map((pair) => pair.license.product_details.short_code);

  test('all licences of a user, or those for a product', () => {
    expect(codes(caller(), login)).toEqual(['lsuser', 'lsreport']);
    expect(codes(caller(), { ...login, product: 'lsreport' })).toEqual(['lsreport']);
  });

  test('the licence has no user in it, the pair has', () => {
    const [pair] = jsonOf(caller().get('user_licenses', login)) as Pairs;
    expect(pair?.license).not.toHaveProperty('user');
    expect(pair?.user.email).toBe('team@example.com');
  });

  test('by single sign-on', () => {
    const query = { product: 'lsuser', customer_account_code: 'harbour-sso' };
    expect(codes(caller(), { ...query, id_token: 'emulator-id-token-4f1e' })).toEqual(['lsuser']);
    expect(codes(caller(), { ...query, code: 'emulator-sso-code-8a2b' })).toEqual(['lsuser']);
  });

  test.each([
    ['missing_parameters', { username: 'team@example.com' }],
    ['missing_parameters', {}],
    ['unknown_product', { ...login, product: 'nothing' }],
    ['invalid_product_auth_method', { ...login, product: 'lsprod' }],
  ])('%s for %j', (code, query) => {
    expectRefusal(caller().get('user_licenses', query as Record<string, string>), code);
  });
});

describe('customer_license_users', () => {
  const query = { product: 'lsuser', customer: 'office@okafor-surveying.example' };
  const emails = (more: Record<string, string>) => {
    const { users } = license(caller().get('customer_license_users', { ...query, ...more }));
    return (users as { email: string }[]).map(({ email }) => email);
  };

  test('of a product, or of its licences in a bundle', () => {
    expect(emails({})).toEqual(['team@example.com', 'femi@okafor-surveying.example']);
    expect(emails({ bundle_code: 'lsteam' })).toEqual(['team@example.com']);
    expectRefusal(
      caller().get('customer_license_users', { ...query, bundle_code: 'lssuite' }),
      'customer_not_found',
    );
  });
});

describe('sign-on links', () => {
  const query = { product: 'lsuser', customer_account_code: 'harbour-sso' };
  const link = (more: Record<string, string>) =>
    new URL(String(license(caller().get('sso_url', { ...query, ...more })).url)).searchParams;

  test('the code grant when nothing else is said', () => {
    expect(link({}).get('response_type')).toBe('code');
    expect(link({ response_type: 'token' }).get('response_type')).toBe('token');
    expect(link({ redirect_uri: 'https://app.example/done' }).get('redirect_uri')).toBe(
      'https://app.example/done',
    );
  });

  test.each([
    ['customer_account_not_found', { ...query, customer_account_code: 'nobody' }],
    ['missing_parameters', { product: 'lsuser' }],
    ['unknown_product', { ...query, product: 'nothing' }],
    ['invalid_product_auth_method', { ...query, product: 'lsprod' }],
    ['validation_error', { ...query, response_type: 'id_token' }],
  ])('%s for %j', (code, input) => {
    expectRefusal(caller().get('sso_url', input as Record<string, string>), code);
  });

  test('oauth_url names the login type', () => {
    expect(license(caller().get('oauth_url', { login_type: 'google' }))).toEqual({
      url: 'https://users.example.com/oauth/login?login_type=google',
      login_type: 'google',
    });
    expectRefusal(caller().get('oauth_url', {}), 'missing_parameters');
  });
});
