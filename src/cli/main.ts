/** The program from start to end: understands the command line, runs, prints, tells the exit code. */
import type { Redactor } from '../api/redactor.js';
import type { Warning } from '../notice.js';
import type { CatalogEntry } from './catalog/entry.js';
import type { ProcessLike } from './process-like.js';
import { VERSION } from './version.js';

/**
 * Sets `exitCode` and lets output drain; never throws.
 * @param argv what was typed behind the program's name
 * @param catalog other commands than the program's own
 */
export async function main(
  argv: readonly string[],
  processLike: ProcessLike,
  catalog?: readonly CatalogEntry[],
): Promise<void> {
  // An error event without a listener would end the process; writers get the error by their callbacks.
  processLike.stdout.on('error', () => undefined);
  processLike.stderr.on('error', () => undefined);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    processLike.stdout.write(`${VERSION}\n`);
    return;
  }

  // One for the whole process: an error is reported with all the secrets known that came up on the way.
  let opened: Promise<Redactor> | null = null;
  const redactor = (): Promise<Redactor> => {
    opened ??= import('./open-redactor.js').then((module) => module.openRedactor(processLike.env));
    return opened;
  };
  // Those that a program has not been told of yet.
  const warnings: Warning[] = [];
  const report = async (error: unknown): Promise<number> => {
    const { reportFailure } = await import('./report-failure.js');
    return reportFailure(error, argv, processLike, await redactor(), warnings);
  };
  processLike.on('uncaughtException', (error) => {
    void report(error).then((code) => processLike.exit(code));
  });

  try {
    const { dispatch } = await import('./dispatch.js');
    processLike.exitCode = await dispatch(argv, processLike, { redactor, warnings, catalog });
  } catch (error) {
    processLike.exitCode = await report(error);
  }
}
