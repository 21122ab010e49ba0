import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../support/one-system.js';
import { type Caller, caller, expectRefusal, license } from './signed-calls.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FLOAT = { product: 'lsfloat', license_key: 'FLOA-T000-0000-0001' };

function check(api: Caller, license_key: string, hardware_id: string, product = 'lsprod') {
  return api.get('check_license', { product, license_key, hardware_id });
}

describe('check_license', () => {
  test('has its own state and version members', () => {
    const object = license(check(caller(), '1111-2222-3333-4444', 'office-pc-01'));
    expect(object).toMatchObject({
      license_active: true,
      license_enabled: true,
      is_expired: false,
      times_activated: 2,
      version: '4.2.0',
      channel: 'stable',
    });
    for (const name of ['active', 'request', 'hardware_id']) expect(object).not.toHaveProperty(name);
  });

  test.each([
    ['license_not_active', 'IDLE-0000-0000-0001', 'pc'],
    ['device_not_found', '1111-2222-3333-4444', 'pc'],
    ['license_not_enabled', 'DISA-BLED-0000-0001', 'pc'],
    ['blacklisted', 'BLCK-LIST-0000-0001', 'blacklisted-device-01'],
    ['license_expired', 'EXPI-RED0-0000-0001', 'expired-device-01'],
    ['trial_expired', 'TRIA-LEND-0000-0001', 'trial-device-01'],
    ['license_not_found', '0000-0000-0000-0000', 'pc'],
  ])('%s', (code, key, hardwareId) => {
    expectRefusal(check(caller(), key, hardwareId), code);
  });

  test('an expired licence still checks within its hours of grace', () => {
    const api = caller();
    expect(license(check(api, 'GRAC-E000-0000-0001', 'grace-device-01'))).toMatchObject({ is_expired: true });
    api.system.advance(81 * 24 * HOUR);
    expectRefusal(check(api, 'GRAC-E000-0000-0001', 'grace-device-01'), 'license_expired');
  });

  test('expired features show on request only', () => {
    const api = caller();
    const body = { product: 'lsprod', license_key: 'FEAT-URES-0000-0001', hardware_id: 'pc' };
    license(api.post('activate_license', body));
    const codes = (extra: Record<string, string>) =>
      (license(api.get('check_license', { ...body, ...extra })).product_features as { code: string }[]).map(
        ({ code }) => code,
      );
    expect(codes({})).toEqual(['export']);
    expect(codes({ include_expired_features: 'true' })).toEqual(['export', 'beta']);
    expectRefusal(
      api.get('check_license', { ...body, include_expired_features: 'perhaps' }),
      'validation_error',
    );
  });
});

describe('floating cloud slots', () => {
  function activated(...names: string[]): Caller {
    const api = caller();
    for (const hardware_id of names) license(api.post('activate_license', { ...FLOAT, hardware_id }));
    return api;
  }
  const slots = (api: Caller, name: string) => check(api, FLOAT.license_key, name, 'lsfloat');

  test('check takes and renews, release frees, the number is the limit', () => {
    const api = activated('a', 'b', 'c', 'd');
    expect(license(slots(api, 'a'))).toMatchObject({ floating_in_use_devices: 1, floating_users: 3 });
    license(slots(api, 'b'));
    license(slots(api, 'c'));
    expectRefusal(slots(api, 'd'), 'floating_not_available');
    expect(license(slots(api, 'a'))).toMatchObject({ floating_in_use_devices: 3 });
    const released = api.post('floating/release', { ...FLOAT, hardware_id: 'b' });
    expect([released.status, released.body]).toEqual([200, '']);
    expect(license(slots(api, 'd'))).toMatchObject({ floating_in_use_devices: 3 });
  });

  test('a slot lapses when its timeout has passed without contact', () => {
    const api = activated('a', 'b', 'c', 'd');
    for (const name of ['a', 'b', 'c']) license(slots(api, name));
    api.system.advance(119 * MINUTE);
    license(slots(api, 'a'));
    expectRefusal(slots(api, 'd'), 'floating_not_available');
    api.system.advance(MINUTE);
    expect(license(slots(api, 'd'))).toMatchObject({ floating_in_use_devices: 2, floating_timeout: 120 });
  });

  test('a slot that has lapsed this instant is no place to come back to', () => {
    const api = activated('a', 'b', 'c', 'd');
    license(slots(api, 'a'));
    api.system.advance(120 * MINUTE);
    for (const name of ['b', 'c', 'd']) license(slots(api, name));
    expectRefusal(slots(api, 'a'), 'floating_not_available');
  });

  test('a check during a borrow does not shorten it', () => {
    const api = activated('a', 'b');
    license(api.post('floating/borrow', { ...FLOAT, hardware_id: 'a', borrowed_until: null }));
    license(slots(api, 'a'));
    api.system.advance(121 * MINUTE);
    expect(license(slots(api, 'b'))).toMatchObject({ floating_in_use_devices: 2 });
  });

  test('a device takes a slot only after it was activated', () => {
    expectRefusal(slots(activated('a'), 'b'), 'device_not_found');
  });

  test('all slots of the full licence are held', () => {
    expectRefusal(
      check(caller(), 'FLOA-TFUL-0000-0001', 'float-waiting-01', 'lsfloat'),
      'floating_not_available',
    );
  });

  test('a borrow holds the slot beyond the timeout, until its end', () => {
    const api = activated('a', 'b', 'c', 'd');
    const reply = license(api.post('floating/borrow', { ...FLOAT, hardware_id: 'a', borrowed_until: null }));
    expect(reply).toEqual({
      borrowed_until: '2026-05-11T10:00:00.000Z',
      max_borrow_time: 168,
      device_id: expect.any(Number),
      license_id: expect.any(Number),
      company: { id: expect.any(Number) },
    });
    api.system.advance(167 * HOUR);
    expect(license(slots(api, 'b'))).toMatchObject({ floating_in_use_devices: 2, is_borrowed: false });
    expect(license(slots(api, 'a'))).toMatchObject({
      is_borrowed: true,
      borrowed_until: '2026-05-11T10:00:00.000Z',
    });
    api.system.advance(HOUR + 2 * HOUR);
    expect(license(slots(api, 'c'))).toMatchObject({ floating_in_use_devices: 1 });
  });

  test('a release ends a borrow', () => {
    const api = activated('a', 'b');
    license(api.post('floating/borrow', { ...FLOAT, hardware_id: 'a', borrowed_until: null }));
    api.post('floating/release', { ...FLOAT, hardware_id: 'a' });
    expect(license(slots(api, 'b'))).toMatchObject({ floating_in_use_devices: 1 });
  });

  test.each([
    ['2026-05-05T10:00:00Z', '2026-05-05T10:00:00.000Z'],
    ['2026-05-05T10:00:00.125Z', '2026-05-05T10:00:00.125Z'],
    ['2026-05-05 10:00:00.125', '2026-05-05T10:00:00.125Z'],
    ['2026-05-05 10:00:30', '2026-05-05T10:00:30.000Z'],
    ['2026-05-05 10:00', '2026-05-05T10:00:00.000Z'],
    ['2026-05-05', '2026-05-05T00:00:00.000Z'],
    ['2026-05-11T10:00:00Z', '2026-05-11T10:00:00.000Z'],
  ])('the end %s is taken as %s', (borrowed_until, expected) => {
    const reply = license(
      activated('a').post('floating/borrow', { ...FLOAT, hardware_id: 'a', borrowed_until }),
    );
    expect(reply.borrowed_until).toBe(expected);
  });

  test.each([
    '2026-05-04T10:00:00Z',
    '2026-05-11T10:00:01Z',
    '2026-02-30',
    'tomorrow',
    '2026-05-05T25:00:00Z',
  ])('the end %s is not valid', (borrowed_until) => {
    const response = activated('a').post('floating/borrow', { ...FLOAT, hardware_id: 'a', borrowed_until });
    expectRefusal(response, 'borrow_until_not_valid');
  });

  test('borrowing and releasing where it cannot be', () => {
    const api = activated('a');
    expectRefusal(api.post('floating/borrow', { ...FLOAT, hardware_id: 'a' }), 'missing_parameters');
    const noBorrow = { product: 'lsfloat', license_key: 'NOBO-RROW-0000-0001', hardware_id: 'a' };
    license(api.post('activate_license', noBorrow));
    expectRefusal(
      api.post('floating/borrow', { ...noBorrow, borrowed_until: null }),
      'license_borrow_not_allowed',
    );
    const desk = { product: 'lsprod', license_key: '1111-2222-3333-4444', hardware_id: 'office-pc-01' };
    expectRefusal(api.post('floating/release', desk), 'floating_not_available');
  });
});

test('product_details, with what is asked for', () => {
  const api = caller();
  const plain = license(api.get('product_details', { product: 'lsfloat' }));
  expect(Object.keys(plain)).toEqual([
    ...['product_id', 'product_name', 'short_code', 'authorization_method', 'metadata', 'allow_trial'],
    ...['trial_days', 'floating_timeout', 'allow_overages', 'max_overages', 'prevent_vm', 'company'],
  ]);
  const full = { product: 'lsfloat', include_latest_version: 'true', include_custom_fields: 'true' };
  expect(license(api.get('product_details', full))).toMatchObject({
    latest_version: null,
    custom_fields: [{ name: 'edition' }],
  });
  expectRefusal(api.get('product_details', { product: 'nothing' }), 'unknown_product');
  expectRefusal(api.get('product_details', {}), 'missing_parameters');
});

test('device_licenses lists the licences of a device', () => {
  const api = caller();
  const list = jsonOf(api.get('device_licenses', { hardware_id: 'office-pc-01' })) as object[];
  expect(list).toHaveLength(1);
  expect(list[0]).toMatchObject({ license_key: '1111-2222-3333-4444', license_active: true });
  expect(api.get('device_licenses', { hardware_id: 'unheard-of' }).body).toBe('[]');
});
