/** `note delete`. */
import type { Command } from '../command.js';
import { EXPECT } from '../confirm-wide.js';

export const command: Command = {
  name: 'note delete',
  summary: 'Delete one note on a licence code, or all of them',
  description:
    'One with --note. Without it every note of the code: that shows how many there are and wants the number typed ' +
    'back, or --yes --expect N.',
  args: [{ name: 'CODE', description: 'licence code, 17 to 19 digits', required: true }],
  options: [EXPECT],
  flagsFrom: { capability: 'notes.delete', positional: ['licensecode'] },
  examples: [
    {
      command: 'licensectl note delete 27835001310249256 --product 6872450105 --note 11 --yes',
      explains: 'one note, without being asked',
    },
    {
      command: 'licensectl note delete 27835001310249256 --product 6872450105 --dry-run',
      explains: 'how many notes there are to delete',
    },
  ],
  async run(context, parsed) {
    const { deleteNotes } = await import('./delete-notes.js');
    return deleteNotes(context, command, parsed);
  },
};
