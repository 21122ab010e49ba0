/** `emulator start`. */
import { join } from 'node:path';
import type { RunningEmulator } from '../../emulator/server.js';
import { UsageError } from '../../errors.js';
import { countOption, textOption } from '../arguments.js';
import type { Command } from '../command.js';
import type { RunContext } from '../run-context.js';
import { shellWord } from '../shell-word.js';
import { writeCallFiles } from './call-environment.js';
import { LAUNCH_OPTIONS, launch, noteOf } from './launch.js';
import { type EmulatorNote, readNote, removeNote, writeNote } from './state-file.js';

const DEFAULT_PORT = 8787;
const MAX_PORT = 65_535;

export const command: Command = {
  name: 'emulator start',
  summary: 'Serve the emulator until it is stopped',
  description:
    'The systems stand under /zentitle, /licensespring, /babel and /parallels of one address on loopback. Without ' +
    '--data every start has the same fresh world. The first Ctrl-C answers what is in hand and keeps the state.',
  options: [
    { flag: 'port', value: 'N', description: `port (default ${DEFAULT_PORT}; 0 takes a free one)` },
    ...LAUNCH_OPTIONS,
  ],
  examples: [
    { command: 'licensectl emulator start', explains: 'a fresh world on port 8787' },
    { command: 'licensectl emulator start --data ./world --tls', explains: 'https, and a world that stays' },
    {
      command: 'licensectl emulator start --port 0 --json',
      explains: 'any free port; the URL is in the data',
    },
  ],
  async run(context, parsed) {
    const port = countOption(parsed, 'port', 0) ?? DEFAULT_PORT;
    if (port > MAX_PORT) throw new UsageError(`--port goes to ${MAX_PORT}.`, { code: 'invalid_value' });
    const emulator = await launch(context, parsed, port);
    const note = noteOf(context, parsed, emulator);
    try {
      await announce(context, emulator, note);
    } catch (error) {
      await emulator.stop();
      throw error;
    }
    return {
      result: {
        kind: 'record',
        id: 'url',
        record: {
          url: emulator.url,
          port: emulator.port,
          pid: note.pid,
          dataDir: note.dataDir,
          clock: textOption(parsed, 'clock') ?? null,
          credentials: callFolder(context),
          fingerprint: emulator.tls?.fingerprint ?? null,
        },
      },
      afterPrint: () => serve(context, emulator, note),
    };
  },
};

const callFolder = (context: RunContext): string => join(context.dataDir, 'emulator');

/** Notes the emulator for the other commands, and tells a person how to use it. */
async function announce(context: RunContext, emulator: RunningEmulator, note: EmulatorNote): Promise<void> {
  const other = await readNote(context.dataDir);
  await writeNote(context.dataDir, note);
  const files = await writeCallFiles(callFolder(context), emulator.contexts(), note.certPem);
  if (other !== null && other.url !== note.url) {
    context.notice(
      `If the emulator on ${other.url} still runs, reach it with --url from now on.`,
      'other_emulator',
    );
  }
  context.notice(`The emulator serves on ${emulator.url}. Ctrl-C ends it.`);
  if (emulator.tls !== undefined) context.notice(`Certificate (SHA-256): ${emulator.tls.fingerprint}`);
  context.notice('Credentials of its default world, ready for a shell:');
  for (const file of files.values()) context.notice(`  . ${shellWord(file)}`);
  context.notice('Then, for example: licensectl whoami');
}

/** Until a signal, or `emulator stop`. */
async function serve(
  { signal, dataDir }: RunContext,
  emulator: RunningEmulator,
  note: EmulatorNote,
): Promise<void> {
  const stop = (): void => void emulator.stop();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await emulator.stopped;
  } finally {
    signal.removeEventListener('abort', stop);
    await removeNote(dataDir, note);
  }
}
