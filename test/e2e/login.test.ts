/** Contexts from login to logout, as processes, for all four systems. */
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROVIDER_IDS, type ProviderId } from '../../src/api/operation.js';
import { CREDENTIALS, type Ended, type RunOptions, runProgram } from './lab.js';
import { emptyHome, type Folders, type Served, serveEmulator } from './served-emulator.js';

let emulator: Served;
let home: Folders;
beforeAll(async () => {
  emulator = await serveEmulator();
});
afterAll(() => emulator.close());
beforeEach(async () => {
  home = await emptyHome();
});
afterEach(() => rm(home.folder, { recursive: true, force: true }));

const run = (args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  runProgram(args, { ...options, env: { ...home.env, ...options.env } });

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const variable = (key: string): string => `LICENSECTL_${kebab(key).replaceAll('-', '_').toUpperCase()}`;

const baseUrl = (provider: ProviderId): string => `${emulator.url}/${provider}`;

/** Flags of what is not secret; with `secrets` also those that read them from standard input. */
function flags(provider: ProviderId, { secrets = true } = {}): readonly string[] {
  const given = CREDENTIALS[provider];
  return [
    ...Object.entries(given.settings).flatMap(([key, value]) => [`--${kebab(key)}`, value]),
    ...(secrets ? Object.keys(given.secrets).map((key) => `--${kebab(key)}-stdin`) : []),
  ];
}

const lines = (provider: ProviderId): string =>
  `${Object.values(CREDENTIALS[provider].secrets).join('\n')}\n`;

/** The words of a login that keeps its secrets in a file. */
const toFile = (provider: ProviderId, url = baseUrl(provider)): readonly string[] => [
  'login',
  provider,
  '--base-url',
  url,
  '--credential-store',
  'file',
];

const login = (provider: ProviderId, ...more: readonly string[]): Promise<Ended> =>
  run([...toFile(provider), ...flags(provider), ...more], { input: lines(provider) });

const names = async (): Promise<string> => (await run(['context', 'list', '-q'])).stdout;
const errorOf = ({ stderr }: Ended): unknown => JSON.parse(stderr).error;

describe.each(PROVIDER_IDS)('%s', (provider) => {
  it('lives from login to logout, and comes back with the secret alone', async () => {
    const first = await login(provider, '--json');
    expect({ ...first, stdout: '' }).toEqual({ stdout: '', stderr: '', status: 0, signal: null });
    expect(JSON.parse(first.stdout).data).toMatchObject({
      name: provider,
      current: true,
      provider,
      baseUrl: baseUrl(provider),
      credentialStore: 'file',
      checked: true,
    });

    expect(JSON.parse((await run(['whoami', '--json'])).stdout).data).toMatchObject({
      context: provider,
      source: 'context',
      provider,
    });
    expect(JSON.parse((await run(['context', 'test', '--json'])).stdout).data).toMatchObject({ works: true });

    expect((await run(['logout'])).status).toBe(0);
    const gone = await run(['context', 'test', '--json']);
    expect([gone.status, errorOf(gone)]).toMatchObject([4, { code: 'credentials_missing' }]);

    const secretFlags = Object.keys(CREDENTIALS[provider].secrets).map((key) => `--${kebab(key)}-stdin`);
    const again = await run(['login', provider, ...secretFlags], { input: lines(provider) });
    expect(again).toMatchObject({ status: 0 });
    expect((await run(['context', 'test'])).status).toBe(0);
  });

  it('keeps secrets in a file of their own, for this user only', async () => {
    const { stdout, stderr } = await login(provider, '--verbose');
    const configDir = join(home.folder, 'config');
    const contexts = await readFile(join(configDir, 'contexts.json'), 'utf8');
    for (const secret of Object.values(CREDENTIALS[provider].secrets)) {
      expect(stdout + stderr + contexts).not.toContain(secret);
    }
    expect((await stat(join(configDir, 'credentials.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(configDir, 'contexts.json'))).mode & 0o777).toBe(0o600);
  });

  it('takes everything from the environment', async () => {
    const given = CREDENTIALS[provider];
    const env = Object.fromEntries(
      Object.entries({ ...given.settings, ...given.secrets }).map(([key, value]) => [variable(key), value]),
    );
    const call = { ...env, LICENSECTL_PROVIDER: provider, LICENSECTL_BASE_URL: baseUrl(provider) };
    // It can be tried before anything is stored, too.
    const tried = await run(['context', 'test', '--json'], { env: call });
    expect(JSON.parse(tried.stdout).data).toMatchObject({ name: null, provider, works: true });
    const done = await run(['login', '--credential-store', 'file', '--no-input'], { env: call });
    expect(done).toMatchObject({ status: 0 });
    expect((await run(['context', 'test'])).status).toBe(0);
  });

  it('takes secrets from what commands print', async () => {
    const commands = Object.entries(CREDENTIALS[provider].secrets).flatMap(([key, value]) => [
      '--secret-command',
      `${kebab(key)}=printf '%s\\n' '${value}'`,
    ]);
    const done = await run([...toFile(provider), ...flags(provider, { secrets: false }), ...commands]);
    expect(done).toMatchObject({ status: 0 });
    expect((await run(['context', 'test'])).status).toBe(0);
  });

  it('stores nothing when the secret is wrong, unless it is told not to look', async () => {
    const wrong = Object.keys(CREDENTIALS[provider].secrets)
      .map(() => 'wrong-secret-000000\n')
      .join('');
    const args = [...toFile(provider), ...flags(provider)];
    const refused = await run([...args, '--json'], { input: wrong });
    expect([refused.status, refused.stdout]).toEqual([4, '']);
    expect(await names()).toBe('');

    const unchecked = await run([...args, '--no-check', '--json'], { input: wrong });
    expect(JSON.parse(unchecked.stdout).data).toMatchObject({ name: provider, checked: false });
    expect(await names()).toBe(`${provider}\n`);
  });

  it('names the flag when something is missing and nobody can be asked', async () => {
    const missing: Readonly<Record<ProviderId, string>> = {
      zentitle: '--customer-id or LICENSECTL_CUSTOMER_ID',
      licensespring: '--method',
      babel: '--method',
      parallels: '--username or LICENSECTL_USERNAME',
    };
    const at = ['login', provider, '--base-url', baseUrl(provider)];
    for (const [args, env] of [
      [[...at], {}],
      [[...at, '--no-input'], {}],
      [[...at], { CI: '1' }],
    ] as const) {
      const done = await run([...args, '--json'], { env });
      expect([done.status, done.stdout]).toEqual([2, '']);
      expect(errorOf(done)).toMatchObject({
        code: 'missing_input',
        message: expect.stringContaining(`Missing ${missing[provider]}:`),
      });
    }
  });
});

describe('login', () => {
  it('asks for the system where there is no terminal by naming the argument', async () => {
    expect((await run(['login'])).stderr).toBe(
      'error: Missing PROVIDER: Which licence system?\n' +
        'hint: Give PROVIDER (zentitle, licensespring, babel, parallels); nobody can be asked here.\n',
    );
  });

  it('does not store half of what it was given', async () => {
    const done = await run(
      ['login', 'licensespring', '--base-url', baseUrl('licensespring'), ...flags('licensespring')],
      { input: 'only-one-line\n' },
    );
    expect(done).toMatchObject({ status: 2, stdout: '' });
    expect(done.stderr).toContain('--shared-key-stdin');
    expect(await names()).toBe('');
  });

  it('tells nothing of what a failed secret command printed', async () => {
    const done = await run([
      'login',
      'babel',
      '--base-url',
      baseUrl('babel'),
      '--secret-command',
      'api-key=echo planted-secret-1; exit 3',
    ]);
    expect(done).toMatchObject({ status: 2, stdout: '' });
    expect(done.stderr).not.toContain('planted-secret-1');
    expect(done.stderr).toContain('did not print a secret');
  });

  it('says what to do when nothing listens there', async () => {
    const done = await run(
      ['login', 'babel', '--base-url', 'http://127.0.0.1:1', '--api-key-stdin', '--json'],
      {
        input: 'some-key\n',
      },
    );
    expect([done.status, errorOf(done)]).toMatchObject([8, { hint: expect.stringMatching(/\S/) }]);
    expect(await names()).toBe('');
  });

  // Elsewhere the keyring is part of the system and always there.
  it.runIf(process.platform === 'linux')('says what to do when there is no keyring', async () => {
    const done = await run(['login', 'babel', '--base-url', baseUrl('babel'), '--api-key-stdin', '--json'], {
      input: lines('babel'),
      env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' },
    });
    expect([done.status, done.stdout]).toEqual([4, '']);
    expect(errorOf(done)).toMatchObject({
      code: 'keyring_unavailable',
      hint: expect.stringContaining('--credential-store file'),
    });
    expect(await names()).toBe('');
  });
});

describe('contexts', () => {
  it('are listed, chosen, renamed and removed', async () => {
    await login('zentitle');
    await login('babel', '--name', 'farm', '--no-use');
    expect(await names()).toBe('zentitle\nfarm\n');
    expect((await run(['whoami', '-q'])).stdout).toBe('zentitle\n');

    expect((await run(['context', 'use', 'farm'])).status).toBe(0);
    expect((await run(['whoami', '-q'])).stdout).toBe('farm\n');
    expect((await run(['whoami', '-q', '--context', 'zentitle'])).stdout).toBe('zentitle\n');
    expect((await run(['whoami', '-q'], { env: { LICENSECTL_CONTEXT: 'zentitle' } })).stdout).toBe(
      'zentitle\n',
    );

    expect((await run(['context', 'rename', 'farm', 'build-farm'])).status).toBe(0);
    expect((await run(['context', 'test', 'build-farm'])).status).toBe(0);
    expect((await run(['whoami', '-q'])).stdout).toBe('build-farm\n');

    const asked = await run(['context', 'remove', 'build-farm', '--json']);
    expect([asked.status, errorOf(asked)]).toMatchObject([2, { code: 'not_confirmed' }]);
    expect((await run(['context', 'remove', 'build-farm', '--yes'])).status).toBe(0);
    expect(await names()).toBe('zentitle\n');
    const nobody = await run(['context', 'show', 'build-farm', '--json']);
    expect([nobody.status, errorOf(nobody)]).toMatchObject([3, { code: 'context_not_found' }]);
  });

  it('are all tested, and one that does not work is a row and exit 10', async () => {
    await login('zentitle');
    await run([...toFile('babel', 'http://127.0.0.1:1'), '--api-key-stdin', '--no-check'], {
      input: 'some-key\n',
    });
    const { stdout, status } = await run(['context', 'test', '--all', '--output', 'ndjson']);
    expect(status).toBe(10);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ name, works }) => [name, works])).toEqual([
      ['zentitle', true],
      ['babel', false],
    ]);
  });
});

describe('a server that no authority vouches for', () => {
  let tls: Served;
  beforeAll(async () => {
    tls = await serveEmulator(['--tls']);
  });
  afterAll(() => tls.close());

  const trust = (...more: readonly string[]): Promise<Ended> =>
    run([...toFile('parallels', `${tls.url}/parallels`), ...flags('parallels'), '--json', ...more], {
      input: lines('parallels'),
    });
  const seen = async (): Promise<readonly unknown[]> =>
    JSON.parse((await tls.run(['emulator', 'requests', '--json'])).stdout).data;

  it('is refused before anything is sent, even with --yes', async () => {
    for (const more of [[], ['--yes']]) {
      const done = await trust(...more);
      expect([done.status, errorOf(done)]).toMatchObject([
        8,
        { code: 'tls_untrusted', hint: expect.stringMatching(/--ca-file.*--fingerprint/) },
      ]);
    }
    expect(await seen()).toEqual([]);
    expect(await names()).toBe('');
  });

  it('is refused when its certificate is not the pinned one, before anything is sent', async () => {
    const done = await trust('--fingerprint', 'ab'.repeat(32));
    expect([done.status, errorOf(done)]).toMatchObject([
      8,
      { message: expect.stringContaining(String(tls.record.fingerprint)) },
    ]);
    expect(await seen()).toEqual([]);
    expect(await names()).toBe('');
  });

  it('is trusted by its fingerprint or its authority, then and later', async () => {
    expect((await trust('--fingerprint', String(tls.record.fingerprint))).status).toBe(0);
    expect((await run(['context', 'test'])).status).toBe(0);
    await run(['context', 'remove', 'parallels', '--yes']);
    const caFile = join(String(tls.record.credentials), 'certificate.pem');
    expect((await trust('--ca-file', caFile)).status).toBe(0);
    expect((await run(['context', 'test'])).status).toBe(0);
  });
});
