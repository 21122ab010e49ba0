/** Calls of the License API v4 about trials, users, devices, products and versions. */
import { text } from '../field-kinds.js';
import type { Field, Operation } from '../operation.js';
import {
  BUNDLE_CODE,
  CHANNEL,
  ENV,
  HARDWARE_ID,
  NAMED,
  NAMED_RULES,
  OPTIONS,
  PASSWORD,
  PRODUCT,
  REDIRECT_URI,
  SDK_VER,
  SSO,
  USERNAME,
} from './fields.js';
import { row } from './row.js';

const CUSTOMER: readonly Field[] = [
  text('email', 'Customer by e-mail address; needed for products licensed by user.'),
  text('license_policy', 'Code of the licence policy.'),
  text('first_name', 'First name.'),
  text('last_name', 'Last name.'),
  text('phone', 'Telephone number.'),
  text('address', 'Address.'),
  text('postcode', 'Postal code.'),
  text('city', 'City.'),
  text('state', 'State.'),
  text('country', 'Country.'),
  text('reference', 'Reference of your own.'),
  text('company_name', 'Company.'),
];

/** A GET that makes a trial where the device has none. */
export const trialKey = row({
  id: 'licensespring.trial.create',
  method: 'GET',
  call: 'trial_key',
  summary: 'Makes a trial licence for a device, or returns the one it has.',
  effect: 'create',
  input: [HARDWARE_ID, PRODUCT, ...CUSTOMER, PASSWORD],
  answer: { kind: 'record' },
  guess: 'The names of the address fields are taken from the customer object of a licence.',
});

export const userLicenses = row({
  id: 'licensespring.licenses.of-user',
  method: 'GET',
  call: 'user_licenses',
  summary: 'Licences of a user.',
  effect: 'read',
  input: [{ ...USERNAME, flag: 'user' }, PASSWORD, ...SSO, { ...PRODUCT, required: false }, REDIRECT_URI],
  rules: [
    { kind: 'exactly-one', fields: ['username', 'id_token', 'code'] },
    { kind: 'needs', field: 'username', needs: ['password'] },
  ],
  answer: { kind: 'records' },
});

export const deviceLicenses = row({
  id: 'licensespring.licenses.on-device',
  method: 'GET',
  call: 'device_licenses',
  summary: 'Licences on a device.',
  effect: 'read',
  input: [{ ...HARDWARE_ID, flag: 'device' }],
  answer: { kind: 'records' },
});

export const customerUsers = row({
  id: 'licensespring.users.of-customer',
  method: 'GET',
  call: 'customer_license_users',
  summary: 'Licence users of a customer; the answer holds their initial passwords.',
  effect: 'read',
  input: [PRODUCT, text('customer', 'Customer by e-mail address.', { required: true }), BUNDLE_CODE],
  answer: { kind: 'record' },
});

export const productDetails = row({
  id: 'licensespring.product.show',
  method: 'GET',
  call: 'product_details',
  summary: 'Settings of a product.',
  effect: 'read',
  input: [
    PRODUCT,
    { name: 'include_latest_version', type: 'boolean', note: 'Gives the latest version, too.' },
    { name: 'include_custom_fields', type: 'boolean', note: 'Gives the custom fields, too.' },
    ENV,
  ],
  answer: { kind: 'record' },
});

export const products = row({
  id: 'licensespring.product.list',
  method: 'GET',
  call: 'products',
  summary: 'All products.',
  effect: 'read',
  input: [],
  answer: { kind: 'records' },
  guess: 'The path is not documented.',
});

/** Sent twice, the second one no longer has the right password: no harm. */
export const changePassword = row({
  id: 'licensespring.user.change-password',
  method: 'POST',
  call: 'change_password',
  summary: 'Changes the password of a licence user.',
  effect: 'write',
  input: [
    { ...USERNAME, required: true },
    { ...PASSWORD, required: true, flag: 'old-password', note: 'The password that the user has now.' },
    text('new_password', 'The new password.', { required: true, secret: true, flag: 'user-password' }),
  ],
  answer: { kind: 'text', texts: ['password_changed'] },
});

export const versions = row({
  id: 'licensespring.version.list',
  method: 'GET',
  call: 'versions',
  summary: 'Versions that a licence may use.',
  effect: 'read',
  input: [...NAMED, ...OPTIONS, SDK_VER, ENV, CHANNEL],
  rules: NAMED_RULES,
  answer: { kind: 'records' },
});

export const installationFile = row({
  id: 'licensespring.version.show',
  method: 'GET',
  call: 'installation_file',
  summary: 'One version and its installation file.',
  effect: 'read',
  input: [...NAMED, ...OPTIONS, SDK_VER, ENV, CHANNEL, text('version', 'The version wanted.')],
  rules: NAMED_RULES,
  answer: { kind: 'record' },
});

export const ssoUrl = row({
  id: 'licensespring.sso.url',
  method: 'GET',
  call: 'sso_url',
  summary: 'Link to the single sign-on of a customer account.',
  effect: 'read',
  input: [
    PRODUCT,
    text('customer_account_code', 'Code of the customer account that single sign-on is set up for.', {
      required: true,
    }),
    text('response_type', 'Which grant to use.', { values: ['code', 'token'] }),
    REDIRECT_URI,
    BUNDLE_CODE,
  ],
  answer: { kind: 'record' },
});

export const oauthUrl = row({
  id: 'licensespring.oauth.url',
  method: 'GET',
  call: 'oauth_url',
  summary: 'Link to the sign-in of the user portal.',
  effect: 'read',
  input: [text('login_type', 'Which sign-in.', { required: true })],
  answer: { kind: 'record' },
  guess: 'Only known by name: no page of the documentation describes it.',
});

export const catalogOperations: readonly Operation[] = [
  trialKey,
  userLicenses,
  deviceLicenses,
  customerUsers,
  productDetails,
  products,
  changePassword,
  versions,
  installationFile,
  ssoUrl,
  oauthUrl,
];
