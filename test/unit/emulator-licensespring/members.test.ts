/** The members that the License API v4 documentation names, in the answer of each call. */
import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../support/one-system.js';
import { caller, license } from './signed-calls.js';

type Answer = Record<string, unknown>;

const IDENTITY = ['id', 'order_store_id', 'license_template_id', 'company', 'device_id'];
const BOTH = [
  ...IDENTITY,
  ...['is_expired', 'license_type', 'is_trial', 'trial_days'],
  ...['validity_period', 'maintenance_period', 'start_date'],
  ...['max_activations', 'times_activated', 'allow_unlimited_activations', 'transfer_count', 'max_transfers'],
  ...['prevent_vm', 'allow_offline_activation', 'is_air_gapped', 'is_hardware_key_auth'],
  ...['allow_grace_period', 'grace_period', 'enable_maintenance_period'],
  ...['is_floating', 'is_floating_cloud', 'floating_timeout', 'floating_users', 'floating_in_use_devices'],
  ...['can_borrow', 'max_borrow_time', 'is_borrowed', 'borrowed_until'],
  ...['custom_fields', 'product_features', 'variables'],
  ...['metadata', 'metadata_string', 'customer', 'product_details', 'license_signature'],
];
const ACTIVATION = [...BOTH, 'hardware_id', 'active', 'request', 'installation_file'];
const VERSION = [
  ...['version', 'installation_file', 'release_date', 'hash_md5', 'requires_version', 'environment'],
  ...['eula_link', 'release_notes_link', 'size', 'channel'],
];
const CHECK = [...BOTH, 'license_active', 'license_enabled', ...VERSION];
const CONSUMPTION = [
  ...['max_consumptions', 'total_consumptions', 'allow_unlimited_consumptions'],
  ...['allow_negative_consumptions', 'allow_overages', 'max_overages', 'reset_consumption'],
  'consumption_period',
];
const USER = [
  ...['id', 'email', 'first_name', 'last_name', 'phone_number', 'is_initial_password', 'max_activations'],
  ...['allow_unlimited_activations', 'total_activations'],
];
const CUSTOMER = [
  ...['email', 'company_name', 'reference', 'phone', 'first_name', 'last_name', 'city', 'postcode'],
  ...['state', 'country', 'address', 'customer_account', 'metadata'],
];
const FEATURE = ['id', 'code', 'name', 'feature_type', 'expiry_date', 'is_floating', 'is_floating_cloud'];
const FEATURE_CONSUMPTION = CONSUMPTION.map((name) =>
  name === 'max_consumptions' ? 'max_consumption' : name,
);
const IN_LICENSE = ['product_id', 'product_name', 'short_code', 'authorization_method', 'metadata'];
const PRODUCT = [
  ...IN_LICENSE,
  ...['allow_trial', 'trial_days', 'floating_timeout', 'allow_overages', 'max_overages', 'prevent_vm'],
  'company',
];
const BORROW = ['borrowed_until', 'max_borrow_time', 'device_id', 'license_id', 'company'];

const KEYED = { product: 'lsprod', license_key: '1111-2222-3333-4444', hardware_id: 'pc' };
const OF_USER = {
  product: 'lsuser',
  username: 'someone@example.com',
  password: 'somepassword',
  hardware_id: 'pc',
};
const METER = { product: 'lsmeter', license_key: 'METE-R000-0000-0001', hardware_id: 'pc' };
const FLOAT = { product: 'lsfloat', license_key: 'FLOA-T000-0000-0001', hardware_id: 'pc' };
const SUITE = { product: 'lssuite', license_key: 'SUIT-E000-0000-0001', hardware_id: 'pc' };
const SLOTTED = { product: 'lsfloat', license_key: 'FLFE-ATUR-0000-0001', hardware_id: 'pc' };
const METERED = { product: 'lsmeter', license_key: 'FMET-ER00-0000-0001', hardware_id: 'pc' };
const VARIABLES = { ...KEYED, variables: { floor: 3 } };
const TRIAL_OF_USER = { product: 'lsuser', hardware_id: 'pc', email: 'new@example.com' };
const CUSTOMER_QUERY = { product: 'lsuser', customer: 'office@harbour-dental.example' };

type Step = readonly [verb: 'get' | 'post', call: string, input: Readonly<Record<string, unknown>>];

const activate = (input: Step[2]): Step => ['post', 'activate_license', input];

/** The last step is the call whose answer has the members; of a list, its first entry. */
const CASES: readonly [title: string, steps: readonly Step[], members: readonly string[], path?: string][] = [
  ['activation by key', [activate(KEYED)], [...ACTIVATION, 'license_key']],
  ['activation by user', [activate(OF_USER)], [...ACTIVATION, 'user', 'max_license_users']],
  ['user of a licence', [activate(OF_USER)], USER, 'user'],
  ['customer of a licence', [activate(KEYED)], CUSTOMER, 'customer'],
  ['product of a licence', [activate(KEYED)], IN_LICENSE, 'product_details'],
  ['version of an activation', [activate(KEYED)], VERSION, 'installation_file'],
  ['activation of a consumption licence', [activate(METER)], [...ACTIVATION, ...CONSUMPTION]],
  ['activation of a bundle', [['post', 'activate_bundle', SUITE]], [...ACTIVATION, 'license_key']],
  ['check by key', [activate(KEYED), ['get', 'check_license', KEYED]], [...CHECK, 'license_key']],
  ['check by user', [activate(OF_USER), ['get', 'check_license', OF_USER]], [...CHECK, 'user']],
  ['check of a consumption licence', [activate(METER), ['get', 'check_license', METER]], CONSUMPTION],
  [
    'check of a bundle',
    [
      ['post', 'activate_bundle', SUITE],
      ['get', 'check_bundle', SUITE],
    ],
    [...CHECK, 'license_key'],
  ],
  [
    'a feature of a licence',
    [activate(METERED)],
    [...FEATURE, 'metadata', ...FEATURE_CONSUMPTION],
    'product_features',
  ],
  [
    'check_license_feature',
    [
      activate(SLOTTED),
      ['get', 'check_license_feature', { ...SLOTTED, feature: 'render', include_metadata_string: 'true' }],
    ],
    [
      ...FEATURE,
      ...['metadata', 'metadata_string', 'license_id'],
      ...['floating_users', 'floating_timeout', 'floating_in_use_devices'],
    ],
  ],
  [
    'add_consumption',
    [activate(METER), ['post', 'add_consumption', METER]],
    ['id', ...CONSUMPTION, 'company'],
  ],
  [
    'add_feature_consumption',
    [activate(METERED), ['post', 'add_feature_consumption', { ...METERED, feature: 'pages' }]],
    ['id', 'license_id', ...FEATURE_CONSUMPTION, 'is_floating', 'is_floating_cloud', 'company'],
  ],
  [
    'floating/borrow',
    [activate(FLOAT), ['post', 'floating/borrow', { ...FLOAT, borrowed_until: null }]],
    BORROW,
  ],
  [
    'floating/feature_borrow',
    [
      activate(SLOTTED),
      ['post', 'floating/feature_borrow', { ...SLOTTED, feature: 'render', borrowed_until: null }],
    ],
    BORROW,
  ],
  [
    'a new trial by key',
    [['get', 'trial_key', { product: 'lsprod', hardware_id: 'pc' }]],
    ['id', 'license', 'license_key', 'license_type', 'is_trial'],
  ],
  [
    'the trial there is by key',
    [
      ['get', 'trial_key', { product: 'lsprod', hardware_id: 'pc' }],
      ['get', 'trial_key', { product: 'lsprod', hardware_id: 'pc' }],
    ],
    ['license', 'license_type', 'is_trial'],
  ],
  ['a new trial by user', [['get', 'trial_key', TRIAL_OF_USER]], ['license_user', 'initial_password']],
  [
    'the trial there is by user',
    [
      ['get', 'trial_key', TRIAL_OF_USER],
      ['get', 'trial_key', TRIAL_OF_USER],
    ],
    ['license_user', 'license_type', 'is_trial'],
  ],
  ['user_licenses', [['get', 'user_licenses', OF_USER]], ['license', 'user']],
  ['user of user_licenses', [['get', 'user_licenses', OF_USER]], USER, 'user'],
  [
    'licence of user_licenses',
    [['get', 'user_licenses', OF_USER]],
    ['id', 'order_store_id', 'license_active', 'license_enabled', 'license_type', 'max_license_users'],
    'license',
  ],
  [
    'device_licenses',
    [['get', 'device_licenses', { hardware_id: 'office-pc-01' }]],
    [...CHECK.filter((name) => name !== 'license_signature'), 'license_key'],
  ],
  [
    'customer_license_users',
    [['get', 'customer_license_users', CUSTOMER_QUERY]],
    ['customer', 'users', 'company'],
  ],
  ['customer of its users', [['get', 'customer_license_users', CUSTOMER_QUERY]], CUSTOMER, 'customer'],
  [
    'users of a customer',
    [['get', 'customer_license_users', CUSTOMER_QUERY]],
    [
      ...['email', 'first_name', 'last_name', 'phone_number', 'is_active', 'is_initial_password'],
      ...['initial_password', 'license_id', 'order_id', 'order_store_id', 'max_activations'],
      'total_activations',
    ],
    'users',
  ],
  [
    'product_details with everything',
    [
      [
        'get',
        'product_details',
        { product: 'lsprod', include_latest_version: 'true', include_custom_fields: 'true' },
      ],
    ],
    [...PRODUCT, 'latest_version', 'custom_fields'],
  ],
  [
    'latest version of a product',
    [['get', 'product_details', { product: 'lsprod', include_latest_version: 'true' }]],
    VERSION,
    'latest_version',
  ],
  ['products', [['get', 'products', {}]], PRODUCT],
  [
    'track_device_variables',
    [activate(KEYED), ['post', 'track_device_variables', VARIABLES]],
    ['variable', 'value', 'device_id', 'created_at'],
  ],
  [
    'get_device_variables',
    [activate(VARIABLES), ['get', 'get_device_variables', KEYED]],
    ['id', 'variable', 'value', 'device_id', 'created_at'],
  ],
  ['versions', [activate(KEYED), ['get', 'versions', KEYED]], ['version', 'release_date']],
  ['installation_file', [activate(KEYED), ['get', 'installation_file', KEYED]], VERSION],
  [
    'sso_url',
    [['get', 'sso_url', { product: 'lsuser', customer_account_code: 'harbour-sso' }]],
    ['url', 'openid_configuration'],
  ],
  ['oauth_url', [['get', 'oauth_url', { login_type: 'google' }]], ['url', 'login_type']],
];

describe('documented members', () => {
  test.each(CASES)('%s', (_title, steps, members, path) => {
    const api = caller();
    let answer: Answer = {};
    for (const [verb, call, input] of steps) {
      const response =
        verb === 'post' ? api.post(call, input) : api.get(call, input as Record<string, string>);
      answer = first(license(response));
    }
    const part = path === undefined ? answer : first(answer[path]);
    expect(members.filter((name) => !Object.hasOwn(part, name))).toEqual([]);
  });
});

function first(value: unknown): Answer {
  const found: unknown = Array.isArray(value) ? value[0] : value;
  expect(found).toBeTypeOf('object');
  return found as Answer;
}

test('a customer belongs to an account, or to none', () => {
  const api = caller();
  const listed = jsonOf(api.get('customer_license_users', CUSTOMER_QUERY)) as Answer;
  expect(listed.customer).toMatchObject({
    email: 'office@harbour-dental.example',
    company_name: 'Harbour Dental',
    customer_account: { id: expect.any(Number), code: 'harbour-sso', name: 'Harbour Dental' },
  });
  expect(license(api.post('activate_license', KEYED)).customer).toMatchObject({ customer_account: null });
});
