import { describe, expect, test } from 'vitest';
import type { EmulatedResponse } from '../../../src/emulator/system.js';
import { type Caller, caller, expectRefusal, license } from './signed-calls.js';

const DAY = 86_400_000;

const meter = (license_key: string) => ({ product: 'lsmeter', license_key, hardware_id: 'pc' });

/** The licence is active on the device `pc`; answers a way to count. */
function counting(key: string, at?: string): { api: Caller; add(extra?: object): EmulatedResponse } {
  const api = caller(at);
  license(api.post('activate_license', meter(key)));
  return { api, add: (extra = {}) => api.post('add_consumption', { ...meter(key), ...extra }) };
}

function total(response: EmulatedResponse): unknown {
  return license(response).total_consumptions;
}

describe('add_consumption', () => {
  test('one when nothing else is said, up to the maximum', () => {
    const { api, add } = counting('METE-R000-0000-0001');
    expect(license(add())).toEqual({
      id: expect.any(Number),
      total_consumptions: 41,
      max_consumptions: 100,
      allow_unlimited_consumptions: false,
      allow_negative_consumptions: false,
      allow_overages: false,
      max_overages: 0,
      reset_consumption: true,
      consumption_period: 'monthly',
      company: { id: expect.any(Number) },
    });
    expect(total(add({ consumptions: 59 }))).toBe(100);
    expectRefusal(add(), 'license_not_enough_consumptions');
    expect(total(api.get('check_license', meter('METE-R000-0000-0001')))).toBe(100);
  });

  test('overages go beyond the maximum, as far as they are allowed', () => {
    const { add } = counting('OVER-AGES-0000-0001');
    expect(total(add({ consumptions: 5 }))).toBe(15);
    expectRefusal(add(), 'license_not_enough_consumptions');
  });

  test('a call may ask for overages, which stay; one that is refused leaves nothing', () => {
    const { api, add } = counting('METE-R000-0000-0001');
    const asked = { allow_overages: true, max_overages: 20 };
    expectRefusal(add({ ...asked, consumptions: 81 }), 'license_not_enough_consumptions');
    expect(license(add({ consumptions: 60 }))).toMatchObject({ allow_overages: false, max_overages: 0 });
    expect(license(add({ ...asked, consumptions: 20 }))).toMatchObject({ ...asked, total_consumptions: 120 });
    expect(license(api.get('check_license', meter('METE-R000-0000-0001')))).toMatchObject(asked);
    expectRefusal(add({ max_overages: -1 }), 'validation_error');
  });

  test('without a limit nothing is too much, and overages do not matter', () => {
    const { add } = counting('UNCO-UNTE-D000-0001');
    expect(total(add({ consumptions: 1_000_000, allow_overages: false }))).toBe(1_000_000);
  });

  test('negative only where it is allowed', () => {
    expect(total(counting('NEGA-TIVE-0000-0001').add({ consumptions: -3 }))).toBe(2);
    expectRefusal(
      counting('OVER-AGES-0000-0001').add({ consumptions: -3 }),
      'negative_consumptions_not_allowed',
    );
  });

  test('what is beyond the safe integers is refused, however it comes about', () => {
    const { add } = counting('UNCO-UNTE-D000-0001');
    expect(total(add({ consumptions: Number.MAX_SAFE_INTEGER }))).toBe(Number.MAX_SAFE_INTEGER);
    expectRefusal(add(), 'validation_error');
  });

  test.each([
    [['consumption_add'], 200],
    ['offline_floating_consumptions_sync', 200],
    [['consumption_add', 'offline_floating_consumptions_sync'], 400],
    ['something', 400],
    [[], 400],
    [7, 400],
  ])('event %j: %i', (event, status) => {
    expect(counting('METE-R000-0000-0001').add({ event }).status).toBe(status);
  });

  test('a licence of another type takes none', () => {
    const api = caller();
    const desk = { product: 'lsprod', license_key: '1111-2222-3333-4444', hardware_id: 'office-pc-01' };
    expectRefusal(api.post('add_consumption', desk), 'validation_error');
  });

  test.each([
    ['daily', '2026-05-04T23:59:59Z', '2026-05-05T00:00:00Z'],
    ['weekly', '2026-05-10T23:59:59Z', '2026-05-11T00:00:00Z'],
    ['monthly', '2026-05-31T23:59:59Z', '2026-06-01T00:00:00Z'],
    ['annually', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z'],
  ])('%s periods end after %s', (period, last, first) => {
    const { api, add } = counting('DAIL-Y000-0000-0001', last);
    const { store, now } = api.system.deps;
    const sql = 'update licensespring_license set consumption_period = ? where license_key = ?';
    store.run(sql, period, 'DAIL-Y000-0000-0001');
    expectRefusal(add(), 'license_not_enough_consumptions');
    api.system.advance(Date.parse(first) - now());
    expect(total(api.get('check_license', meter('DAIL-Y000-0000-0001')))).toBe(0);
    expect(total(add({ consumptions: 5 }))).toBe(5);
    expectRefusal(add(), 'license_not_enough_consumptions');
  });

  test('a licence that does not reset keeps its total', () => {
    const { api, add } = counting('OVER-AGES-0000-0001');
    api.system.advance(800 * DAY);
    expect(total(add())).toBe(11);
  });
});

const METERED = meter('FMET-ER00-0000-0001');

describe('add_feature_consumption', () => {
  function features(): (feature: string, consumptions?: number) => EmulatedResponse {
    const { api } = counting(METERED.license_key);
    return (feature, consumptions) =>
      api.post('add_feature_consumption', { ...METERED, feature, ...(consumptions && { consumptions }) });
  }

  test('each feature has a total, a maximum and overages of its own', () => {
    const add = features();
    expect(license(add('pages', 5))).toMatchObject({
      code: 'pages',
      total_consumptions: 13,
      max_consumption: 10,
      max_overages: 3,
      license_id: expect.any(Number),
    });
    expectRefusal(add('pages'), 'feature_not_enough_consumptions');
    expect(total(add('credits', 7))).toBe(7);
    expect(total(add('credits', -2))).toBe(5);
    expectRefusal(add('pages', -1), 'negative_consumptions_not_allowed');
    expect(total(add('calls', 5000))).toBe(5000);
  });

  test('only of the consumption type', () => {
    expectRefusal(features()('switch'), 'unsupported_product_feature');
  });

  test('resets with its period, and shows it in the licence', () => {
    const { api } = counting(METERED.license_key);
    const listed = () =>
      (license(api.get('check_license', METERED)).product_features as Record<string, unknown>[]).find(
        ({ code }) => code === 'monthly',
      );
    expect(listed()).toMatchObject({ total_consumptions: 4, max_consumption: 4 });
    api.system.advance(28 * DAY);
    expect(listed()).toMatchObject({ total_consumptions: 0 });
  });
});

describe('check_license_feature', () => {
  const SLOTTED = { product: 'lsfloat', license_key: 'FLFE-ATUR-0000-0001', hardware_id: 'pc' };

  test('of one that does not float: no slots, metadata as text on request', () => {
    const api = caller();
    license(api.post('activate_license', SLOTTED));
    const plain = { ...SLOTTED, feature: 'plain' };
    const answer = license(api.get('check_license_feature', plain));
    expect(answer).toMatchObject({
      code: 'plain',
      feature_type: 'activation',
      metadata: { quality: 'draft' },
    });
    expect(answer).not.toHaveProperty('floating_in_use_devices');
    expect(answer).not.toHaveProperty('metadata_string');
    const withText = { ...plain, include_metadata_string: 'true' };
    expect(license(api.get('check_license_feature', withText)).metadata_string).toBe('{"quality":"draft"}');
  });

  test('a feature that has expired is none', () => {
    const api = caller();
    const desk = { product: 'lsprod', license_key: 'FEAT-URES-0000-0001', hardware_id: 'pc' };
    license(api.post('activate_license', desk));
    expectRefusal(
      api.get('check_license_feature', { ...desk, feature: 'beta' }),
      'invalid_license_feature_code',
    );
  });

  test('borrowing a feature follows the licence', () => {
    const api = caller();
    license(api.post('activate_license', SLOTTED));
    const borrow = (extra: object) => api.post('floating/feature_borrow', { ...SLOTTED, ...extra });
    expect(license(borrow({ feature: 'render', borrowed_until: null })).borrowed_until).toBe(
      '2026-05-07T10:00:00.000Z',
    );
    expectRefusal(borrow({ feature: 'plain', borrowed_until: null }), 'feature_not_floating');
    expectRefusal(borrow({ feature: 'none', borrowed_until: null }), 'invalid_license_feature_code');
    expectRefusal(borrow({ feature: 'locked', borrowed_until: null }), 'floating_not_available');
    expectRefusal(borrow({ feature: 'render', borrowed_until: '2026-05-08' }), 'borrow_until_not_valid');
    expectRefusal(borrow({ feature: 'render' }), 'missing_parameters');
  });
});
