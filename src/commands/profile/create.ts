/** `profile create`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'profile create',
  summary: 'Create a code profile',
  description:
    'Codes that are allocated to it start with its terms. What the server answers is not documented: the new id is ' +
    'looked up when it is not in the answer.',
  args: [{ name: 'NAME', description: 'name of the profile, unique', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'profiles.create', positional: ['profilename'] },
  examples: [
    {
      command:
        'licensectl profile create Team --product 6872450105 --enabled true --license-type subscriptionperiod ' +
        '--subscription-period 365d --clients-allowed 5 --offline-lease 30d',
      explains: 'a yearly subscription for five computers',
    },
    {
      command: 'licensectl profile create --from-file profile.json --dry-run',
      explains: 'from a file; shows what would be sent',
    },
  ],
  change: ({ profiles }) => profiles?.create,
  id: 'name',
  done: ({ name, product }) => `Created profile ${name} of product ${product}.`,
});
