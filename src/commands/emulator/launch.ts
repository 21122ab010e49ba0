/** Starting an emulator inside this process, for `start` and `exec`. */
import { resolve } from 'node:path';
import type { EmulatorOptions, RunningEmulator } from '../../emulator/server.js';
import { UsageError } from '../../errors.js';
import { switchOption, textOption } from '../arguments.js';
import type { OptionSpec, Parsed } from '../command.js';
import type { RunContext } from '../run-context.js';
import { parseInstant } from './clock.js';
import type { EmulatorNote } from './state-file.js';

export const LAUNCH_OPTIONS: readonly OptionSpec[] = [
  { flag: 'data', value: 'DIR', description: 'keep the state in this folder from one start to the next' },
  { flag: 'tls', description: 'serve https with a self-signed certificate' },
  { flag: 'clock', value: 'DATE', description: 'start the clock here (2030-01-31T12:00:00Z)' },
];

/** The folder of `--data`, absolute; null when the state is kept in memory. */
function stateFolder(context: Pick<RunContext, 'cwd'>, parsed: Parsed): string | null {
  const given = textOption(parsed, 'data');
  if (given === undefined) return null;
  if (given.trim() === '') throw new UsageError('--data needs a folder.', { code: 'folder_name_missing' });
  return resolve(context.cwd, given);
}

/**
 * @param port 0 for a free one
 * @throws UsageError when the port or the folder is taken, or the folder is of no use
 */
export async function launch(context: RunContext, parsed: Parsed, port: number): Promise<RunningEmulator> {
  const clock = textOption(parsed, 'clock');
  const dataDir = stateFolder(context, parsed) ?? undefined;
  const options: EmulatorOptions = {
    port,
    dataDir,
    tls: switchOption(parsed, 'tls'),
    clock: clock === undefined ? undefined : parseInstant(clock, '--clock'),
    onFailure: (message) => context.notice(message, 'emulator_failure'),
  };
  const { startEmulator } = await import('../../emulator/server.js');
  try {
    return await startEmulator(options);
  } catch (error) {
    throw explain(error, port, dataDir ?? '');
  }
}

/** What the other emulator commands, and the next start, need to know of it. */
export function noteOf(context: RunContext, parsed: Parsed, emulator: RunningEmulator): EmulatorNote {
  return {
    schemaVersion: 1,
    pid: context.program?.pid ?? 0,
    url: emulator.url,
    startedAt: new Date(context.clock.now()).toISOString(),
    dataDir: stateFolder(context, parsed),
    certPem: emulator.tls?.certPem ?? null,
  };
}

function explain(error: unknown, port: number, folder: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : error.name;
  const refuse = (message: string, ours: string, hint?: string): UsageError =>
    new UsageError(message, { code: ours, hint, cause: error });
  switch (code) {
    case 'EADDRINUSE':
      return refuse(
        `Port ${port} is in use.`,
        'port_in_use',
        'See `licensectl emulator status`, or give another with --port; 0 takes a free one.',
      );
    case 'SQLITE_BUSY':
      return refuse(`Another emulator uses the folder '${folder}'.`, 'emulator_data_in_use');
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return refuse(`What is in '${folder}' is not the state of an emulator.`, 'emulator_data_unusable');
    case 'DataFolderError':
      return refuse(
        `The state in '${folder}' was made by another version of the emulator, or is damaged.`,
        'emulator_data_version',
        'Give another folder with --data.',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOTDIR':
    case 'ENOSPC':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
      return refuse(
        folder === ''
          ? `Port ${port} may not be used: ${error.message}`
          : `'${folder}' cannot be used as a folder for state.`,
        folder === '' ? 'port_not_allowed' : 'emulator_data_unusable',
      );
    default:
      return error;
  }
}
