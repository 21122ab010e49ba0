/**
 * Both signatures of activation and check, as received, against an independent reader: the openssl program with the
 * public key that the emulator hands out. What it refuses is refused here as well, and by the command line.
 */
import { spawnSync } from 'node:child_process';
import { createHmac, createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isBodySigned, isLicenseSigned, isSigned } from '../../src/api/licensespring/answer-signature.js';
import { commandLine } from './licensespring-line.js';

const line = commandLine();
afterEach(() => line.distort(null));

const SHARED_KEY = 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja';
const API_KEY = 'emulator-api-key-9d3f7c21';

interface Received {
  readonly body: Buffer;
  readonly signature: string;
}

/** Signed by hand, from the documentation alone. */
function call(path: string, input?: object): Promise<Received> {
  const date = new Date().toUTCString();
  const signature = createHmac('sha256', SHARED_KEY).update(`licenseSpring\ndate: ${date}`).digest('base64');
  const authorization = `algorithm="hmac-sha256",headers="date",signature="${signature}",apikey="${API_KEY}"`;
  const body = input === undefined ? '' : JSON.stringify(input);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${line.baseUrl()}/api/v4/${path}`,
      {
        method: input === undefined ? 'GET' : 'POST',
        headers: {
          date,
          authorization,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        resolve({
          body: Buffer.concat(chunks),
          signature: String(answer.headers.licensesignature ?? ''),
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What `openssl dgst -sha256 -verify` says to a message and a signature in Base64. */
function opensslAccepts(message: Buffer, signature: string): boolean {
  const [data, proof] = [join(line.folder(), 'message'), join(line.folder(), 'signature')];
  writeFileSync(data, message);
  writeFileSync(proof, Buffer.from(signature, 'base64'));
  const words = ['dgst', '-sha256', '-verify', join(line.folder(), 'key.pem'), '-signature', proof, data];
  const { status, stdout, error } = spawnSync('openssl', words, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  const verdict = status === 0 ? 'Verified OK' : 'Verification failure';
  expect(stdout).toContain(verdict);
  return status === 0;
}

/** The body with one byte changed: into another letter or digit where it is one, which keeps it JSON. */
function changed(body: Buffer, at: number): Buffer {
  const other = Buffer.from(body);
  const byte = body[at] ?? 0;
  const isDigit = byte >= 0x30 && byte <= 0x39;
  other[at] = isDigit ? 0x30 + ((byte - 0x2f) % 10) : byte ^ 1;
  return other;
}

const DEVICE = 'Openssl-HW-1';
const KEYED = { product: 'lsprod', license_key: 'YEAR-0000-0000-0001', hardware_id: DEVICE };
const OF_USER = { product: 'lsuser', username: 'someone@example.com', hardware_id: DEVICE };
const check = (input: Readonly<Record<string, string>>) =>
  call(`check_license?${new URLSearchParams(input)}`);

const ANSWERS: readonly (readonly [title: string, holder: string, receive: () => Promise<Received>])[] = [
  ['activation by key', KEYED.license_key, () => call('activate_license', KEYED)],
  ['check by key', KEYED.license_key, () => check(KEYED)],
  [
    'activation by user',
    OF_USER.username,
    () => call('activate_license', { ...OF_USER, password: 'somepassword' }),
  ],
  ['check by user', OF_USER.username, () => check(OF_USER)],
];

beforeAll(async () => {
  const key = join(line.folder(), 'key.pem');
  expect(await line.run(['emulator', 'public-key', '--out', key])).toMatchObject({ status: 0 });
  expect(readFileSync(key, 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  for (const [, , receive] of ANSWERS) await receive();
});

const publicKey = () => createPublicKey(readFileSync(join(line.folder(), 'key.pem')));

describe.each(ANSWERS)('%s', (_title, holder, receive) => {
  it('has a header signature over the body as it came, to openssl and to us', async () => {
    const { body, signature } = await receive();
    expect(opensslAccepts(body, signature)).toBe(true);
    expect(isBodySigned(body.toString('utf8'), signature, publicKey())).toBe(true);
  });

  it('no byte of which can be changed: openssl, at places all over the body', async () => {
    const { body, signature } = await receive();
    const step = Math.ceil(body.length / 25);
    for (let at = 0; at < body.length; at += step) {
      expect(opensslAccepts(changed(body, at), signature), `byte ${at}`).toBe(false);
    }
    expect(opensslAccepts(changed(body, body.length - 1), signature)).toBe(false);
  });

  it('no byte of which can be changed: we, at every place', async () => {
    const { body, signature } = await receive();
    const key = publicKey();
    const accepted = Array.from(body.keys()).filter((at) =>
      isBodySigned(changed(body, at).toString('utf8'), signature, key),
    );
    expect(accepted).toEqual([]);
  });

  it('has a body signature over device, holder and validity, to openssl and to us', async () => {
    const { body } = await receive();
    const license = JSON.parse(body.toString('utf8')) as Readonly<Record<string, string | null>>;
    const validity = license.validity_period ?? '';
    const message = `${DEVICE.toLowerCase()}#${holder}#${validity}`;
    const signature = license.license_signature ?? '';
    const claim = { hardwareId: DEVICE, holders: [holder], validity: license.validity_period ?? null };
    expect(isLicenseSigned(claim, signature, publicKey())).toBe(true);
    expect(isSigned(message, signature, publicKey())).toBe(true);
    expect(opensslAccepts(Buffer.from(message), signature)).toBe(true);
    for (const at of Buffer.from(message).keys()) {
      const other = changed(Buffer.from(message), at);
      expect(isSigned(other.toString('utf8'), signature, publicKey()), `byte ${at}`).toBe(false);
      if (at % 10 === 0) expect(opensslAccepts(other, signature), `byte ${at}`).toBe(false);
    }
  });
});

describe('the command line', () => {
  const words = (command: string): readonly string[] => [
    command,
    KEYED.license_key,
    '--product',
    KEYED.product,
    '--hardware-id',
    DEVICE,
    '--json',
  ];

  it.each(['activate', 'show', 'check'])('%s takes the answer as it was sent', async (command) => {
    expect(await line.run(words(command))).toMatchObject({ status: 0, err: '' });
  });

  it.each(['activate', 'show', 'check'])(
    '%s refuses it with any byte changed, and shows nothing of it',
    async (command) => {
      // Each in a run of its own: places all over the body.
      for (const share of [0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999]) {
        line.distort((body) => changed(body, Math.floor(share * body.length)));
        const { status, out, err } = await line.run(words(command));
        const { error } = JSON.parse(err) as { error: { code: string } };
        // What is no JSON any more is no answer: nobody knows what the call has done.
        expect({ out, told: [status, error.code] }, `${share}`).toEqual({
          out: '',
          told: expect.toBeOneOf([
            [6, 'signature_mismatch'],
            [11, 'outcome_unknown'],
          ]),
        });
      }
    },
  );

  it.each(['[', ' ', '{"license_active":true}'])('refuses an answer that is %j instead', async (text) => {
    line.distort(() => Buffer.from(text));
    const { status, out } = await line.run(words('show'));
    expect(out).toBe('');
    expect(status).toBeGreaterThan(0);
  });

  it('takes white space between tokens, as the vendor’s own client does', async () => {
    line.distort((body) => Buffer.from(JSON.stringify(JSON.parse(body.toString('utf8')), null, 2)));
    expect(await line.run(words('show'))).toMatchObject({ status: 0, err: '' });
  });
});
