/**
 * Every documented error code of the License API, produced by doing what causes it, and what the person at the command
 * line is told: code, exit status, a sentence and the next step.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentedCodes } from '../fixtures/licensespring/document.js';
import { OTHER_STATUS } from '../fixtures/licensespring/document-errors.js';
import { commandLine, type LineOptions, type Passing } from './licensespring-line.js';
import { requestFile } from './licensespring-request-file.js';

const line = commandLine();
afterEach(() => line.interfere(null));

interface Cause extends LineOptions {
  readonly code: string;
  /** The exit status by what the code means. */
  readonly exit: number;
  readonly words: readonly string[];
  /** Commands that make the state; each of them succeeds. */
  readonly before?: readonly (readonly string[])[];
  /** What stands between the two and changes requests: an old proxy, a program that signs in another way. */
  readonly between?: (passing: Passing) => void;
  /** Seconds by which the server's clock is ahead. */
  readonly serverAhead?: number;
  readonly settings?: object;
  /** Where it is not the documented one. */
  readonly httpStatus?: number;
}

const on = (product: string, device = 'ERR-1'): readonly string[] => [
  '--product',
  product,
  '--hardware-id',
  device,
];
const activate = (key: string, product = 'lsprod', device?: string): readonly string[] => [
  'activate',
  key,
  ...on(product, device),
];
const show = (key: string, product = 'lsprod', device?: string): readonly string[] => [
  'show',
  key,
  ...on(product, device),
];
const asUser = (user: string, device = 'ERR-1', product = 'lsuser'): readonly string[] => [
  'activate',
  '--username',
  user,
  '--password-stdin',
  ...on(product, device),
];
const PASSWORD = { input: 'somepassword\n' };
const KEY = '1111-2222-3333-4444';
const OFFICE = show(KEY, 'lsprod', 'office-pc-01');
const header = (name: string, change: (text: string) => string | undefined) => (passing: Passing) => {
  const changed = change(String(passing.headers[name] ?? ''));
  if (changed === undefined) delete passing.headers[name];
  else passing.headers[name] = changed;
};

const offline = (path: string): readonly string[] => ['api', 'POST', `/api/v4/${path}`, '--input', '-'];

const CAUSES: readonly Cause[] = [
  // Credentials and the form of the call.
  { code: 'missing_headers', exit: 4, words: OFFICE, between: header('authorization', () => undefined) },
  { code: 'missing_headers', exit: 4, words: OFFICE, between: header('date', () => undefined) },
  {
    code: 'authorization_missing_params',
    exit: 4,
    words: OFFICE,
    between: header('authorization', (text) => text.replace(/,\s*apikey="[^"]*"/i, '')),
  },
  {
    code: 'authorization_invalid_headers',
    exit: 4,
    words: OFFICE,
    between: header('authorization', (text) => text.replace('headers="date"', 'headers="date host"')),
  },
  {
    code: 'hmac_required',
    exit: 4,
    words: OFFICE,
    between: header('authorization', (text) => text.replace('hmac-sha256', 'rsa-sha256')),
  },
  { code: 'invalid_api_key', exit: 4, words: OFFICE, env: { LICENSECTL_API_KEY: 'nobody-has-this-key' } },
  {
    code: 'revoked_api_key',
    exit: 4,
    words: OFFICE,
    env: { LICENSECTL_API_KEY: 'emulator-revoked-key-77b0' },
  },
  {
    code: 'read_only_api_key',
    exit: 5,
    words: activate(KEY),
    env: { LICENSECTL_API_KEY: 'emulator-read-only-key-51aa' },
  },
  {
    code: 'api_key_product_not_allowed',
    exit: 5,
    words: activate(KEY),
    env: { LICENSECTL_API_KEY: 'emulator-lsfloat-only-key-2c4e' },
  },
  {
    code: 'signature_mismatch',
    exit: 4,
    words: OFFICE,
    env: { LICENSECTL_SHARED_KEY: 'not-the-shared-key' },
  },
  {
    code: 'signature_mismatch',
    exit: 4,
    words: OFFICE,
    env: { LICENSECTL_SHARED_KEY: 'not-the-shared-key' },
    settings: { licensespringMismatchStatus: 401 },
    httpStatus: OTHER_STATUS.signature_mismatch ?? 0,
  },
  { code: 'date_header_diff', exit: 4, words: OFFICE, serverAhead: 3600 },
  { code: 'date_header_diff', exit: 4, words: OFFICE, serverAhead: -3600 },
  {
    code: 'not_found',
    exit: 3,
    words: OFFICE,
    between: (passing) => {
      passing.url = passing.url.replace('/api/v4/', '/old/api/v4/');
    },
  },
  {
    code: 'validation_error',
    exit: 6,
    words: ['trial', 'create', ...on('lsprod'), '--license-policy', 'no-such-policy'],
  },
  { code: 'missing_parameters', exit: 6, words: activate('ANY-KEY', 'lsuser') },
  {
    code: 'missing_content',
    exit: 6,
    words: offline('activate_offline'),
    input: requestFile({ license_key: KEY, product: 'lsprod', hardware_id: 'ERR-1' }),
    between: (passing) => {
      passing.body = Buffer.alloc(0);
    },
  },
  { code: 'invalid_json', exit: 6, words: offline('activate_offline'), input: 'this is no request file' },
  // A call that changes something: whether it has, nobody knows.
  { code: 'internal_error', exit: 11, words: activate('DAMA-GED0-0000-0001') },

  // Which licence, product, customer or version.
  { code: 'unknown_product', exit: 3, words: activate(KEY, 'no-such-product') },
  { code: 'archived_product', exit: 6, words: activate('ARCH-IVED-0000-0001', 'lsold') },
  { code: 'disabled_product', exit: 6, words: activate('PROD-OFF0-0000-0001', 'lsoff') },
  { code: 'license_not_found', exit: 3, words: activate('NO-SUCH-KEY') },
  {
    code: 'license_key_required',
    exit: 6,
    words: asUser('someone@example.com', 'ERR-1', 'lsprod'),
    ...PASSWORD,
  },
  {
    code: 'customer_account_not_found',
    exit: 3,
    words: ['activate', '--code-stdin', '--customer-account-code', 'nobody-sso', ...on('lsuser')],
    input: 'emulator-sso-code-8a2b\n',
  },
  {
    code: 'customer_account_id_mismatch',
    exit: 6,
    words: ['activate', '--code-stdin', '--customer-account-code', 'marais-sso', ...on('lsuser')],
    input: 'emulator-sso-code-8a2b\n',
  },
  {
    code: 'customer_does_not_exist',
    exit: 3,
    words: ['customer', 'users', 'nobody@example.com', '--product', 'lsuser'],
  },
  {
    code: 'customer_not_found',
    exit: 3,
    words: ['customer', 'users', 'office@pine-street-books.example', '--product', 'lsuser'],
  },
  {
    code: 'invalid_product_auth_method',
    exit: 6,
    words: ['customer', 'users', 'office@harbour-dental.example', '--product', 'lsprod'],
  },
  {
    code: 'version_not_found',
    exit: 3,
    before: [activate('MAIN-TAIN-0000-0001')],
    words: ['version', 'show', '4.2.0', '--key', 'MAIN-TAIN-0000-0001', ...on('lsprod')],
  },
  { code: 'active_license_required', exit: 6, words: ['version', 'list', KEY, ...on('lsprod')] },

  // Activation, and what a device may do.
  { code: 'license_not_enabled', exit: 6, words: activate('DISA-BLED-0000-0001') },
  { code: 'vm_not_allowed', exit: 6, words: [...activate('NOVM-0000-0000-0001'), '--is-vm', 'true'] },
  {
    code: 'offline_floating_cloud_not_supported',
    exit: 6,
    words: offline('activate_offline'),
    input: requestFile({ license_key: 'FLOA-T000-0000-0001', product: 'lsfloat', hardware_id: 'ERR-1' }),
  },
  { code: 'license_start_date_error', exit: 6, words: activate('SOON-0000-0000-0001') },
  {
    code: 'blacklisted',
    exit: 6,
    words: activate('BLCK-LIST-0000-0001', 'lsprod', 'blacklisted-device-01'),
  },
  { code: 'license_activated_max_times', exit: 6, words: activate('FULL-0000-0000-0001') },
  {
    code: 'license_user_activated_max_times',
    exit: 6,
    words: asUser('full@example.com'),
    ...PASSWORD,
  },
  { code: 'license_expired', exit: 6, words: activate('EXPI-RED0-0000-0001') },
  { code: 'license_transferred_max_times', exit: 6, words: activate('MOVE-D000-0000-0001') },
  {
    code: 'license_device_exists',
    exit: 6,
    words: asUser('shared@example.com', 'shared-device-01'),
    ...PASSWORD,
  },
  { code: 'license_not_active', exit: 6, words: show('IDLE-0000-0000-0001') },
  { code: 'device_not_found', exit: 3, words: show(KEY) },
  { code: 'trial_expired', exit: 6, words: show('TRIA-LEND-0000-0001', 'lsprod', 'trial-device-01') },

  // Floating seats, features and consumption.
  {
    code: 'floating_not_available',
    exit: 6,
    words: show('FLOA-TFUL-0000-0001', 'lsfloat', 'float-waiting-01'),
  },
  {
    code: 'license_borrow_not_allowed',
    exit: 6,
    before: [activate('NOBO-RROW-0000-0001', 'lsfloat')],
    words: ['seat', 'borrow', 'NOBO-RROW-0000-0001', ...on('lsfloat')],
  },
  {
    code: 'borrow_until_not_valid',
    exit: 6,
    before: [activate('FLOA-T000-0000-0001', 'lsfloat')],
    words: [
      'seat',
      'borrow',
      'FLOA-T000-0000-0001',
      ...on('lsfloat'),
      '--borrowed-until',
      '2999-01-01T00:00:00Z',
    ],
  },
  {
    code: 'invalid_license_feature_code',
    exit: 3,
    before: [activate('FEAT-URES-0000-0001')],
    words: ['feature', 'check', 'no-such', '--key', 'FEAT-URES-0000-0001', ...on('lsprod')],
  },
  {
    code: 'feature_not_floating',
    exit: 6,
    before: [activate('FLFE-ATUR-0000-0001', 'lsfloat')],
    words: ['feature', 'release', 'plain', '--key', 'FLFE-ATUR-0000-0001', ...on('lsfloat')],
  },
  {
    code: 'floating_feature_device_not_in_use',
    exit: 6,
    before: [activate('FLFE-ATUR-0000-0001', 'lsfloat')],
    words: ['feature', 'release', 'render', '--key', 'FLFE-ATUR-0000-0001', ...on('lsfloat')],
  },
  {
    code: 'unsupported_product_feature',
    exit: 6,
    before: [activate('FMET-ER00-0000-0001', 'lsmeter')],
    words: ['feature', 'consume', 'switch', '--key', 'FMET-ER00-0000-0001', ...on('lsmeter')],
  },
  {
    code: 'feature_not_enough_consumptions',
    exit: 6,
    before: [activate('FMET-ER00-0000-0001', 'lsmeter')],
    words: ['feature', 'consume', 'monthly', '--key', 'FMET-ER00-0000-0001', ...on('lsmeter')],
  },
  {
    code: 'license_not_enough_consumptions',
    exit: 6,
    before: [activate('METE-R000-0000-0001', 'lsmeter')],
    words: ['consumption', 'add', 'METE-R000-0000-0001', ...on('lsmeter'), '--consumptions', '1000'],
  },
  {
    code: 'negative_consumptions_not_allowed',
    exit: 6,
    before: [activate('METE-R000-0000-0001', 'lsmeter')],
    words: ['consumption', 'add', 'METE-R000-0000-0001', ...on('lsmeter'), '--consumptions=-1'],
  },

  // Trials and passwords.
  { code: 'trial_not_allowed', exit: 6, words: ['trial', 'create', ...on('lsfloat')] },
  { code: 'email_missing', exit: 6, words: ['trial', 'create', ...on('lsuser')] },
  {
    code: 'missing_hardware_id',
    exit: 6,
    words: ['trial', 'create', ...on('lsprod')],
    between: (passing) => {
      passing.url = passing.url.replace(/hardware_id=[^&]*&?/, '');
    },
  },
  {
    code: 'change_password_not_allowed',
    exit: 5,
    words: ['user', 'password', 'sso@example.com', '--user-password-stdin'],
    env: { LICENSECTL_OLD_PASSWORD: 'somepassword' },
    input: 'another-password\n',
  },
];

/** Documented, and not of the License API: creating orders belongs to the Management API. */
const ELSEWHERE = ['order_id_exists'];

describe('a documented error of the License API', () => {
  beforeEach(() => line.control('POST', '/reset', {}));

  it.each(CAUSES.map((cause) => [cause.code, cause.words.join(' '), cause] as const))(
    '%s: %s',
    async (code, _words, cause) => {
      for (const words of cause.before ?? []) {
        expect(await line.run(words), words.join(' ')).toMatchObject({ status: 0 });
      }
      if (cause.settings) await line.control('PATCH', '/settings', cause.settings);
      if (cause.serverAhead) await line.control('POST', '/clock', { advanceSeconds: cause.serverAhead });
      line.interfere(cause.between ?? null);
      const { status, out, err } = await line.run([...cause.words, '--json'], cause);
      expect(out).toBe('');
      const { error } = JSON.parse(err) as { error: Readonly<Record<string, unknown>> };
      const documented = documentedCodes.find((one) => one.code === code);
      expect({ status, error }).toMatchObject({
        status: cause.exit,
        error: { code, provider: 'licensespring', httpStatus: cause.httpStatus ?? documented?.status },
      });
      expect(error.message).toMatch(/^\p{Lu}.{8,}/u);
      expect(error.hint).toMatch(/^(\p{Lu}|licensectl ).{8,}/u);
      expect(`${error.hint}`.split(' ').length).toBeGreaterThan(3);
      expect(error.hint).not.toBe(error.message);
      expect(`${error.message} ${error.hint}`).not.toMatch(/undefined|null|NaN|\[object/);
    },
  );

  it('is in this table whatever it is, but for what belongs to another API', () => {
    const caused = new Set(CAUSES.map(({ code }) => code));
    const codes = documentedCodes.map(({ code }) => code);
    expect(codes.filter((code) => !caused.has(code))).toEqual(ELSEWHERE);
    expect([...caused].filter((code) => !codes.includes(code))).toEqual([]);
  });
});

describe('explain', () => {
  it.each(documentedCodes)('tells what $code means, and the next step', async ({ code }) => {
    const { status, out, err } = await line.run(['explain', code, '--json']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(code);
  });
});
