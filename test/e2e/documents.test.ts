/** The command blocks of the README and of docs/, typed as they are printed, from the first to the last. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CREDENTIALS, type Lab, openLab } from './lab.js';
import { emptyHome, serveEmulator } from './served-emulator.js';
import { openWorkplace } from './workplace.js';

const read = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

/** The shell blocks of a page. */
function blocksOf(page: string): readonly string[] {
  return [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block ?? '');
}

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

/**
 * Types a login with the emulator for the server, and its secrets where a person would be asked for them.
 * @param words behind `licensectl`
 */
async function logIn(words: readonly string[], secrets: Readonly<Record<string, string>>, name: string) {
  const env = { LICENSECTL_CONFIG_DIR: join(lab.folder, name) };
  const flags = Object.keys(secrets).map(
    (key) => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-stdin`,
  );
  await mkdir(env.LICENSECTL_CONFIG_DIR, { recursive: true });
  const { status, stdout, stderr } = await lab.run(
    [...words, ...flags, '--credential-store', 'file', '--json'],
    { env, input: `${Object.values(secrets).join('\n')}\n` },
  );
  expect({ words, status, stderr }).toEqual({ words, status: 0, stderr: '' });
  return JSON.parse(stdout).data;
}

describe('the README', async () => {
  const blocks = blocksOf(await read('README.md'));
  const isElsewhere = (block: string): boolean =>
    /^(npm run|licensectl emulator exec|licensectl login)/.test(block);

  it('is typed here, but for the start, the shell that this is, and logins', () => {
    expect(blocks.filter(isElsewhere).map((block) => block.split(' ').slice(0, 3).join(' '))).toEqual([
      'npm run demo',
      'licensectl emulator exec',
      'licensectl login zentitle',
    ]);
    expect(blocks.length).toBeGreaterThan(9);
  });

  it('works in one shell from top to bottom', async () => {
    await lab.reset();
    const place = await openWorkplace(lab, 'readme', { files: false });
    const { status, stdout, stderr } = await place.type(
      blocks.filter((block) => !isElsewhere(block)).join('\n'),
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout).toContain('\nexit code 6\n');
    const left = (name: string): Promise<string> => readFile(join(place.cwd, name), 'utf8');
    expect((await left('codes.csv')).trimEnd().split('\r\n')).toHaveLength(311);
    for (const name of ['answer.cert', 'passive.cert']) expect(await left(name)).toMatch(/^[0-9a-f]+\n$/);
  }, 120_000);

  it.each(
    blocks
      .filter((block) => block.startsWith('licensectl login'))
      .flatMap((block) => block.match(/^licensectl login [^#\n]+/gm) ?? [])
      .map((line) => line.trim().split(/\s+/).slice(1)),
  )('licensectl %s %s … makes a context', async (...words: string[]) => {
    const provider = words[1] ?? '';
    const at = words.indexOf('--base-url');
    const own = at < 0 ? words : words.toSpliced(at, 2);
    const { secrets } = Object.entries(CREDENTIALS).find(([id]) => id === provider)?.[1] ?? { secrets: {} };
    const made = await logIn([...own, '--base-url', `${lab.url}/${provider}`], secrets, `readme-${provider}`);
    expect(made).toMatchObject({ provider, checked: true });
  });
});

describe('docs/first-day.md', async () => {
  const blocks = blocksOf(await read('docs/first-day.md'));

  it('takes a product from nothing to a customer, as printed', async () => {
    await lab.reset();
    const place = await openWorkplace(lab, 'first-day', { files: false });
    const { status, stdout, stderr } = await place.type(blocks.join('\n'));
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout).toContain('\nrefused: exit code 2\n');
    const codes = (await readFile(join(place.cwd, 'codes.txt'), 'utf8')).trimEnd().split('\n');
    expect(new Set(codes).size).toBe(50);
    for (const code of codes) expect(code).toMatch(/^\d{17,19}$/);
    expect(await readFile(join(place.cwd, 'press-hall.cert'), 'utf8')).toMatch(/^[0-9a-f]+\n$/);
  }, 120_000);
});

describe('docs/licensespring.md', async () => {
  const blocks = blocksOf(await read('docs/licensespring.md'));

  it('is typed as printed, from the first look to the clock', async () => {
    await lab.reset();
    const place = await openWorkplace(lab, 'licensespring', { files: false });
    const { status, stdout, stderr } = await place.type(blocks.join('\n'));
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout.match(/^exit code \d+$/gm)).toEqual(['exit code 6', 'exit code 4', 'exit code 10']);
    expect(stderr).toContain('is genuine and valid for press-hall-3');
    expect(stderr).toMatch(/9[56]\d seconds behind the server's/);
  }, 120_000);
});

describe('docs/emulator.md', async () => {
  const page = await read('docs/emulator.md');
  const [ways = '', shell = '', oauth = '', ...steering] = blocksOf(page);
  const here = (words: string): string => words.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '{url}');

  it('steers the emulator as printed', async () => {
    await lab.reset();
    const place = await openWorkplace(lab, 'steering', { files: false });
    expect(steering).toHaveLength(3);
    expect(await place.type(steering.join('\n'))).toMatchObject({ status: 0 });
  });

  it('begins with the two ways that other suites take', () => {
    expect(ways.match(/^licensectl emulator \w+/gm)).toEqual([
      'licensectl emulator exec',
      'licensectl emulator start',
    ]);
  });

  // The path that is printed is the one of this platform.
  it.runIf(process.platform === 'linux')('gives a shell the variables of a call', async () => {
    const { folder, env } = await emptyHome();
    const { LICENSECTL_DATA_DIR: _elsewhere, ...plain } = env;
    const served = await serveEmulator([], { folder, env: plain });
    try {
      const place = await openWorkplace(lab, 'variables', { files: false, env: { HOME: folder } });
      const { status, stdout } = await place.type(shell);
      expect([status, stdout.trimEnd().split('\n').length]).toEqual([0, 5]);
      expect(stdout).toContain('206454320110930859');
    } finally {
      await served.close();
    }
  });

  it.each(
    [...page.matchAll(/^\| \w+ \| `licensectl (login .+?)` \| (.+?) \|$/gm)].map(
      ([, login = '', secrets = '']) => ({
        words: here(login).split(' '),
        told: [...secrets.matchAll(/`(.+?)`/g)].map(([, secret = '']) => secret),
      }),
    ),
  )('$words.0 $words.1 takes the secrets that are told', async ({ words, told }) => {
    const provider = words[1] ?? '';
    const { secrets } = Object.entries(CREDENTIALS).find(([id]) => id === provider)?.[1] ?? { secrets: {} };
    const given = Object.fromEntries(Object.keys(secrets).map((key, at) => [key, told[at] ?? '']));
    const login = words.map((word) => word.replace('{url}', lab.url));
    expect(await logIn(login, given, `told-${provider}`)).toMatchObject({ provider, checked: true });
  });

  it('logs in by OAuth with the secret that is told', async () => {
    const [, oauthClientSecret = ''] = /OAuth has its tokens.*?the secret is\s`(.+?)`/s.exec(page) ?? [];
    const [, ...words] = here(oauth)
      .trim()
      .split(/\s+(?:\\\s+)?/);
    const login = words.map((word) => word.replace('{url}', lab.url));
    const made = await logIn(login, { oauthClientSecret }, 'told-oauth');
    expect(made).toMatchObject({ provider: 'licensespring', checked: true });
  });
});
