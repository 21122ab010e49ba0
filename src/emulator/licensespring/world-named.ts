/** The licences with keys to remember: one that works in each way, and one for each documented refusal. */
import type { WorldNote } from '../world-note.js';
import { API_KEY, ONE_PRODUCT_API_KEY, READ_ONLY_API_KEY, REVOKED_API_KEY, SSO } from './world-base.js';
import type { WorldLicense } from './world-licenses.js';

interface NamedLicense {
  readonly license: WorldLicense;
  readonly note: WorldNote;
}

function keyed(
  key: string,
  shows: string,
  columns: WorldLicense['columns'] = {},
  rest: Partial<WorldLicense> = {},
): NamedLicense {
  const license = { product: 'lsprod', key, columns: { max_activations: 5, ...columns }, ...rest };
  return { license, note: { kind: `licence key of ${license.product}`, value: key, shows } };
}

function forUser(email: string, shows: string, license: Omit<WorldLicense, 'product'>): NamedLicense {
  return {
    license: { product: 'lsuser', ...license },
    note: { kind: 'user of lsuser', value: email, shows },
  };
}

const FLOATING = {
  is_floating_cloud: true,
  floating_users: 3,
  can_borrow: true,
  max_borrow_time: 168,
  max_activations: 10,
} as const;

export const NAMED: readonly NamedLicense[] = [
  keyed(
    '1111-2222-3333-4444',
    'works: 5 activations, 2 used',
    {},
    {
      devices: [
        { hardwareId: 'office-pc-01', hostname: 'OFFICE-01' },
        { hardwareId: 'office-pc-02', hostname: 'OFFICE-02' },
      ],
    },
  ),
  keyed(
    'YEAR-0000-0000-0001',
    'works: a subscription that ends in a year',
    { license_type: 'subscription' },
    { valid: 365 },
  ),
  keyed('UNLI-MITE-D000-0001', 'works: any number of activations', { allow_unlimited_activations: true }),
  keyed('FEAT-URES-0000-0001', 'works: with features, a custom field and metadata', {
    product_features: JSON.stringify([
      {
        id: 1654083847500001,
        code: 'export',
        name: 'Export',
        feature_type: 'activation',
        expiry_date: null,
        is_floating: false,
        is_floating_cloud: false,
        metadata: {},
      },
      {
        id: 1654083847500002,
        code: 'beta',
        name: 'Beta tools',
        feature_type: 'activation',
        expiry_date: '2020-01-01T00:00:00.000Z',
        is_floating: false,
        is_floating_cloud: false,
        metadata: {},
      },
    ]),
    custom_fields: JSON.stringify([{ name: 'edition', data_type: 'text', value: 'professional' }]),
    metadata: JSON.stringify({ region: 'Zürich' }),
  }),
  keyed('DISA-BLED-0000-0001', 'license_not_enabled', { enabled: false }),
  keyed('NOVM-0000-0000-0001', 'vm_not_allowed when is_vm is true', { prevent_vm: true }),
  keyed('SOON-0000-0000-0001', 'license_start_date_error: starts in 30 days', {}, { starts: 30 }),
  keyed(
    'BLCK-LIST-0000-0001',
    'blacklisted for the hardware id blacklisted-device-01',
    {},
    {
      devices: [{ hardwareId: 'blacklisted-device-01', blacklisted: true }],
    },
  ),
  keyed(
    'FULL-0000-0000-0001',
    'license_activated_max_times: 1 activation, used by full-device-01',
    { max_activations: 1 },
    {
      devices: [{ hardwareId: 'full-device-01' }],
    },
  ),
  keyed(
    'EXPI-RED0-0000-0001',
    'license_expired: 30 days ago',
    { license_type: 'time-limited' },
    {
      valid: -30,
      devices: [{ hardwareId: 'expired-device-01' }],
    },
  ),
  keyed(
    'GRAC-E000-0000-0001',
    'expired, yet within a grace period of 90 days: check answers with is_expired for grace-device-01',
    {
      license_type: 'subscription',
      allow_grace_period: true,
      grace_period: 90 * 24,
    },
    { valid: -10, devices: [{ hardwareId: 'grace-device-01' }] },
  ),
  keyed(
    'MOVE-D000-0000-0001',
    'license_transferred_max_times: 1 transfer, made already',
    { max_transfers: 1, transfer_count: 1 },
    {
      devices: [{ hardwareId: 'moved-device-01', inactive: true, freed: true }],
    },
  ),
  keyed(
    'STAY-0000-0000-0001',
    'license_transferred_max_times on any other device than stay-device-01: transfers are forbidden',
    { max_transfers: -1 },
    {
      devices: [{ hardwareId: 'stay-device-01', inactive: true, freed: true }],
    },
  ),
  keyed('IDLE-0000-0000-0001', 'license_not_active on check and deactivate, until it is activated'),
  keyed(
    'TRIA-L000-0000-0001',
    'works: a trial with 14 days left',
    { is_trial: true, trial_days: 30 },
    { valid: 14 },
  ),
  keyed(
    'TRIA-LEND-0000-0001',
    'trial_expired',
    { is_trial: true, trial_days: 30 },
    {
      valid: -5,
      devices: [{ hardwareId: 'trial-device-01' }],
    },
  ),
  keyed(
    'FLOA-T000-0000-0001',
    'works: floating cloud, 3 slots; check takes one, release frees it, borrow holds it up to 168 hours',
    FLOATING,
    { product: 'lsfloat' },
  ),
  keyed(
    'FLOA-TFUL-0000-0001',
    'floating_not_available on check for float-waiting-01: the 1 slot is borrowed for a year',
    { ...FLOATING, floating_users: 1 },
    {
      product: 'lsfloat',
      devices: [{ hardwareId: 'float-holder-01', borrowedDays: 365 }, { hardwareId: 'float-waiting-01' }],
    },
  ),
  keyed(
    'NOBO-RROW-0000-0001',
    'license_borrow_not_allowed: floating cloud without borrowing',
    { ...FLOATING, can_borrow: false },
    { product: 'lsfloat' },
  ),
  keyed(
    'METE-R000-0000-0001',
    'works: consumption, 40 of 100 used',
    {
      license_type: 'consumption',
      max_consumptions: 100,
      total_consumptions: 40,
      max_activations: 5,
      consumption_period: 'monthly',
      reset_consumption: true,
    },
    { product: 'lsmeter' },
  ),
  keyed('ARCH-IVED-0000-0001', 'archived_product', {}, { product: 'lsold' }),
  keyed('PROD-OFF0-0000-0001', 'disabled_product', {}, { product: 'lsoff' }),
  forUser('someone@example.com', 'works with the password somepassword: 2 activations', {
    users: [['someone@example.com', 2]],
    columns: { max_activations: 5 },
  }),
  forUser('full@example.com', 'license_user_activated_max_times: 1 activation, used by user-device-01', {
    users: [['full@example.com', 1]],
    columns: { max_activations: 5 },
    devices: [{ hardwareId: 'user-device-01', user: 'full@example.com' }],
  }),
  forUser(
    'shared@example.com',
    'license_device_exists for the hardware id shared-device-01, which another user of the licence holds',
    {
      users: [
        ['shared@example.com', 2],
        ['nora@harbour-dental.example', 2],
      ],
      columns: { max_activations: 5 },
      devices: [{ hardwareId: 'shared-device-01', user: 'nora@harbour-dental.example' }],
    },
  ),
  forUser(
    'sso@example.com',
    'works by single sign-on: an id_token or code below with customer_account_code harbour-sso',
    {
      users: [['sso@example.com', 3]],
      columns: { max_activations: 5 },
    },
  ),
];

export const licensespringWorldNotes: readonly WorldNote[] = [
  { kind: 'API key', value: API_KEY, shows: 'may make every call' },
  { kind: 'API key', value: READ_ONLY_API_KEY, shows: 'read_only_api_key on every changing call' },
  { kind: 'API key', value: REVOKED_API_KEY, shows: 'revoked_api_key' },
  {
    kind: 'API key',
    value: ONE_PRODUCT_API_KEY,
    shows: 'api_key_product_not_allowed when another product than lsfloat is activated',
  },
  { kind: 'id_token', value: SSO.idToken, shows: 'signs sso@example.com on' },
  { kind: 'code', value: SSO.code, shows: 'signs sso@example.com on' },
  { kind: 'product', value: 'no-such-product', shows: 'unknown_product' },
  ...NAMED.map(({ note }) => note),
];
