import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LicenseFileRecord } from '../../../src/api/device-records.js';
import { licensespringFiles } from '../../../src/api/licensespring/offline-files.js';
import type { Input } from '../../../src/api/operation.js';
import type { DeactivationRecord } from '../../../src/api/records.js';
import { command as activate } from '../../../src/commands/offline/activate.js';
import { command as deactivate } from '../../../src/commands/offline/deactivate.js';
import { command as request } from '../../../src/commands/offline/request.js';
import { command as verify } from '../../../src/commands/offline/verify.js';
import type { RunContext } from '../../../src/commands/run-context.js';
import type { ResolvedContext } from '../../../src/config/context.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { ACCOUNT, answerFor, base64, hmac, PUBLIC_KEY } from '../licensespring-client/offline-vendor.js';
import {
  type Fake,
  type FakeOptions,
  fakeContext,
  never,
  noting,
  parsedFor,
  recordIn,
} from './fake-context.js';

const temporaryFolder = temporaryFolders();

const CONTEXT: ResolvedContext = {
  name: 'shop',
  provider: 'licensespring',
  baseUrl: 'https://licences.test',
  ...ACCOUNT,
};

/** A context of LicenseSpring with keys of its own, in a folder of its own. */
async function workplace(
  options: FakeOptions = {},
  stored: ResolvedContext = CONTEXT,
): Promise<Fake & { readonly cwd: string; read(file: string): Promise<string> }> {
  const cwd = await temporaryFolder();
  const fake = fakeContext({ provider: 'licensespring', cwd, ...options });
  const context: RunContext = {
    ...fake.context,
    resolveContext: async () => stored,
    connect: async () => ({ ...(await fake.context.connect()), context: stored }),
  };
  return { ...fake, context, cwd, read: (file) => readFile(join(cwd, file), 'utf8') };
}

const LAPTOP = { product: 'paint', 'hardware-id': 'HW-One' };
const decoded = (text: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
const usage = (code: string) => expect.objectContaining({ kind: 'usage', code });

describe('offline request', () => {
  it('writes a file for this user alone, and sends nothing', async () => {
    const { context, cwd, read, sent, notices } = await workplace();
    const outcome = await request.run(context, parsedFor(request, ['1111'], { ...LAPTOP, out: 'x.req' }));
    const content = decoded(await read('x.req'));
    expect(content).toEqual({
      api_key: 'an-api-key',
      date: 'Fri, 20 Nov 2026 12:00:00 GMT',
      request: 'activation',
      request_id: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      hardware_id: 'HW-One',
      product: 'paint',
      license_key: '1111',
      signature: hmac('licenseSpring\ndate: Fri, 20 Nov 2026 12:00:00 GMT\n1111\nHW-One\nan-api-key'),
    });
    expect((await stat(join(cwd, 'x.req'))).mode & 0o777).toBe(0o600);
    expect(recordIn(outcome).record).toEqual({
      provider: 'licensespring',
      form: 'documented',
      kind: 'activation',
      key: '1111',
      username: null,
      product: 'paint',
      deviceId: 'HW-One',
      requestId: content.request_id,
      madeAt: '2026-11-20T12:00:00.000Z',
      file: join(cwd, 'x.req'),
    });
    expect([sent, notices]).toEqual([[], []]);
  });

  it('takes every flag in the newer form', async () => {
    const { context, read } = await workplace();
    const flags = {
      ...LAPTOP,
      key: '1111',
      form: 'sdk',
      deactivate: true,
      consumptions: '-2',
      'request-id': 'R-1',
      'app-name': 'Paint',
      'bundle-code': 'suite',
      'license-id': '7',
      'is-vm': 'true',
      'os-ver': '12',
      variable: ['region=eu'],
      out: 'x.req',
    };
    await request.run(context, parsedFor(request, [], flags));
    const { request: content, signature } = decoded(await read('x.req'));
    expect(content).toEqual({
      schema_version: 2,
      app_name: 'Paint',
      api_key: 'an-api-key',
      date: 'Fri Nov 20 2026 12:00:00 GMT+0000',
      request: 'deactivation',
      request_id: 'R-1',
      hardware_id: 'HW-One',
      product: 'paint',
      license_key: '1111',
      license_id: 7,
      bundle_code: 'suite',
      is_vm: true,
      os_ver: '12',
      variables: { region: 'eu' },
      consumptions: -2,
    });
    expect(signature).toBe(hmac(JSON.stringify(content)));
  });

  it('of a user holds the password, which is said and never shown', async () => {
    const { context, read, warnings, secrets } = await workplace({ stdin: 'a-pass-word\n' });
    const flags = { ...LAPTOP, user: 'u@example.com', 'password-stdin': true, out: 'x.req' };
    const outcome = await request.run(context, parsedFor(request, [], flags));
    expect(decoded(await read('x.req'))).toMatchObject({
      username: 'u@example.com',
      password: 'a-pass-word',
    });
    expect([warnings, secrets]).toEqual([['file_holds_password'], ['a-pass-word']]);
    expect(JSON.stringify(recordIn(outcome))).not.toMatch(/a-pass-word|an-api-key/);
  });

  it.each<[string, readonly string[], Record<string, string | boolean>, string]>([
    ['no licence', [], { out: 'x.req' }, 'missing_input'],
    ['a key and a user', ['1111'], { user: 'u', out: 'x.req' }, 'conflicting_options'],
    ['two keys', ['1111'], { key: '2222', out: 'x.req' }, 'conflicting_options'],
    ['standard output', ['1111'], { out: '-' }, 'file_name_missing'],
    ['a number that is none', ['1111'], { consumptions: 'many', out: 'x.req' }, 'invalid_input'],
    ['an app name in the documented form', ['1111'], { 'app-name': 'Paint', out: 'x.req' }, 'invalid_input'],
  ])('makes nothing for %s', async (_name, args, flags, code) => {
    const { context, read } = await workplace();
    const run = request.run(context, parsedFor(request, args, { ...LAPTOP, ...flags }));
    await expect(run).rejects.toEqual(usage(code));
    await expect(read('x.req')).rejects.toThrow('ENOENT');
  });

  it('takes the same key twice', async () => {
    const { context, read } = await workplace();
    await request.run(context, parsedFor(request, ['1111'], { ...LAPTOP, key: '1111', out: 'x.req' }));
    expect(decoded(await read('x.req')).license_key).toBe('1111');
  });

  it('leaves an existing file alone without --force', async () => {
    const { context, cwd, read } = await workplace();
    await writeFile(join(cwd, 'x.req'), 'mine');
    const flags = { ...LAPTOP, out: 'x.req' };
    await expect(request.run(context, parsedFor(request, ['1111'], flags))).rejects.toEqual(
      usage('file_exists'),
    );
    expect(await read('x.req')).toBe('mine');
    await request.run(context, parsedFor(request, ['1111'], { ...flags, force: true }));
    expect(decoded(await read('x.req')).license_key).toBe('1111');
  });

  it('writes nothing in a dry run', async () => {
    const { context, read } = await workplace({ settings: { dryRun: true } });
    const outcome = await request.run(context, parsedFor(request, ['1111'], { ...LAPTOP, out: 'x.req' }));
    expect(recordIn(outcome)).toMatchObject({ preview: true, record: { dryRun: true, deviceId: 'HW-One' } });
    await expect(read('x.req')).rejects.toThrow('ENOENT');
  });
});

const requestFor = (kind: 'activation' | 'deactivation'): string =>
  licensespringFiles.makeRequest({
    kind,
    form: 'documented',
    input: { hardware_id: 'HW-One', product: 'paint', username: 'u@example.com', password: 'a-pass-word' },
    account: ACCOUNT,
    requestId: 'R-1',
    now: 0,
  }).content;

const GRANTED: LicenseFileRecord = {
  provider: 'licensespring',
  kind: 'license',
  key: null,
  product: 'paint',
  deviceId: 'HW-One',
  expiresAt: null,
  signature: 'verified',
  certificate: 'bGljZW5jZQ==',
};

const licenseFiles = { activate: never, activateBundle: never, deactivate: never, deactivateBundle: never };

describe('offline activate', () => {
  it('says where the text came from that is no request', async () => {
    const { context } = await workplace({
      capabilities: { licenseFiles },
      stdin: 'nonsense!',
    });
    await expect(activate.run(context, parsedFor(activate, ['-'], { out: 'x.lic' }))).rejects.toMatchObject({
      code: 'not_a_request_file',
      message: expect.stringMatching(/^Standard input is no request file/),
    });
  });

  it.each([
    ['activate', {}],
    ['activateBundle', { bundle: true }],
  ] as const)('%s: sends what is in the file, and writes what comes', async (name, flags) => {
    const inputs: Input[] = [];
    const files = { ...licenseFiles, [name]: noting(inputs, GRANTED) };
    const { context, cwd, read, secrets } = await workplace({ capabilities: { licenseFiles: files } });
    await writeFile(join(cwd, 'x.req'), `${requestFor('activation')}\n`);
    const outcome = await activate.run(context, parsedFor(activate, ['x.req'], { ...flags, out: 'x.lic' }));
    expect(inputs).toEqual([{ request: requestFor('activation') }]);
    expect(await read('x.lic')).toBe('bGljZW5jZQ==\n');
    expect(recordIn(outcome)).toMatchObject({
      record: { deviceId: 'HW-One', signature: 'verified', file: join(cwd, 'x.lic') },
      message: expect.stringContaining('Wrote the licence file'),
    });
    expect(secrets).toEqual(['a-pass-word', 'an-api-key']);
  });

  it('prints the file when it is not written', async () => {
    const files = { ...licenseFiles, activate: noting([], GRANTED) };
    const { context } = await workplace({
      capabilities: { licenseFiles: files },
      stdin: requestFor('activation'),
    });
    const outcome = await activate.run(context, parsedFor(activate, ['-']));
    expect(recordIn(outcome)).toMatchObject({ document: 'bGljZW5jZQ==', id: 'certificate' });
  });

  it.each([
    [
      'another kind of request',
      requestFor('deactivation'),
      'wrong_request',
      "'x.req' is a request for deactivation",
    ],
    ['something else', 'nonsense', 'not_a_request_file', "'x.req' is no request file"],
    ['a licence file', base64(JSON.stringify(answerFor())), 'not_a_request_file', 'licence file'],
  ])('sends nothing of %s', async (_name, text, code, said) => {
    const { context, cwd } = await workplace({ capabilities: { licenseFiles } });
    await writeFile(join(cwd, 'x.req'), text);
    const run = activate.run(context, parsedFor(activate, ['x.req']));
    await expect(run).rejects.toMatchObject({ kind: 'usage', code, message: expect.stringContaining(said) });
  });

  it('sends nothing when the answer would be lost', async () => {
    const options = { capabilities: { licenseFiles }, stdin: requestFor('activation') };
    const hidden = await workplace({ ...options, settings: { columns: ['key'] } });
    await expect(activate.run(hidden.context, parsedFor(activate, ['-']))).rejects.toMatchObject({
      code: 'certificate_hidden',
      message: '--columns leaves out the licence file, which the server gives only once.',
    });
    const taken = await workplace(options);
    await writeFile(join(taken.cwd, 'x.lic'), 'mine');
    await expect(activate.run(taken.context, parsedFor(activate, ['-'], { out: 'x.lic' }))).rejects.toEqual(
      usage('file_exists'),
    );
  });
});

describe('offline deactivate', () => {
  const DONE = { provider: 'licensespring', key: null, deviceId: 'HW-One' } as unknown as DeactivationRecord;

  it.each([
    ['deactivate', {}],
    ['deactivateBundle', { bundle: true }],
  ] as const)('%s: asks by the names in the request', async (name, flags) => {
    const inputs: Input[] = [];
    const files = { ...licenseFiles, [name]: noting(inputs, DONE) };
    const { context, questions } = await workplace({
      capabilities: { licenseFiles: files },
      stdin: requestFor('deactivation'),
    });
    const outcome = await deactivate.run(context, parsedFor(deactivate, ['-'], flags));
    expect(questions).toEqual(['Deactivate u@example.com of product paint on device HW-One?']);
    expect(inputs).toEqual([{ request: requestFor('deactivation') }]);
    expect(recordIn(outcome).message).toBe('The client HW-One is deactivated.');
  });

  it('sends nothing without consent, or of an activation request', async () => {
    const options = { capabilities: { licenseFiles }, stdin: requestFor('deactivation') };
    const declined = await workplace({ ...options, declines: true });
    await expect(deactivate.run(declined.context, parsedFor(deactivate, ['-']))).rejects.toEqual(
      usage('not_confirmed'),
    );
    const other = await workplace({ ...options, stdin: requestFor('activation') });
    await expect(deactivate.run(other.context, parsedFor(deactivate, ['-']))).rejects.toEqual(
      usage('wrong_request'),
    );
    expect(other.questions).toEqual([]);
  });

  it.each([
    ['FILE', ['-'], {}],
    ['--certificate', [], { certificate: '-' }],
  ] as const)('takes the certificate of a Zentitle client by %s', async (_name, args, flags) => {
    const inputs: Input[] = [];
    const offline = { certificate: never, deactivate: noting(inputs, DONE) };
    const { context, questions } = fakeContext({ capabilities: { offline }, stdin: 'ab12' });
    await deactivate.run(context, parsedFor(deactivate, args, { ...flags, product: '5' }));
    expect(inputs).toEqual([{ productid: '5', deactivationcertificate: 'ab12' }]);
    expect(questions).toEqual([
      'Deactivate the client that made the certificate on standard input, for product 5?',
    ]);
  });

  it('wants one file', async () => {
    const { context } = await workplace();
    await expect(deactivate.run(context, parsedFor(deactivate))).rejects.toEqual(usage('missing_input'));
    await expect(deactivate.run(context, parsedFor(deactivate, ['a'], { certificate: 'b' }))).rejects.toEqual(
      usage('conflicting_options'),
    );
  });
});

describe('offline verify', () => {
  async function place(stored?: ResolvedContext, options: FakeOptions = {}) {
    const made = await workplace(options, stored);
    await writeFile(join(made.cwd, 'x.lic'), base64(JSON.stringify(answerFor())));
    await writeFile(join(made.cwd, 'vendor.pem'), PUBLIC_KEY);
    return made;
  }

  it('needs no context with a key', async () => {
    const made = await place();
    const nobody = (): never => {
      throw new Error('must not be called');
    };
    const context = { ...made.context, resolveContext: nobody, connect: nobody };
    const flags = { 'public-key': 'vendor.pem', 'hardware-id': 'HW-One' };
    const outcome = await verify.run(context, parsedFor(verify, ['x.lic'], flags));
    expect(recordIn(outcome)).toMatchObject({
      record: { valid: true, deviceChecked: true, signatures: ['license_signature', 'license_signature_v2'] },
      message:
        'The licence 1111-2222-3333-4444 is genuine and valid for HW-One, until 2027-06-30T23:59:59.000Z.',
    });
  });

  it('has key and shared key from a context', async () => {
    const { context } = await place({ ...CONTEXT, settings: { publicKey: PUBLIC_KEY } });
    const { record } = recordIn(await verify.run(context, parsedFor(verify, ['x.lic'])));
    expect(record.signatures).toEqual(['license_signature', 'license_signature_v2', 'offline_signature']);
  });

  it('uses a named context besides a key', async () => {
    const { context } = await place(CONTEXT, { settings: { contextName: 'shop' } });
    const outcome = await verify.run(context, parsedFor(verify, ['x.lic'], { 'public-key': 'vendor.pem' }));
    expect(recordIn(outcome).record.signatures).toContain('offline_signature');
  });

  it.each<[string, ResolvedContext, Record<string, string>, object]>([
    ['a context without a key', CONTEXT, {}, { kind: 'usage', code: 'public_key_missing' }],
    ['a context of another system', { ...CONTEXT, provider: 'babel' }, {}, { kind: 'unsupported' }],
    [
      'another device',
      CONTEXT,
      { 'public-key': 'vendor.pem', 'hardware-id': 'HW-Two' },
      { kind: 'rejected', code: 'hardware_id_mismatch' },
    ],
    [
      'this computer',
      CONTEXT,
      { 'public-key': 'vendor.pem', 'hardware-id': 'auto' },
      { kind: 'rejected', code: 'hardware_id_mismatch' },
    ],
    ['a key that is none', CONTEXT, { 'public-key': 'x.lic' }, { kind: 'usage', code: 'invalid_public_key' }],
  ])('refuses %s', async (_name, stored, flags, error) => {
    const { context } = await place(stored);
    await expect(verify.run(context, parsedFor(verify, ['x.lic'], flags))).rejects.toMatchObject(error);
  });

  it('reads standard input once', async () => {
    const { context } = await workplace({ stdin: 'x' });
    await expect(verify.run(context, parsedFor(verify, ['-'], { 'public-key': '-' }))).rejects.toMatchObject({
      code: 'stdin_taken',
    });
  });
});
