/**
 * The contract tests of the License API, by call: an input that works in the default world, and what the documentation
 * says of the answer. The reading calls stand here; those that change something are played in the fault matrix, too.
 */

import { documentedEndpoints } from '../fixtures/licensespring/document.js';
import {
  ACTIVATION_MEMBERS,
  CHECK_MEMBERS,
  CONSUMPTION_FEATURE_MEMBERS,
  CONSUMPTION_MEMBERS,
  FEATURE_MEMBERS,
  FLOATING_FEATURE_MEMBERS,
  KEY_MEMBERS,
  PRODUCT_DETAILS_MEMBERS,
  PRODUCT_MEMBERS,
  PRODUCT_MEMBERS_ON_REQUEST,
  VARIABLE_MEMBERS,
  VERSION_MEMBERS,
} from '../fixtures/licensespring/license-object.js';
import {
  activated,
  after,
  keyed,
  LICENSESPRING_CALLS,
  type Prepare,
} from './licensespring-changing-calls.js';

/** What an answer must be: this text, or an object or list of objects with these members and, where `exact`, no others. */
export type Expected =
  | { readonly text: string }
  | {
      readonly members: readonly string[];
      readonly list?: true;
      /** The documentation names all of the members. */
      readonly exact?: true;
    }
  /** Any of these answers: it is not documented. */
  | 'undocumented';

export interface LicenseSpringCase {
  /** Verb and what stands behind `/api/v4/`. */
  readonly call: string;
  readonly id: string;
  readonly title: string;
  readonly prepare: Prepare;
  readonly expected: Expected;
}

const user = { username: 'someone@example.com', password: 'somepassword' };
const DEACTIVATED: Expected = { text: 'license_deactivated' };
const BORROW: Expected = {
  members: ['borrowed_until', 'max_borrow_time', 'device_id', 'license_id', 'company'],
  exact: true,
};
const CONSUMPTION_SETTINGS = CONSUMPTION_MEMBERS.filter((name) => !name.startsWith('total_'));
const OFFLINE = ['date', 'offline_signature', 'license_signature_v2'];
/** The emulator tells of each feature whether it has expired, which no page lists. */
export const EMULATED_FEATURE_MEMBERS = [...FEATURE_MEMBERS, 'is_expired'];

/** By the id of the row without `licensespring.`. */
const READS: readonly (readonly [name: string, prepare: Prepare])[] = [
  ['licenses.of-user', () => ({ ...user, product: 'lsuser' })],
  ['licenses.on-device', after([['license.activate', { ...keyed }]], { hardware_id: keyed.hardware_id })],
  ['users.of-customer', () => ({ product: 'lsuser', customer: 'office@harbour-dental.example' })],
  ['product.show', () => ({ product: 'lsprod', include_latest_version: true, include_custom_fields: true })],
  ['product.list', () => ({})],
  [
    'variables.list',
    after(
      [
        ['license.activate', { ...keyed }],
        ['variables.track', { ...keyed, variables: { site: 'north', desks: 3, beta: true } }],
      ],
      { ...keyed },
    ),
  ],
  ['version.list', activated(keyed)],
  ['version.show', activated(keyed, { version: '4.1.0' })],
  ['sso.url', () => ({ product: 'lsuser', customer_account_code: 'harbour-sso' })],
  ['oauth.url', () => ({ login_type: 'google' })],
];

const EXPECTED: Readonly<Record<string, Expected>> = {
  'license.activate': { members: [...ACTIVATION_MEMBERS, ...KEY_MEMBERS], exact: true },
  'license.deactivate': DEACTIVATED,
  'license.check': { members: [...CHECK_MEMBERS, ...KEY_MEMBERS], exact: true },
  'bundle.activate': { members: [...ACTIVATION_MEMBERS, ...KEY_MEMBERS], list: true },
  'bundle.deactivate': DEACTIVATED,
  'bundle.check': { members: [...CHECK_MEMBERS, ...KEY_MEMBERS], list: true },
  'feature.check': {
    members: [
      ...EMULATED_FEATURE_MEMBERS,
      ...FLOATING_FEATURE_MEMBERS,
      'license_id',
      'floating_in_use_devices',
    ],
    exact: true,
  },
  'consumption.add': {
    members: ['id', 'total_consumptions', ...CONSUMPTION_SETTINGS, 'company'],
    exact: true,
  },
  'consumption.add-feature': {
    members: ['id', 'license_id', ...CONSUMPTION_FEATURE_MEMBERS, 'company'],
  },
  'floating.borrow': BORROW,
  'floating.release': 'undocumented',
  'feature.borrow': BORROW,
  'feature.release': { text: '' },
  'trial.create': { members: ['license_key', 'license', 'is_trial', 'license_type'] },
  'licenses.of-user': { members: ['license', 'user'], list: true, exact: true },
  'licenses.on-device': { members: CHECK_MEMBERS.filter((name) => name !== 'license_signature'), list: true },
  'users.of-customer': { members: ['customer', 'users', 'company'], exact: true },
  'product.show': {
    members: [...PRODUCT_MEMBERS, ...PRODUCT_DETAILS_MEMBERS, ...PRODUCT_MEMBERS_ON_REQUEST],
    exact: true,
  },
  'product.list': { members: ['product_name', 'short_code', 'authorization_method'], list: true },
  'variables.track': { members: ['variable', 'value', 'device_id', 'created_at'], list: true },
  'variables.list': { members: VARIABLE_MEMBERS, list: true, exact: true },
  'user.change-password': { text: 'password_changed' },
  'version.list': { members: ['version', 'release_date'], list: true, exact: true },
  'version.show': { members: VERSION_MEMBERS },
  'sso.url': { members: ['url', 'openid_configuration'], exact: true },
  'oauth.url': { members: ['url', 'login_type'], exact: true },
  'offline.activate': { members: [...ACTIVATION_MEMBERS, ...KEY_MEMBERS, ...OFFLINE], exact: true },
  'offline.deactivate': DEACTIVATED,
  'offline.activate-bundle': 'undocumented',
  'offline.deactivate-bundle': DEACTIVATED,
};

/** The call of each row, by the row's id: rows and endpoints are compared elsewhere. */
const CALL_OF: Readonly<Record<string, string>> = {
  'license.activate': 'POST activate_license',
  'license.deactivate': 'POST deactivate_license',
  'license.check': 'GET check_license',
  'bundle.activate': 'POST activate_bundle',
  'bundle.deactivate': 'POST deactivate_bundle',
  'bundle.check': 'GET check_bundle',
  'feature.check': 'GET check_license_feature',
  'consumption.add': 'POST add_consumption',
  'consumption.add-feature': 'POST add_feature_consumption',
  'floating.borrow': 'POST floating/borrow',
  'floating.release': 'POST floating/release',
  'feature.borrow': 'POST floating/feature_borrow',
  'feature.release': 'POST floating/feature_release',
  'trial.create': 'GET trial_key',
  'licenses.of-user': 'GET user_licenses',
  'licenses.on-device': 'GET device_licenses',
  'users.of-customer': 'GET customer_license_users',
  'product.show': 'GET product_details',
  'product.list': 'GET products',
  'variables.track': 'POST track_device_variables',
  'variables.list': 'GET get_device_variables',
  'user.change-password': 'POST change_password',
  'version.list': 'GET versions',
  'version.show': 'GET installation_file',
  'sso.url': 'GET sso_url',
  'oauth.url': 'GET oauth_url',
  'offline.activate': 'POST activate_offline',
  'offline.deactivate': 'POST deactivate_offline',
  'offline.activate-bundle': 'POST activate_bundle_offline',
  'offline.deactivate-bundle': 'POST deactivate_bundle_offline',
};

export const licensespringCases: readonly LicenseSpringCase[] = [...LICENSESPRING_CALLS, ...READS].map(
  ([name, prepare]) => {
    const [call, expected] = [CALL_OF[name], EXPECTED[name]];
    if (call === undefined || expected === undefined) throw new Error(`Nothing is said of ${name}.`);
    const inferred = documentedEndpoints.find((one) => one.call === call)?.inferred === true;
    const how = expected === 'undocumented' || inferred ? 'is answered' : 'is answered as documented';
    return { call, id: `licensespring.${name}`, title: `${call} ${how}`, prepare, expected };
  },
);
