/** `codes list`. */
import { CODE_COLUMNS } from '../columns.js';
import type { Command } from '../command.js';
import { LISTING_OPTIONS, listOutcome } from '../listing.js';
import { capability, prepare } from '../prepare.js';

export const command: Command = {
  name: 'codes list',
  summary: 'List licence codes',
  description:
    'Prints the first 100 and says on standard error when there are more. Filters can be combined.',
  options: LISTING_OPTIONS,
  flagsFrom: { capability: 'codes.list' },
  examples: [
    {
      command: 'licensectl codes list --product 6453300110 --activated false',
      explains: 'codes nobody has activated',
    },
    { command: 'licensectl codes list --product 6453300110 --count', explains: 'only how many there are' },
    {
      command: 'licensectl codes list --all --output ndjson > codes.ndjson',
      explains: 'all of them, in constant memory',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const view = { columns: CODE_COLUMNS, id: 'code', noun: 'code' };
    return listOutcome(context, parsed, capability(connection, 'codes'), input, view);
  },
};
