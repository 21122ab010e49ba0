/** `codes clear`. */
import type { Command } from '../command.js';
import { EXPECT } from '../confirm-wide.js';

export const command: Command = {
  name: 'codes clear',
  summary: 'Delete the activity of a licence code, on one computer or all of it',
  description:
    'With --computer it asks yes or no. Without, everything on record goes: the computers are shown and their number is ' +
    'wanted back; for a script --yes --expect N.',
  args: [{ name: 'CODE', description: 'licence code', required: true }],
  options: [EXPECT],
  flagsFrom: { capability: 'codes.clear', positional: ['licensecode'] },
  examples: [
    {
      command:
        'licensectl codes clear 206454320110930859 --product 6872450105 --computer kQe0MRH12bYgemkYW2bc',
      explains: 'one computer; asks first',
    },
    {
      command: 'licensectl codes clear 206454320110930859 --product 6872450105 --dry-run',
      explains: 'what there is to be deleted',
    },
  ],
  async run(context, parsed) {
    const { clearCode } = await import('./release-code.js');
    return clearCode(context, command, parsed);
  },
};
