/** `codes activated`. */
import type { Command } from '../command.js';
import { ACTIVE_CODE_COLUMNS } from '../product-columns.js';
import { rowsCommand } from '../reading.js';

export const command: Command = rowsCommand({
  name: 'codes activated',
  summary: 'List the licence codes that are active on one computer',
  flagsFrom: { capability: 'codes.activated' },
  examples: [
    {
      command: 'licensectl codes activated --computer kQe0MRH12bYgemkYW2bc',
      explains: 'which codes to look at, when a customer knows only the computer',
    },
    {
      command: 'licensectl codes activated --computer kQe0MRH12bYgemkYW2bc --columns code,product',
      explains: 'with the product of each',
    },
  ],
  read: ({ codes }) => codes?.activated,
  columns: ACTIVE_CODE_COLUMNS,
  id: 'code',
  empty: 'No code is active on this computer.',
});
