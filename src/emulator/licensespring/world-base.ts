/** Keys, customer accounts, users and sign-on tokens of the default world. */
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
/** An account that the tokens do not belong to. */
export const OTHER_ACCOUNT = 'marais-sso';

const FIRST_ACCOUNT_ID = 1654083847360000;
const FIRST_USER_ID = 1654083847400000;

/** Customer accounts, with the company of the customer that belongs to each. */
export const ACCOUNTS = [
  { code: SSO.account, company: 'Harbour Dental' },
  { code: OTHER_ACCOUNT, company: 'Marais Architects' },
] as const;

/** Password of the licence users but one: the one of the activation page's example. */
const USER_PASSWORD = 'somepassword';
const INITIAL_PASSWORD = 'initial-3f9a';

interface WorldUser {
  readonly email: string;
  readonly name: readonly [first: string, last: string];
  readonly initial?: boolean;
  /** Has no password of ours. */
  readonly signsOnElsewhere?: boolean;
}

const USERS: readonly WorldUser[] = [
  { email: 'someone@example.com', name: ['Some', 'One'] },
  { email: 'full@example.com', name: ['Fulvia', 'Marchetti'] },
  { email: 'shared@example.com', name: ['Sharon', 'Edwards'] },
  { email: 'sso@example.com', name: ['Sofia', 'Osei'], signsOnElsewhere: true },
  { email: 'initial@example.com', name: ['Inès', 'Tial'], initial: true },
  { email: 'team@example.com', name: ['Tea', 'Morgan'] },
  { email: 'nora@harbour-dental.example', name: ['Nora', 'Lindqvist'] },
  { email: 'femi@okafor-surveying.example', name: ['Femi', 'Okafor'] },
  { email: 'ines@marais-architects.example', name: ['Ines', 'Marais'] },
  { email: 'kenji@tanaka-prototyping.example', name: ['Kenji', 'Tanaka'] },
];

export function seedBase(deps: SystemDeps): void {
  const { store } = deps;
  const key = { shared_key: SHARED_KEY };
  insertRow(store, 'licensespring_api_key', { ...key, api_key: API_KEY });
  insertRow(store, 'licensespring_api_key', { ...key, api_key: READ_ONLY_API_KEY, read_only: true });
  insertRow(store, 'licensespring_api_key', { ...key, api_key: REVOKED_API_KEY, revoked: true });
  insertRow(store, 'licensespring_api_key', { ...key, api_key: ONE_PRODUCT_API_KEY, product: 'lsfloat' });
  insertRow(store, 'licensespring_oauth_client', OAUTH_CLIENT);
  ACCOUNTS.forEach(({ code, company }, index) => {
    insertRow(store, 'licensespring_customer_account', { id: FIRST_ACCOUNT_ID + index, code, name: company });
  });
  USERS.forEach(
    ({ email, name: [first_name, last_name], initial = false, signsOnElsewhere = false }, index) => {
      insertRow(store, 'licensespring_user', {
        id: FIRST_USER_ID + index,
        email,
        password: initial ? INITIAL_PASSWORD : USER_PASSWORD,
        first_name,
        last_name,
        is_initial_password: initial,
        signs_on_elsewhere: signsOnElsewhere,
      });
    },
  );
  const sso = { customer_account_code: SSO.account, email: 'sso@example.com' };
  insertRow(store, 'licensespring_sso', { ...sso, kind: 'id_token', value: SSO.idToken });
  insertRow(store, 'licensespring_sso', { ...sso, kind: 'code', value: SSO.code });
}
