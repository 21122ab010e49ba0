/** `explain`. */
import { NotFoundError } from '../errors.js';
import type { Column, Outcome } from '../output/result.js';
import { allCodes } from '../support/codes/all-codes.js';
import { explain, explanationText } from '../support/codes/explanation.js';
import { similarCodes } from '../support/codes/find-codes.js';
import { refuseBlank, textArgument } from './arguments.js';
import type { Command } from './command.js';
import { asRow, recordOf } from './rows.js';

const COLUMNS: readonly Column[] = [
  { key: 'code', header: 'Code' },
  { key: 'system', header: 'System' },
  { key: 'meaning', header: 'Meaning' },
  { key: 'customer', header: 'For the customer', hidden: true },
  { key: 'next', header: 'Next step', hidden: true },
  { key: 'exitCodes', header: 'Exit', format: 'list', hidden: true },
  { key: 'kind', header: 'Kind', hidden: true },
  { key: 'documented', header: 'Documented', format: 'boolean', hidden: true },
];

export const command: Command = {
  name: 'explain',
  summary: 'Tell what an error code or exit code means, and what to do',
  description:
    'Knows the documented codes of all four systems and those of licensectl, without a network and without a context. ' +
    'A code that several systems use has several meanings. Without CODE all are listed.',
  args: [
    {
      name: 'CODE',
      description: 'as in an error, such as license_expired; or an exit code',
      required: false,
    },
  ],
  examples: [
    {
      command: 'licensectl explain license_activated_max_times',
      explains: 'what to tell the customer, and what to do',
    },
    { command: 'licensectl explain 6', explains: 'an exit code, with the codes that end with it' },
    {
      command: 'licensectl explain --columns code,system,next --output csv',
      explains: 'all codes and their next steps, for a spreadsheet',
    },
  ],
  async run(_context, parsed): Promise<Outcome> {
    refuseBlank(parsed);
    const code = textArgument(parsed, 'CODE')?.trim();
    if (code === undefined) {
      return { result: { kind: 'list', columns: COLUMNS, id: 'code', rows: allCodes().map(asRow) } };
    }
    const explanation = explain(code);
    if (explanation === null) throw unknownCode(code);
    return { result: recordOf(explanation, 'code', { document: explanationText(explanation) }) };
  },
};

function unknownCode(code: string): NotFoundError {
  const similar = similarCodes(code);
  return new NotFoundError(`There is no code '${code}' that is known here.`, {
    code: 'code_unknown',
    hint:
      similar.length === 0
        ? 'licensectl explain lists all of them. A code of a vendor that is not documented has only the message beside it.'
        : `Did you mean ${similar.join(', ')}?`,
  });
}
