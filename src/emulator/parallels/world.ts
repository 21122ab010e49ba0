/** The default farm: the licensing sample's licence is active, and new keys wait to be used. */
import { insertRow } from '../row.js';
import type { SystemDeps } from '../system.js';
import type { WorldNote } from '../world-note.js';
import { KINDS } from './kinds.js';

/** The administrator of the licensing sample. */
export const ADMINISTRATOR = { username: 'administrator', password: '11112222' } as const;

/** The sample names this account with a wrong password; this is the right one. */
export const MY_ACCOUNT = { email: 'someone@parallels.com', password: 'my-account-password-77' } as const;

const YEAR_DAYS = 365;

const KEYS = [
  { key: 'RAS1-PREP-AID0-0050-CV55K2', kind: 'prepaid', users: 50, term: YEAR_DAYS },
  { key: 'RAS1-PREP-AID0-0250-KD81PQ', kind: 'prepaid', users: 250, term: 3 * YEAR_DAYS },
  { key: 'RAS1-PERM-ANEN-0025-QT58YS', kind: 'permanent', users: 25, term: null },
  { key: 'RAS1-NFRE-SALE-0010-ZB40MM', kind: 'nfr', users: 10, term: YEAR_DAYS },
  { key: 'RAS1-SPLA-HOST-0001-HW27TN', kind: 'spla', users: null, term: YEAR_DAYS },
  { key: 'RAS1-PREP-GONE-0015-RX19LC', kind: 'prepaid', users: 15, term: YEAR_DAYS, withdrawn: true },
  {
    key: 'RAS1-PREP-OTHR-0030-JV63WD',
    kind: 'prepaid',
    users: 30,
    term: YEAR_DAYS,
    owner: 'it@harbour-dental.example',
  },
] as const;

export const parallelsWorldNotes: readonly WorldNote[] = [
  {
    kind: 'administrator',
    value: ADMINISTRATOR.username,
    shows: 'logs on with the password 11112222, as in the licensing sample',
  },
  {
    kind: 'My Account',
    value: MY_ACCOUNT.email,
    shows: 'activates and deactivates with the password my-account-password-77',
  },
  {
    kind: 'licence key',
    value: 'XXX',
    shows: 'the key of the licensing sample; with the right account it is refused as not valid',
  },
  {
    kind: 'licence key',
    value: 'RAS1-PREP-AID0-0050-CV55K2',
    shows: 'activates a prepaid subscription for 50 users and one year',
  },
  {
    kind: 'licence key',
    value: 'RAS1-PREP-AID0-0250-KD81PQ',
    shows: 'activates a prepaid subscription for 250 users and three years',
  },
  {
    kind: 'licence key',
    value: 'RAS1-PERM-ANEN-0025-QT58YS',
    shows: 'activates a permanent licence for 25 users, without an expiry date',
  },
  {
    kind: 'licence key',
    value: 'RAS1-NFRE-SALE-0010-ZB40MM',
    shows: 'activates a not-for-resale licence for 10 users',
  },
  {
    kind: 'licence key',
    value: 'RAS1-SPLA-HOST-0001-HW27TN',
    shows: 'activates a post-paid (SPLA) licence with a billing period',
  },
  {
    kind: 'licence key',
    value: 'RAS1-PREP-GONE-0015-RX19LC',
    shows: 'is refused: the subscription has ended',
  },
  {
    kind: 'licence key',
    value: 'RAS1-PREP-OTHR-0030-JV63WD',
    shows: 'is refused: the key is registered to another account',
  },
];

export function seedParallels(deps: SystemDeps): void {
  const { store } = deps;
  insertRow(store, 'parallels_admin', ADMINISTRATOR);
  insertRow(store, 'parallels_admin', { username: 'helpdesk', password: 'helpdesk-password-31' });
  insertRow(store, 'parallels_account', { ...MY_ACCOUNT, name: 'Some One', company: 'Parallels' });
  insertRow(store, 'parallels_account', {
    email: 'it@harbour-dental.example',
    password: 'harbour-password-52',
    name: 'Nora Lindqvist',
    company: 'Harbour Dental',
  });
  for (const key of KEYS) {
    insertRow(store, 'parallels_key', {
      license_key: key.key,
      kind: key.kind,
      installed_users: key.users,
      term_days: key.term,
      owner_email: 'owner' in key ? key.owner : null,
      withdrawn: 'withdrawn' in key,
    });
  }
  seedSampleLicense(deps);
}

/** The record that the licensing sample shows, so that GET /api/License answers it member for member. */
function seedSampleLicense(deps: SystemDeps): void {
  insertRow(deps.store, 'parallels_license', {
    visible_from: 0,
    active: true,
    kind: 'spla',
    license_type: KINDS.spla.displayName,
    license_key: 'RASX-MEMBER-2018-B9SPLA-CV55K2',
    license_status: '',
    expires_at: Date.UTC(2021, 1, 21),
    support_until: Date.UTC(2021, 2, 23),
    upgrade_until: Date.UTC(2021, 2, 23),
    first_active_at: Date.UTC(2018, 1, 21, 12, 39),
    billing_start: Date.UTC(2019, 4, 3, 5, 30),
    billing_end: Date.UTC(2019, 5, 2, 5, 30),
    usage_today: '0',
    period_usage: '0',
    account_name: 'Evgeny Danilenko',
    account_company: 'Parallels',
    account_email: 'edanilenko@parallels.com',
  });
}
