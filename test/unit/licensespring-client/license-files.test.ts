import { afterEach, describe, expect, it } from 'vitest';
import { licensespringFiles } from '../../../src/api/licensespring/offline-files.js';
import { licensespring } from '../../../src/api/licensespring/provider.js';
import type { RequestKind } from '../../../src/api/offline-files.js';
import { AuthenticationError, RejectedError, UnknownOutcomeError, UsageError } from '../../../src/errors.js';
import { ACCOUNT, answerFor, base64, bundleAnswer, LICENSE, PUBLIC_KEY, STRANGER } from './offline-vendor.js';
import { createHarness, type Harness } from './test-client.js';
import { inOrder, type Reply, startServer, type TestServer } from './test-server.js';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Serving extends Harness {
  readonly seen: TestServer['seen'];
}

async function serve(
  reply: Reply,
  settings: Readonly<Record<string, string>> = { publicKey: PUBLIC_KEY },
): Promise<Serving> {
  server = await startServer(inOrder(reply));
  const { baseUrl, seen } = server;
  const harness = await createHarness(licensespring, { baseUrl, settings, secrets: ACCOUNT.secrets });
  return { ...harness, seen };
}

function requestOf(kind: RequestKind, more: object = {}): string {
  return licensespringFiles.makeRequest({
    kind,
    form: 'documented',
    input: { hardware_id: 'HW-One', product: 'paint', license_key: '1111-2222-3333-4444', ...more },
    account: ACCOUNT,
    requestId: 'R-1',
    now: Date.parse('2026-11-20T12:00:00Z'),
  }).content;
}

const failure = async (work: Promise<unknown> | undefined): Promise<unknown> =>
  work?.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('an activation request', () => {
  it('goes out as it is, and the answer becomes a file', async () => {
    const body = JSON.stringify(answerFor(), null, 1);
    const { capabilities, seen, notices } = await serve({ body });
    const request = requestOf('activation');
    const read = await capabilities.licenseFiles?.activate({ request });
    expect(seen).toMatchObject([{ method: 'POST', url: '/api/v4/activate_offline', body: request }]);
    expect(seen[0]?.headers['content-type']).toBe('text/plain');
    expect(read).toEqual({
      raw: body,
      value: {
        provider: 'licensespring',
        kind: 'license',
        key: '1111-2222-3333-4444',
        product: 'paint',
        deviceId: 'HW-One',
        expiresAt: '2027-06-30T23:59:59.000Z',
        signature: 'verified',
        certificate: base64(body),
      },
    });
    expect(notices).toEqual([]);
  });

  it('for a bundle goes to the other call', async () => {
    const { capabilities, seen } = await serve({ body: bundleAnswer([LICENSE, { ...LICENSE, id: 2 }]) });
    const request = requestOf('activation', { product: 'suite' });
    const read = await capabilities.licenseFiles?.activateBundle({ request });
    expect(seen[0]?.url).toBe('/api/v4/activate_bundle_offline');
    expect(read?.value).toMatchObject({ kind: 'bundle', product: 'suite', signature: 'verified' });
  });

  it.each<[string, unknown, string, string]>([
    ['was changed', { ...answerFor(), max_activations: 500 }, 'signature_mismatch', 'license_signature_v2'],
    [
      'is signed by another',
      answerFor(LICENSE, { key: STRANGER.privateKey }),
      'signature_mismatch',
      'another key',
    ],
    ['is not signed', LICENSE, 'signature_missing', 'license_signature_v2'],
    [
      'is for another device',
      answerFor({ ...LICENSE, hardware_id: 'HW-Two' }),
      'signature_mismatch',
      'another device',
    ],
    [
      'is for another licence',
      answerFor({ ...LICENSE, license_key: 'OTHER' }),
      'signature_mismatch',
      'another licence',
    ],
    [
      'is for another product',
      answerFor({ ...LICENSE, product_details: { short_code: 'draw' } }),
      'signature_mismatch',
      'another product',
    ],
    [
      'is a bundle with another licence',
      bundleAnswer([LICENSE, { ...LICENSE, license_key: 'OTHER' }]),
      'signature_mismatch',
      'another licence',
    ],
  ])('whose answer %s is refused, or told of, as the context says', async (_name, body, code, said) => {
    const request = requestOf('activation');
    const refused = await failure((await serve({ body })).capabilities.licenseFiles?.activate({ request }));
    expect(refused).toBeInstanceOf(RejectedError);
    expect(refused).toMatchObject({
      code,
      message: expect.stringContaining(said),
      hint: expect.stringContaining('may have activated the device'),
      operation: 'licensespring.offline.activate',
    });
    await server?.close();

    const warned = await serve({ body }, { publicKey: PUBLIC_KEY, signatures: 'warn' });
    const read = await warned.capabilities.licenseFiles?.activate({ request });
    expect(read?.value.signature).toBe('unverified');
    expect(warned.notices).toEqual([expect.stringContaining(said)]);
    await server?.close();

    const off = await serve({ body }, { publicKey: PUBLIC_KEY, signatures: 'off' });
    expect((await off.capabilities.licenseFiles?.activate({ request }))?.value.signature).toBe('unverified');
    expect(off.notices).toEqual([]);
  });

  it('of a user is answered for that user, whatever account stands behind the name', async () => {
    const request = requestOf('activation', {
      license_key: undefined,
      username: 'A@b.example',
      password: 'p',
    });
    const { license_key: _key, ...license } = LICENSE;
    const forUser = (name: string) => answerFor({ ...license, username: name, user: { email: name } });
    const right = await serve({ body: forUser('a@b.example|acct') });
    expect((await right.capabilities.licenseFiles?.activate({ request }))?.value.signature).toBe('verified');
    await server?.close();
    const wrong = await serve({ body: forUser('other@b.example') });
    expect(await failure(wrong.capabilities.licenseFiles?.activate({ request }))).toMatchObject({
      code: 'signature_mismatch',
      message: expect.stringContaining('another user'),
    });
  });

  it('without a public key is told that nothing proves the answer', async () => {
    const { capabilities, notices } = await serve({ body: answerFor() }, {});
    const read = await capabilities.licenseFiles?.activate({ request: requestOf('activation') });
    expect(read?.value.signature).toBe('unverified');
    expect(notices).toEqual([expect.stringContaining('Nothing proves that this licence file')]);
  });

  it('answered with something else may have taken effect', async () => {
    const { capabilities } = await serve({ body: { a: 1 } });
    const error = await failure(capabilities.licenseFiles?.activate({ request: requestOf('activation') }));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(error).toMatchObject({ code: 'unexpected_answer' });
  });

  it('whose signature the server refuses may have been changed', async () => {
    const body = { status: 400, code: 'signature_mismatch', message: 'The signature does not match' };
    const { capabilities } = await serve({ status: 400, body });
    const error = await failure(capabilities.licenseFiles?.activate({ request: requestOf('activation') }));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({
      code: 'signature_mismatch',
      message: 'The signature does not match',
      hint: expect.stringContaining('The request file was changed after it was made'),
      httpStatus: 400,
    });
  });
});

describe('a deactivation request', () => {
  it.each([
    ['deactivate', '/api/v4/deactivate_offline'],
    ['deactivateBundle', '/api/v4/deactivate_bundle_offline'],
  ] as const)('%s names what the request named', async (name, url) => {
    const { capabilities, seen } = await serve({ body: 'license_deactivated' });
    const request = requestOf('deactivation');
    const read = await capabilities.licenseFiles?.[name]({ request });
    expect(seen).toMatchObject([{ url, body: request }]);
    expect(read?.value).toMatchObject({
      key: '1111-2222-3333-4444',
      product: 'paint',
      deviceId: 'HW-One',
      status: 'deactivated',
    });
  });
});

it.each([
  ['activate', requestOf('deactivation')],
  ['deactivate', requestOf('activation')],
  ['activate', base64(JSON.stringify(answerFor()))],
  ['deactivateBundle', 'nonsense'],
] as const)('nothing is sent for %s with another file', async (name, request) => {
  const { capabilities, seen } = await serve({ body: 'license_deactivated' });
  expect(await failure(capabilities.licenseFiles?.[name]({ request }))).toBeInstanceOf(UsageError);
  expect(seen).toEqual([]);
});
