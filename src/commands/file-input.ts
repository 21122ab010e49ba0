/** Text from a file or from standard input: certificates and bodies. Everything wrong is found before anything is sent. */
import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { Command, Parsed } from './command.js';
import type { RunContext } from './run-context.js';
import { readStdinText } from './stdin.js';

/** Certificates are about 13 KB; a megabyte is far beyond any of them. */
export const MAX_INPUT_BYTES = 1024 * 1024;

type InputContext = Pick<RunContext, 'streams' | 'cwd'>;

/**
 * The text of a file, or of standard input for `-`, with surrounding white space removed.
 * @throws UsageError naming `flag`: missing, a folder, unreadable, empty, over a megabyte, not UTF-8
 */
export async function readInput(context: InputContext, path: string, flag: string): Promise<string> {
  const label = path === '-' ? 'standard input' : `'${path}'`;
  const text =
    path === '-' ? await readStdinText(context, MAX_INPUT_BYTES) : await readFile(context, path, flag);
  // A byte order mark counts as white space here, which trim() agrees with.
  if (text.trim() === '') throw problem(flag, `${label} is empty`, 'file_empty');
  return text.trim();
}

/**
 * One line from standard input: a secret. The line ending is cut, nothing else.
 * @throws UsageError naming `flag`
 */
export async function readSecretLine(context: InputContext, flag: string): Promise<string> {
  const line = (await readStdinText(context, MAX_INPUT_BYTES)).replace(/\r?\n$/, '');
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
  ].map((flag) => `--${flag}`);
  if (readers.length < 2) return;
  throw new UsageError(`Only one of ${readers.join(' and ')} can read standard input.`, {
    code: 'stdin_taken',
    hint: 'Give the other by file, environment or prompt.',
  });
}

async function readFile(context: InputContext, path: string, flag: string): Promise<string> {
  const bytes = await readBytes(resolve(context.cwd, path), path, flag);
  if (bytes.length > MAX_INPUT_BYTES) throw problem(flag, `'${path}' is larger than 1 MiB`, 'file_too_large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw problem(flag, `'${path}' is not UTF-8 text`, 'invalid_utf8', cause);
  }
}

async function readBytes(path: string, given: string, flag: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    if ((await handle.stat()).isDirectory()) throw problem(flag, `'${given}' is a folder`, 'file_is_folder');
    return await readUpTo(handle, MAX_INPUT_BYTES + 1);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason === 'ENOENT') throw problem(flag, `there is no file '${given}'`, 'file_missing', error);
    throw problem(flag, `'${given}' cannot be read (${reason})`, 'file_unreadable', error);
  } finally {
    await handle?.close();
  }
}

/** Reads without trusting the size: a pipe or `/dev/stdin` says 0. */
async function readUpTo(handle: FileHandle, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < limit) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64 * 1024));
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(chunks);
}

function problem(flag: string, what: string, code: string, cause?: unknown): UsageError {
  return new UsageError(`${flag}: ${what}.`, { code, cause, hint: 'Nothing was sent.' });
}
