import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../support/one-system.js';
import { API_KEY, caller, expectRefusal, license, NOW, signedHeaders } from './signed-calls.js';

const QUERY = { product: 'lsprod' };

describe('the Authorization header', () => {
  const { date, authorization: whole } = signedHeaders(Date.parse(NOW)) as {
    date: string;
    authorization: string;
  };
  const parts = whole.split(', ');

  test.each([
    ['comma and space', whole],
    ['comma only', parts.join(',')],
    ['another order', parts.toReversed().join(', ')],
    ['apiKey', whole.replace('apikey=', 'apiKey=')],
    ['upper case names', whole.replaceAll(/[a-z]+=/g, (name) => name.toUpperCase())],
    ['spaces around', `  ${parts.join(' , ')} `],
    ['spaces around the equals signs', whole.replaceAll(/="(?!,|$)/g, ' = "')],
    ['a parameter more', `${whole}, version="1"`],
    [
      'algorithm and headers in capitals',
      whole.replace('hmac-sha256', 'HMAC-SHA256').replace('"date"', '"Date"'),
    ],
  ])('%s is accepted', (_what, authorization) => {
    const { system } = caller();
    const headers = { date, authorization };
    expect(
      system.call({ method: 'GET', path: '/api/v4/product_details/', query: QUERY, headers }).status,
    ).toBe(200);
  });

  test.each([
    ['missing_headers', { date }],
    ['missing_headers', { authorization: whole }],
    ['authorization_missing_params', { date, authorization: parts.slice(1).join(', ') }],
    ['authorization_missing_params', { date, authorization: parts.slice(0, 3).join(', ') }],
    ['authorization_missing_params', { date, authorization: whole.replace(API_KEY, '') }],
    ['authorization_invalid_headers', { date, authorization: 'Basic YTpi' }],
    ['authorization_invalid_headers', { date, authorization: 'Bearer' }],
    ['authorization_invalid_headers', { date, authorization: `${whole} ${whole}` }],
    ['authorization_invalid_headers', { date, authorization: whole.replaceAll('"', '') }],
    ['authorization_invalid_headers', { date, authorization: whole.replace('"date"', '"date host"') }],
    ['hmac_required', { date, authorization: whole.replace('hmac-sha256', 'rsa-sha256') }],
    ['invalid_api_key', { date, authorization: whole.replace(API_KEY, 'nobody') }],
  ])('%s', (code, headers) => {
    const { system } = caller();
    const call = { method: 'GET', path: '/api/v4/product_details', query: QUERY, headers } as const;
    expectRefusal(system.call(call as Parameters<typeof system.call>[0]), code);
  });
});

test('keys: revoked, read-only, bound to a product', () => {
  const { post, get } = caller();
  const body = { product: 'lsprod', license_key: '1111-2222-3333-4444', hardware_id: 'new-pc' };
  expectRefusal(get('product_details', QUERY, 'emulator-revoked-key-77b0'), 'revoked_api_key');
  expect(get('product_details', QUERY, 'emulator-read-only-key-51aa').status).toBe(200);
  for (const name of ['activate_license', 'deactivate_license', 'floating/borrow', 'floating/release']) {
    expectRefusal(post(name, body, 'emulator-read-only-key-51aa'), 'read_only_api_key');
  }
  expectRefusal(
    post('activate_license', body, 'emulator-lsfloat-only-key-2c4e'),
    'api_key_product_not_allowed',
  );
});

describe('OAuth', () => {
  const path = '/realms/user-portal/protocol/openid-connect/token';
  const form =
    'grant_type=client_credentials&client_id=emulator-client&client_secret=emulator-client-secret-88c1d2';

  test('a token stands in for the signature, with a near Date, for 480 seconds', () => {
    const { system } = caller();
    const reply = system.call({ method: 'POST', path, body: form });
    const token = jsonOf(reply) as Record<string, unknown>;
    expect(reply.status).toBe(200);
    expect(token).toEqual({
      access_token: expect.any(String),
      expires_in: 480,
      refresh_expires_in: 0,
      token_type: 'Bearer',
      'not-before-policy': 0,
      scope: expect.any(String),
    });
    const call = (date?: string) =>
      system.call({
        method: 'GET',
        path: '/api/v4/product_details',
        query: QUERY,
        headers: { authorization: `Bearer ${token.access_token}`, ...(date === undefined ? {} : { date }) },
      });
    const today = () => new Date(system.deps.now()).toUTCString();
    expect(license(call(today()))).toMatchObject({ short_code: 'lsprod' });
    expectRefusal(call(), 'missing_headers');
    expectRefusal(call('Mon, 04 May 2026 09:00:00 GMT'), 'date_header_diff');
    system.advance(480_000);
    expectRefusal(call(today()), 'invalid_token', 401);
  });

  test.each([
    ['a wrong secret', form.replace('88c1d2', 'wrong')],
    ['no secret', form.replace(/&client_secret.*/, '')],
    ['an unknown client', form.replace('client_id=', 'client_id=no-')],
    ['an unknown client without a secret', 'grant_type=client_credentials&client_id=nobody'],
  ])('%s is invalid_client', (_what, body) => {
    const { system } = caller();
    const reply = system.call({ method: 'POST', path, body });
    expect(reply.status).toBe(401);
    expect(jsonOf(reply)).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
  });
});
