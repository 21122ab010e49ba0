/** Fields that many License API v4 calls share. Names and meanings are the License API v4 documentation's. */
import { text } from '../field-kinds.js';
import type { Field, Rule } from '../operation.js';

export const HARDWARE_ID: Field = text(
  'hardware_id',
  'Id of the device, as the application generates it; "auto" for this computer.',
  { required: true },
);

export const PRODUCT: Field = text('product', 'Product short code.', { required: true });

export const BUNDLE: Field = {
  ...PRODUCT,
  note: 'Product short code; for a bundle, the code of the bundle.',
};

export const LICENSE_KEY: Field = text('license_key', 'Licence key, for products licensed by key.', {
  flag: 'key',
});

export const USERNAME: Field = text(
  'username',
  'Licence user by e-mail address, for products licensed by user.',
);

export const PASSWORD: Field = text('password', 'Password of the licence user.', { secret: true });

export const SSO: readonly Field[] = [
  text('id_token', 'Id token from single sign-on (implicit grant).', { secret: true }),
  text('code', 'Code from single sign-on (authorization code grant).', { secret: true }),
  text('customer_account_code', 'Code of the customer account that single sign-on is set up for.'),
];

/** Ids have 16 digits and stay below 2^53; a longer one cannot be sent exactly. */
export const LICENSE_ID: Field = {
  name: 'license_id',
  type: 'integer',
  min: 1,
  max: Number.MAX_SAFE_INTEGER,
  note: 'Acts on this licence only, where a user has several for one product.',
};

export const BUNDLE_CODE: Field = text('bundle_code', 'Code of the bundle.');

export const SDK_VER: Field = text('sdk_ver', 'Version of the SDK in use.');

export const REDIRECT_URI: Field = text(
  'redirect_uri',
  'Redirect URI that the single sign-on code was issued for.',
);

export const VARIABLES: Field = {
  name: 'variables',
  type: 'object',
  flag: 'variable',
  flat: true,
  note: 'Device variable to set; NAME:=JSON for a number or a boolean.',
};

export const FEATURE: Field = text('feature', 'Feature code.', { required: true });

export const ENV: Field = text('env', 'Environment of the versions to look at.');

export const CHANNEL: Field = text('channel', 'Channel of the versions to look at.');

export const EXPIRED_FEATURES: Field = {
  name: 'include_expired_features',
  type: 'boolean',
  note: 'Lists features that have expired, too.',
};

/** Null, the longest time that the licence allows, is a value that must be sent. */
export const BORROWED_UNTIL: Field = text(
  'borrowed_until',
  'End in UTC: ISO with Z, date and time, or date; null for the longest time allowed.',
  { required: true, nullable: true },
);

/** What a device says about itself, without the virtual machine fields. */
export const DEVICE: readonly Field[] = [
  text('os_ver', 'Version of the operating system.'),
  text('hostname', 'Host name of the device.'),
  text('os_hostname', 'Host name as the operating system gives it.'),
  text('ip', 'IP address.'),
  text('ip_local', 'Local IP address.'),
  text('app_ver', 'Version of the application.'),
  SDK_VER,
  text('mac_address', 'MAC address.'),
];

export const VIRTUAL_MACHINE: readonly Field[] = [
  { name: 'is_vm', type: 'boolean', note: 'Whether the device is a virtual machine.' },
  text('vm_info', 'About the virtual machine.'),
];

/** A device and its licence, where the licence is proved by a key, a password or single sign-on. */
export const PROVEN: readonly Field[] = [HARDWARE_ID, PRODUCT, LICENSE_KEY, USERNAME, PASSWORD, ...SSO];

/** A device and its licence, where naming the licence is enough. */
export const NAMED: readonly Field[] = [HARDWARE_ID, PRODUCT, LICENSE_KEY, USERNAME];

export const OPTIONS: readonly Field[] = [LICENSE_ID, BUNDLE_CODE];

/** Key, user, or one of the two forms of single sign-on; each with what belongs to it. */
export const PROVEN_RULES: readonly Rule[] = [
  { kind: 'exactly-one', fields: ['license_key', 'username', 'id_token', 'code'] },
  { kind: 'needs', field: 'username', needs: ['password'] },
  { kind: 'needs', field: 'password', needs: ['username'] },
  { kind: 'needs', field: 'id_token', needs: ['customer_account_code'] },
  { kind: 'needs', field: 'code', needs: ['customer_account_code'] },
];

export const NAMED_RULES: readonly Rule[] = [{ kind: 'exactly-one', fields: ['license_key', 'username'] }];
