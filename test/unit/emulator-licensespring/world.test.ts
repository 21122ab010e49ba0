import { expect, test } from 'vitest';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import { licensespringWorldNotes } from '../../../src/emulator/licensespring/world-named.js';
import { jsonOf, oneSystem } from '../../support/one-system.js';
import { caller, NOW } from './signed-calls.js';

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

/** Calls that show what a note says; the others are shown by an activation of a new device. */
const SHOWN_BY: Readonly<Record<string, readonly (readonly [name: string, input: object])[]>> = {
  'NOVM-0000-0000-0001': [['activate_license', { is_vm: true }]],
  'BLCK-LIST-0000-0001': [['activate_license', { hardware_id: 'blacklisted-device-01' }]],
  'GRAC-E000-0000-0001': [['check_license', { hardware_id: 'grace-device-01' }]],
  'IDLE-0000-0000-0001': [['check_license', {}]],
  'FLOA-TFUL-0000-0001': [['check_license', { hardware_id: 'float-waiting-01' }]],
  'FLOA-T000-0000-0001': [
    ['activate_license', {}],
    ['check_license', {}],
    ['floating/borrow', { borrowed_until: null }],
    ['floating/release', {}],
  ],
  'NOBO-RROW-0000-0001': [
    ['activate_license', {}],
    ['floating/borrow', { borrowed_until: null }],
  ],
  'shared@example.com': [['activate_license', { hardware_id: 'shared-device-01' }]],
  'sso@example.com': [
    [
      'activate_license',
      { username: '', id_token: 'emulator-id-token-4f1e', customer_account_code: 'harbour-sso' },
    ],
  ],
};

test.each(licensespringWorldNotes.filter(({ kind }) => / (?:of|lsuser)/.test(kind)))(
  '$value does what its note says: $shows',
  ({ kind, value, shows }) => {
    const service = caller();
    const product = kind.split(' ').at(-1) ?? '';
    const holder = kind.startsWith('user')
      ? { username: value, password: 'somepassword' }
      : { license_key: value };
    let last: unknown;
    for (const [name, input] of SHOWN_BY[value] ?? [['activate_license', {}] as const]) {
      const given = { product, hardware_id: 'new-device-01', ...holder, ...input };
      const response = name === 'check_license' ? service.get(name, given) : service.post(name, given);
      last = response.body === '' ? {} : jsonOf(response);
    }
    const refusal = /^(?:blacklisted|[a-z]+(?:_[a-z]+)+)/.exec(shows)?.[0];
    expect((last as { code?: string }).code).toBe(refusal);
    if (shows.includes('is_expired')) expect(last).toMatchObject({ is_expired: true });
  },
);

test('the world is a small business, the same for the same seed', () => {
  const keys = () => {
    const { store } = oneSystem(licensespringSystem, NOW).deps;
    return store.all('select license_key from licensespring_license order by id');
  };
  const first = keys();
  expect(first.length).toBeGreaterThanOrEqual(80);
  expect(keys()).toEqual(first);
});
