/** The question before a trial is taken away. */
import type { Input } from '../../api/operation.js';
import { capability } from '../prepare.js';
import type { Connection, RunContext } from '../run-context.js';

/**
 * Asks, saying how the trial stands; the status is read only when a person is there to read it. A dry run asks
 * nothing. @throws UsageError `not_confirmed`
 */
export async function confirmReset(context: RunContext, connection: Connection, input: Input): Promise<void> {
  const { dryRun, yes } = context.settings;
  if (dryRun) return;
  const prompts = await context.prompts();
  const { productid, computerid } = input;
  const subject = `the trial of product ${String(productid)} on computer ${String(computerid)}`;
  if (!prompts.interactive || yes) return prompts.confirm(`Reset ${subject}?`);
  const { value } = await capability(connection, 'trials').status(input);
  return prompts.confirm(`Reset ${subject}? It stands at: ${value.statusText}.`);
}
