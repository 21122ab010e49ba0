/** `codes allocate`. */
import { UsageError } from '../../errors.js';
import { textOption } from '../arguments.js';
import type { Command } from '../command.js';
import { sourceOf } from '../flag-source.js';
import { codesDelivery } from '../new-codes.js';
import { offered, prepare } from '../prepare.js';
import { counted } from '../rows.js';

export const command: Command = {
  name: 'codes allocate',
  summary: 'Take new licence codes from the code bank of the account',
  description:
    'Prints as many as --count says. The call is never sent twice by itself; should printing fail, the codes are kept in a file. Your own ' +
    'codes come in with codes import.',
  flagsFrom: { capability: 'codes.allocate', omit: ['licensecodes'] },
  examples: [
    {
      command: 'licensectl codes allocate --product 6453300110 --count 50 --profile TestProfile',
      explains: 'fifty codes with the terms of a profile',
    },
    {
      command: 'licensectl codes allocate --product 6453300110 --count 2 --company-id 17 -q > codes.txt',
      explains: 'for a company; only the codes, one a line',
    },
  ],
  async run(context, parsed) {
    const deliver = codesDelivery(context);
    const count = textOption(parsed, 'count');
    if (count === undefined) {
      throw new UsageError('Missing --count.', {
        code: 'missing_input',
        hint: 'Say how many codes to take. Nothing was sent.',
      });
    }
    const { connection, input } = await prepare(context, command, parsed);
    const made = await offered(connection, ({ codes }) => codes?.allocate, sourceOf(command))(input);
    const asked = Number(count);
    const got = made.value.length;
    if (got === 0) {
      context.notice(
        `${counted(asked, 'code')} asked for and made; the server does not name them. To see them: ` +
          'licensectl codes list --product ID',
        'codes_not_named',
      );
    } else if (got < asked) {
      context.notice(`${counted(asked, 'code')} asked for, ${got} made.`, 'fewer_codes');
    }
    return deliver(made);
  },
};
