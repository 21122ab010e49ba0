import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import { jsonOf, oneSystem } from '../../support/one-system.js';
import { API_KEY, caller, expectRefusal, license, NOW, signedHeaders } from './signed-calls.js';

/** The published example of the request signature page. */
const EXAMPLE = {
  date: 'Tue, 07 Jun 2011 20:51:35 GMT',
  signature: 'UDysfR6MndUZReo07Y9r+vErn8vSxrnQ5ulit18iJ/Q=',
  withoutPrefix: 'bBUg5NUAFIV+eZBR/wR/wAWt0s3nNvahY3sw6tuUs+s=',
};
const QUERY = { product: 'lsprod' };

function authorization(signature: string): string {
  return `algorithm="hmac-sha256", headers="date", signature="${signature}", apikey="${API_KEY}"`;
}

function atExample(headers: Record<string, string>) {
  const system = oneSystem(licensespringSystem, '2011-06-07T20:51:35Z');
  return system.call({ method: 'GET', path: '/api/v4/product_details', query: QUERY, headers });
}

describe('the published signing example', () => {
  test('is accepted at its date', () => {
    const response = atExample({ date: EXAMPLE.date, authorization: authorization(EXAMPLE.signature) });
    expect(response.status).toBe(200);
  });

  test('is refused without the date prefix in the signed text', () => {
    const headers = { date: EXAMPLE.date, authorization: authorization(EXAMPLE.withoutPrefix) };
    expectRefusal(atExample(headers), 'signature_mismatch');
  });

  test('is refused with any one character of the signature changed', () => {
    const system = oneSystem(licensespringSystem, '2011-06-07T20:51:35Z');
    const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='];
    for (let position = 0; position < EXAMPLE.signature.length; position += 1) {
      fc.assert(
        fc.property(fc.constantFrom(...alphabet), (character) => {
          fc.pre(character !== EXAMPLE.signature[position]);
          const changed =
            EXAMPLE.signature.slice(0, position) + character + EXAMPLE.signature.slice(position + 1);
          const headers = { date: EXAMPLE.date, authorization: authorization(changed) };
          expectRefusal(
            system.call({ method: 'GET', path: '/api/v4/product_details', query: QUERY, headers }),
            'signature_mismatch',
          );
        }),
        { numRuns: 12 },
      );
    }
  });

  test('is refused with any one character of the date changed', () => {
    const system = oneSystem(licensespringSystem, '2011-06-07T20:51:35Z');
    fc.assert(
      fc.property(
        fc.nat(EXAMPLE.date.length - 1),
        fc.constantFrom(...'0123456789abcGMTWedJun:, '),
        (position, character) => {
          fc.pre(character !== EXAMPLE.date[position]);
          const date = EXAMPLE.date.slice(0, position) + character + EXAMPLE.date.slice(position + 1);
          const headers = { date, authorization: authorization(EXAMPLE.signature) };
          expectRefusal(
            system.call({ method: 'GET', path: '/api/v4/product_details', query: QUERY, headers }),
            'signature_mismatch',
          );
        },
      ),
    );
  });
});

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
    ['authorization_invalid_headers', { date, authorization: 'Basic YTpi' }],
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

test.each([
  [-900, 200],
  [900, 200],
  [-901, 400],
  [901, 400],
])('a Date %i seconds off answers %i', (seconds, status) => {
  const { system } = caller();
  const headers = signedHeaders(Date.parse(NOW) + seconds * 1000);
  const response = system.call({ method: 'GET', path: '/api/v4/product_details', query: QUERY, headers });
  expect(response.status).toBe(status);
  if (status === 400) expectRefusal(response, 'date_header_diff');
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

  test('a wrong secret is invalid_client', () => {
    const { system } = caller();
    const reply = system.call({ method: 'POST', path, body: form.replace('88c1d2', 'wrong') });
    expect(reply.status).toBe(401);
    expect(jsonOf(reply)).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
  });
});
