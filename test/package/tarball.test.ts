/** The package as others get it: what is in it, and that it runs where nothing of this repository is. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

let folder: string;
let installed: string;
let manifest: Manifest;

/** Packs without `prepack`, which would replace the dist/ that other tests are running, and unpacks as npm does. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licensectl-package-'));
  await run('npm', ['pack', '--ignore-scripts', '--offline', '--pack-destination', folder], { cwd: ROOT });
  const [tarball = ''] = await readdir(folder);
  installed = join(folder, 'node_modules', 'licensectl');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components', '1']);
  manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(folder, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(ROOT, 'node_modules', name), link);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Runs the installed program with nothing of ours in the environment. */
function licensectl(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const launcher = join(installed, 'bin', 'licensectl.js');
  const env = { PATH: process.env.PATH ?? '', HOME: folder };
  return run(process.execPath, [launcher, ...args], { cwd: folder, env });
}

describe('the packed files', () => {
  it('are the program, its documents and nothing else', async () => {
    const files = await filesBelow(installed);
    expect(files.filter((file) => !/^dist\/chunks\/[\w.-]+-[A-Z0-9]{8}\.js$/.test(file))).toEqual([
      'LICENSE',
      'README.md',
      'bin/licensectl.js',
      'dist/THIRD-PARTY.md',
      'dist/entry.js',
      ...(await readdir(join(ROOT, 'docs'))).map((name) => `docs/${name}`).sort(),
      'package.json',
    ]);
    expect(files.length).toBeGreaterThan(100);
  });

  it('name no folder of the machine that built them', async () => {
    for (const file of await filesBelow(installed)) {
      const text = await readFile(join(installed, file), 'utf8');
      for (const path of [ROOT, homedir(), tmpdir()]) {
        // The root of a file system is no name.
        if (path.length > 1) expect(text.includes(`${path.replace(/[\\/]$/, '')}${sep}`), file).toBe(false);
      }
    }
  });

  it('carry the licences of what is bundled', async () => {
    const page = await readFile(join(installed, 'dist', 'THIRD-PARTY.md'), 'utf8');
    const titles = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');
    expect(titles).toEqual([...titles].sort());
    for (const name of ['commander', 'conf', 'inquirer', 'ora', 'chalk', 'cli-table3', 'selfsigned', 'zod'])
      expect(titles.filter((title) => title.startsWith(`${name} `))).toHaveLength(1);
    for (const title of titles) expect(title).toMatch(/^\S+ \d+\.\d+\.\d+\S* \([\w.\- ]+\)$/);
    expect(page.match(/^ {4}.*(?:permission|redistribution|licen[cs]e)/gim)?.length).toBeGreaterThan(
      titles.length,
    );
    expect(titles.filter((title) => /^(esbuild|vitest|typescript|libsql) /.test(title))).toEqual([]);
  });

  it('are built when a package is made of a clone', async () => {
    expect(manifest.scripts.prepack).toBe('node scripts/build.mjs');
    // With scripts switched off for the whole project, npm would leave out that step without a word.
    expect(await readFile(join(ROOT, '.npmrc'), 'utf8')).not.toContain('ignore-scripts');
  });
});

describe('the installed program', () => {
  it('tells its version', async () => {
    expect(await licensectl(['--version'])).toEqual({ stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('shows its help', async () => {
    const { stdout, stderr } = await licensectl(['--help']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Usage: licensectl COMMAND \[options\]\n/);
    expect(stdout).toContain('codes');
  });

  it('emulates and lists, native packages included', async () => {
    const inner = ['licensectl', 'codes', 'list', '-q', '--limit', '2'];
    const { stdout, stderr } = await licensectl(['emulator', 'exec', '--', ...inner]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\d{17,19}\n\d{17,19}\n$/);
  });
});
