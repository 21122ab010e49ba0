import { expect, test } from 'vitest';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import { licensespringWorldNotes } from '../../../src/emulator/licensespring/world-named.js';
import { oneSystem } from '../../support/one-system.js';
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
    if (kind.includes('user of')) {
      expect(store.get('select email from licensespring_user where email = ?', value)).toEqual({
        email: value,
      });
    }
    if (kind.startsWith('bundle')) {
      const sql = 'select 1 as found from licensespring_bundle where code = ?';
      expect(store.get(sql, kind.split(' ').at(-1) ?? '')).toEqual({ found: 1 });
    }
  }
});

type Step = readonly [name: string, input: object];

const READS = ['check_license', 'check_license_feature', 'check_bundle', 'installation_file'];
const ACTIVATE: Step = ['activate_license', {}];
const INITIAL_PASSWORD = 'initial-3f9a';

/** Calls that show what a note says; the others are shown by an activation of a new device. */
const SHOWN_BY: Readonly<Record<string, readonly Step[]>> = {
  'NOVM-0000-0000-0001': [['activate_license', { is_vm: true }]],
  'BLCK-LIST-0000-0001': [['activate_license', { hardware_id: 'blacklisted-device-01' }]],
  'GRAC-E000-0000-0001': [['check_license', { hardware_id: 'grace-device-01' }]],
  'IDLE-0000-0000-0001': [['check_license', {}]],
  'FLOA-TFUL-0000-0001': [['check_license', { hardware_id: 'float-waiting-01' }]],
  'FLOA-T000-0000-0001': [
    ACTIVATE,
    ['check_license', {}],
    ['floating/borrow', { borrowed_until: null }],
    ['floating/release', {}],
  ],
  'NOBO-RROW-0000-0001': [ACTIVATE, ['floating/borrow', { borrowed_until: null }]],
  'FLFE-ATUR-0000-0001': [
    ACTIVATE,
    ['check_license_feature', { feature: 'plain' }],
    ['check_license_feature', { feature: 'render' }],
  ],
  'FMET-ER00-0000-0001': [
    ACTIVATE,
    ['add_feature_consumption', { feature: 'pages', consumptions: 5 }],
    ['add_feature_consumption', { feature: 'credits', consumptions: -1 }],
    ['add_feature_consumption', { feature: 'calls', consumptions: 1000 }],
  ],
  'OVER-AGES-0000-0001': [ACTIVATE, ['add_consumption', { consumptions: 5 }]],
  'UNCO-UNTE-D000-0001': [ACTIVATE, ['add_consumption', { consumptions: 1000 }]],
  'NEGA-TIVE-0000-0001': [ACTIVATE, ['add_consumption', { consumptions: -1 }]],
  'MAIN-TAIN-0000-0001': [ACTIVATE, ['installation_file', { version: '4.1.0' }]],
  'SUIT-E000-0000-0001': [
    ['activate_bundle', {}],
    ['check_bundle', {}],
  ],
  'team@example.com': [
    ['activate_bundle', {}],
    ['check_bundle', {}],
  ],
  'initial@example.com': [['activate_license', { password: INITIAL_PASSWORD }]],
  'shared@example.com': [['activate_license', { hardware_id: 'shared-device-01' }]],
  'sso@example.com': [
    [
      'activate_license',
      { username: '', id_token: 'emulator-id-token-4f1e', customer_account_code: 'harbour-sso' },
    ],
  ],
};

test.each(licensespringWorldNotes.filter(({ kind }) => / of /.test(kind)))(
  '$value does what its note says: $shows',
  ({ kind, value, shows }) => {
    const service = caller();
    const product = kind.split(' ').at(-1) ?? '';
    const holder = kind.includes('user of')
      ? { username: value, password: 'somepassword' }
      : { license_key: value };
    const refusal = /^(?:blacklisted|[a-z]+(?:_[a-z]+)+)/.exec(shows)?.[0];
    const steps = SHOWN_BY[value] ?? [ACTIVATE];
    steps.forEach(([name, input], index) => {
      const given = { product, hardware_id: 'new-device-01', ...holder, ...input };
      const { status, body = '' } = READS.includes(name)
        ? service.get(name, given)
        : service.post(name, given);
      const isLast = index === steps.length - 1;
      if (isLast && refusal !== undefined) expect(JSON.parse(body)).toMatchObject({ status, code: refusal });
      else expect([name, status]).toEqual([name, 200]);
      if (isLast && shows.includes('is_expired'))
        expect(JSON.parse(body)).toMatchObject({ is_expired: true });
    });
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
