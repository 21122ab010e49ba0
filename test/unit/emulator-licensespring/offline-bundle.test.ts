import { createHmac, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PUBLIC_KEY } from '../../../src/emulator/licensespring/signing-key.js';
import { jsonOf } from '../../support/one-system.js';
import {
  BY_CLIENT,
  BY_KEY,
  type Fields,
  fiveLines,
  flatFile,
  nestedFile,
  offlineCaller,
} from './offline-files.js';
import { expectRefusal, license } from './signed-calls.js';

const SUITE = { product: 'lssuite', license_key: 'SUIT-E000-0000-0001', hardware_id: 'Far-PC' };
const TEAM = {
  product: 'lsteam',
  username: 'team@example.com',
  password: 'somepassword',
  hardware_id: 'Far-PC',
};

function isSigned(message: string, signature: unknown): boolean {
  return verify('sha256', Buffer.from(message), PUBLIC_KEY, Buffer.from(String(signature), 'base64'));
}

function productsOf(licenses: unknown): unknown[] {
  return (licenses as { product_details: { short_code: string } }[]).map(
    ({ product_details }) => product_details.short_code,
  );
}

describe('activate_bundle_offline', () => {
  test.each<[string, Fields, readonly string[]]>([
    ['a key, flat', flatFile(SUITE), ['lsprod', 'lsmeter']],
    ['a key, schema version 2', nestedFile({ ...SUITE, request: 'activation' }), ['lsprod', 'lsmeter']],
    ['an OAuth client', nestedFile(SUITE, BY_CLIENT), ['lsprod', 'lsmeter']],
    ['a user', flatFile(TEAM), ['lsuser', 'lsreport']],
  ])('%s: all licences in one signed reply', (_what, file, products) => {
    const api = offlineCaller();
    const response = api.send('activate_bundle_offline', file);
    const { bundle_signature_v2, ...signed } = license(response);
    expect(productsOf(signed.licenses)).toEqual(products);
    expect(isSigned(JSON.stringify(signed), bundle_signature_v2)).toBe(true);
    expect(isSigned(JSON.stringify({ ...signed, date: 'another' }), bundle_signature_v2)).toBe(false);
    expect(isSigned(response.body ?? '', response.headers?.LicenseSignature)).toBe(true);
    const fields = (file.request ?? file) as Fields;
    const holder = fields.license_key ?? 'team@example.com';
    for (const one of signed.licenses as Fields[]) {
      expect(isSigned(`far-pc#${holder}#`, one.license_signature)).toBe(true);
    }
    const signer = fields.client_id === undefined ? BY_KEY : BY_CLIENT;
    const lines = fiveLines(fields, String(signed.date), signer.id);
    expect(signed.offline_signature).toBe(createHmac('sha256', signer.secret).update(lines).digest('base64'));
  });

  test('one licence that may not be used offline refuses the whole', () => {
    const api = offlineCaller();
    const sql =
      'update licensespring_license set is_floating_cloud = 1 where license_key = ? and license_type = ?';
    api.system.deps.store.run(sql, SUITE.license_key, 'consumption');
    expectRefusal(
      api.send('activate_bundle_offline', flatFile(SUITE)),
      'offline_floating_cloud_not_supported',
    );
    expectRefusal(api.get('check_bundle', SUITE), 'license_not_active');
  });

  test('an unknown bundle, a key that has none, a changed field', () => {
    const api = offlineCaller();
    const file = flatFile(SUITE);
    expectRefusal(api.send('activate_bundle_offline', { ...file, product: 'lsprod' }), 'unknown_product');
    expectRefusal(api.send('activate_bundle_offline', { ...file, product: 'lsteam' }), 'missing_parameters');
    expectRefusal(api.send('activate_bundle_offline', { ...file, hardware_id: 'x' }), 'signature_mismatch');
    expectRefusal(api.sendText('activate_bundle_offline', ''), 'missing_content');
  });

  test('the same file again takes no second place, also where activating again is a conflict', () => {
    const api = offlineCaller();
    api.system.settings.licensespringReactivation = 'conflict';
    const file = nestedFile({ ...SUITE, request_id: 'one' });
    for (const _time of [1, 2]) {
      const { licenses } = license(api.send('activate_bundle_offline', file));
      expect((licenses as Fields[]).map((one) => one.times_activated)).toEqual([1, 1]);
    }
  });
});

test('deactivate_bundle_offline frees all licences, once for each file', () => {
  const api = offlineCaller();
  const file = nestedFile({ ...SUITE, request: 'deactivation' });
  api.send('activate_bundle_offline', flatFile(SUITE));
  expect(productsOf(jsonOf(api.get('check_bundle', SUITE)))).toEqual(['lsprod', 'lsmeter']);
  expect(api.send('deactivate_bundle_offline', file)).toMatchObject({
    status: 200,
    body: 'license_deactivated',
  });
  expectRefusal(api.get('check_bundle', SUITE), 'license_not_active');
  api.post('activate_bundle', SUITE);
  expect(api.send('deactivate_bundle_offline', file).body).toBe('license_deactivated');
  expect(api.get('check_bundle', SUITE).status).toBe(200);
});
