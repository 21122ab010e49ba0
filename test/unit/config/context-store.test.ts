import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { StoredContext } from '../../../src/config/context.js';
import { openContextStore } from '../../../src/config/open-context-store.js';
import { AuthenticationError, NotFoundError, UsageError } from '../../../src/errors.js';
import { temporaryFolders } from '../../support/temp-folder.js';

const temporaryFolder = temporaryFolders();

const ZENTITLE: StoredContext = {
  provider: 'zentitle',
  baseUrl: 'http://127.0.0.1:1/zentitle',
  settings: { customerId: '1234' },
  secretStore: 'file',
  createdAt: '2026-11-20T00:00:00.000Z',
};
const SECRETS = { apiKey: 'planted-secret-1' };

async function filledStore() {
  const configDir = join(await temporaryFolder(), 'config');
  const store = openContextStore({ configDir });
  await store.save('first', ZENTITLE, SECRETS, true);
  return { configDir, store };
}

describe('context store', () => {
  it('is empty before the first login', async () => {
    const store = openContextStore({ configDir: join(await temporaryFolder(), 'none') });
    expect(await store.read()).toEqual({ schemaVersion: 1, current: null, contexts: {} });
  });

  it('keeps the context and its secrets, in two files that only the owner may read', async () => {
    const { configDir, store } = await filledStore();
    expect(await store.read()).toEqual({ schemaVersion: 1, current: 'first', contexts: { first: ZENTITLE } });
    expect(await store.secrets('first')).toEqual(SECRETS);
    for (const file of ['contexts.json', 'credentials.json']) {
      expect(((await stat(join(configDir, file))).mode & 0o777).toString(8)).toBe('600');
    }
    expect(((await stat(configDir)).mode & 0o777).toString(8)).toBe('700');
    expect(await readFile(join(configDir, 'contexts.json'), 'utf8')).not.toContain('planted');
    expect((await readdir(configDir)).sort()).toEqual(['contexts.json', 'credentials.json']);
  });

  it('makes the first context current, and a later one only when asked', async () => {
    const { store } = await filledStore();
    await store.save('second', ZENTITLE, SECRETS, false);
    expect((await store.read()).current).toBe('first');
    await store.use('second');
    expect((await store.read()).current).toBe('second');
  });

  it('renames with secrets and currency, and refuses a taken name', async () => {
    const { store } = await filledStore();
    await store.rename('first', 'renamed');
    expect((await store.read()).current).toBe('renamed');
    expect(await store.secrets('renamed')).toEqual(SECRETS);
    await expect(store.secrets('first')).rejects.toThrow(NotFoundError);
    await store.save('other', ZENTITLE, SECRETS, false);
    await expect(store.rename('other', 'renamed')).rejects.toThrow(UsageError);
  });

  it('removes a context with its secrets', async () => {
    const { configDir, store } = await filledStore();
    await store.remove('first');
    expect(await store.read()).toEqual({ schemaVersion: 1, current: null, contexts: {} });
    expect(await readFile(join(configDir, 'credentials.json'), 'utf8')).not.toContain('planted');
    await expect(store.remove('first')).rejects.toThrow(NotFoundError);
  });

  it('changes nothing in a dry run, and still finds what is wrong', async () => {
    const { configDir } = await filledStore();
    const files = async () =>
      Promise.all(
        (await readdir(configDir)).map(async (name) => [name, await readFile(join(configDir, name), 'utf8')]),
      );
    const before = await files();
    const store = openContextStore({ configDir, dryRun: true });
    await store.save('second', ZENTITLE, SECRETS, true);
    await store.rename('first', 'other');
    await store.use('first');
    await store.forgetSecrets('first');
    await store.remove('first');
    expect(await files()).toEqual(before);
    await expect(store.remove('second')).rejects.toThrow(NotFoundError);
    await expect(store.rename('first', 'a b')).rejects.toThrow(UsageError);
    await openContextStore({ configDir: join(configDir, 'none'), dryRun: true }).save(
      'x',
      ZENTITLE,
      SECRETS,
      true,
    );
    expect((await readdir(configDir)).sort()).toEqual(['contexts.json', 'credentials.json']);
  });

  it('moves from a keyring to a file, whether or not the keyring is still there', async () => {
    const { configDir, store } = await filledStore();
    const file = join(configDir, 'contexts.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"secretStore": "file"', '"secretStore": "keyring"'));
    await store.save('first', ZENTITLE, { apiKey: 'planted-secret-2' }, true);
    expect((await store.read()).contexts.first?.secretStore).toBe('file');
    expect(await store.secrets('first')).toEqual({ apiKey: 'planted-secret-2' });
  });

  it('forgets secrets and keeps the context', async () => {
    const { store } = await filledStore();
    await store.forgetSecrets('first');
    expect(Object.keys((await store.read()).contexts)).toEqual(['first']);
    await expect(store.secrets('first')).rejects.toThrow(AuthenticationError);
  });

  it('loses nothing when many write at once', async () => {
    const { store } = await filledStore();
    const names = Array.from({ length: 12 }, (_, index) => `parallel-${index}`);
    await Promise.all(names.map((name) => store.save(name, ZENTITLE, { apiKey: `key of ${name}` }, false)));
    expect(Object.keys((await store.read()).contexts).sort()).toEqual(['first', ...names].sort());
    for (const name of names) expect(await store.secrets(name)).toEqual({ apiKey: `key of ${name}` });
  });

  it.each(['', '../x', '.hidden', 'a b', '-dash', 'x'.repeat(65), '__proto__'])(
    'refuses the name %j',
    async (name) => {
      const { store } = await filledStore();
      await expect(store.save(name, ZENTITLE, SECRETS, false)).rejects.toThrow(UsageError);
    },
  );

  it.each([
    ['not JSON', '{"schemaVersion":1,'],
    ['an array', '[]'],
    ['a newer version', '{"schemaVersion":2,"contexts":{}}'],
    ['a foreign entry', '{"schemaVersion":1,"contexts":{"x":{"provider":"nobody"}}}'],
    ['nothing', ''],
  ])('names a contexts file that is %s, and leaves it alone', async (_what, text) => {
    const { configDir, store } = await filledStore();
    const file = join(configDir, 'contexts.json');
    await writeFile(file, text);
    await expect(store.read()).rejects.toThrow(file);
    await expect(store.save('x', ZENTITLE, SECRETS, true)).rejects.toThrow(UsageError);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it.each([0o644, 0o640, 0o604, 0o620, 0o601])(
    'refuses credentials on which others have a right (%o), without quoting them',
    async (mode) => {
      const { configDir, store } = await filledStore();
      const file = join(configDir, 'credentials.json');
      await chmod(file, mode);
      await expect(store.secrets('first')).rejects.toMatchObject({
        code: 'credentials_exposed',
        kind: 'usage',
        message: expect.not.stringContaining('planted'),
      });
    },
  );

  it('takes nothing for an entry that is not one', async () => {
    const { configDir, store } = await filledStore();
    const entry = JSON.stringify({ ...ZENTITLE });
    const text = `{"schemaVersion":1,"current":"constructor","contexts":{"constructor":${entry},"__proto__":${entry}}}`;
    await writeFile(join(configDir, 'contexts.json'), text);
    const { current, contexts } = await store.read();
    expect({ current, names: Object.keys(contexts) }).toEqual({
      current: 'constructor',
      names: ['constructor', '__proto__'],
    });
    await expect(store.secrets('constructor')).rejects.toMatchObject({ code: 'credentials_missing' });
    await expect(store.secrets('toString')).rejects.toMatchObject({ code: 'context_not_found' });
  });

  it('says so when the credentials are a folder', async () => {
    const { configDir, store } = await filledStore();
    await rm(join(configDir, 'credentials.json'));
    await mkdir(join(configDir, 'credentials.json'));
    await expect(store.secrets('first')).rejects.toMatchObject({ code: 'credentials_broken' });
  });

  it.each(['contexts.json', 'credentials.json'])('does not wait for a named pipe at %s', async (name) => {
    const { configDir, store } = await filledStore();
    await rm(join(configDir, name));
    await promisify(execFile)('mkfifo', ['-m', '600', join(configDir, name)]);
    const code = name === 'contexts.json' ? 'config_broken' : 'credentials_broken';
    await expect(store.secrets('first')).rejects.toMatchObject({ code });
  });

  it('does not read a device, nor more than any number of contexts takes', async () => {
    const { configDir, store } = await filledStore();
    const file = join(configDir, 'contexts.json');
    await truncate(file, 65 * 1024 * 1024);
    await expect(store.read()).rejects.toMatchObject({
      code: 'config_broken',
      cause: { message: `${file} has 68157440 bytes` },
    });
    await rm(file);
    await symlink('/dev/zero', file);
    await expect(store.read()).rejects.toMatchObject({
      code: 'config_broken',
      cause: { message: `${file} is no plain file` },
    });
  });

  it.each(['remove', 'forgetSecrets'] as const)(
    '%s changes nothing when the credentials are broken',
    async (method) => {
      const { configDir, store } = await filledStore();
      await writeFile(join(configDir, 'credentials.json'), '{');
      const before = await readFile(join(configDir, 'contexts.json'), 'utf8');
      await expect(store[method]('first')).rejects.toMatchObject({ code: 'credentials_broken' });
      expect(await readFile(join(configDir, 'contexts.json'), 'utf8')).toBe(before);
    },
  );

  it.each([
    ['a file', async (folder: string) => writeFile(folder, '')],
    ['inside a file', async (folder: string) => writeFile(join(folder, '..'), '')],
    ['a link to nowhere', async (folder: string) => symlink('/nonexistent/target', folder)],
  ])('names a config folder that is %s, at once', async (what, make) => {
    const parent = join(await temporaryFolder(), 'parent');
    if (what !== 'inside a file') await mkdir(parent);
    const configDir = join(parent, 'config');
    await make(configDir);
    const store = openContextStore({ configDir });
    await expect(store.save('x', ZENTITLE, SECRETS, true)).rejects.toMatchObject({
      kind: 'usage',
      code: 'config_not_writable',
      message: expect.stringContaining(configDir),
    });
  });

  it('does not quote a broken credentials file', async () => {
    const { configDir, store } = await filledStore();
    const file = join(configDir, 'credentials.json');
    await writeFile(file, 'planted-secret-1');
    const error: unknown = await store.secrets('first').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'credentials_broken' });
    expect(String(error) + JSON.stringify(error)).not.toContain('planted');
  });
});
