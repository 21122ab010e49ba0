/**
 * Offline activation and deactivation by files between two machines: one without a network, whose server cannot be
 * reached, and one with. Both forms of request files, by key and by user; whatever is changed on the way is refused.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandLine, type Ended } from './licensespring-line.js';

const line = commandLine();
beforeAll(async () => {
  for (const machine of ['plant', 'office']) await mkdir(join(line.folder(), machine), { recursive: true });
});
beforeEach(() => line.control('POST', '/reset', {}));

type Fields = Readonly<Record<string, unknown>>;

/** The machine without a network: nothing listens where it would send. */
const atPlant = (words: readonly string[], input = ''): Promise<Ended> =>
  line.run(words, {
    input,
    env: {
      LICENSECTL_CONFIG_DIR: join(line.folder(), 'plant', 'config'),
      LICENSECTL_DATA_DIR: join(line.folder(), 'plant', 'data'),
      LICENSECTL_BASE_URL: 'http://127.0.0.1:1',
    },
  });
const atOffice = (words: readonly string[]): Promise<Ended> =>
  line.run(words, {
    env: {
      LICENSECTL_CONFIG_DIR: join(line.folder(), 'office', 'config'),
      LICENSECTL_DATA_DIR: join(line.folder(), 'office', 'data'),
    },
  });

const file = (name: string): string => join(line.folder(), name);
const codeOf = ({ err }: Ended): unknown => JSON.parse(err).error.code;

interface Holder {
  readonly title: string;
  readonly product: string;
  readonly words: readonly string[];
  readonly input: string;
}

const BY_KEY: Holder = { title: 'a key', product: 'lsprod', words: ['IDLE-0000-0000-0001'], input: '' };
const HOLDERS: readonly Holder[] = [
  BY_KEY,
  {
    title: 'a user',
    product: 'lsuser',
    words: ['--user', 'someone@example.com', '--password-stdin'],
    input: 'somepassword\n',
  },
];
const FORMS = ['documented', 'sdk'] as const;
const DEVICE = 'PLANT-PC-07';
const ROUNDS = FORMS.flatMap((form) => HOLDERS.map((holder) => ({ form, holder, by: holder.title })));
type Round = (typeof ROUNDS)[number];

/** Makes a request file at the plant. */
async function request({ form, holder }: Round, name: string, more: readonly string[] = []): Promise<void> {
  const words = ['offline', 'request', ...holder.words, '--product', holder.product, '--form', form];
  const device = ['--hardware-id', DEVICE, '--hostname', 'plant-07', '--variable', 'site=north'];
  const made = await atPlant([...words, ...device, ...more, '--out', file(name), '--force'], holder.input);
  expect(made).toMatchObject({ status: 0 });
}

async function readBase64(name: string): Promise<Fields> {
  return JSON.parse(Buffer.from(await readFile(file(name), 'utf8'), 'base64').toString('utf8'));
}

async function readLicense(name: string): Promise<Fields> {
  const text = await readFile(file(name), 'utf8');
  return text.trimStart().startsWith('{') ? JSON.parse(text) : readBase64(name);
}

const activate = (name: string, out: string): Promise<Ended> =>
  atOffice(['offline', 'activate', file(name), '--out', file(out), '--force', '--json']);
const verify = (name: string, device = DEVICE): Promise<Ended> =>
  atPlant(['offline', 'verify', file(name), '--hardware-id', device, '--json']);

/** How many devices the licence counts, as the server has it. */
async function activeDevices(): Promise<number> {
  const licenses = await atOffice(['license', 'list', '--device', DEVICE, '--json']);
  expect(licenses).toMatchObject({ status: 0 });
  return JSON.parse(licenses.out).data.length;
}

describe.each(ROUNDS)('a $form request by $by', (round) => {
  it('goes out, comes back as a licence that holds without a network, and is given back', async () => {
    await request(round, 'a.req');
    expect(await activate('a.req', 'a.lic')).toMatchObject({ status: 0 });
    expect(await activeDevices()).toBe(1);
    const verified = await verify('a.lic');
    expect(verified).toMatchObject({ status: 0, err: '' });
    const { signatures, deviceId } = JSON.parse(verified.out).data;
    expect({ signatures, deviceId }).toEqual({
      signatures: expect.arrayContaining(['license_signature', 'license_signature_v2', 'offline_signature']),
      deviceId: DEVICE,
    });
    const elsewhere = await verify('a.lic', 'PLANT-PC-08');
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([6, 'hardware_id_mismatch']);

    await request(round, 'a-back.req', ['--deactivate']);
    const back = await atOffice(['offline', 'deactivate', file('a-back.req'), '--yes', '--json']);
    expect(back).toMatchObject({ status: 0 });
    expect(await activeDevices()).toBe(0);
  });
});

const BUNDLE: Holder = { title: 'a bundle', product: 'lssuite', words: ['SUIT-E000-0000-0001'], input: '' };

it.each(FORMS)('a bundle goes the same way, by a %s request', async (form) => {
  const round = { form, holder: BUNDLE, by: BUNDLE.title };
  await request(round, 'c.req');
  const words = ['offline', 'activate', file('c.req'), '--bundle', '--out', file('c.lic'), '--force'];
  expect(await atOffice(words)).toMatchObject({ status: 0 });
  expect(await activeDevices()).toBe(2);
  expect(await verify('c.lic')).toMatchObject({ status: 0, err: '' });
  await request(round, 'c-back.req', ['--deactivate']);
  const back = await atOffice(['offline', 'deactivate', file('c-back.req'), '--bundle', '--yes']);
  expect(back).toMatchObject({ status: 0 });
  expect(await activeDevices()).toBe(0);
});

/** Another value of the same type. */
function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return [...value, 1];
  if (typeof value === 'object' && value !== null) return { ...value, more: 1 };
  const text = String(value ?? '');
  // Base64 stays Base64: its last characters may not all count.
  return value === null ? 'more' : `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
}

/** The object with one member changed, taken away or added. */
function tampered(object: Fields): readonly (readonly [what: string, Fields])[] {
  const names = Object.keys(object);
  return [
    ...names.map((name) => [`${name} changed`, { ...object, [name]: other(object[name]) }] as const),
    ...names.map(
      (name) =>
        [
          `${name} taken away`,
          Object.fromEntries(Object.entries(object).filter(([key]) => key !== name)),
        ] as const,
    ),
    ['a member added', { ...object, max_activations_extra: 1 }],
  ];
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

describe('a request that was changed on its way', () => {
  /** Of the flat form: the members that its five lines hold, but for the API key, and the signature over them. */
  const SIGNED = ['date', 'license_key', 'hardware_id', 'signature'];

  it('is refused as signature_mismatch where the documented form signs what was changed', async () => {
    await request({ form: 'documented', holder: BY_KEY, by: '' }, 'flat.req');
    const whole = await readBase64('flat.req');
    for (const name of SIGNED) {
      await writeFile(file('bad.req'), base64({ ...whole, [name]: other(whole[name]) }));
      const ended = await activate('bad.req', 'bad.lic');
      expect([name, ended.status, codeOf(ended)]).toEqual([name, 4, 'signature_mismatch']);
    }
    await writeFile(file('bad.req'), base64({ ...whole, api_key: 'somebody-else' }));
    expect(codeOf(await activate('bad.req', 'bad.lic'))).toBe('invalid_api_key');
    await writeFile(file('bad.req'), base64({ ...whole, product: 'no-such-product' }));
    expect(codeOf(await activate('bad.req', 'bad.lic'))).toBe('unknown_product');
    expect(await activeDevices()).toBe(0);
  });

  it('is refused whatever was changed, where the newer form signs all of it', async () => {
    await request({ form: 'sdk', holder: BY_KEY, by: '' }, 'sdk.req');
    const { request: inner, signature } = (await readBase64('sdk.req')) as {
      request: Fields;
      signature: string;
    };
    for (const [what, changed] of tampered(inner)) {
      await writeFile(file('bad.req'), base64({ request: changed, signature }));
      const ended = await activate('bad.req', 'bad.lic');
      expect([what, ended.status], ended.err).toEqual([what, expect.toBeOneOf([2, 4, 6])]);
      expect(codeOf(ended), what).toMatch(
        /^(signature_mismatch|invalid_api_key|missing_parameters|validation_error|wrong_request|not_a_request_file)$/,
      );
    }
    await writeFile(file('bad.req'), base64({ request: inner, signature: other(signature) }));
    expect(codeOf(await activate('bad.req', 'bad.lic'))).toBe('signature_mismatch');
    expect(await activeDevices()).toBe(0);
  });

  it('is no deactivation when it was made as an activation', async () => {
    await request({ form: 'sdk', holder: BY_KEY, by: '' }, 'sdk.req');
    const ended = await atOffice(['offline', 'deactivate', file('sdk.req'), '--yes', '--json']);
    expect([ended.status, codeOf(ended)]).toEqual([2, 'wrong_request']);
  });
});

describe.each(ROUNDS)('a licence file of a $form request by $by', (round) => {
  it('is refused by name with any member changed, taken away or added', async () => {
    await request(round, 'b.req');
    expect(await activate('b.req', 'b.lic')).toMatchObject({ status: 0 });
    const license = await readLicense('b.lic');
    expect(Object.keys(license).length).toBeGreaterThan(40);
    for (const [what, changed] of tampered(license)) {
      await writeFile(file('bad.lic'), JSON.stringify(changed));
      const ended = await verify('bad.lic');
      expect({ what, status: ended.status, out: ended.out }).toEqual({ what, status: 6, out: '' });
      const isMissing = /^license_signature(_v2)? taken away$/.test(what);
      expect([what, codeOf(ended)]).toEqual([what, isMissing ? 'signature_missing' : 'signature_mismatch']);
    }
  });
});
