/** `codes update`. */
import { FROM_FILE } from '../body-flags.js';
import type { Command } from '../command.js';
import { EXPECT } from '../confirm-wide.js';

export const command: Command = {
  name: 'codes update',
  summary: 'Change one licence code',
  description:
    'What is left out stays as it is. --note general=TEXT or system=TEXT adds a note, --note delete=ID deletes one, which asks first, ' +
    'and --note deleteall deletes all there are: their number is shown and wanted back, or --yes --expect N. ' +
    'The server deletes before it adds.',
  args: [{ name: 'CODE', description: 'licence code', required: false }],
  options: [FROM_FILE, EXPECT],
  flagsFrom: { capability: 'codes.update', positional: ['licensecode'] },
  examples: [
    {
      command:
        'licensectl codes update 206454320110930859 --product 6453300110 --clients-allowed 12 --feature FLOAT=on:150 --note "general=two more seats, order 4711"',
      explains: 'more computers and seats, with a note why',
    },
    {
      command:
        'licensectl codes update 206454320110930859 --product 6453300110 --license-type subscriptionperiod --subscription-period 365d',
      explains: 'a year from now on; a period goes along with its type',
    },
    {
      command:
        'licensectl codes update 206454320110930859 --product 6453300110 --note deleteall --yes --expect 2',
      explains: 'deletes both its notes, and nothing when there are more by now',
    },
  ],
  async run(context, parsed) {
    const { updateCode } = await import('./update-code.js');
    return updateCode(context, command, parsed);
  },
};
