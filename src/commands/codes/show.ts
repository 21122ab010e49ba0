/** `codes show`. */
import type { CodeRecord } from '../../api/records.js';
import { NotFoundError, UsageError } from '../../errors.js';
import { textArgument } from '../arguments.js';
import type { Command } from '../command.js';
import { capability, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';

export const command: Command = {
  name: 'codes show',
  summary: 'Show one licence code with its terms',
  description:
    'Details, notes and server functions come only when asked for. A code that belongs to several products needs --product.',
  args: [{ name: 'CODE', description: 'licence code', required: true }],
  flagsFrom: { capability: 'codes.show', positional: ['licensecode'] },
  examples: [
    {
      command: 'licensectl codes show 206454320110930859',
      explains: 'its terms, features and custom fields',
    },
    {
      command:
        'licensectl codes show 206454320110930859 --product 6453300110 --notes --server-functions --show-features on',
      explains: 'with notes and server functions, and only the features that are on',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const { value, raw } = await capability(connection, 'codes').show(input);
    return { result: recordOf(theOne(value, textArgument(parsed, 'CODE') ?? ''), 'code', { raw }) };
  },
};

/** The answer is one record a product, and a script wants to know what it gets: always one. */
function theOne(records: readonly CodeRecord[], code: string): CodeRecord {
  const [only, another] = records;
  if (only === undefined) throw new NotFoundError(`There is no code ${code}.`, { code: 'code_not_found' });
  if (another === undefined) return only;
  const products = records.map(({ product }) => product ?? 'none').join(', ');
  throw new UsageError(`Code ${code} belongs to ${records.length} products: ${products}.`, {
    code: 'ambiguous_code',
    hint: 'Choose one with --product.',
  });
}
