/** Standard input, read once and whole. */
import { UsageError } from '../errors.js';
import type { RunContext } from './run-context.js';

const DEFAULT_LIMIT = 1024 * 1024;

/**
 * @param maxBytes refuse more than this
 * @throws UsageError when it is a terminal, too large or not UTF-8
 */
export async function readStdinText(
  context: Pick<RunContext, 'streams'>,
  maxBytes: number = DEFAULT_LIMIT,
): Promise<string> {
  const { stdin } = context.streams;
  if (stdin.isTTY) {
    throw new UsageError('Standard input is a terminal, and a pipe or a file is wanted.', {
      code: 'stdin_is_terminal',
      hint: 'Pipe the text in, or redirect a file with <.',
    });
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) {
      throw new UsageError(`Standard input has more than ${maxBytes} bytes.`, {
        code: 'input_too_large',
        hint: 'Is it the right file?',
      });
    }
    chunks.push(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw new UsageError('Standard input is not UTF-8 text.', {
      code: 'invalid_utf8',
      hint: 'Convert it first, for example with iconv.',
      cause: error,
    });
  }
}
