/** Standard input, read once and whole. */
import { addAbortSignal } from 'node:stream';
import { UsageError } from '../errors.js';
import { errnoOf } from '../files/file-errors.js';
import type { RunContext } from './run-context.js';

/** Certificates are about 13 KB; a megabyte is far beyond any of them. */
export const MAX_INPUT_BYTES = 1024 * 1024;

/**
 * @throws UsageError when it is a terminal, too large, not UTF-8 or cannot be read; the reason of the signal
 */
export async function readStdinText(context: Pick<RunContext, 'streams' | 'signal'>): Promise<string> {
  const { stdin } = context.streams;
  if (stdin.isTTY) {
    throw new UsageError('Standard input is a terminal, and a pipe or a file is wanted.', {
      code: 'stdin_is_terminal',
      hint: 'Pipe the text in, or redirect a file with <.',
    });
  }
  const bytes = await readBytes(context);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError('Standard input is not UTF-8 text.', {
      code: 'invalid_utf8',
      hint: 'Convert it first, for example with iconv.',
      cause: error,
    });
  }
}

async function readBytes({ streams, signal }: Pick<RunContext, 'streams' | 'signal'>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Whoever writes may never end; a person who interrupts does not have to wait for that.
    for await (const chunk of addAbortSignal(signal, streams.stdin)) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > MAX_INPUT_BYTES) throw tooLarge();
      chunks.push(bytes);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Standard input cannot be read (${errnoOf(error) ?? String(error)}).`, {
      code: 'stdin_unreadable',
      hint: 'Pipe the text in, or redirect a file with <.',
      cause: error,
    });
  }
  return Buffer.concat(chunks);
}

function tooLarge(): UsageError {
  return new UsageError(`Standard input has more than ${MAX_INPUT_BYTES} bytes.`, {
    code: 'input_too_large',
    hint: 'Is it the right file?',
  });
}
