/** Does what a command line asks for. Help must start fast, so what a command needs is loaded for a command only. */
import type { Redactor } from '../api/redactor.js';
import type { Warning } from '../notice.js';
import type { CatalogEntry } from './catalog/entry.js';
import { CATALOG } from './catalog.js';
import { wantsColor } from './color.js';
import { parseCommandLine } from './parse-command-line.js';
import type { ProcessLike } from './process-like.js';
import { VERSION } from './version.js';

/** Help is easier to read when its lines are not too long. */
const WIDEST_HELP = 100;
const USAGE_EXIT_CODE = 2;

export interface DispatchOptions {
  readonly redactor: () => Promise<Redactor>;
  /** Takes the warnings that are still to be told when this fails. */
  readonly warnings: Warning[];
  /** The program's own commands when absent. */
  readonly catalog?: readonly CatalogEntry[] | undefined;
}

/** chalk is loaded only where there is colour. */
async function headingStyle(color: boolean): Promise<(text: string) => string> {
  if (!color) return (text) => text;
  const { createStyle } = await import('../output/style.js');
  return createStyle(true).bold;
}

/**
 * @returns the exit code
 * @throws whatever stands in the way
 */
export async function dispatch(
  argv: readonly string[],
  processLike: ProcessLike,
  { redactor, warnings, catalog = CATALOG }: DispatchOptions,
): Promise<number> {
  const { stdout, stderr, env } = processLike;
  const intent = await parseCommandLine(argv, {
    env,
    catalog,
    style: {
      width: Math.min(stdout.columns ?? 80, WIDEST_HELP),
      heading: await headingStyle(wantsColor(stdout, env, argv.includes('--no-color'))),
    },
    expandFlags: async (command) => (await import('../commands/operation-flags.js')).expandFlags(command),
  });
  switch (intent.kind) {
    case 'version':
      stdout.write(`${VERSION}\n`);
      return 0;
    case 'help':
      (intent.asked ? stdout : stderr).write(intent.text);
      return intent.asked ? 0 : USAGE_EXIT_CODE;
    case 'run': {
      const { runCommand } = await import('./run-command.js');
      return runCommand(intent, processLike, await redactor(), warnings);
    }
  }
}
