import { expect, test } from 'vitest';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import { licensespringWorldNotes } from '../../../src/emulator/licensespring/world-named.js';
import { oneSystem } from '../../support/one-system.js';

const NOW = '2026-05-04T10:00:00Z';

test('every key and user of the notes is in the world', () => {
  const { store } = oneSystem(licensespringSystem, NOW).deps;
  for (const { kind, value } of licensespringWorldNotes) {
    if (kind.startsWith('licence key')) {
      const sql =
        'select p.short_code as code from licensespring_license l join licensespring_product p on p.id = l.product_id ' +
        'where l.license_key = ?';
      expect(kind).toBe(`licence key of ${store.get(sql, value)?.code}`);
    }
    if (kind.startsWith('user')) {
      expect(store.get('select email from licensespring_user where email = ?', value)).toEqual({
        email: value,
      });
    }
  }
});

test('the world is a small business, the same for the same seed', () => {
  const keys = () => {
    const { store } = oneSystem(licensespringSystem, NOW).deps;
    return store.all('select license_key from licensespring_license order by id');
  };
  const first = keys();
  expect(first.length).toBeGreaterThanOrEqual(80);
  expect(keys()).toEqual(first);
});
