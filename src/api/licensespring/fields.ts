/** Fields that many License API v4 calls share. Names and meanings are the License API v4 documentation's. */
import type { Field, Rule } from '../operation.js';

export const HARDWARE_ID: Field = {
  name: 'hardware_id',
  type: 'string',
  required: true,
  note: 'Id of the device, as the application generates it.',
};

export const PRODUCT: Field = {
  name: 'product',
  type: 'string',
  required: true,
  note: 'Product short code.',
};

export const LICENSE_KEY: Field = {
  name: 'license_key',
  type: 'string',
  note: 'Licence key, for products licensed by key.',
};

export const USERNAME: Field = {
  name: 'username',
  type: 'string',
  note: 'E-mail of the licence user, for products licensed by user.',
};

export const PASSWORD: Field = {
  name: 'password',
  type: 'string',
  secret: true,
  note: 'Password of the licence user.',
};

export const SSO: readonly Field[] = [
  {
    name: 'id_token',
    type: 'string',
    secret: true,
    note: 'Id token from single sign-on (implicit grant).',
  },
  {
    name: 'code',
    type: 'string',
    secret: true,
    note: 'Code from single sign-on (authorization code grant).',
  },
  {
    name: 'customer_account_code',
    type: 'string',
    note: 'Code of the customer account that single sign-on is set up for.',
  },
];

export const LICENSE_ID: Field = {
  name: 'license_id',
  type: 'integer',
  note: 'Acts on this licence only, where a user has several for one product.',
};

export const BUNDLE_CODE: Field = { name: 'bundle_code', type: 'string', note: 'Code of the bundle.' };

export const SDK_VER: Field = { name: 'sdk_ver', type: 'string', note: 'Version of the SDK in use.' };

export const REDIRECT_URI: Field = {
  name: 'redirect_uri',
  type: 'string',
  note: 'Redirect URI that the single sign-on code was issued for.',
};

export const VARIABLES: Field = {
  name: 'variables',
  type: 'object',
  flag: 'variable',
  note: 'Device variable to set.',
};

export const FEATURE: Field = { name: 'feature', type: 'string', required: true, note: 'Feature code.' };

export const ENV: Field = { name: 'env', type: 'string', note: 'Environment of the versions to look at.' };

export const CHANNEL: Field = {
  name: 'channel',
  type: 'string',
  note: 'Channel of the versions to look at.',
};

/** What a device says about itself, without the virtual machine fields. */
export const DEVICE: readonly Field[] = [
  { name: 'os_ver', type: 'string', note: 'Version of the operating system.' },
  { name: 'hostname', type: 'string', note: 'Host name of the device.' },
  { name: 'os_hostname', type: 'string', note: 'Host name as the operating system gives it.' },
  { name: 'ip', type: 'string', note: 'IP address.' },
  { name: 'ip_local', type: 'string', note: 'Local IP address.' },
  { name: 'app_ver', type: 'string', note: 'Version of the application.' },
  SDK_VER,
  { name: 'mac_address', type: 'string', note: 'MAC address.' },
];

export const VIRTUAL_MACHINE: readonly Field[] = [
  { name: 'is_vm', type: 'boolean', note: 'Whether the device is a virtual machine.' },
  { name: 'vm_info', type: 'string', note: 'About the virtual machine.' },
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
