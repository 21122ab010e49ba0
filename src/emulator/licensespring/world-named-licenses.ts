/** Licences by key for what activation and check allow and refuse. */
import { keyed, type NamedLicense } from './world-named-entry.js';

export const NAMED_LICENSES: readonly NamedLicense[] = [
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
  keyed(
    'FEAT-URES-0000-0001',
    'works: with features, a custom field and metadata',
    {
      custom_fields: JSON.stringify([{ name: 'edition', data_type: 'text', value: 'professional' }]),
      metadata: JSON.stringify({ region: 'Zürich' }),
    },
    {
      features: [
        { code: 'export', name: 'Export' },
        { code: 'beta', name: 'Beta tools', expires: -90 },
      ],
    },
  ),
  keyed(
    'DISA-BLED-0000-0001',
    'license_not_enabled',
    { enabled: false },
    { devices: [{ hardwareId: 'disabled-device-01' }] },
  ),
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
  keyed('ARCH-IVED-0000-0001', 'archived_product', {}, { product: 'lsold' }),
  keyed('PROD-OFF0-0000-0001', 'disabled_product', {}, { product: 'lsoff' }),
  keyed('DAMA-GED0-0000-0001', 'internal_error: its stored metadata is damaged', { metadata: '{"region":' }),
  keyed(
    'MAIN-TAIN-0000-0001',
    'works: maintenance ended 100 days ago, and versions end with 4.1.0',
    {},
    { maintained: -100 },
  ),
  keyed('STAY-ONLI-NE00-0001', 'works online; an offline activation is a validation_error', {
    allow_offline_activation: false,
  }),
];
