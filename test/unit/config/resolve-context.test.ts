import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContextStore } from '../../../src/config/open-context-store.js';
import { resolveContext } from '../../../src/config/resolve-context.js';
import { temporaryFolders } from '../../support/temp-folder.js';

const temporaryFolder = temporaryFolders();

async function resolve(env: Record<string, string>, contextName: string | null = null, withContexts = true) {
  const store = openContextStore({ configDir: join(await temporaryFolder(), 'config') });
  if (withContexts) {
    const common = { settings: {}, secretStore: 'file', createdAt: '' } as const;
    await store.save(
      'one',
      { provider: 'babel', baseUrl: 'http://127.0.0.1:1', ...common },
      { apiKey: 'k1' },
      true,
    );
    await store.save(
      'two',
      { provider: 'babel', baseUrl: 'http://127.0.0.1:2', ...common },
      { apiKey: 'k2' },
      false,
    );
  }
  const notices: string[] = [];
  const resolved = await resolveContext({
    env,
    contextName,
    store: async () => store,
    notice: (text) => notices.push(text),
  });
  return { resolved, notices };
}

const LICENSESPRING_ENV = {
  LICENSECTL_PROVIDER: 'licensespring',
  LICENSECTL_API_KEY: 'from-environment',
  LICENSECTL_SHARED_KEY: 'shared',
};

const ZENTITLE_ENV = {
  LICENSECTL_PROVIDER: 'zentitle',
  LICENSECTL_CUSTOMER_ID: '1234',
  LICENSECTL_API_KEY: 'from-environment',
};

describe('resolving the context of a call', () => {
  it('takes the current context when nothing else is said', async () => {
    expect((await resolve({})).resolved).toMatchObject({ name: 'one', secrets: { apiKey: 'k1' } });
  });

  it('prefers the flag to the variable, and the variable to the current context', async () => {
    expect((await resolve({ LICENSECTL_CONTEXT: 'two' })).resolved.name).toBe('two');
    expect((await resolve({ LICENSECTL_CONTEXT: 'two' }, 'one')).resolved.name).toBe('one');
  });

  it('takes everything from the environment when it names a system', async () => {
    const { resolved } = await resolve(ZENTITLE_ENV);
    expect(resolved).toEqual({
      name: null,
      provider: 'zentitle',
      baseUrl: 'https://my.nalpeiron.com',
      settings: { customerId: '1234' },
      secrets: { apiKey: 'from-environment' },
    });
  });

  it('takes the declared kind of a key, of Zentitle alone', async () => {
    const kind = { LICENSECTL_KEY_KIND: 'read-only' };
    const { resolved } = await resolve({ ...ZENTITLE_ENV, ...kind });
    expect(resolved.settings).toEqual({ customerId: '1234', keyKind: 'read-only' });
    await expect(resolve({ ...ZENTITLE_ENV, LICENSECTL_KEY_KIND: 'admin' })).rejects.toThrow(
      "LICENSECTL_KEY_KIND is one of read-only, read-write, offline, datastreamer, not 'admin'.",
    );
    const babel = { LICENSECTL_PROVIDER: 'babel', LICENSECTL_BASE_URL: 'http://127.0.0.1:1', ...kind };
    expect((await resolve(babel)).resolved.settings).toEqual({});
  });

  it('takes the place where tokens are had', async () => {
    const env = {
      LICENSECTL_PROVIDER: 'licensespring',
      LICENSECTL_OAUTH_CLIENT_ID: 'client',
      LICENSECTL_OAUTH_CLIENT_SECRET: 'from-environment',
      LICENSECTL_OAUTH_TOKEN_URL: 'https://sign-on.example/token',
    };
    expect((await resolve(env)).resolved.settings).toEqual({
      oauthClientId: 'client',
      oauthTokenUrl: 'https://sign-on.example/token',
    });
  });

  it('reads the public key that proves answers, of LicenseSpring alone', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const file = join(await temporaryFolder(), 'vendor.pem');
    await writeFile(file, publicKey.export({ type: 'pkcs1', format: 'pem' }));
    const signing = { LICENSECTL_PUBLIC_KEY: file, LICENSECTL_SIGNATURES: 'warn' };
    expect((await resolve({ ...LICENSESPRING_ENV, ...signing })).resolved.settings).toEqual({
      publicKey: pem,
      signatures: 'warn',
    });
    expect((await resolve({ ...ZENTITLE_ENV, ...signing })).resolved.settings).not.toHaveProperty(
      'publicKey',
    );
    await expect(resolve({ ...LICENSESPRING_ENV, LICENSECTL_SIGNATURES: 'maybe' })).rejects.toMatchObject({
      kind: 'usage',
      code: 'invalid_value',
    });
    await expect(
      resolve({ ...LICENSESPRING_ENV, LICENSECTL_PUBLIC_KEY: `${file}.gone` }),
    ).rejects.toMatchObject({ kind: 'usage', code: 'public_key_unreadable' });
  });

  it('lets an explicit --context win over the environment, whole', async () => {
    const { resolved, notices } = await resolve(ZENTITLE_ENV, 'two');
    expect(resolved).toMatchObject({ name: 'two', provider: 'babel', secrets: { apiKey: 'k2' } });
    expect(notices.join()).toContain('LICENSECTL_API_KEY');
  });

  it('never mixes: credentials without a system are not used, and said', async () => {
    const { resolved, notices } = await resolve({ LICENSECTL_API_KEY: 'stray' });
    expect(resolved.secrets).toEqual({ apiKey: 'k1' });
    expect(notices).toEqual(["LICENSECTL_API_KEY not used: this call is made with context 'one'."]);
  });

  it.each([
    [
      { ...ZENTITLE_ENV, LICENSECTL_CONTEXT: 'one' },
      { code: 'two_contexts', kind: 'usage' },
    ],
    [{ LICENSECTL_PROVIDER: 'nobody' }, { code: 'unknown_provider', kind: 'usage' }],
    [{ LICENSECTL_PROVIDER: 'parallels' }, { code: 'missing_base_url', kind: 'usage' }],
    [
      { LICENSECTL_PROVIDER: 'zentitle', LICENSECTL_API_KEY: 'x' },
      { code: 'credentials_missing', kind: 'authentication' },
    ],
    [{ LICENSECTL_CONTEXT: 'nobody' }, { code: 'context_not_found', kind: 'not-found' }],
  ])('refuses %j', async (env, error) => {
    await expect(resolve(env)).rejects.toMatchObject(error);
  });

  it('says how to start when there is nothing', async () => {
    await expect(resolve({}, null, false)).rejects.toMatchObject({
      code: 'no_context',
      kind: 'authentication',
    });
  });

  it('allows Babel without any key, and prefers OAuth only when its own variables are set', async () => {
    const base = { LICENSECTL_BASE_URL: 'https://babel.example:5455' };
    expect((await resolve({ LICENSECTL_PROVIDER: 'babel', ...base })).resolved.secrets).toEqual({});
    const oauth = await resolve({
      LICENSECTL_PROVIDER: 'licensespring',
      LICENSECTL_OAUTH_CLIENT_ID: 'id',
      LICENSECTL_OAUTH_CLIENT_SECRET: 'secret',
    });
    expect(oauth.resolved).toMatchObject({
      settings: { oauthClientId: 'id' },
      secrets: { oauthClientSecret: 'secret' },
    });
  });
});
