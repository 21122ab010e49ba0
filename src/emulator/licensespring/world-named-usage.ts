/** Licences by key with slots, features, consumption, and those of a bundle. */
import { keyed, type NamedLicense } from './world-named-entry.js';

const FLOATING = {
  is_floating_cloud: true,
  floating_users: 3,
  can_borrow: true,
  max_borrow_time: 168,
  max_activations: 10,
} as const;

const SLOTS = { is_floating_cloud: true, floating_timeout: 60 } as const;
const METERED = { feature_type: 'consumption' } as const;
const CONSUMPTION = { license_type: 'consumption' } as const;
const METER = { product: 'lsmeter' } as const;

/** One key for both licences of the bundle. */
const BUNDLE_KEY = 'SUIT-E000-0000-0001';

const NAMED_FLOATING: readonly NamedLicense[] = [
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
    'FLFE-ATUR-0000-0001',
    'works: floating features; render has 2 slots, locked 1 that feature-holder-01 has borrowed, plain none',
    { can_borrow: true, max_borrow_time: 72, max_activations: 10 },
    {
      product: 'lsfloat',
      features: [
        { code: 'render', name: 'Render', columns: { ...SLOTS, floating_users: 2 } },
        { code: 'locked', name: 'Colour match', columns: { ...SLOTS, floating_users: 1 } },
        { code: 'plain', name: 'Preview', columns: { metadata: JSON.stringify({ quality: 'draft' }) } },
      ],
      devices: [{ hardwareId: 'feature-holder-01', holdsFeature: 'locked' }],
    },
  ),
];

const NAMED_METERS: readonly NamedLicense[] = [
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
  keyed(
    'OVER-AGES-0000-0001',
    'works: consumption, all 10 used; 5 overages are left before license_not_enough_consumptions',
    { ...CONSUMPTION, max_consumptions: 10, total_consumptions: 10, allow_overages: true, max_overages: 5 },
    METER,
  ),
  keyed(
    'UNCO-UNTE-D000-0001',
    'works: consumption without a limit',
    { ...CONSUMPTION, max_consumptions: 10, allow_unlimited_consumptions: true },
    METER,
  ),
  keyed(
    'NEGA-TIVE-0000-0001',
    'works: consumption that may be taken back, 5 of 10 used',
    { ...CONSUMPTION, max_consumptions: 10, total_consumptions: 5, allow_negative_consumptions: true },
    METER,
  ),
  keyed(
    'DAIL-Y000-0000-0001',
    'works: consumption, all 5 of today used; it begins anew each day at midnight UTC',
    {
      ...CONSUMPTION,
      max_consumptions: 5,
      total_consumptions: 5,
      reset_consumption: true,
      consumption_period: 'daily',
    },
    METER,
  ),
  keyed(
    'FMET-ER00-0000-0001',
    'works: metered features; pages 8 of 10 used and 3 overages, credits may be taken back, calls without limit',
    {},
    {
      ...METER,
      features: [
        {
          code: 'pages',
          name: 'Pages',
          columns: {
            ...METERED,
            max_consumptions: 10,
            total_consumptions: 8,
            allow_overages: true,
            max_overages: 3,
          },
        },
        {
          code: 'credits',
          name: 'Credits',
          columns: { ...METERED, max_consumptions: 100, allow_negative_consumptions: true },
        },
        { code: 'calls', name: 'Calls', columns: { ...METERED, allow_unlimited_consumptions: true } },
        {
          code: 'monthly',
          name: 'Reports a month',
          columns: {
            ...METERED,
            max_consumptions: 4,
            total_consumptions: 4,
            reset_consumption: true,
            consumption_period: 'monthly',
          },
        },
        { code: 'switch', name: 'Colour' },
      ],
    },
  ),
];

const NAMED_BUNDLE: readonly NamedLicense[] = [
  inSuite({ max_activations: 3 }, 'lsprod'),
  inSuite({ ...CONSUMPTION, max_activations: 2, max_consumptions: 50 }, 'lsmeter'),
];

export const NAMED_USAGE: readonly NamedLicense[] = [...NAMED_FLOATING, ...NAMED_METERS, ...NAMED_BUNDLE];

function inSuite(columns: NamedLicense['license']['columns'], product: string): NamedLicense {
  const { license } = keyed(BUNDLE_KEY, '', columns, { product, bundle: 'lssuite' });
  const shows = 'works: its licences of lsprod and lsmeter are activated at once, on 2 devices';
  return { license, note: { kind: 'bundle key of lssuite', value: BUNDLE_KEY, shows } };
}
