/** `note list`. */
import { NOTE_COLUMNS } from '../account-columns.js';
import type { Command } from '../command.js';
import { rowsCommand } from '../reading.js';

export const command: Command = rowsCommand({
  name: 'note list',
  summary: 'List the notes on a licence code',
  args: [{ name: 'CODE', description: 'licence code, 17 to 19 digits', required: true }],
  flagsFrom: { capability: 'notes.list', positional: ['licensecode'] },
  examples: [
    { command: 'licensectl note list 27835001310249256 --product 6872450105', explains: 'all of them' },
    {
      command: 'licensectl note list 27835001310249256 --product 6872450105 -q',
      explains: 'only their ids, for note update and note delete',
    },
  ],
  read: ({ notes }) => notes?.list,
  columns: NOTE_COLUMNS,
  id: 'id',
  empty: 'There are no notes on this code.',
});
