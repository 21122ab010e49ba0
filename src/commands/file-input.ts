/** Text from a file or from standard input: certificates and bodies. Everything wrong is found before anything is sent. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LicensectlError, UsageError } from '../errors.js';
import { errnoOf } from '../files/file-errors.js';
import { textOption } from './arguments.js';
import type { Command, Parsed } from './command.js';
import type { Handled } from './required-input.js';
import type { RunContext } from './run-context.js';
import { MAX_INPUT_BYTES, readStdinText } from './stdin.js';

/** How often a named pipe is looked at, in milliseconds. */
const PIPE_POLL_MS = 20;

type InputContext = Pick<RunContext, 'streams' | 'cwd' | 'clock' | 'signal'>;

/**
 * The text of a file, or of standard input for `-`, with surrounding white space removed.
 * @throws UsageError naming `flag`: missing, a folder, unreadable, empty, over a megabyte, not UTF-8;
 *   InterruptedError while it waits for whoever writes
 */
export async function readInput(context: InputContext, path: string, flag: string): Promise<string> {
  const label = path === '-' ? 'standard input' : `'${path}'`;
  const text = path === '-' ? await readStdinText(context) : await readFile(context, path, flag);
  // A byte order mark counts as white space here, which trim() agrees with.
  if (text.trim() === '') throw problem(flag, `${label} is empty`, 'file_empty');
  return text.trim();
}

/**
 * What the file that `flag` names holds, for a field of the row; undefined when the flag is not given.
 * @throws as {@link readInput}
 */
export async function fileField(
  context: InputContext,
  parsed: Parsed,
  flag: string,
  field: string,
): Promise<Handled> {
  const file = textOption(parsed, flag);
  return { field, flag, value: file === undefined ? undefined : await readInput(context, file, `--${flag}`) };
}

/**
 * One line from standard input: a secret. The line ending is cut, nothing else.
 * @throws UsageError naming `flag`
 */
export async function readSecretLine(context: InputContext, flag: string): Promise<string> {
  const line = (await readStdinText(context)).replace(/\r?\n$/, '');
  if (line === '') throw problem(flag, 'standard input is empty', 'file_empty');
  if (/[\r\n]/.test(line)) throw problem(flag, 'standard input has more than one line', 'not_one_line');
  return line;
}

/** @throws UsageError when two flags of one call would both read standard input */
export function refuseTwoStdinReaders(command: Command, parsed: Parsed): void {
  const files = (command.options ?? []).filter(({ flag, value }) => value === 'FILE' && flag !== 'out');
  const readers = [
    ...Object.keys(parsed.options).filter((flag) => flag.endsWith('-stdin') && parsed.options[flag] === true),
    ...files.map(({ flag }) => flag).filter((flag) => parsed.options[flag] === '-'),
    ...Object.entries(parsed.options).flatMap(([flag, value]) =>
      Array.isArray(value) ? value.filter((text) => text === '@-').map(() => flag) : [],
    ),
  ].map((flag) => `--${flag}`);
  if (readers.length < 2) return;
  throw new UsageError(`Only one of ${readers.join(' and ')} can read standard input.`, {
    code: 'stdin_taken',
    hint: 'Give the other by file, environment or prompt.',
  });
}

async function readFile(context: InputContext, path: string, flag: string): Promise<string> {
  const bytes = await readBytes(context, path, flag);
  if (bytes.length > MAX_INPUT_BYTES) throw problem(flag, `'${path}' is larger than 1 MiB`, 'file_too_large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw problem(flag, `'${path}' is not UTF-8 text`, 'invalid_utf8', cause);
  }
}

async function readBytes(context: InputContext, given: string, flag: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    // Opening a named pipe would otherwise wait for its writer, where no signal reaches.
    handle = await open(resolve(context.cwd, given), constants.O_RDONLY | constants.O_NONBLOCK);
    const status = await handle.stat();
    if (status.isDirectory()) throw problem(flag, `'${given}' is a folder`, 'file_is_folder');
    return await readUpTo(handle, MAX_INPUT_BYTES + 1, status.isFIFO(), context.clock);
  } catch (error) {
    if (error instanceof LicensectlError) throw error;
    const reason = errnoOf(error) ?? String(error);
    if (reason === 'ENOENT') throw problem(flag, `there is no file '${given}'`, 'file_missing', error);
    throw problem(flag, `'${given}' cannot be read (${reason})`, 'file_unreadable', error);
  } finally {
    await handle?.close();
  }
}

/**
 * Reads without trusting the size: a pipe or `/dev/stdin` says 0. An end before the first byte of a named pipe
 * means that nobody has opened its other side yet.
 */
async function readUpTo(
  handle: FileHandle,
  limit: number,
  namedPipe: boolean,
  clock: RunContext['clock'],
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < limit) {
    const bytes = await readChunk(handle);
    if (bytes === null || (bytes.length === 0 && namedPipe && length === 0)) {
      await clock.sleep(PIPE_POLL_MS);
      continue;
    }
    if (bytes.length === 0) break;
    chunks.push(bytes);
    length += bytes.length;
  }
  return Buffer.concat(chunks);
}

/** Empty at the end; null when there is nothing yet. */
async function readChunk(handle: FileHandle): Promise<Buffer | null> {
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64 * 1024));
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (errnoOf(error) === 'EAGAIN') return null;
    throw error;
  }
}

function problem(flag: string, what: string, code: string, cause?: unknown): UsageError {
  return new UsageError(`${flag}: ${what}.`, { code, cause, hint: 'Nothing was sent.' });
}
