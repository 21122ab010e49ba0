/** What a login keeps about the proof of answers. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicKeyFingerprint } from '../../../src/api/public-key.js';
import { logIn } from '../../../src/commands/context/log-in.js';
import { command } from '../../../src/commands/login.js';
import type { RunContext } from '../../../src/commands/run-context.js';
import type { StoredContext } from '../../../src/config/context.js';
import type { ContextStore } from '../../../src/config/context-store.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { fakeContext, parsedFor } from './fake-context.js';

const temporaryFolder = temporaryFolders();
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();

type Flags = Readonly<Record<string, string | boolean>>;

async function login(flags: Flags, provider = 'licensespring', before?: StoredContext) {
  const saved: StoredContext[] = [];
  const store: Pick<ContextStore, 'read' | 'save'> = {
    read: async () => ({
      schemaVersion: 1,
      current: null,
      contexts: before === undefined ? {} : { [provider]: before },
    }),
    save: async (_name, entry) => void saved.push(entry),
  };
  const { context } = fakeContext({ env: { LICENSECTL_API_KEY: 'k', LICENSECTL_SHARED_KEY: 's' } });
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'vendor.pem'), publicKey.export({ type: 'pkcs1', format: 'pem' }));
  await writeFile(join(folder, 'private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const whole: RunContext = { ...context, cwd: folder, contexts: async () => store as ContextStore };
  const options = { 'base-url': 'https://127.0.0.1:1', 'no-check': true, ...flags };
  const { result } = await logIn(whole, parsedFor(command, [provider], options));
  return { settings: saved[0]?.settings, result };
}

describe('login', () => {
  it('keeps the key in one form, and shows its fingerprint', async () => {
    const { settings, result } = await login({ 'public-key': 'vendor.pem' });
    expect(settings).toEqual({ publicKey: PEM });
    expect(result).toMatchObject({
      record: { publicKeyFingerprint: publicKeyFingerprint(publicKey), signatures: 'require' },
    });
  });

  it('keeps the policy, and both when it is run again', async () => {
    const first = await login({ signatures: 'off' });
    expect(first.settings).toEqual({ signatures: 'off' });
    const before: StoredContext = {
      provider: 'licensespring',
      baseUrl: 'https://127.0.0.1:1',
      settings: { publicKey: PEM, signatures: 'warn' },
      secretStore: 'keyring',
      createdAt: '',
    };
    expect((await login({}, 'licensespring', before)).settings).toEqual(before.settings);
  });

  it.each([
    [{ 'public-key': 'private.pem' }, 'licensespring', 'invalid_public_key'],
    [{ 'public-key': 'nothing.pem' }, 'licensespring', 'public_key_unreadable'],
    [{ 'public-key': 'vendor.pem' }, 'babel', 'flag_not_supported'],
    [{ signatures: 'require' }, 'babel', 'flag_not_supported'],
  ])('%j for %s: %s', async (flags, provider, code) => {
    await expect(login(flags, provider)).rejects.toMatchObject({ kind: 'usage', code });
  });
});
