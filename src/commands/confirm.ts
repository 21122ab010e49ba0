/** Asking before something is taken away. */
import type { RunContext } from './run-context.js';

/** Asks yes or no, unless `--yes` is given; a dry run takes nothing away and asks nothing. @throws UsageError `not_confirmed` */
export async function confirmUnlessDry(context: RunContext, question: string): Promise<void> {
  if (context.settings.dryRun) return;
  await (await context.prompts()).confirm(question);
}
