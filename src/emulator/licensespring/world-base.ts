/** Keys, products, users and sign-on tokens of the default world. */
import { insertRow } from '../row.js';
import type { SystemDeps } from '../system.js';

export const API_KEY = 'emulator-api-key-9d3f7c21';
export const READ_ONLY_API_KEY = 'emulator-read-only-key-51aa';
export const REVOKED_API_KEY = 'emulator-revoked-key-77b0';
export const ONE_PRODUCT_API_KEY = 'emulator-lsfloat-only-key-2c4e';
/** The shared key of the published signing example. */
export const SHARED_KEY = 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja';
export const OAUTH_CLIENT = {
  client_id: 'emulator-client',
  client_secret: 'emulator-client-secret-88c1d2',
} as const;
export const SSO = {
  account: 'harbour-sso',
  idToken: 'emulator-id-token-4f1e',
  code: 'emulator-sso-code-8a2b',
} as const;

const FIRST_PRODUCT_ID = 1654083847300000;
const FIRST_USER_ID = 1654083847400000;

interface WorldProduct {
  readonly code: string;
  readonly name: string;
  readonly method: 'license-key' | 'user';
  readonly timeout?: number;
  readonly trialDays?: number;
  readonly state?: 'archived' | 'disabled';
}

const PRODUCTS: readonly WorldProduct[] = [
  { code: 'lsprod', name: 'Ledger Desk', method: 'license-key', trialDays: 30 },
  { code: 'lsfloat', name: 'Frame Render', method: 'license-key', timeout: 120 },
  { code: 'lsmeter', name: 'Label Press', method: 'license-key' },
  { code: 'lsuser', name: 'Site Mapper', method: 'user', trialDays: 14 },
  { code: 'lsold', name: 'Ledger Desk Classic', method: 'license-key', state: 'archived' },
  { code: 'lsoff', name: 'Stock Keeper Beta', method: 'license-key', state: 'disabled' },
];

/** Password of all licence users: the one of the activation page's example. */
const USER_PASSWORD = 'somepassword';

const USERS: readonly (readonly [email: string, firstName: string, lastName: string])[] = [
  ['someone@example.com', 'Some', 'One'],
  ['full@example.com', 'Fulvia', 'Marchetti'],
  ['shared@example.com', 'Sharon', 'Edwards'],
  ['sso@example.com', 'Sofia', 'Osei'],
  ['nora@harbour-dental.example', 'Nora', 'Lindqvist'],
  ['femi@okafor-surveying.example', 'Femi', 'Okafor'],
  ['ines@marais-architects.example', 'Ines', 'Marais'],
  ['kenji@tanaka-prototyping.example', 'Kenji', 'Tanaka'],
];

export function seedBase(deps: SystemDeps): void {
  const { store } = deps;
  const key = { shared_key: SHARED_KEY };
  insertRow(store, 'licensespring_api_key', { ...key, api_key: API_KEY });
  insertRow(store, 'licensespring_api_key', { ...key, api_key: READ_ONLY_API_KEY, read_only: true });
  insertRow(store, 'licensespring_api_key', { ...key, api_key: REVOKED_API_KEY, revoked: true });
  insertRow(store, 'licensespring_api_key', { ...key, api_key: ONE_PRODUCT_API_KEY, product: 'lsfloat' });
  insertRow(store, 'licensespring_oauth_client', OAUTH_CLIENT);
  PRODUCTS.forEach((product, index) => {
    insertRow(store, 'licensespring_product', {
      id: FIRST_PRODUCT_ID + index,
      short_code: product.code,
      name: product.name,
      authorization_method: product.method,
      state: product.state ?? 'active',
      allow_trial: product.trialDays !== undefined,
      trial_days: product.trialDays ?? 0,
      floating_timeout: product.timeout ?? 120,
      custom_fields: JSON.stringify([{ name: 'edition', data_type: 'text', value: 'standard' }]),
      latest_version: product.code === 'lsprod' ? JSON.stringify(LATEST_VERSION) : null,
    });
  });
  USERS.forEach(([email, first_name, last_name], index) => {
    const id = FIRST_USER_ID + index;
    insertRow(store, 'licensespring_user', { id, email, password: USER_PASSWORD, first_name, last_name });
  });
  const sso = { customer_account_code: SSO.account, email: 'sso@example.com' };
  insertRow(store, 'licensespring_sso', { ...sso, kind: 'id_token', value: SSO.idToken });
  insertRow(store, 'licensespring_sso', { ...sso, kind: 'code', value: SSO.code });
}

const LATEST_VERSION = {
  version: '4.2.0',
  installation_file: 'https://downloads.example.com/ledger-desk-4.2.0.msi',
  release_date: '2026-03-02',
  hash_md5: '9e107d9d372bb6826bd81d3542a419d6',
  requires_version: '4.0.0',
  environment: 'win',
  eula_link: 'https://downloads.example.com/eula.html',
  release_notes_link: 'https://downloads.example.com/ledger-desk-4.2.0.html',
  size: '48231044',
  channel: 'stable',
} as const;
