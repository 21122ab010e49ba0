/** `codes activity`. */
import type { Command } from '../command.js';
import { ACTIVITY_COLUMNS } from '../product-columns.js';
import { rowsCommand } from '../reading.js';

export const command: Command = rowsCommand({
  name: 'codes activity',
  summary: 'List the computers that have activated a licence code',
  description: 'With those that were freed since, unless --activated is given.',
  args: [{ name: 'CODE', description: 'licence code', required: true }],
  flagsFrom: { capability: 'codes.activity', positional: ['licensecode'] },
  examples: [
    {
      command: 'licensectl codes activity 206454320110930859 --product 6872450105',
      explains: 'all that has happened to it',
    },
    {
      command:
        'licensectl codes activity 206454320110930859 --product 6872450105 --activated --system-info --json',
      explains: 'where it is active now, with the computers',
    },
  ],
  read: ({ codes }) => codes?.activity,
  columns: ACTIVITY_COLUMNS,
  id: 'deviceId',
  empty: 'The code has no activity.',
});
