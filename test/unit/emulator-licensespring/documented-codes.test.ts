/**
 * Every error code that the License API v4 documentation names, by doing what causes it in the default world. Only
 * `order_id_exists` is not here: it belongs to making orders, which the License API has no call for.
 */
import { expect, test } from 'vitest';
import type { EmulatedResponse } from '../../../src/emulator/system.js';
import { base64, flatFile } from './offline-files.js';
import { type Caller, caller, expectRefusal, license, signedHeaders } from './signed-calls.js';

const DAY = 86_400_000;
const KEY = '1111-2222-3333-4444';
const DEVICE = { hardware_id: 'office-pc-01' };
const DESK = { product: 'lsprod', license_key: KEY, ...DEVICE };

const keyed = (license_key: string, product = 'lsprod', hardware_id = 'pc') => ({
  product,
  license_key,
  hardware_id,
});
const FLOAT = keyed('FLOA-T000-0000-0001', 'lsfloat');
const FLOATING_FEATURES = keyed('FLFE-ATUR-0000-0001', 'lsfloat');
const METERED_FEATURES = keyed('FMET-ER00-0000-0001', 'lsmeter');
const METER = keyed('METE-R000-0000-0001', 'lsmeter');
const USER = { product: 'lsuser', username: 'someone@example.com', hardware_id: 'pc' };
const SSO = { product: 'lsuser', hardware_id: 'pc', code: 'emulator-sso-code-8a2b' };

type Query = Readonly<Record<string, string>>;
type Cause = (api: Caller) => EmulatedResponse;

const activate =
  (body: object, apiKey?: string): Cause =>
  (api) =>
    api.post('activate_license', body, apiKey);
const get =
  (name: string, query: Query): Cause =>
  (api) =>
    api.get(name, { ...query });
const post =
  (name: string, body: object | string): Cause =>
  (api) =>
    api.post(name, body);
/** A device is activated first. */
const then =
  (body: object, cause: Cause): Cause =>
  (api) => {
    license(api.post('activate_license', body));
    return cause(api);
  };
/** A call whose headers are not those of the vendor's pages. */
const withHeaders =
  (change: (headers: Record<string, string>) => Record<string, string>): Cause =>
  ({ system }) =>
    system.call({
      method: 'GET',
      path: '/api/v4/check_license',
      query: DESK,
      headers: change(signedHeaders(system.deps.now())),
    });
const replaced = (from: string | RegExp, to: string): Cause =>
  withHeaders(({ authorization = '', ...rest }) => ({
    ...rest,
    authorization: authorization.replace(from, to),
  }));

type Case = [code: string, what: string, cause: Cause, status?: number];

const CAUSES: readonly Case[] = [
  ['missing_headers', 'no Date', withHeaders(({ date: _, ...rest }) => rest)],
  ['missing_headers', 'no Authorization', withHeaders(({ authorization: _, ...rest }) => rest)],
  ['authorization_missing_params', 'no signature', replaced(/signature="[^"]*", /, '')],
  ['authorization_invalid_headers', 'other headers are signed', replaced('headers="date"', 'headers="host"')],
  ['authorization_invalid_headers', 'no pairs', replaced(/.+/, 'let me in')],
  ['hmac_required', 'another algorithm', replaced('hmac-sha256', 'hmac-md5')],
  ['invalid_api_key', 'an unknown key', replaced('emulator-api-key', 'emulator-key')],
  ['revoked_api_key', 'a revoked key', activate(DESK, 'emulator-revoked-key-77b0')],
  ['read_only_api_key', 'a key that may only read', activate(DESK, 'emulator-read-only-key-51aa')],
  ['signature_mismatch', 'another signature', replaced(/signature="./, 'signature="~')],
  [
    'date_header_diff',
    'a clock that is 16 minutes slow',
    ({ system }) =>
      system.call({
        method: 'GET',
        path: '/api/v4/check_license',
        query: DESK,
        headers: signedHeaders(system.deps.now() - 16 * 60_000),
      }),
  ],
  ['api_key_product_not_allowed', 'a key of one product', activate(DESK, 'emulator-lsfloat-only-key-2c4e')],

  ['not_found', 'no such path', get('no_such_call', {}), 404],
  ['validation_error', 'a number for a name', activate({ ...DESK, hardware_id: 7 })],
  ['missing_parameters', 'no product', activate({ license_key: KEY, ...DEVICE })],
  [
    'missing_content',
    'an empty offline request',
    ({ system }) => system.call({ method: 'POST', path: '/api/v4/activate_offline', body: '' }),
  ],
  ['invalid_json', 'half a body', post('activate_license', '{"product":')],
  ['internal_error', 'a damaged record', activate(keyed('DAMA-GED0-0000-0001')), 500],

  ['archived_product', 'activate', activate(keyed('ARCH-IVED-0000-0001', 'lsold'))],
  ['disabled_product', 'activate', activate(keyed('PROD-OFF0-0000-0001', 'lsoff'))],
  ['customer_account_not_found', 'no account', activate({ ...SSO, customer_account_code: 'nobody' })],
  ['customer_account_id_mismatch', 'of others', activate({ ...SSO, customer_account_code: 'marais-sso' })],
  [
    'customer_does_not_exist',
    'an unknown e-mail',
    get('customer_license_users', { product: 'lsuser', customer: 'nobody@example.com' }),
  ],
  [
    'customer_not_found',
    'a customer without users of the product',
    get('customer_license_users', { product: 'lsuser', customer: 'office@pine-street-books.example' }),
  ],
  ['license_key_required', 'no key', activate({ product: 'lsprod', hardware_id: 'pc' })],
  ['missing_hardware_id', 'a trial for no device', get('trial_key', { product: 'lsprod' })],
  [
    'trial_expired',
    'check a trial that is over',
    get('check_license', keyed('TRIA-LEND-0000-0001', 'lsprod', 'trial-device-01')),
  ],

  ['unknown_product', 'no such product', activate({ ...DESK, product: 'no-such-product' })],
  ['license_not_found', 'no such key', activate(keyed('0000-0000-0000-0000'))],
  ['license_not_enabled', 'activate', activate(keyed('DISA-BLED-0000-0001'))],
  [
    'license_not_enabled',
    'check on a device that was activated before',
    get('check_license', keyed('DISA-BLED-0000-0001', 'lsprod', 'disabled-device-01')),
  ],
  ['license_not_active', 'check', get('check_license', keyed('IDLE-0000-0000-0001'))],
  ['device_not_found', 'check', get('check_license', keyed(KEY))],
  ['blacklisted', 'activate', activate(keyed('BLCK-LIST-0000-0001', 'lsprod', 'blacklisted-device-01'))],
  ['vm_not_allowed', 'activate', activate({ ...keyed('NOVM-0000-0000-0001'), is_vm: true })],
  [
    'offline_floating_cloud_not_supported',
    'an offline request',
    ({ system }) =>
      system.call({ method: 'POST', path: '/api/v4/activate_offline', body: base64(flatFile(FLOAT)) }),
  ],
  ['license_start_date_error', 'activate', activate(keyed('SOON-0000-0000-0001'))],
  ['license_activated_max_times', 'activate', activate(keyed('FULL-0000-0000-0001'))],
  [
    'license_user_activated_max_times',
    'activate',
    activate({ ...USER, username: 'full@example.com', password: 'somepassword' }),
  ],
  ['license_expired', 'activate', activate(keyed('EXPI-RED0-0000-0001'))],
  ['license_transferred_max_times', 'activate', activate(keyed('MOVE-D000-0000-0001'))],
  [
    'license_device_exists',
    'a device of another user',
    activate({
      ...USER,
      username: 'shared@example.com',
      password: 'somepassword',
      hardware_id: 'shared-device-01',
    }),
    409,
  ],
  [
    'floating_not_available',
    'check',
    get('check_license', keyed('FLOA-TFUL-0000-0001', 'lsfloat', 'float-waiting-01')),
  ],
  [
    'floating_not_available',
    'a feature',
    then(FLOATING_FEATURES, get('check_license_feature', { ...FLOATING_FEATURES, feature: 'locked' })),
  ],
  ['floating_not_available', 'release of what does not float', post('floating/release', DESK)],
  [
    'invalid_license_feature_code',
    'check',
    then(FLOATING_FEATURES, get('check_license_feature', { ...FLOATING_FEATURES, feature: 'nothing' })),
  ],
  [
    'feature_not_floating',
    'release',
    then(FLOATING_FEATURES, post('floating/feature_release', { ...FLOATING_FEATURES, feature: 'plain' })),
  ],
  [
    'floating_feature_device_not_in_use',
    'release without a slot',
    then(FLOATING_FEATURES, post('floating/feature_release', { ...FLOATING_FEATURES, feature: 'render' })),
  ],
  [
    'license_borrow_not_allowed',
    'borrow',
    then(
      keyed('NOBO-RROW-0000-0001', 'lsfloat'),
      post('floating/borrow', { ...keyed('NOBO-RROW-0000-0001', 'lsfloat'), borrowed_until: null }),
    ),
  ],
  [
    'borrow_until_not_valid',
    'borrow until yesterday',
    then(FLOAT, post('floating/borrow', { ...FLOAT, borrowed_until: '2026-05-03' })),
  ],
  [
    'license_not_enough_consumptions',
    'one more than is left',
    then(METER, post('add_consumption', { ...METER, consumptions: 61 })),
  ],
  [
    'negative_consumptions_not_allowed',
    'take one back',
    then(METER, post('add_consumption', { ...METER, consumptions: -1 })),
  ],
  [
    'unsupported_product_feature',
    'an unknown feature',
    then(METERED_FEATURES, post('add_feature_consumption', { ...METERED_FEATURES, feature: 'nothing' })),
  ],
  [
    'feature_not_enough_consumptions',
    'more than the overages',
    then(
      METERED_FEATURES,
      post('add_feature_consumption', { ...METERED_FEATURES, feature: 'pages', consumptions: 6 }),
    ),
  ],
  [
    'trial_not_allowed',
    'a product without trials',
    get('trial_key', { product: 'lsfloat', hardware_id: 'pc' }),
  ],
  ['email_missing', 'a product licensed by user', get('trial_key', { product: 'lsuser', hardware_id: 'pc' })],
  [
    'invalid_product_auth_method',
    'users of a product licensed by key',
    get('customer_license_users', { product: 'lsprod', customer: 'office@harbour-dental.example' }),
  ],
  [
    'change_password_not_allowed',
    'a user who signs on elsewhere',
    post('change_password', { username: 'sso@example.com', password: 'somepassword', new_password: 'new' }),
  ],
  ['active_license_required', 'versions', get('versions', keyed('IDLE-0000-0000-0001'))],
  ['version_not_found', 'no such version', get('installation_file', { ...DESK, version: '9.9.9' })],
];

test.each<Case>(CAUSES)('%s: %s', (code, _what, cause, status = 400) => {
  expectRefusal(cause(caller()), code, status);
});

test('license_expired and license_transferred_max_times by the course of things', () => {
  const api = caller();
  const year = keyed('YEAR-0000-0000-0001');
  license(api.post('activate_license', year));
  api.system.advance(366 * DAY);
  expectRefusal(api.get('check_license', year), 'license_expired');
  const moved = keyed('MOVE-D000-0000-0001');
  license(api.post('activate_license', { ...moved, hardware_id: 'moved-device-01' }));
  api.post('deactivate_license', { ...moved, hardware_id: 'moved-device-01' });
  expectRefusal(api.post('activate_license', moved), 'license_transferred_max_times');
});

/** The lists of the error pages and of the pages on each call. */
const DOCUMENTED = [
  ...['missing_headers', 'authorization_missing_params', 'authorization_invalid_headers', 'hmac_required'],
  ...['invalid_api_key', 'revoked_api_key', 'read_only_api_key', 'signature_mismatch', 'date_header_diff'],
  ...['api_key_product_not_allowed', 'not_found', 'validation_error', 'missing_parameters'],
  ...['missing_content', 'invalid_json', 'internal_error', 'archived_product', 'disabled_product'],
  ...['customer_account_id_mismatch', 'customer_account_not_found', 'customer_does_not_exist'],
  ...['customer_not_found', 'license_key_required', 'missing_hardware_id', 'trial_expired'],
  ...['unknown_product', 'license_not_found', 'license_not_active', 'license_not_enabled'],
  ...['device_not_found', 'blacklisted', 'vm_not_allowed', 'offline_floating_cloud_not_supported'],
  ...['license_start_date_error', 'license_activated_max_times', 'license_user_activated_max_times'],
  ...['license_expired', 'license_transferred_max_times', 'license_device_exists'],
  ...['floating_not_available', 'invalid_license_feature_code', 'license_not_enough_consumptions'],
  ...['negative_consumptions_not_allowed', 'unsupported_product_feature'],
  ...['feature_not_enough_consumptions', 'license_borrow_not_allowed', 'borrow_until_not_valid'],
  ...['floating_feature_device_not_in_use', 'feature_not_floating', 'trial_not_allowed', 'email_missing'],
  ...['invalid_product_auth_method', 'change_password_not_allowed', 'active_license_required'],
  ...['version_not_found'],
];

test('the table above has every documented code', () => {
  expect([...new Set(CAUSES.map(([code]) => code))].sort()).toEqual([...DOCUMENTED].sort());
});
