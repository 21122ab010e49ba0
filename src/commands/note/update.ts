/** `note update`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'note update',
  summary: 'Change a note on a licence code',
  description: 'What is left out stays as it is.',
  args: [{ name: 'CODE', description: 'licence code, 17 to 19 digits', required: true }],
  flagsFrom: { capability: 'notes.update', positional: ['licensecode'] },
  examples: [
    {
      command:
        'licensectl note update 27835001310249256 --product 6872450105 --note 11 --description "Called back, solved"',
      explains: 'another text',
    },
    {
      command:
        'licensectl note update 27835001310249256 --product 6872450105 --note 11 --type system --dry-run',
      explains: 'shows what would be sent',
    },
  ],
  change: ({ notes }) => notes?.update,
  naming: ['productid', 'licensecode', 'noteid'],
  id: 'id',
  done: ({ id, code }) => `Note ${id} on code ${code} is updated.`,
});
