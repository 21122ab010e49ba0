/** The end of everything that goes wrong: one report on standard error, and an exit code. */
import type { Redactor } from '../api/redactor.js';
import { InterruptedError } from '../errors.js';
import { OutputClosedError } from '../output/writer.js';
import { wantsColor } from './color.js';
import { exitCodeOf } from './exit-codes.js';
import { asksForJson } from './global-options.js';
import type { ProcessLike } from './process-like.js';
import { errorText } from './report-error.js';

/** @returns the exit code */
export function reportFailure(
  error: unknown,
  argv: readonly string[],
  processLike: ProcessLike,
  redactor: Redactor,
): number {
  // The reader of our output had enough: `licensectl codes list | head`.
  if (error instanceof OutputClosedError) return 0;
  const { stderr, env } = processLike;
  const json = asksForJson(argv, env);
  if (isCtrlC(error) && !json) return exitCodeOf(error);
  const text = errorText(error, {
    json,
    color: wantsColor(stderr, env, argv.includes('--no-color')),
    verbose: argv.includes('--verbose') || argv.includes('-v'),
    redact: (part) => redactor.redact(part),
  });
  stderr.write(text);
  return exitCodeOf(error);
}

/** Whoever pressed Ctrl-C knows why it ended; what it left behind is told all the same. */
function isCtrlC(error: unknown): boolean {
  return error instanceof InterruptedError && error.signal === 'SIGINT' && error.code === 'interrupted';
}
