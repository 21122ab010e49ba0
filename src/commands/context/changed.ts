/** What a command says that has changed something on this computer, or would have in a dry run. */
import type { Outcome, Row } from '../../output/result.js';
import { recordOf } from '../rows.js';
import type { RunContext } from '../run-context.js';

/**
 * @param change the command's verb: `remove`
 * @param record what there is afterwards; `name` names the context
 */
export function changed(
  context: Pick<RunContext, 'settings'>,
  change: string,
  record: Row,
  message: string,
): Outcome {
  if (!context.settings.dryRun) return { result: recordOf(record, 'name', { message }) };
  const { name } = record;
  return {
    result: recordOf({ dryRun: true, change, name }, 'name', {
      preview: true,
      message: 'Dry run: nothing was changed.',
    }),
  };
}
