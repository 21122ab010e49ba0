/** The end of everything that goes wrong: one report on standard error, and an exit code. */
import type { Redactor } from '../api/redactor.js';
import { InterruptedError } from '../errors.js';
import type { Warning } from '../notice.js';
import { OutputClosedError } from '../output/writer.js';
import { wantsColor } from './color.js';
import { warningsText } from './envelope.js';
import { exitCodeOf } from './exit-codes.js';
import { asksForJson } from './global-options.js';
import type { ProcessLike } from './process-like.js';
import { errorText } from './report-error.js';

/**
 * @param warnings what has not been told yet
 * @returns the exit code
 */
export function reportFailure(
  error: unknown,
  argv: readonly string[],
  processLike: ProcessLike,
  redactor: Redactor,
  warnings: readonly Warning[],
): number {
  const { stderr, env } = processLike;
  const redact = (text: string): string => redactor.redact(text);
  // The reader of our output had enough: `licensectl codes list | head`.
  if (error instanceof OutputClosedError) {
    stderr.write(warningsText(warnings, redact));
    return 0;
  }
  const json = asksForJson(argv, env);
  if (isCtrlC(error) && !json) return exitCodeOf(error);
  const text = errorText(error, {
    json,
    color: wantsColor(stderr, env, argv.includes('--no-color')),
    verbose: argv.includes('--verbose') || argv.includes('-v'),
    warnings,
    redact,
  });
  stderr.write(text);
  return exitCodeOf(error);
}

/** Whoever pressed Ctrl-C knows why it ended; what it left behind is told all the same. */
function isCtrlC(error: unknown): boolean {
  return error instanceof InterruptedError && error.signal === 'SIGINT' && error.code === 'interrupted';
}
