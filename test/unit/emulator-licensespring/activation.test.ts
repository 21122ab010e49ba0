import { describe, expect, test } from 'vitest';
import { type Caller, caller, expectRefusal, license } from './signed-calls.js';

const DAY = 86_400_000;
const KEY = '1111-2222-3333-4444';

function activation(license_key: string, hardware_id: string, extra: object = {}): object {
  return { product: 'lsprod', license_key, hardware_id, ...extra };
}

function user(username: string, hardware_id: string, extra: object = {}): object {
  return { product: 'lsuser', username, password: 'somepassword', hardware_id, ...extra };
}

function activate(api: Caller, body: object | string) {
  return api.post('activate_license', body);
}

describe('the documented refusals of activation', () => {
  const float = { product: 'lsfloat' };
  test.each<[string, object | string, number?]>([
    ['unknown_product', activation(KEY, 'pc', { product: 'no-such-product' })],
    ['license_not_found', activation('0000-0000-0000-0000', 'pc')],
    ['license_not_found', activation(KEY, 'pc', float)],
    ['license_not_found', activation(KEY, 'pc', { license_id: 1 })],
    ['license_not_found', user('nobody@example.com', 'pc')],
    ['license_not_found', user('someone@example.com', 'pc', { password: 'wrong' })],
    ['license_not_enabled', activation('DISA-BLED-0000-0001', 'pc')],
    ['vm_not_allowed', activation('NOVM-0000-0000-0001', 'pc', { is_vm: true })],
    ['license_start_date_error', activation('SOON-0000-0000-0001', 'pc')],
    ['blacklisted', activation('BLCK-LIST-0000-0001', 'blacklisted-device-01')],
    ['license_activated_max_times', activation('FULL-0000-0000-0001', 'pc')],
    ['license_user_activated_max_times', user('full@example.com', 'pc')],
    ['license_expired', activation('EXPI-RED0-0000-0001', 'pc')],
    ['trial_expired', activation('TRIA-LEND-0000-0001', 'pc')],
    ['license_transferred_max_times', activation('MOVE-D000-0000-0001', 'pc')],
    ['license_transferred_max_times', activation('STAY-0000-0000-0001', 'pc')],
    ['license_device_exists', user('shared@example.com', 'shared-device-01'), 409],
    ['archived_product', activation('ARCH-IVED-0000-0001', 'pc', { product: 'lsold' })],
    ['disabled_product', activation('PROD-OFF0-0000-0001', 'pc', { product: 'lsoff' })],
    ['missing_parameters', { product: 'lsprod', license_key: KEY }],
    ['license_key_required', { product: 'lsprod', hardware_id: 'pc' }],
    ['missing_parameters', { license_key: KEY, hardware_id: 'pc' }],
    ['missing_parameters', { product: 'lsuser', username: 'someone@example.com', hardware_id: 'pc' }],
    ['missing_parameters', ''],
    ['validation_error', activation(KEY, 'pc', { hardware_id: 7 })],
    ['validation_error', activation(KEY, 'pc', { license_id: 'seven' })],
    ['validation_error', activation(KEY, 'pc', { variables: ['a'] })],
    ['validation_error', '[]'],
    ['invalid_json', '{"product":'],
  ])('%s for %j', (code, body, status = 400) => {
    expectRefusal(activate(caller(), body), code, status);
  });

  test('the text before the start date names the date', () => {
    const { body } = activate(caller(), activation('SOON-0000-0000-0001', 'pc'));
    expect(body).toMatch(/before start date: 2026-06-03T10:00:0\d\.\d{3}Z/);
  });

  test('a refused call leaves nothing behind', () => {
    const api = caller();
    expectRefusal(activate(api, activation(KEY, 'pc', { variables: { a: {} } })), 'validation_error');
    expect(api.get('device_licenses', { hardware_id: 'pc' }).body).toBe('[]');
  });
});

test('activate answers all documented members', () => {
  const object = license(
    activate(caller(), activation(KEY, 'PC-03', { hostname: 'X', variables: { floor: 3 } })),
  );
  expect(object).toMatchObject({
    license_key: KEY,
    hardware_id: 'PC-03',
    active: true,
    request: 'activation',
    is_expired: false,
    license_type: 'perpetual',
    validity_period: null,
    max_activations: 5,
    times_activated: 3,
    transfer_count: 0,
    variables: [{ variable: 'floor', value: '3' }],
    product_details: { short_code: 'lsprod', authorization_method: 'license-key' },
    installation_file: { version: '4.2.0' },
  });
  expect(Object.keys(object).sort()).toEqual(
    [
      ...[
        'id',
        'license_key',
        'order_store_id',
        'license_template_id',
        'company',
        'device_id',
        'hardware_id',
      ],
      ...['active', 'request', 'is_expired', 'license_type', 'is_trial', 'trial_days', 'validity_period'],
      ...[
        'maintenance_period',
        'start_date',
        'max_activations',
        'times_activated',
        'allow_unlimited_activations',
      ],
      ...['transfer_count', 'max_transfers', 'prevent_vm', 'allow_offline_activation', 'is_air_gapped'],
      ...[
        'is_hardware_key_auth',
        'allow_grace_period',
        'grace_period',
        'enable_maintenance_period',
        'is_floating',
      ],
      ...['is_floating_cloud', 'floating_timeout', 'floating_users', 'floating_in_use_devices', 'can_borrow'],
      ...[
        'max_borrow_time',
        'is_borrowed',
        'borrowed_until',
        'custom_fields',
        'product_features',
        'variables',
      ],
      ...[
        'metadata',
        'metadata_string',
        'customer',
        'product_details',
        'license_signature',
        'installation_file',
      ],
    ].sort(),
  );
  expect(String(object.id)).toMatch(/^\d{16}$/);
});

test('an active device may be activated again, and counts once', () => {
  const api = caller();
  const first = license(activate(api, activation(KEY, 'pc')));
  const second = license(activate(api, activation(KEY, 'pc')));
  expect(second).toEqual(first);
});

test('activations end at the maximum, and a deactivation makes room', () => {
  const api = caller();
  for (const pc of ['a', 'b', 'c']) expect(activate(api, activation(KEY, pc)).status).toBe(200);
  expectRefusal(activate(api, activation(KEY, 'd')), 'license_activated_max_times');
  const gone = api.post('deactivate_license', activation(KEY, 'a'));
  expect([gone.status, gone.body]).toEqual([200, 'license_deactivated']);
  expect(license(activate(api, activation(KEY, 'd')))).toMatchObject({
    times_activated: 5,
    transfer_count: 1,
  });
});

test('unlimited activations override the maximum', () => {
  const api = caller();
  for (let pc = 1; pc <= 8; pc += 1) {
    const object = license(activate(api, activation('UNLI-MITE-D000-0001', `pc-${pc}`)));
    expect(object.times_activated).toBe(pc);
  }
});

describe('transfers', () => {
  const IDLE = 'IDLE-0000-0000-0001';
  const move = (api: Caller, from: string, to: string): unknown => {
    expect(api.post('deactivate_license', activation(IDLE, from)).status).toBe(200);
    return license(activate(api, activation(IDLE, to))).transfer_count;
  };

  test('A, B, A counts two; the same device again counts none', () => {
    const api = caller();
    expect(license(activate(api, activation(IDLE, 'A'))).transfer_count).toBe(0);
    expect(move(api, 'A', 'A')).toBe(0);
    expect(move(api, 'A', 'B')).toBe(1);
    expect(move(api, 'B', 'A')).toBe(2);
    expect(license(activate(api, activation(IDLE, 'C'))).transfer_count).toBe(2);
  });

  test('forbidden transfers still let the same device come back', () => {
    const api = caller();
    expectRefusal(activate(api, activation('STAY-0000-0000-0001', 'other')), 'license_transferred_max_times');
    expect(activate(api, activation('STAY-0000-0000-0001', 'stay-device-01')).status).toBe(200);
  });
});

describe('users', () => {
  test('by name and password, up to the bar sign', () => {
    const object = license(activate(caller(), user('someone@example.com|account', 'pc')));
    expect(object).not.toHaveProperty('license_key');
    expect(object).toMatchObject({
      max_license_users: 1,
      user: { email: 'someone@example.com', max_activations: 2, total_activations: 1, first_name: 'Some' },
      product_details: { authorization_method: 'user' },
    });
  });

  test.each([
    ['id_token', 'emulator-id-token-4f1e'],
    ['code', 'emulator-sso-code-8a2b'],
  ])('by single sign-on with %s', (kind, value) => {
    const sso = { product: 'lsuser', hardware_id: 'pc', customer_account_code: 'harbour-sso' };
    const object = license(activate(caller(), { ...sso, [kind]: value }));
    expect(object).toMatchObject({ user: { email: 'sso@example.com' } });
    expectRefusal(activate(caller(), { ...sso, [kind]: 'stale' }), 'validation_error');
    const other = { ...sso, [kind]: value, customer_account_code: 'nobody' };
    expectRefusal(activate(caller(), other), 'customer_account_not_found');
    expectRefusal(activate(caller(), { ...sso, id_token: 'a', code: 'b' }), 'validation_error');
  });

  test('a password is not needed to deactivate, but must be right when given', () => {
    const api = caller();
    license(activate(api, user('someone@example.com', 'pc')));
    const body = { product: 'lsuser', username: 'someone@example.com', hardware_id: 'pc' };
    expectRefusal(api.post('deactivate_license', { ...body, password: 'wrong' }), 'license_not_found');
    expect(api.post('deactivate_license', body).body).toBe('license_deactivated');
  });
});

describe('deactivation', () => {
  test.each([
    ['license_not_active', activation('IDLE-0000-0000-0001', 'pc')],
    ['device_not_found', activation(KEY, 'pc')],
    ['license_not_found', activation('0000-0000-0000-0000', 'pc')],
    ['unknown_product', activation(KEY, 'pc', { product: 'nothing' })],
  ])('%s', (code, body) => {
    expectRefusal(caller().post('deactivate_license', body), code);
  });

  test('consumptions are added, within the maximum', () => {
    const api = caller();
    const meter = { product: 'lsmeter', license_key: 'METE-R000-0000-0001', hardware_id: 'pc' };
    expect(license(activate(api, meter))).toMatchObject({ total_consumptions: 40, max_consumptions: 100 });
    const less = { ...meter, consumptions: -1 };
    expectRefusal(api.post('deactivate_license', less), 'negative_consumptions_not_allowed');
    const tooMany = { ...meter, consumptions: 61 };
    expectRefusal(api.post('deactivate_license', tooMany), 'license_not_enough_consumptions');
    expect(api.post('deactivate_license', { ...meter, consumptions: 60 }).status).toBe(200);
    expect(license(activate(api, meter))).toMatchObject({ total_consumptions: 100 });
  });
});

test('licences start, expire and end their trial by the clock', () => {
  const api = caller();
  api.system.advance(31 * DAY);
  expect(activate(api, activation('SOON-0000-0000-0001', 'pc')).status).toBe(200);
  expectRefusal(activate(api, activation('TRIA-L000-0000-0001', 'pc')), 'trial_expired');
  expect(activate(api, activation('YEAR-0000-0000-0001', 'pc')).status).toBe(200);
  api.system.advance(365 * DAY);
  expectRefusal(activate(api, activation('YEAR-0000-0000-0001', 'pc')), 'license_expired');
});
