/** Asking before something is taken away. */
import type { RunContext } from './run-context.js';

/** Asks yes or no, unless `--yes` is given; a dry run takes nothing away and asks nothing. @throws UsageError `not_confirmed` */
export async function confirmUnlessDry(context: RunContext, question: string): Promise<void> {
  if (context.settings.dryRun) return;
  await (await context.prompts()).confirm(question);
}

/**
 * As {@link confirmUnlessDry}, with what `more` tells of it behind the question. That is read only when a person is
 * there to read it, too.
 */
export async function confirmKnowing(
  context: RunContext,
  question: string,
  more: () => Promise<string>,
): Promise<void> {
  const { dryRun, yes } = context.settings;
  if (dryRun) return;
  const prompts = await context.prompts();
  const told = prompts.interactive && !yes ? await more() : '';
  await prompts.confirm(told === '' ? question : `${question} ${told}`);
}
