/** Text from a file or from standard input: certificates and bodies. Everything wrong is found before anything is sent. */
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { UsageError } from '../errors.js';
import type { Command, Parsed } from './command.js';
import type { RunContext } from './run-context.js';

/** Certificates are about 13 KB; a megabyte is far beyond any of them. */
export const MAX_INPUT_BYTES = 1024 * 1024;

type InputContext = Pick<RunContext, 'streams' | 'cwd' | 'signal' | 'notice' | 'settings'>;

/**
 * The text of a file, or of standard input for `-`, with surrounding white space removed.
 * @throws UsageError naming `flag`: missing, a folder, unreadable, empty, over a megabyte, not UTF-8
 */
export async function readInput(context: InputContext, path: string, flag: string): Promise<string> {
  const label = path === '-' ? 'standard input' : `'${path}'`;
  const bytes = path === '-' ? await readStandardInput(context, flag) : await readFile(context, path, flag);
  if (bytes.length > MAX_INPUT_BYTES) {
    throw problem(flag, `${label} is larger than 1 MiB`, 'file_too_large');
  }
  const text = decode(bytes, label, flag).trim();
  if (text === '') throw problem(flag, `${label} is empty`, 'file_empty');
  return text;
}

/**
 * One line from standard input: a secret. The line ending is cut, nothing else.
 * @throws UsageError naming `flag`
 */
export async function readSecretLine(context: InputContext, flag: string): Promise<string> {
  if (context.streams.stdin.isTTY === true) {
    throw new UsageError(`${flag} reads a pipe or a file, and standard input is a terminal.`, {
      code: 'stdin_is_terminal',
      hint: `Leave ${flag} out to be asked for it.`,
    });
  }
  const line = decode(await readStandardInput(context, flag), 'standard input', flag).replace(/\r?\n$/, '');
  if (line === '') throw problem(flag, 'standard input is empty', 'file_empty');
  if (/[\r\n]/.test(line)) throw problem(flag, 'standard input has more than one line', 'not_one_line');
  return line;
}

/** @throws UsageError when two flags of one call would both read standard input */
export function refuseTwoStdinReaders(command: Command, parsed: Parsed): void {
  const files = (command.options ?? []).filter(({ flag, value }) => value?.startsWith('FILE') && flag !== 'out');
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

async function readFile(context: InputContext, path: string, flag: string): Promise<Buffer> {
  try {
    const handle = await open(resolve(context.cwd, path), 'r');
    try {
      const stat = await handle.stat();
      if (stat.isDirectory()) throw problem(flag, `'${path}' is a folder`, 'file_is_folder');
      return await collect(handle.createReadStream({ autoClose: false, end: MAX_INPUT_BYTES }), context.signal);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof UsageError) throw error;
    if (error.code === 'ENOENT') throw problem(flag, `there is no file '${path}'`, 'file_missing');
    throw problem(flag, `'${path}' cannot be read (${String(error.code)})`, 'file_unreadable', error);
  }
}

async function readStandardInput(context: InputContext, flag: string): Promise<Buffer> {
  const { stdin } = context.streams;
  if (stdin.isTTY === true) {
    if (context.settings.noInput) throw problem(flag, 'standard input is a terminal', 'stdin_is_terminal');
    context.notice('Reading from the terminal; end with Ctrl-D.');
  }
  return collect(stdin, context.signal);
}

/** At most one byte more than the limit, which is enough to see that there is more. */
async function collect(
  stream: NodeJS.ReadableStream & Parameters<typeof addAbortSignal>[1],
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of addAbortSignal(signal, stream)) {
      const bytes = Buffer.from(chunk as Buffer);
      chunks.push(bytes);
      length += bytes.length;
      if (length > MAX_INPUT_BYTES) break;
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error;
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer, label: string, flag: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw problem(flag, `${label} is not UTF-8 text`, 'file_not_text', cause);
  }
}

function problem(flag: string, what: string, code: string, cause?: unknown): UsageError {
  return new UsageError(`${flag}: ${what}.`, { code, cause, hint: 'Nothing was sent.' });
}
