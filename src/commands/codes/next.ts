/** `codes next`. */
import type { Command } from '../command.js';

export const command: Command = {
  name: 'codes next',
  summary: 'Hand out unused licence codes and mark them as acquired',
  description:
    'What is handed out does not come back by itself: the call is never sent twice, a dry run sends nothing, and should ' +
    'printing fail, the codes are kept in a file. Fewer than asked for are printed with a warning; none is exit 6.',
  flagsFrom: { capability: 'codes.next' },
  examples: [
    { command: 'licensectl codes next --product 6872450105 -q', explains: 'one code, for an order' },
    {
      command: 'licensectl codes next --product 6872450105 --amount 3 --json',
      explains: 'three at once, for a script',
    },
  ],
  async run(context, parsed) {
    const { nextCodes } = await import('./next-codes.js');
    return nextCodes(context, command, parsed);
  },
};
