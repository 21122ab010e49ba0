/** What a start loads. Time is not measured here (`npm run bench` does that), but what takes it is counted. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, openLab, runProgram } from '../e2e/lab.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

interface Loaded {
  /** Files of `src/`. */
  readonly sources: readonly string[];
  /** Packages, bundled or not. */
  readonly packages: readonly string[];
  /** Built-in modules of Node.js. */
  readonly builtins: readonly string[];
}

let folder: string;
let lab: Lab;
let metafile: Metafile;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licensectl-start-'));
  lab = await openLab();
  metafile = JSON.parse(await readFile(join(ROOT, 'dist', 'meta.json'), 'utf8'));
});
afterAll(async () => {
  await lab.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the program to its end under V8's coverage, which names every script that was loaded. */
async function loadedBy(...args: readonly string[]): Promise<Loaded> {
  const coverage = await mkdtemp(join(folder, 'run-'));
  const preload = join(folder, 'builtins.cjs');
  const list = join(coverage, 'builtins.txt');
  await writeFile(
    preload,
    `const { writeFileSync } = require('node:fs');
     process.on('exit', () => writeFileSync(${JSON.stringify(list)}, process.moduleLoadList.join('\\n')));`,
  );
  const env = { ...lab.env, NODE_V8_COVERAGE: coverage, NODE_OPTIONS: `--require=${preload}` };
  const { status, stderr } = await runProgram(args, { env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const builtins = (await readFile(list, 'utf8'))
    .split('\n')
    .flatMap((line) => /^NativeModule (?!internal\/)(.+)$/.exec(line)?.[1] ?? []);
  const report = (await readdir(coverage)).find((name) => name.endsWith('.json')) ?? '';
  const { result }: { result: readonly { readonly url: string }[] } = JSON.parse(
    await readFile(join(coverage, report), 'utf8'),
  );
  const files = result
    .filter(({ url }) => url.startsWith('file:'))
    .map(({ url }) => relative(ROOT, fileURLToPath(url)).split(sep).join('/'));
  const inputs = files.flatMap((file) => inputsOf(file));
  const packages = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
  return {
    sources: [...new Set(inputs.filter((input) => input.startsWith('src/')))].sort(),
    packages: [...new Set(packages)].sort(),
    builtins,
  };
}

/** What is in a file of the bundle; a file outside it stands for itself. */
function inputsOf(file: string): string[] {
  const { inputs = {} } = metafile.outputs[file] ?? {};
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return file.startsWith('dist/') ? used.map(([input]) => input) : [file];
}

const outside = (sources: readonly string[], allowed: RegExp): readonly string[] =>
  sources.filter((source) => !allowed.test(source));

describe('--version', () => {
  it('loads three small files', async () => {
    const { sources, packages, builtins } = await loadedBy('--version');
    expect(sources).toEqual(['src/cli/entry.ts', 'src/cli/main.ts', 'src/cli/version.ts']);
    expect(packages).toEqual([]);
    expect(builtins).not.toContain('child_process');
  });
});

describe('help', () => {
  it('loads the names of commands, and no command', async () => {
    const { sources, packages, builtins } = await loadedBy('--help');
    expect(
      outside(
        sources,
        /^src\/(cli\/|errors\.ts|output\/format\.ts|commands\/durations\.ts|support\/nearest\.ts)/,
      ),
    ).toEqual([]);
    expect(sources).not.toContain('src/cli/run-command.ts');
    expect(packages).toEqual(['commander']);
    expect(builtins).not.toContain('child_process');
    expect(builtins).not.toContain('http');
  });

  it.each([['codes list'], ['profile update'], ['activate'], ['login'], ['api'], ['emulator fault']])(
    'of %s loads that command and the rows its flags come from',
    async (name) => {
      const { sources, packages, builtins } = await loadedBy(...name.split(' '), '--help');
      expect(sources).not.toContain('src/cli/run-command.ts');
      expect(
        outside(
          sources,
          /^src\/(cli|commands|api|output|config|files)\/|^src\/(errors|support\/nearest)\.ts$/,
        ),
      ).toEqual([]);
      expect(packages).toEqual(['commander']);
      for (const heavy of ['child_process', 'http', 'https', 'tls', 'readline'])
        expect(builtins).not.toContain(heavy);
    },
  );
});

describe('codes list', () => {
  it('loads its own system, and no package but the parser of the command line', async () => {
    const { sources, packages, builtins } = await loadedBy('codes', 'list', '--limit', '5');
    expect(packages).toEqual(['commander']);
    expect(sources).toContain('src/api/zentitle/provider.ts');
    expect(sources.filter((source) => /^src\/(emulator|prompts|seats)\//.test(source))).toEqual([]);
    for (const other of ['babel', 'licensespring', 'parallels'])
      expect(sources.filter((source) => source.startsWith(`src/api/${other}/`))).toEqual([]);
    for (const heavy of ['child_process', 'https', 'readline']) expect(builtins).not.toContain(heavy);
  });

  it('loads the maker of CSV for CSV alone', async () => {
    const { packages } = await loadedBy('codes', 'list', '--limit', '5', '--output', 'csv');
    expect(packages).toEqual(['commander', 'csv-stringify']);
  });
});

describe('explain', () => {
  it('loads tables of codes, and neither a system nor its rows', async () => {
    const { sources, packages, builtins } = await loadedBy('explain', 'license_expired');
    expect(packages).toEqual(['commander']);
    expect(sources).toContain('src/api/licensespring/error-codes.ts');
    expect(
      sources.filter((source) => /provider\.ts$|operations|^src\/(emulator|config)\//.test(source)),
    ).toEqual(['src/config/paths.ts']);
    for (const heavy of ['child_process', 'http', 'https', 'tls']) expect(builtins).not.toContain(heavy);
  });
});
