/** `emulator exec`. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { ContextSettings } from '../../config/context.js';
import type { RunningEmulator } from '../../emulator/server.js';
import { UsageError } from '../../errors.js';
import type { Command, Parsed } from '../command.js';
import type { RunContext, RunningProgram } from '../run-context.js';
import { shellQuoted } from '../shell-word.js';
import { STEERING_VARIABLES } from './call-environment.js';
import { LAUNCH_OPTIONS, launch, noteOf } from './launch.js';
import { runChild } from './run-child.js';
import { EMULATOR_URL_VARIABLE } from './running-emulator.js';
import { writeNote } from './state-file.js';

/** The system that commands without --context speak to. */
const CURRENT = 'zentitle';

export const command: Command = {
  name: 'emulator exec',
  summary: 'Run a command against an emulator of its own',
  description:
    'The emulator takes a free port and ends with the command, whose exit status is passed on. The contexts zentitle ' +
    '(current), licensespring, babel and parallels live in a temporary folder: nothing of yours is read or changed.',
  args: [{ name: 'CMD', description: 'the command and its arguments', required: true, variadic: true }],
  options: LAUNCH_OPTIONS,
  passThrough: true,
  examples: [
    {
      command: 'licensectl emulator exec -- licensectl codes list',
      explains: 'a first look, without any account',
    },
    { command: 'licensectl emulator exec -- sh', explains: 'a shell to try things in' },
    {
      command: 'licensectl emulator exec --tls -- ./integration-tests.sh',
      explains: 'tests over https, as in CI',
    },
  ],
  async run(context, parsed) {
    const words = commandWords(parsed);
    const folder = await mkdtemp(join(tmpdir(), 'licensectl-'));
    try {
      const emulator = await launch(context, parsed, 0);
      try {
        const env = await prepare(context, parsed, emulator, folder);
        const exitCode = await runChild(context, words, env);
        return { result: { kind: 'none' }, exitCode };
      } finally {
        await emulator.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function commandWords(parsed: Parsed): readonly [string, ...string[]] {
  const given = parsed.args.CMD;
  const [name, ...rest] = typeof given === 'string' ? [given] : (given ?? []);
  if (name !== undefined && name !== '') return [name, ...rest];
  throw new UsageError('There is no command to run.', {
    code: 'command_missing',
    hint: 'For example: licensectl emulator exec -- licensectl codes list',
  });
}

/** Contexts, the note and the shim in the temporary folder; the environment that leads to them. */
async function prepare(
  context: RunContext,
  parsed: Parsed,
  emulator: RunningEmulator,
  folder: string,
): Promise<NodeJS.ProcessEnv> {
  const configDir = join(folder, 'config');
  const dataDir = join(folder, 'data');
  const binDir = join(folder, 'bin');
  await saveContexts(context, emulator, configDir);
  await writeNote(dataDir, noteOf(context, parsed, emulator));
  if (context.program !== undefined) await writeShim(binDir, context.program);
  const kept = Object.entries(context.env).filter(([name]) => !STEERING_VARIABLES.includes(name));
  const path = context.env.PATH;
  return {
    ...Object.fromEntries(kept),
    PATH: path === undefined ? binDir : `${binDir}${delimiter}${path}`,
    LICENSECTL_CONFIG_DIR: configDir,
    LICENSECTL_DATA_DIR: dataDir,
    [EMULATOR_URL_VARIABLE]: emulator.url,
  };
}

async function saveContexts(
  context: RunContext,
  emulator: RunningEmulator,
  configDir: string,
): Promise<void> {
  const { openContextStore } = await import('../../config/open-context-store.js');
  const store = openContextStore({ configDir });
  const createdAt = new Date(context.clock.now()).toISOString();
  const pinned: ContextSettings = emulator.tls === undefined ? {} : { fingerprint: emulator.tls.fingerprint };
  for (const { name, provider, baseUrl, settings, secrets } of emulator.contexts()) {
    await store.save(
      name,
      { provider, baseUrl, settings: { ...settings, ...pinned }, secretStore: 'file', createdAt },
      secrets,
      name === CURRENT,
    );
  }
}

/** `licensectl` as a command: this node with this installation, whatever else is on the PATH. */
async function writeShim(folder: string, { nodePath, scriptPath }: RunningProgram): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  const shim = join(folder, 'licensectl');
  await writeFile(shim, `#!/bin/sh\nexec ${shellQuoted(nodePath)} ${shellQuoted(scriptPath)} "$@"\n`);
  await chmod(shim, 0o755);
  if (delimiter === ';') {
    await writeFile(join(folder, 'licensectl.cmd'), `@"${nodePath}" "${scriptPath}" %*\r\n`);
  }
}
