/** Whatever is sent instead of a sensible value, every call answers with a documented status. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALLS } from '../../../src/emulator/licensespring/calls.js';
import { caller } from './signed-calls.js';

const KEYS = ['FLFE-ATUR-0000-0001', 'METE-R000-0000-0001', 'FMET-ER00-0000-0001', '1111-2222-3333-4444'];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', ' ', '\0', 'a\0b', '\ud800', '0', '-1', '1e3', '9007199254740993', '__proto__'),
  fc.constantFrom('2026-02-30', '9999-12-31T23:59:59Z', 'true', "'; drop table", 'pc'),
);
const anything = fc.oneof(
  text,
  fc.double(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 2 }),
  fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxKeys: 2 }),
);
const input = (value: fc.Arbitrary<unknown>) =>
  fc.record(
    {
      product: fc.oneof(
        value,
        fc.constantFrom('lsprod', 'lsfloat', 'lsmeter', 'lsuser', 'lssuite', 'lsteam'),
      ),
      license_key: fc.oneof(value, fc.constantFrom(...KEYS, 'SUIT-E000-0000-0001')),
      hardware_id: fc.oneof({ weight: 4, arbitrary: fc.constant('pc') }, value),
      username: fc.oneof(value, fc.constantFrom('someone@example.com', 'team@example.com')),
      password: fc.oneof(value, fc.constant('somepassword')),
      customer: fc.oneof(value, fc.constant('office@harbour-dental.example')),
      customer_account_code: fc.oneof(value, fc.constant('harbour-sso')),
      feature: fc.oneof(value, fc.constantFrom('render', 'pages', 'plain')),
      email: value,
      code: value,
      license_id: value,
      bundle_code: value,
      borrowed_until: value,
      consumptions: value,
      max_overages: value,
      allow_overages: value,
      event: value,
      variables: value,
      version: value,
      channel: value,
      env: value,
      new_password: value,
      response_type: value,
      license_policy: value,
      login_type: value,
      first_name: value,
      include_expired_features: value,
    },
    { requiredKeys: ['product', 'hardware_id'] },
  );

test.each(Object.keys(CALLS))('%s', (route) => {
  const api = caller();
  const [method, path = ''] = route.split(' ');
  const name = path.replace('/api/v4/', '');
  for (const [index, license_key] of KEYS.entries()) {
    const product = ['lsfloat', 'lsmeter', 'lsmeter', 'lsprod'][index];
    expect(api.post('activate_license', { product, license_key, hardware_id: 'pc' }).status).toBe(200);
  }
  fc.assert(
    fc.property(method === 'GET' ? input(text) : input(anything), (given) => {
      const response =
        method === 'GET' ? api.get(name, given as Record<string, string>) : api.post(name, given);
      expect([200, 400, 409]).toContain(response.status);
    }),
    { numRuns: 25 },
  );
});
