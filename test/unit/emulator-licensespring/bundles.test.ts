import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../support/one-system.js';
import { type Caller, caller, expectRefusal } from './signed-calls.js';

const SUITE = { product: 'lssuite', license_key: 'SUIT-E000-0000-0001' };
const TEAM = { product: 'lsteam', username: 'team@example.com', password: 'somepassword' };

function products(response: { readonly body?: string }): unknown[] {
  const list = jsonOf(response as { status: number; body: string }) as {
    product_details: { short_code: string };
  }[];
  return list.map((entry) => entry.product_details.short_code);
}

const activate = (api: Caller, hardware_id: string, bundle: object = SUITE) =>
  api.post('activate_bundle', { ...bundle, hardware_id });

describe('a bundle', () => {
  test('activates, checks and frees all its licences', () => {
    const api = caller();
    expect(products(activate(api, 'pc'))).toEqual(['lsprod', 'lsmeter']);
    expect(products(api.get('check_bundle', { ...SUITE, hardware_id: 'pc' }))).toEqual(['lsprod', 'lsmeter']);
    const one = { ...SUITE, product: 'lsmeter', hardware_id: 'pc' };
    expect(jsonOf(api.get('check_license', one))).toMatchObject({ times_activated: 1 });
    expect(api.post('deactivate_bundle', { ...SUITE, hardware_id: 'pc' }).body).toBe('license_deactivated');
    expectRefusal(api.get('check_license', one), 'license_not_active');
    expectRefusal(api.post('deactivate_bundle', { ...SUITE, hardware_id: 'pc' }), 'license_not_active');
  });

  test('of users', () => {
    const api = caller();
    expect(products(activate(api, 'pc', TEAM))).toEqual(['lsuser', 'lsreport']);
    const { password: _, ...named } = TEAM;
    expect(products(api.get('check_bundle', { ...named, hardware_id: 'pc' }))).toEqual([
      'lsuser',
      'lsreport',
    ]);
    expectRefusal(activate(api, 'pc-2', { ...TEAM, password: 'wrong' }), 'license_not_found');
  });

  test('one licence that refuses refuses the bundle, and nothing of it stays', () => {
    const api = caller();
    for (const name of ['a', 'b']) expect(activate(api, name).status).toBe(200);
    expectRefusal(activate(api, 'c'), 'license_activated_max_times');
    const desk = { ...SUITE, product: 'lsprod', hardware_id: 'a' };
    expect(jsonOf(api.get('check_license', desk))).toMatchObject({ times_activated: 2, max_activations: 3 });
  });

  test('deactivation frees those that are active on the device', () => {
    const api = caller();
    activate(api, 'a');
    activate(api, 'b');
    api.post('deactivate_license', { ...SUITE, product: 'lsprod', hardware_id: 'a' });
    expectRefusal(api.get('check_bundle', { ...SUITE, hardware_id: 'a' }), 'device_not_found');
    expect(api.post('deactivate_bundle', { ...SUITE, hardware_id: 'a' }).status).toBe(200);
    expectRefusal(api.post('deactivate_bundle', { ...SUITE, hardware_id: 'a' }), 'device_not_found');
  });

  test('one licence of it may be meant, by id', () => {
    const api = caller();
    const [, second] = jsonOf(activate(api, 'pc')) as { id: number }[];
    const only = { ...SUITE, hardware_id: 'pc', license_id: String(second?.id) };
    expect(products(api.get('check_bundle', only))).toEqual(['lsmeter']);
    expectRefusal(api.get('check_bundle', { ...only, license_id: '1' }), 'license_not_found');
  });

  test.each([
    ['unknown_product', { ...SUITE, product: 'lsprod' }],
    ['license_not_found', { ...SUITE, license_key: '1111-2222-3333-4444' }],
    ['license_key_required', { product: 'lssuite' }],
    ['missing_parameters', { product: 'lsteam' }],
    ['missing_parameters', { license_key: SUITE.license_key }],
  ])('%s for %j', (code, body) => {
    expectRefusal(activate(caller(), 'pc', body), code);
  });

  test('a licence is told from others by the code of its bundle', () => {
    const api = caller();
    activate(api, 'pc');
    const one = { ...SUITE, product: 'lsprod', hardware_id: 'pc' };
    expect(api.get('check_license', { ...one, bundle_code: 'lssuite' }).status).toBe(200);
    expectRefusal(api.get('check_license', { ...one, bundle_code: 'lsteam' }), 'license_not_found');
    const alone = { product: 'lsprod', license_key: '1111-2222-3333-4444', hardware_id: 'office-pc-01' };
    expectRefusal(api.get('check_license', { ...alone, bundle_code: 'lssuite' }), 'license_not_found');
  });
});
