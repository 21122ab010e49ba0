import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../support/one-system.js';
import { type Caller, caller, expectRefusal, license } from './signed-calls.js';

const DAY = 86_400_000;
const DESK = { product: 'lsprod', license_key: '1111-2222-3333-4444', hardware_id: 'office-pc-01' };

describe('versions', () => {
  const listed = (api: Caller, query: Record<string, string>) =>
    (jsonOf(api.get('versions', query)) as { version: string }[]).map(({ version }) => version);
  const file = (api: Caller, query: Record<string, string>) => license(api.get('installation_file', query));

  test('newest first, of an environment and a channel', () => {
    expect(listed(caller(), DESK)).toEqual(['4.2.0', '4.1.5', '4.1.0', '4.0.0']);
    expect(listed(caller(), { ...DESK, env: 'win' })).toEqual(['4.2.0', '4.1.0', '4.0.0']);
    expect(listed(caller(), { ...DESK, channel: 'beta' })).toEqual(['4.3.0']);
    expect(listed(caller(), { ...DESK, env: 'linux' })).toEqual([]);
  });

  test('one of them, or the newest', () => {
    expect(file(caller(), DESK)).toMatchObject({
      version: '4.2.0',
      release_date: '2026-03-05',
      channel: 'stable',
    });
    expect(file(caller(), { ...DESK, version: '4.0.0' })).toMatchObject({
      version: '4.0.0',
      installation_file: 'https://downloads.example.com/ledger-desk-4.0.0.msi',
    });
    expectRefusal(caller().get('installation_file', { ...DESK, env: 'linux' }), 'version_not_found');
    expectRefusal(caller().get('installation_file', { ...DESK, version: '4.3.0' }), 'version_not_found');
  });

  test('none from after the end of maintenance', () => {
    const api = caller();
    const maintained = { ...DESK, license_key: 'MAIN-TAIN-0000-0001', hardware_id: 'pc' };
    license(api.post('activate_license', maintained));
    expect(listed(api, maintained)).toEqual(['4.1.0', '4.0.0']);
    expectRefusal(api.get('installation_file', { ...maintained, version: '4.2.0' }), 'version_not_found');
    expect(file(api, maintained).version).toBe('4.1.0');
    expect(license(api.get('check_license', maintained))).toMatchObject({
      version: '4.1.0',
      enable_maintenance_period: true,
      maintenance_period: expect.stringMatching(/^2026-01-24T10:00:/),
    });
  });

  test('one that was released at the very end of maintenance is the last', () => {
    const api = caller();
    const maintained = { ...DESK, license_key: 'MAIN-TAIN-0000-0001', hardware_id: 'pc' };
    license(api.post('activate_license', maintained));
    const { store } = api.system.deps;
    const end = (earlier: number) =>
      store.run(
        `update licensespring_license set maintenance_period =
           (select released_at from licensespring_version where version = '4.1.0') - ? where license_key = ?`,
        earlier,
        maintained.license_key,
      );
    end(0);
    expect(listed(api, maintained)).toEqual(['4.1.0', '4.0.0']);
    end(1);
    expect(listed(api, maintained)).toEqual(['4.0.0']);
  });

  test('none from after the end of validity, and those before it even when it has passed', () => {
    const api = caller();
    const year = { ...DESK, license_key: 'YEAR-0000-0000-0001', hardware_id: 'pc' };
    license(api.post('activate_license', year));
    api.system.advance(400 * DAY);
    expect(listed(api, year)).toHaveLength(4);
    const { store, now } = api.system.deps;
    const sql = 'update licensespring_license set validity_period = ? where license_key = ?';
    store.run(sql, now() - 489 * DAY, 'YEAR-0000-0000-0001');
    expect(listed(api, year)).toEqual(['4.1.5', '4.1.0', '4.0.0']);
  });

  test('a check has them flat, an activation nested; both by env and channel', () => {
    const api = caller();
    expect(license(api.get('check_license', { ...DESK, env: 'mac' }))).toMatchObject({ version: '4.1.5' });
    expect(license(api.get('check_license', { ...DESK, channel: 'beta' }))).toMatchObject({
      version: '4.3.0',
      channel: 'beta',
    });
    expect(license(api.get('check_license', { ...DESK, env: 'linux' }))).toMatchObject({
      version: null,
      installation_file: null,
    });
    const query = { product: 'lsprod', include_latest_version: 'true', env: 'mac' };
    expect(license(api.get('product_details', query))).toMatchObject({
      latest_version: { version: '4.1.5' },
    });
  });

  test.each([
    ['active_license_required', 'DISA-BLED-0000-0001', 'disabled-device-01'],
    ['active_license_required', '1111-2222-3333-4444', 'pc'],
    ['blacklisted', 'BLCK-LIST-0000-0001', 'blacklisted-device-01'],
    ['license_not_found', '0000-0000-0000-0000', 'pc'],
  ])('%s', (code, license_key, hardware_id) => {
    expectRefusal(caller().get('versions', { product: 'lsprod', license_key, hardware_id }), code);
  });
});

describe('device variables', () => {
  const track = (api: Caller, variables: unknown) =>
    api.post('track_device_variables', { ...DESK, variables });

  test('are set and overwritten, and keep their first date', () => {
    const api = caller();
    const at = Date.parse('2026-05-04T10:00:00Z');
    expect(jsonOf(track(api, { floor: 3, open: true, room: 'north' }))).toEqual([
      { variable: 'floor', value: '3', device_id: expect.any(Number), created_at: at },
      { variable: 'open', value: 'true', device_id: expect.any(Number), created_at: at },
      { variable: 'room', value: 'north', device_id: expect.any(Number), created_at: at },
    ]);
    api.system.advance(DAY);
    expect(jsonOf(track(api, { room: 'south' }))).toEqual([
      { variable: 'room', value: 'south', device_id: expect.any(Number), created_at: at },
    ]);
    const listed = jsonOf(api.get('get_device_variables', DESK)) as object[];
    expect(listed).toHaveLength(3);
    expect(listed[2]).toMatchObject({
      variable: 'room',
      value: 'south',
      created_at: '2026-05-04T10:00:00.000Z',
    });
    expect(license(api.get('check_license', DESK)).variables).toEqual(listed);
  });

  test('belong to one device', () => {
    const api = caller();
    track(api, { floor: 3 });
    expect(api.get('get_device_variables', { ...DESK, hardware_id: 'office-pc-02' }).body).toBe('[]');
  });

  test('refusals', () => {
    expectRefusal(track(caller(), undefined), 'missing_parameters');
    expectRefusal(track(caller(), {}), 'missing_parameters');
    expectRefusal(track(caller(), { a: { b: 1 } }), 'validation_error');
    expectRefusal(caller().get('get_device_variables', { ...DESK, hardware_id: 'pc' }), 'device_not_found');
  });
});

describe('settings choose between the variants that the documents leave open', () => {
  const FLOAT = { product: 'lsfloat', license_key: 'FLOA-T000-0000-0001', hardware_id: 'a' };

  test('an active device that activates again', () => {
    const api = caller();
    expect(api.post('activate_license', DESK).status).toBe(200);
    api.system.settings.licensespringReactivation = 'conflict';
    expectRefusal(api.post('activate_license', DESK), 'license_device_exists', 409);
    expect(api.post('activate_license', { ...DESK, hardware_id: 'pc' }).status).toBe(200);
  });

  test('the status of refusals of product_details', () => {
    const api = caller();
    api.system.settings.licensespringProductErrorStatus = 404;
    expectRefusal(api.get('product_details', { product: 'nothing' }), 'unknown_product', 404);
    expectRefusal(api.get('product_details', {}), 'missing_parameters', 404);
    expectRefusal(api.post('activate_license', { ...DESK, product: 'nothing' }), 'unknown_product');
  });

  test('the answer of a release', () => {
    const api = caller();
    const { device_id, id } = license(api.post('activate_license', FLOAT));
    api.system.settings.licensespringReleaseAnswer = 'text';
    expect(api.post('floating/release', FLOAT).body).toBe('license_released');
    api.system.settings.licensespringReleaseAnswer = 'object';
    expect(license(api.post('floating/release', FLOAT))).toEqual({ license_id: id, device_id });
  });

  test('the dates of variables', () => {
    const api = caller();
    license(api.post('activate_license', { ...DESK, variables: { floor: 3 } }));
    api.system.settings.licensespringVariableDates = 'milliseconds';
    expect(jsonOf(api.get('get_device_variables', DESK))).toMatchObject([
      { variable: 'floor', created_at: Date.parse('2026-05-04T10:00:00Z') },
    ]);
  });

  test('whether an activation takes a slot', () => {
    const api = caller();
    expect(license(api.post('activate_license', FLOAT)).floating_in_use_devices).toBe(0);
    api.system.settings.licensespringSlotOnActivate = true;
    for (const [index, name] of ['b', 'c', 'd'].entries()) {
      const body = { ...FLOAT, hardware_id: name };
      expect(license(api.post('activate_license', body)).floating_in_use_devices).toBe(index + 1);
    }
    expectRefusal(api.post('activate_license', { ...FLOAT, hardware_id: 'e' }), 'floating_not_available');
    expectRefusal(api.get('check_license', { ...FLOAT, hardware_id: 'e' }), 'device_not_found');
  });
});
