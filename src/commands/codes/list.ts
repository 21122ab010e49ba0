/** `codes list`. */
import { CODE_COLUMNS } from '../columns.js';
import type { Command } from '../command.js';
import { listingCommand } from '../reading.js';

export const command: Command = listingCommand({
  name: 'codes list',
  summary: 'List licence codes',
  description:
    'Prints the first 100 and says on standard error when there are more. Filters can be combined.',
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
  listing: ({ codes }) => codes,
  columns: CODE_COLUMNS,
  id: 'code',
  noun: 'code',
});
