/** What is in the default world to be remembered: keys that work in each way, and one for each documented refusal. */
import type { WorldNote } from '../world-note.js';
import {
  API_KEY,
  OAUTH_CLIENT,
  ONE_PRODUCT_API_KEY,
  OTHER_ACCOUNT,
  READ_ONLY_API_KEY,
  REVOKED_API_KEY,
  SSO,
} from './world-base.js';
import type { NamedLicense } from './world-named-entry.js';
import { NAMED_LICENSES } from './world-named-licenses.js';
import { NAMED_USAGE } from './world-named-usage.js';
import { NAMED_USERS } from './world-named-users.js';

export const NAMED: readonly NamedLicense[] = [...NAMED_LICENSES, ...NAMED_USAGE, ...NAMED_USERS];

export const licensespringWorldNotes: readonly WorldNote[] = [
  { kind: 'API key', value: API_KEY, shows: 'may make every call' },
  { kind: 'API key', value: READ_ONLY_API_KEY, shows: 'read_only_api_key on every changing call' },
  { kind: 'API key', value: REVOKED_API_KEY, shows: 'revoked_api_key' },
  {
    kind: 'API key',
    value: ONE_PRODUCT_API_KEY,
    shows: 'api_key_product_not_allowed when another product than lsfloat is activated',
  },
  {
    kind: 'OAuth client',
    value: OAUTH_CLIENT.client_id,
    shows: `may make every call, with the secret ${OAUTH_CLIENT.client_secret}`,
  },
  { kind: 'id_token', value: SSO.idToken, shows: 'signs sso@example.com on' },
  { kind: 'code', value: SSO.code, shows: 'signs sso@example.com on' },
  {
    kind: 'customer_account_code',
    value: OTHER_ACCOUNT,
    shows: 'customer_account_id_mismatch with the id_token and code of harbour-sso',
  },
  { kind: 'product', value: 'no-such-product', shows: 'unknown_product' },
  { kind: 'product', value: 'lsfloat', shows: 'trial_not_allowed; lsprod and lsuser have trials' },
  { kind: 'license_policy', value: 'trial-short', shows: 'a trial of lsprod for 7 days' },
  {
    kind: 'customer',
    value: 'office@harbour-dental.example',
    shows: 'works: users of lsuser, one with an initial password',
  },
  {
    kind: 'customer',
    value: 'office@pine-street-books.example',
    shows: 'customer_not_found: it has no users of lsuser',
  },
  { kind: 'customer', value: 'nobody@example.com', shows: 'customer_does_not_exist' },
  ...uniqueNotes(),
];

/** The licences of a bundle share one note. */
function uniqueNotes(): WorldNote[] {
  const notes = NAMED.map(({ note }) => note);
  return notes.filter(({ value }, index) => notes.findIndex((other) => other.value === value) === index);
}
