/** Where a command puts what cannot be had twice: checked before the call, written atomically after it. */
import { constants } from 'node:fs';
import { access, lstat, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { errnoOf } from '../files/file-errors.js';
import { writeAtomic } from '../files/write-atomic.js';
import { switchOption, textOption } from './arguments.js';
import type { OptionSpec, Parsed } from './command.js';
import type { RunContext } from './run-context.js';

export const FORCE: OptionSpec = { flag: 'force', description: 'replace the file that --out names' };

/** @param what is written, with its article */
export function outOptions(what: string): readonly OptionSpec[] {
  return [
    {
      flag: 'out',
      value: 'FILE',
      description: `write ${what} here (mode 0600) instead of printing it`,
    },
    FORCE,
  ];
}

export const OUT_OPTIONS: readonly OptionSpec[] = outOptions('the certificate');

/**
 * The absolute path of `--out`; null when it is to be printed (`--out -` or none).
 * @throws UsageError when it exists and `--force` is not given, is a folder or a device, or cannot be written there
 */
export async function outputPath(context: Pick<RunContext, 'cwd'>, parsed: Parsed): Promise<string | null> {
  const given = textOption(parsed, 'out');
  if (given === undefined || given === '-') return null;
  if (given.trim() === '') throw refused('--out needs a file name.', 'file_name_missing');
  const path = resolve(context.cwd, given);
  const present = await lstat(path).catch((error: unknown) => {
    const errno = errnoOf(error);
    // Of the folder more can be said below.
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return null;
    throw refused(`--out: '${given}' cannot be written (${errno}).`, 'file_not_writable');
  });
  if (present?.isDirectory()) throw refused(`--out: '${given}' is a folder.`, 'file_is_folder');
  if (present !== null) await refuseSpecial(path, given);
  if (present !== null && !switchOption(parsed, 'force')) {
    throw refused(
      `--out: '${given}' exists already.`,
      'file_exists',
      'Add --force to replace it. Nothing was sent.',
    );
  }
  await checkFolder(dirname(path), given);
  return path;
}

/** Writes for this user alone; the failure when it could not be written, null when it was. */
export async function tryWrite(path: string, text: string): Promise<Error | null> {
  try {
    await writeAtomic(path, `${text}\n`, 0o600);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A file takes the place of what is there: for an administrator also that of `/dev/null`, or of a pipe that is read. */
async function refuseSpecial(path: string, given: string): Promise<void> {
  const target = await stat(path).catch(() => null);
  if (target === null || target.isFile() || target.isDirectory()) return;
  throw refused(
    `--out: '${given}' is a device or a pipe, and no file.`,
    'file_not_regular',
    'Leave --out out to print it instead. Nothing was sent.',
  );
}

async function checkFolder(folder: string, given: string): Promise<void> {
  const present = await stat(folder).catch(() => null);
  if (!present?.isDirectory()) throw refused(`--out: there is no folder for '${given}'.`, 'folder_missing');
  await access(folder, constants.W_OK).catch(() => {
    throw refused(`--out: the folder of '${given}' cannot be written to.`, 'folder_not_writable');
  });
}

function refused(message: string, code: string, hint = 'Nothing was sent.'): UsageError {
  return new UsageError(message, { code, hint });
}
