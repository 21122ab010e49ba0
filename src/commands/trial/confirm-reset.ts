/** The question before a trial is taken away. */
import type { Input } from '../../api/operation.js';
import { confirmKnowing } from '../confirm.js';
import { capability } from '../prepare.js';
import type { Connection, RunContext } from '../run-context.js';

/** Asks, saying how the trial stands. @throws UsageError `not_confirmed` */
export async function confirmReset(context: RunContext, connection: Connection, input: Input): Promise<void> {
  const { productid, computerid } = input;
  const question = `Reset the trial of product ${String(productid)} on computer ${String(computerid)}?`;
  await confirmKnowing(context, question, async () => {
    const { value } = await capability(connection, 'trials').status(input);
    return `It stands at: ${value.statusText}.`;
  });
}
