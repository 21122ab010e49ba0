/** `codes show`. */
import { NotFoundError } from '../../errors.js';
import { textArgument, textOption } from '../arguments.js';
import { CODE_COLUMNS } from '../columns.js';
import type { Command } from '../command.js';
import { capability, prepare } from '../prepare.js';
import { asRow, recordOf } from '../rows.js';

export const command: Command = {
  name: 'codes show',
  summary: 'Show one licence code with its terms',
  description:
    'Usage, notes and server functions come only when asked for. Without --product a code is shown for each product ' +
    'that it belongs to: JSON is a list then, and one record with --product.',
  args: [{ name: 'CODE', description: 'licence code', required: true }],
  flagsFrom: { capability: 'codes.show', positional: ['licensecode'] },
  examples: [
    { command: 'licensectl codes show 206454320110930859', explains: 'in all the products that have it' },
    {
      command:
        'licensectl codes show 206454320110930859 --product 6453300110 --notes --server-functions --show-features on',
      explains: 'one product, with notes, server functions and the features that are on',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const { value: records, raw } = await capability(connection, 'codes').show(input);
    const [first, second] = records;
    if (first === undefined) {
      const code = textArgument(parsed, 'CODE');
      throw new NotFoundError(`There is no code ${code}.`, {
        code: 'code_not_found',
        provider: connection.provider.id,
      });
    }
    // A program gets the shape that its flags ask for, however many products there happen to be.
    const asList =
      second !== undefined || (context.settings.json && textOption(parsed, 'product') === undefined);
    if (!asList) return { result: recordOf(first, 'code', { raw }) };
    if (second !== undefined)
      context.notice('The code belongs to several products; --product shows one in full.');
    return {
      result: { kind: 'list', columns: CODE_COLUMNS, id: 'code', rows: records.map(asRow), raw: () => [raw] },
    };
  },
};
