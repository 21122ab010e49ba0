/** `codes return`. */
import type { Command } from '../command.js';
import { EXPECT } from '../confirm-wide.js';

export const command: Command = {
  name: 'codes return',
  summary: 'Mark every activation of a licence code as returned',
  description:
    'Shows the computers and wants their number typed back; for a script --yes --expect N. The activity stays on ' +
    'record; codes clear deletes it.',
  args: [{ name: 'CODE', description: 'licence code', required: true }],
  options: [EXPECT],
  flagsFrom: { capability: 'codes.return', positional: ['licensecode'] },
  examples: [
    {
      command: 'licensectl codes return 206454320110930859 --product 6872450105 --dry-run',
      explains: 'which computers it would hit',
    },
    {
      command: 'licensectl codes return 286901020157066211 --product 6872450105 --yes --expect 1',
      explains: 'for a script: goes on only when there is exactly one',
    },
  ],
  async run(context, parsed) {
    const { returnCode } = await import('./release-code.js');
    return returnCode(context, command, parsed);
  },
};
