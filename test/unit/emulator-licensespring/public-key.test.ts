import { spawnSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeCallFiles } from '../../../src/commands/emulator/call-environment.js';
import { sign } from '../../../src/emulator/licensespring/signatures.js';
import { PUBLIC_KEY, privateKey } from '../../../src/emulator/licensespring/signing-key.js';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import { type EmulatorOptions, startEmulator } from '../../../src/emulator/server.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { fakeSystem } from '../emulator-core/fake-system.js';
import { CONTROL, call } from '../emulator-core/harness.js';
import { base64, flatFile } from './offline-files.js';
import { signedHeaders } from './signed-calls.js';

const folder = temporaryFolders();
/** Not on every machine. */
const OPENSSL = 'openssl';
const HAS_OPENSSL = spawnSync(OPENSSL, ['version']).status === 0;
const DEVICE = { product: 'lsprod', license_key: 'YEAR-0000-0000-0001', hardware_id: 'Mixed-Case-01' };

async function start(options: EmulatorOptions = {}) {
  const emulator = await startEmulator({ systems: [licensespringSystem], ...options });
  onTestFinished(() => emulator.stop());
  const control = async (method: string, path: string, value?: unknown) => {
    const body = value === undefined ? {} : { body: JSON.stringify(value) };
    return call(`${emulator.url}/_emulator${path}`, { method, headers: CONTROL, ...body });
  };
  return { emulator, control };
}

/** What an emulator signs, over a socket: text and signature. */
async function signedAnswer(url: string, method: 'GET' | 'POST'): Promise<readonly [string, string]> {
  const path = `${url}/licensespring/api/v4/`;
  const headers = signedHeaders(Date.now());
  const {
    status,
    text,
    headers: received,
  } = method === 'GET'
    ? await call(`${path}check_license?${new URLSearchParams(DEVICE)}`, { headers })
    : await call(`${path}activate_license`, { method, headers, body: JSON.stringify(DEVICE) });
  expect(status).toBe(200);
  return [text, String(received.licensesignature)];
}

function isSigned(text: string, signature: string): boolean {
  return verify('sha256', Buffer.from(text), PUBLIC_KEY, Buffer.from(signature, 'base64'));
}

it('is the other half of the key that signs: RSA, 2048 bits', () => {
  const key = createPublicKey(PUBLIC_KEY);
  expect(createPublicKey(privateKey()).export({ type: 'spki', format: 'pem' })).toBe(PUBLIC_KEY);
  expect(key.asymmetricKeyType).toBe('rsa');
  expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65_537n });
  expect(isSigned('a text with ü', sign('a text with ü'))).toBe(true);
});

describe('of a running emulator', () => {
  it('stands in the ready context, and comes over the control path', async () => {
    const { emulator, control } = await start();
    expect(emulator.contexts()[0]?.settings).toEqual({ publicKey: PUBLIC_KEY });
    expect((await control('GET', '/public-key')).json()).toEqual({ publicKey: PUBLIC_KEY });
    expect((await control('POST', '/public-key')).status).toBe(405);
  });

  it('is none where no system signs', async () => {
    const { control } = await start({ systems: [fakeSystem] });
    expect((await control('GET', '/public-key')).status).toBe(404);
  });

  it('stays through a reset, a loaded world and another start', async () => {
    const dataDir = await folder();
    const first = await start({ dataDir });
    await signedAnswer(first.emulator.url, 'POST');
    const world = (await first.control('GET', '/world')).json();
    expect(JSON.stringify(world)).not.toMatch(/PRIVATE KEY/);
    for (const [method, path, body] of [
      ['POST', '/reset', {}],
      ['PUT', '/world', world],
    ] as const) {
      expect((await first.control(method, path, body)).status).toBe(200);
      expect(isSigned(...(await signedAnswer(first.emulator.url, 'POST')))).toBe(true);
    }
    await first.emulator.stop();
    const second = await start({ dataDir });
    expect(isSigned(...(await signedAnswer(second.emulator.url, 'GET')))).toBe(true);
    await second.emulator.stop();
  });

  it('is named by the variables for a shell, as a file beside them', async () => {
    const { emulator } = await start();
    const into = await folder();
    const files = await writeCallFiles(into, emulator.contexts(), null);
    const keyFile = join(into, 'licensespring-public-key.pem');
    const text = await readFile(files.get('licensespring') ?? '', 'utf8');
    expect(text).toContain(`export LICENSECTL_PUBLIC_KEY='${keyFile}'\n`);
    expect(text).not.toContain('BEGIN');
    expect(await readFile(keyFile, 'utf8')).toBe(PUBLIC_KEY);
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  });
});

describe.skipIf(!HAS_OPENSSL)('openssl dgst -sha256 -verify', () => {
  /** Whether openssl takes the signature of this text. */
  async function accepts(text: string | Buffer, signature: string): Promise<boolean> {
    const dir = await folder();
    const [key, sig, message] = ['key.pem', 'sig.bin', 'message'].map((name) => join(dir, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(key, PUBLIC_KEY);
    await writeFile(sig, Buffer.from(signature, 'base64'));
    await writeFile(message, text);
    const { status, stdout } = spawnSync(OPENSSL, [
      'dgst',
      '-sha256',
      '-verify',
      key,
      '-signature',
      sig,
      message,
    ]);
    expect(String(stdout).trim()).toBe(status === 0 ? 'Verified OK' : 'Verification failure');
    return status === 0;
  }

  it.each(['POST', 'GET'] as const)(
    'accepts both signatures of %s, and of no changed byte',
    async (method) => {
      const { emulator } = await start();
      if (method === 'GET') await signedAnswer(emulator.url, 'POST');
      const [text, header] = await signedAnswer(emulator.url, method);
      const { validity_period, license_signature } = JSON.parse(text);
      const message = `mixed-case-01#YEAR-0000-0000-0001#${validity_period}`;
      expect(await accepts(text, header)).toBe(true);
      expect(await accepts(message, license_signature)).toBe(true);
      expect(await accepts(`${message}\n`, license_signature)).toBe(false);
      const bytes = Buffer.from(text);
      for (const place of [0, 1, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8((changed[place] ?? 0) ^ 1, place);
        expect(await accepts(changed, header)).toBe(false);
      }
      const flipped = header.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
      expect(await accepts(text, flipped)).toBe(false);
    },
  );

  it('accepts license_signature_v2 of a licence for a machine without network', async () => {
    const { emulator } = await start();
    const url = `${emulator.url}/licensespring/api/v4/activate_offline`;
    const file = flatFile({ ...DEVICE, license_key: '1111-2222-3333-4444' });
    const { text } = await call(url, { method: 'POST', body: base64(file) });
    const { license_signature, license_signature_v2, ...signed } = JSON.parse(text);
    expect(await accepts(JSON.stringify(signed), license_signature_v2)).toBe(true);
    const more = { ...signed, max_activations: 500 };
    expect(await accepts(JSON.stringify(more), license_signature_v2)).toBe(false);
  });
});

it('every changed byte of an answer is refused', async () => {
  const { emulator } = await start();
  const [text, header] = await signedAnswer(emulator.url, 'POST');
  const bytes = Buffer.from(text);
  const key = createPublicKey(PUBLIC_KEY);
  const signature = Buffer.from(header, 'base64');
  expect(verify('sha256', bytes, key, signature)).toBe(true);
  for (let place = 0; place < bytes.length; place += 1) {
    bytes.writeUInt8((bytes[place] ?? 0) ^ 1, place);
    expect(verify('sha256', bytes, key, signature)).toBe(false);
    bytes.writeUInt8((bytes[place] ?? 0) ^ 1, place);
  }
});
