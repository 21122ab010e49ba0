/** Products of the default world, with their versions, policies and bundles. */
import { insertRow } from '../row.js';
import type { SystemDeps } from '../system.js';
import { DAY_MS } from './dates.js';

const FIRST_PRODUCT_ID = 1654083847300000;
const FIRST_BUNDLE_ID = 1654083847350000;

interface WorldProduct {
  readonly code: string;
  readonly name: string;
  readonly method: 'license-key' | 'user';
  readonly timeout?: number;
  readonly trialDays?: number;
  readonly state?: 'archived' | 'disabled';
}

/** The product that has versions and policies. */
const MAIN_PRODUCT_ID = FIRST_PRODUCT_ID;

const PRODUCTS: readonly WorldProduct[] = [
  { code: 'lsprod', name: 'Ledger Desk', method: 'license-key', trialDays: 30 },
  { code: 'lsfloat', name: 'Frame Render', method: 'license-key', timeout: 120 },
  { code: 'lsmeter', name: 'Label Press', method: 'license-key' },
  { code: 'lsuser', name: 'Site Mapper', method: 'user', trialDays: 14 },
  { code: 'lsold', name: 'Ledger Desk Classic', method: 'license-key', state: 'archived' },
  { code: 'lsoff', name: 'Stock Keeper Beta', method: 'license-key', state: 'disabled' },
  { code: 'lsreport', name: 'Field Report', method: 'user' },
];

export const BUNDLES = [
  { code: 'lssuite', name: 'Office Suite', authorization_method: 'license-key' },
  { code: 'lsteam', name: 'Survey Team', authorization_method: 'user' },
] as const;

const POLICIES = [
  { code: 'trial-short', trial_days: 7, max_activations: 1 },
  { code: 'trial-team', trial_days: 30, max_activations: 5 },
] as const;

/** The days are those before the start of the world. */
const VERSIONS: readonly (readonly [version: string, days: number, environment: string, channel: string])[] =
  [
    ['4.0.0', 400, 'win', 'stable'],
    ['4.1.0', 200, 'win', 'stable'],
    ['4.1.5', 90, 'mac', 'stable'],
    ['4.2.0', 60, 'win', 'stable'],
    ['4.3.0', 10, 'win', 'beta'],
  ];

export function seedProducts(deps: SystemDeps): void {
  PRODUCTS.forEach((product, index) => {
    insertRow(deps.store, 'licensespring_product', {
      id: FIRST_PRODUCT_ID + index,
      short_code: product.code,
      name: product.name,
      authorization_method: product.method,
      state: product.state ?? 'active',
      allow_trial: product.trialDays !== undefined,
      trial_days: product.trialDays ?? 0,
      floating_timeout: product.timeout ?? 120,
      custom_fields: JSON.stringify([{ name: 'edition', data_type: 'text', value: 'standard' }]),
    });
  });
  BUNDLES.forEach((bundle, index) => {
    insertRow(deps.store, 'licensespring_bundle', { id: FIRST_BUNDLE_ID + index, ...bundle });
  });
  for (const policy of POLICIES) {
    insertRow(deps.store, 'licensespring_policy', { product_id: MAIN_PRODUCT_ID, ...policy });
  }
  for (const [version, days, environment, channel] of VERSIONS) {
    insertRow(deps.store, 'licensespring_version', {
      product_id: MAIN_PRODUCT_ID,
      version,
      released_at: deps.now() - days * DAY_MS,
      environment,
      channel,
      details: JSON.stringify(installationFile(version, environment)),
    });
  }
}

function installationFile(version: string, environment: string): object {
  const extension = environment === 'mac' ? 'dmg' : 'msi';
  return {
    installation_file: `https://downloads.example.com/ledger-desk-${version}.${extension}`,
    hash_md5: '9e107d9d372bb6826bd81d3542a419d6',
    requires_version: '4.0.0',
    eula_link: 'https://downloads.example.com/eula.html',
    release_notes_link: `https://downloads.example.com/ledger-desk-${version}.html`,
    size: '48231044',
  };
}
