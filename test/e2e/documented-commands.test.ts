/** What help and the README show can be typed as it stands, in the emulator's default world. */
import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOG } from '../../src/cli/catalog.js';
import type { Command } from '../../src/commands/command.js';
import { ACCOUNT_PASSWORD, type Ended, LAUNCHER, type Lab, openLab } from './lab.js';

const README = fileURLToPath(new URL('../../README.md', import.meta.url));

/** They serve, stop the emulator of this suite, or speak to a vendor: other suites run them. */
const ELSEWHERE = ['login', 'emulator start', 'emulator exec', 'emulator stop'];

/** What must have happened before an example. */
const BEFORE: Readonly<Record<string, string>> = {
  'heartbeat --once':
    'SEAT_TOKEN=$(licensectl api POST /v1/license/request -f userKey=FLOAT-BUILD-FARM0-00001 -f machineId=M-1 ' +
    '-f clientId=build-42 -f clientName=ci --context babel --yes | sed -n \'s/.*"licenseToken": "\\(.*\\)".*/\\1/p\')',
  'heartbeat FLOA-T000':
    'licensectl activate FLOA-T000-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring >/dev/null',
  'offline deactivate':
    'licensectl offline cert --product 6872450105 --request customer.req >/dev/null; cp customer.req returned.cert',
  'emulator load': 'licensectl emulator save before.json >/dev/null',
};

let lab: Lab;
let bin: string;
beforeAll(async () => {
  lab = await openLab();
  bin = join(lab.folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'licensectl'), `#!/bin/sh\nexec '${process.execPath}' '${LAUNCHER}' "$@"\n`);
  await chmod(join(bin, 'licensectl'), 0o755);
});
afterAll(() => lab.close());

/** An empty folder with contexts of its own and the files that examples read. */
async function workplace(name: string): Promise<{ cwd: string; configDir: string }> {
  const cwd = join(lab.folder, name);
  await rm(cwd, { recursive: true, force: true });
  await cp(lab.configDir, join(cwd, 'config'), { recursive: true });
  await writeFile(join(cwd, 'customer.req'), `${'5a'.repeat(48)}\n`);
  await writeFile(join(cwd, 'password.txt'), `${ACCOUNT_PASSWORD}\n`);
  await writeFile(
    join(cwd, 'body.json'),
    '{"productid":"6453300110","profilename":"TestProfile","clientsallowed":"5"}',
  );
  return { cwd, configDir: join(cwd, 'config') };
}

function shell(line: string, { cwd, configDir }: { cwd: string; configDir: string }): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', line], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...lab.env,
        PATH: `${bin}${delimiter}${lab.env.PATH}`,
        LICENSECTL_CONFIG_DIR: configDir,
        LICENSECTL_EMULATOR_URL: lab.url,
        CLIENT: 'build-server-42',
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ stdout, stderr, status, signal }));
  });
}

/** Nobody waits ten minutes, nor for Ctrl-C; programs that are not ours may be missing here. */
function shortened(line: string): string {
  const quick = line
    .replace(/ --for \w+/, ' --for 1s')
    .replace(/ \| jq .*$/, '')
    .replace(/ &$/, '');
  return / heartbeat (?!.*--(for|once))/.test(quick) ? `${quick} --for 1s` : quick;
}

/** Types a line; where it asks and nobody is there, the hint says what to add. */
async function type(line: string, place: { cwd: string; configDir: string }, before = ':'): Promise<Ended> {
  const done = await shell(`${before}; ${line}`, place);
  if (done.status !== 2 || !done.stderr.includes('hint: Add --yes to')) return done;
  return shell(`${before}; ${line.replace(/( <|$)/, ' --yes$1')}`, place);
}

describe('examples in help', () => {
  it.each(
    CATALOG.filter(({ name }) => !ELSEWHERE.includes(name)).map((entry) => [entry.name, entry] as const),
  )('%s', async (name, entry) => {
    const { command }: { command: Command } = await entry.load();
    for (const example of command.examples) {
      await lab.reset();
      await lab.control('DELETE', 'faults');
      const before = Object.entries(BEFORE).find(([start]) => example.command.includes(` ${start}`))?.[1];
      const place = await workplace(name.replace(' ', '-'));
      const { status, stderr } = await type(shortened(example.command), place, before);
      expect({ command: example.command, status, stderr }).toMatchObject({ status: 0 });
    }
  });
});

/** The lines of the shell blocks between two headings; continued ones joined. */
function linesBetween(text: string, from: string, to: string): readonly string[] {
  const section = text.slice(text.indexOf(`\n## ${from}\n`), text.indexOf(`\n## ${to}\n`));
  return [...section.matchAll(/```sh\n(.*?)```/gs)]
    .flatMap(([, block]) => (block ?? '').replaceAll('\\\n', '').split('\n'))
    .map((line) => line.replace(/\s+#.*$/, ''))
    .filter((line) => line !== '' && !line.includes('emulator exec'));
}

describe('the README', () => {
  it.each([
    ['Try it on the emulator', 'Connect to the real thing'],
    ['What people do with it', 'Output'],
  ])('“%s” works from top to bottom', async (from, to) => {
    await lab.reset();
    const lines = linesBetween(await readFile(README, 'utf8'), from, to);
    expect(lines.length).toBeGreaterThan(5);
    const place = await workplace('readme');
    for (const line of lines) {
      const { status, stderr } = await type(shortened(line), place);
      expect({ line, status, stderr }).toMatchObject({ status: 0 });
    }
  });
});
