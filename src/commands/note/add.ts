/** `note add`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'note add',
  summary: 'Add a note to a licence code',
  description:
    'What the server answers is not documented: the new id is looked up when it is not in the answer.',
  args: [{ name: 'CODE', description: 'licence code, 17 to 19 digits', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'notes.add', positional: ['licensecode'] },
  examples: [
    {
      command:
        'licensectl note add 27835001310249256 --product 6872450105 --type general --description "Called on Monday, order 4711"',
      explains: 'a note for the next person with a ticket',
    },
    {
      command:
        'licensectl note add 206454320110930859 --product 6453300110 --type system --description "Moved from K-1017" -q',
      explains: 'prints the new id',
    },
  ],
  change: ({ notes }) => notes?.add,
  id: 'id',
  done: ({ id, code }) => `Added note${id === null ? '' : ` ${id}`} to code ${code}.`,
});
