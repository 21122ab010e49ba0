/** Whatever is sent instead of a sensible value, an emulated system answers: a 500 of the emulator is a bug. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HttpMethod } from '../../../src/api/operation.js';
import { babelSystem } from '../../../src/emulator/babel/system.js';
import { parallelsSystem } from '../../../src/emulator/parallels/system.js';
import { PRODUCT_HANDLERS } from '../../../src/emulator/zentitle/product-handlers.js';
import { documentedExamples } from '../../fixtures/zentitle-document/document.js';
import { type Call, jsonOf, oneSystem } from '../../support/one-system.js';
import { caller } from '../emulator-licensespring/signed-calls.js';
import { startService } from '../emulator-zentitle/service.js';

const NOW = '2026-05-04T10:00:00Z';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
  fc.constantFrom('', ' ', '\0', 'a\0b', '\ud800', '0', '-1', '1e3', '99999999999999', '__proto__', 'reset'),
  fc.constantFrom('default', '2026-02-30', '9999-12-31', '0001-01-01', 'true', [[]], [{}]),
);

/** Up to two values of an input replaced. */
const spoilt = (input: object, more: readonly string[] = []) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(input), ...more, 'unknown'), anything, { maxKeys: 2 })
    .map((instead) => ({ ...input, ...instead }));

/** The calls around products have a test of their own. */
test('Zentitle', () => {
  const service = startService();
  for (const { call, input = {} } of documentedExamples) {
    if (Object.hasOwn(PRODUCT_HANDLERS, call)) continue;
    fc.assert(
      fc.property(spoilt(input), (given) => {
        expect([200, 400]).toContain(service.call(call, given).status);
      }),
      { numRuns: 30 },
    );
  }
});

const DEVICE_MEMBERS = ['license_id', 'is_vm', 'variables', 'ip', 'consumptions', 'id_token', 'code'];
const KEYED = { product: 'lsprod', license_key: '1111-2222-3333-4444', hardware_id: 'h' };
const FLOATING = { product: 'lsfloat', license_key: 'FLOA-T000-0000-0001', hardware_id: 'h' };
const OF_USER = {
  product: 'lsuser',
  username: 'someone@example.com',
  password: 'somepassword',
  hardware_id: 'h',
};

test.each([
  ['activate_license', KEYED],
  ['activate_license', OF_USER],
  ['deactivate_license', KEYED],
  ['floating/borrow', { ...FLOATING, borrowed_until: '2026-05-05' }],
  ['floating/release', FLOATING],
])('LicenseSpring: %s of %j', (name, input) => {
  const service = caller();
  service.post('activate_license', input);
  fc.assert(
    fc.property(spoilt(input, DEVICE_MEMBERS), (given) => {
      expect([200, 400, 409]).toContain(service.post(name, given).status);
    }),
    { numRuns: 40 },
  );
});

const CLIENT = { machineId: 'm', clientId: 'c', clientName: 'n' };

test.each(['activate', 'request', 'deactivate', 'validate', 'info'])('Babel: %s', (verb) => {
  const service = oneSystem(babelSystem, NOW);
  const userKey = verb === 'request' ? 'FLOAT-BUILD-FARM0-00001' : 'ACTIV-ATION-DESK0-00001';
  const headers = { 'x-api-key': 'api_emulator0000000000000001' };
  fc.assert(
    fc.property(spoilt({ userKey, ...CLIENT }), (body) => {
      const { status } = service.call({ method: 'POST', path: `/v1/license/${verb}`, headers, body });
      expect([200, 400, 403, 404]).toContain(status);
    }),
    { numRuns: 40 },
  );
});

const LOGON = { username: 'administrator', password: '11112222' };
const ACCOUNT = { email: 'someone@parallels.com', password: 'my-account-password-77' };

test.each<[HttpMethod, string, object]>([
  ['POST', '/api/Session/logon', LOGON],
  ['POST', '/api/License/activate', { ...ACCOUNT, key: 'RAS1-PREP-AID0-0050-CV55K2' }],
  ['POST', '/api/License/deactivate', ACCOUNT],
])('Parallels: %s %s', (method, path, input) => {
  const farm = oneSystem(parallelsSystem, NOW);
  const call = (given: Call) => farm.call(given);
  const session = jsonOf(call({ method: 'POST', path: '/api/Session/logon', body: LOGON }));
  const headers = { auth_token: (session as { authToken: string }).authToken };
  fc.assert(
    fc.property(spoilt(input), (body) => {
      expect([200, 400, 401]).toContain(call({ method, path, headers, body }).status);
    }),
    { numRuns: 40 },
  );
});
