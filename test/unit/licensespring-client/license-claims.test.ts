/** Whose licence an answer must be for: what its `license_signature` may cover, by how the call named the licence. */
import { afterEach, describe, expect, it } from 'vitest';
import { isLicenseSigned, isSigned } from '../../../src/api/licensespring/answer-signature.js';
import { activateLicense, checkLicense } from '../../../src/api/licensespring/operations.js';
import { activateBundle, checkBundle } from '../../../src/api/licensespring/operations-bundle.js';
import { licensespring } from '../../../src/api/licensespring/provider.js';
import type { Input, Operation } from '../../../src/api/operation.js';
import { PUBLIC_KEY, sign, VENDOR } from './offline-vendor.js';
import { createHarness, type Harness } from './test-client.js';
import { startServer, type TestServer } from './test-server.js';

const DEVICE = { hardware_id: 'HW-One', product: 'paint' };
const BY_KEY = { ...DEVICE, license_key: '1111-2222' };
const BY_USER = { ...DEVICE, username: 'a@b.example', password: 'p' };
const BY_SSO = { ...DEVICE, code: 'c', customer_account_code: 'acct' };

/** A licence, signed for the device and this holder. */
const license = (holder: string, members: object = {}): object => ({
  id: 7,
  ...members,
  license_signature: sign(`hw-one#${holder}#`),
});

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(body: unknown, settings: Record<string, string>): Promise<Harness> {
  const text = JSON.stringify(body);
  server = await startServer(() => ({
    headers: { 'content-type': 'application/json', LicenseSignature: sign(text) },
    body: text,
  }));
  const { baseUrl } = server;
  return createHarness(licensespring, { baseUrl, settings, secrets: { apiKey: 'a', sharedKey: 's' } });
}

const KEY_OF_ANOTHER = license('9999', { license_key: '9999' });
const WITH_USER = { user: { email: 'a@b.example' } };

describe('an answer', () => {
  it.each<[string, Operation, Input, unknown]>([
    ['of a key, whoever its user is', activateLicense, BY_KEY, license('1111-2222', WITH_USER)],
    ['of a user', activateLicense, BY_USER, license('a@b.example')],
    ['of single sign-on', activateLicense, BY_SSO, license('a@b.example', WITH_USER)],
    ['of a bundle by its key', activateBundle, BY_KEY, [license('1111-2222')]],
    ['of a bundle by the keys in it', activateBundle, BY_KEY, [KEY_OF_ANOTHER]],
    ['of a bundle by its user', activateBundle, BY_USER, [license('a@b.example')]],
    ['of a bundle by single sign-on', activateBundle, BY_SSO, [license('a@b.example', WITH_USER)]],
    ['of a look at a bundle', checkBundle, BY_KEY, [license('1111-2222'), KEY_OF_ANOTHER]],
  ])('%s is taken', async (_what, operation, input, body) => {
    const { client } = await serve(body, { publicKey: PUBLIC_KEY });
    await expect(client.call(operation, input)).resolves.toMatchObject({ status: 200 });
  });

  it.each<[string, Operation, Input, unknown]>([
    ['of another key', checkLicense, BY_KEY, KEY_OF_ANOTHER],
    ['of another user', activateLicense, BY_USER, license('x@b.example', WITH_USER)],
    ['of the user of a key', activateLicense, BY_KEY, license('a@b.example', WITH_USER)],
    ['of a bundle activated with a stranger in it', activateBundle, BY_KEY, [license('9999')]],
    ['of a bundle with a stranger in it', checkBundle, BY_KEY, [license('1111-2222'), license('9999')]],
  ])('%s is refused', async (_what, operation, input, body) => {
    const { client } = await serve(body, { publicKey: PUBLIC_KEY });
    await expect(client.call(operation, input)).rejects.toMatchObject({
      code: 'signature_mismatch',
      operation: operation.id,
      httpStatus: 200,
    });
  });

  it('without a key is told of with the first call, and not again', async () => {
    const { client, notices } = await serve(license('1111-2222'), {});
    await client.call(checkLicense, BY_KEY);
    expect(notices).toHaveLength(1);
    await client.call(checkLicense, BY_KEY);
    expect(notices).toHaveLength(1);
  });
});

describe('license_signature', () => {
  const isProof = (message: string, holder: string, validity: string | null): boolean =>
    isLicenseSigned(
      { hardwareId: 'HW-One', holders: ['x', holder], validity },
      sign(message),
      VENDOR.publicKey,
    );

  it.each([
    ['no end', 'hw-one#K#', 'K', null],
    ['a date as it stands', 'hw-one#K#2030-01-02', 'K', '2030-01-02'],
    ['a date in full', 'hw-one#K#2030-01-02T00:00:00.000Z', 'K', '2030-01-02'],
    ['something that is no date', 'hw-one#K#never', 'K', 'never'],
    ['lower case', 'hw-one#abc#2030-01-02t00:00:00.000z', 'ABC', '2030-01-02T00:00:00.000Z'],
    ['a user with an account', 'hw-one#a@b.example#', 'a@b.example|acct', null],
  ])('may be over %s', (_what, message, holder, validity) => {
    expect(isProof(message, holder, validity)).toBe(true);
  });

  it.each([
    ['another device', 'hw-two#K#', 'K', null],
    ['another holder', 'hw-one#L#', 'K', null],
    ['an end where there is none', 'hw-one#K#2030-01-02', 'K', null],
    ['no end where there is one', 'hw-one#K#', 'K', '2030-01-02'],
    ['the account of a user', 'hw-one#a@b.example|acct#', 'a@b.example|acct', null],
    ['upper case', 'HW-ONE#K#', 'K', null],
  ])('is none over %s', (_what, message, holder, validity) => {
    expect(isProof(message, holder, validity)).toBe(false);
  });

  it('may have white space around it', () => {
    expect(isSigned('text', ` ${sign('text')}\n`, VENDOR.publicKey)).toBe(true);
  });
});
