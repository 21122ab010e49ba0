import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { isBodySigned, isSigned } from '../../../src/api/licensespring/answer-signature.js';
import {
  activateLicense,
  checkLicense,
  deactivateLicense,
  releaseFloating,
} from '../../../src/api/licensespring/operations.js';
import { checkBundle } from '../../../src/api/licensespring/operations-bundle.js';
import { productDetails } from '../../../src/api/licensespring/operations-catalog.js';
import { licensespring } from '../../../src/api/licensespring/provider.js';
import type { Operation } from '../../../src/api/operation.js';
import { createHarness, type Harness } from './test-client.js';
import { startServer, type TestServer } from './test-server.js';

const vendor = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PUBLIC_KEY = vendor.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const sign = (text: string, key: KeyObject = vendor.privateKey): string =>
  createSign('sha256').update(text, 'utf8').sign(key, 'base64');

const DEVICE = { hardware_id: 'HW-One', product: 'paint', license_key: '1111-2222' };

/** What `license_signature` is over. */
const licenseMessage = (hardwareId: string, holder: string, validity: string): string =>
  `${hardwareId.toLowerCase()}#${holder}#${validity}`;

/** A licence as an activation answers it, signed for the device. */
function license(extra: object = {}, message = licenseMessage('HW-One', '1111-2222', '')): object {
  return {
    id: 7,
    license_key: '1111-2222',
    validity_period: null,
    ...extra,
    license_signature: sign(message),
  };
}

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Serving {
  readonly body: unknown;
  /** null for none; absent for the right one. */
  readonly signature?: string | null;
  readonly settings?: Readonly<Record<string, string>>;
}

async function serve({ body, signature, settings = { publicKey: PUBLIC_KEY } }: Serving): Promise<Harness> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const header = signature === undefined ? sign(text) : signature;
  server = await startServer(() => ({
    headers: { 'content-type': 'application/json', ...(header !== null && { LicenseSignature: header }) },
    body: text,
  }));
  const { baseUrl } = server;
  return createHarness(licensespring, { baseUrl, settings, secrets: { apiKey: 'a', sharedKey: 's' } });
}

const call = async (serving: Serving, operation: Operation = activateLicense, input: object = DEVICE) =>
  (await serve(serving)).client.call(operation, { ...input });

describe('an answer under a policy that requires proof', () => {
  it('is taken when header and licence are signed for this request', async () => {
    await expect(call({ body: license() })).resolves.toMatchObject({ status: 200 });
    const ends = '2030-01-02T03:04:05.000Z';
    const message = licenseMessage('hw-one', '1111-2222', ends);
    await expect(call({ body: license({ validity_period: ends }, message) })).resolves.toBeDefined();
    await expect(
      call({
        body: license(
          { validity_period: '2030-01-02' },
          licenseMessage('hw-one', '1111-2222', '2030-01-02T00:00:00.000Z'),
        ),
      }),
    ).resolves.toBeDefined();
  });

  it.each([
    ['another key', { body: license(), signature: sign(JSON.stringify(license()), stranger.privateKey) }],
    ['another body', { body: license({ max_activations: 9 }), signature: sign(JSON.stringify(license())) }],
    ['no signature at all', { body: license(), signature: 'none of that' }],
    ['the licence of another device', { body: license({}, licenseMessage('HW-Two', '1111-2222', '')) }],
    [
      'another licence of the same device',
      { body: license({ license_key: '9' }, licenseMessage('HW-One', '9', '')) },
    ],
    [
      'a licence of another product of the same user',
      { body: license({ product_details: { short_code: 'draw' } }) },
    ],
    ['a longer validity', { body: license({ validity_period: '2099-01-01T00:00:00.000Z' }) }],
  ])('is refused with %s', async (_what, serving) => {
    await expect(call(serving)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'signature_mismatch',
      hint: expect.stringContaining('whether it took effect is not known'),
    });
  });

  it('is refused without the header', async () => {
    await expect(call({ body: license(), signature: null })).rejects.toMatchObject({
      kind: 'rejected',
      code: 'signature_missing',
    });
    const read = call({ body: { product_name: 'Paint' }, signature: null }, productDetails, { product: 'p' });
    await expect(read).rejects.toMatchObject({ hint: expect.not.stringContaining('took effect') });
  });

  it('needs no signature where the documents promise none', async () => {
    await expect(
      call({ body: 'license_deactivated', signature: null }, deactivateLicense),
    ).resolves.toBeDefined();
    await expect(call({ body: { ok: true }, signature: null }, releaseFloating)).resolves.toBeDefined();
  });

  it('takes the user name up to the bar, and with single sign-on the e-mail of the answer', async () => {
    const byUser = { hardware_id: 'HW-One', product: 'paint', username: 'a@b.example|acct', password: 'p' };
    const forUser = license({ license_key: null }, licenseMessage('HW-One', 'a@b.example', ''));
    await expect(call({ body: forUser }, activateLicense, byUser)).resolves.toBeDefined();
    const bySso = { hardware_id: 'HW-One', product: 'paint', code: 'c', customer_account_code: 'acct' };
    const body = license(
      { license_key: null, user: { email: 'a@b.example|acct' } },
      licenseMessage('HW-One', 'a@b.example', ''),
    );
    await expect(call({ body }, activateLicense, bySso)).resolves.toBeDefined();
  });

  it('takes the message in lower case, as one of the vendor’s clients has it', async () => {
    const byKey = { ...DEVICE, license_key: 'AAAA-BBBB' };
    const ends = '2030-01-02T03:04:05.000Z';
    const lower = licenseMessage('hw-one', 'aaaa-bbbb', ends).toLowerCase();
    const body = license({ license_key: 'AAAA-BBBB', validity_period: ends }, lower);
    await expect(call({ body }, activateLicense, byKey)).resolves.toBeDefined();
  });

  it('reads what was asked from the query of a check', async () => {
    await expect(call({ body: license() }, checkLicense)).resolves.toBeDefined();
    const other = license({}, licenseMessage('HW-Two', '1111-2222', ''));
    await expect(call({ body: other }, checkLicense)).rejects.toMatchObject({ code: 'signature_mismatch' });
  });

  it('wants every licence of a bundle signed, by its own key', async () => {
    const one = license();
    const two = license({ license_key: '3333' }, licenseMessage('HW-One', '3333', ''));
    await expect(call({ body: [one, two] }, checkBundle)).resolves.toBeDefined();
    const wrong = license({ license_key: '3333' }, licenseMessage('HW-Two', '3333', ''));
    await expect(call({ body: [one, wrong] }, checkBundle)).rejects.toMatchObject({
      code: 'signature_mismatch',
    });
  });

  it.each([
    ['a product', checkLicense, { product_name: 'Paint', license_enabled: true, id: 7 }],
    ['a licence that is not signed itself', checkLicense, { ...license(), license_signature: null }],
    ['a licence of an empty signature', activateLicense, { ...license(), license_signature: '' }],
    ['an empty list', checkBundle, []],
    ['a list with another entry', checkBundle, [license(), { id: 7 }]],
    ['a list with no object', checkBundle, [license(), 7]],
  ])('does not take %s that the vendor signed for something else', async (_what, operation, body) => {
    await expect(call({ body }, operation)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'signature_missing',
      message: expect.stringContaining('license_signature'),
    });
  });

  it('binds the id of the licence where the request names it, and not the products of a bundle', async () => {
    const one = { ...DEVICE, license_id: 7 };
    await expect(call({ body: license() }, checkLicense, one)).resolves.toBeDefined();
    const other = call({ body: license() }, checkLicense, { ...one, license_id: 8 });
    await expect(other).rejects.toMatchObject({
      code: 'signature_mismatch',
      message: expect.stringContaining('has another id'),
    });
    const part = license({ product_details: { short_code: 'draw' } });
    await expect(call({ body: [part] }, checkBundle)).resolves.toBeDefined();
    const inBundle = { ...DEVICE, bundle_code: 'suite' };
    await expect(call({ body: part }, checkLicense, inBundle)).resolves.toBeDefined();
  });

  it('cannot be required without a key: nothing is sent', async () => {
    await expect(serve({ body: license(), settings: { signatures: 'require' } })).rejects.toMatchObject({
      kind: 'usage',
      code: 'public_key_missing',
    });
    expect(server?.seen).toEqual([]);
  });
});

describe('the other policies', () => {
  it('warn: tells, and shows the answer', async () => {
    const harness = await serve({
      body: license(),
      signature: sign('something else'),
      settings: { publicKey: PUBLIC_KEY, signatures: 'warn' },
    });
    await expect(harness.client.call(activateLicense, DEVICE)).resolves.toBeDefined();
    expect(harness.notices).toEqual([expect.stringContaining('LicenseSignature does not match')]);
  });

  it('without a key: tells once that nothing is proved', async () => {
    const harness = await serve({ body: license(), settings: {} });
    await harness.client.call(checkLicense, DEVICE);
    await harness.client.call(checkLicense, DEVICE);
    expect(harness.notices).toEqual([expect.stringContaining('there is no public key')]);
  });

  it('off: does not look', async () => {
    const harness = await serve({
      body: license(),
      signature: 'nonsense',
      settings: { publicKey: PUBLIC_KEY, signatures: 'off' },
    });
    await expect(harness.client.call(activateLicense, DEVICE)).resolves.toBeDefined();
    expect(harness.notices).toEqual([]);
  });
});

describe('the signature of a body', () => {
  const compact = JSON.stringify({ name: 'Łódź – "x" \n/', n: 1.5, list: [1, { a: null }] });
  const signature = sign(compact);

  it('covers the text as received, or its compact form', () => {
    expect(isBodySigned(compact, signature, vendor.publicKey)).toBe(true);
    const spaced = JSON.stringify(JSON.parse(compact), null, 2);
    expect(isBodySigned(spaced, signature, vendor.publicKey)).toBe(true);
    const escaped = compact.replace('Ł', '\\u0141').replace('/', '\\/');
    expect(isBodySigned(escaped, signature, vendor.publicKey)).toBe(true);
    expect(isBodySigned(spaced, sign(spaced), vendor.publicKey)).toBe(true);
  });

  it('covers every byte of it', () => {
    const bytes = Buffer.from(compact);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const mask of [1, 2, 4, 16, 32]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ mask;
        expect(isBodySigned(changed.toString('utf8'), signature, vendor.publicKey)).toBe(false);
      }
    }
  });

  it('does not let numbers be rounded or members be moved', () => {
    const long = '{"id":9007199254740992,"a":1}';
    const signed = sign(long);
    expect(isBodySigned('{"id":9007199254740993,"a":1}', signed, vendor.publicKey)).toBe(false);
    expect(isBodySigned('{"a":1,"id":9007199254740992}', signed, vendor.publicKey)).toBe(false);
    expect(isBodySigned('{"id":9007199254740992,"a":1.0}', signed, vendor.publicKey)).toBe(false);
    expect(isBodySigned('{"id":9007199254740992,"a":1,"a":1}', signed, vendor.publicKey)).toBe(false);
  });

  it('may be of any length that an answer may have', () => {
    const long = `{"text":"${'x'.repeat(8 * 1024 * 1024)}"}`;
    expect(isBodySigned(` ${long}`, sign(long), vendor.publicKey)).toBe(true);
    expect(isBodySigned(`${long}"`, sign(long), vendor.publicKey)).toBe(false);
  });

  it('may be hexadecimal, as one sample of the pages is', () => {
    const hex = Buffer.from(signature, 'base64').toString('hex');
    expect(isSigned(compact, hex, vendor.publicKey)).toBe(true);
    expect(isSigned(compact, hex.toUpperCase(), vendor.publicKey)).toBe(true);
    expect(isSigned(compact, hex.slice(2), vendor.publicKey)).toBe(false);
    expect(isSigned(compact, '', vendor.publicKey)).toBe(false);
  });
});
