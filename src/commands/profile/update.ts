/** `profile update`. */
import { FROM_FILE } from '../body-flags.js';
import type { Command } from '../command.js';

export const command: Command = {
  name: 'profile update',
  summary: 'Change a code profile',
  description:
    'What is left out stays as it is. --inherit-profile makes the codes in the profile take over the change: their ' +
    'number is shown and asked about first.',
  args: [{ name: 'NAME', description: 'name of the profile', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'profiles.update', positional: ['profilename'] },
  examples: [
    {
      command:
        'licensectl profile update TestProfile --product 6453300110 --clients-allowed 5 --offline-lease 30d --feature FLOAT=on:150',
      explains: 'new terms for codes made from now on',
    },
    {
      command:
        'licensectl profile update TestProfile --product 6453300110 --license-type perpetual --subscription-end reset --inherit-profile',
      explains: 'for the codes in the profile too; asks with their number',
    },
    {
      command: 'licensectl profile update --from-file body.json --dry-run',
      explains: 'shows the call that the body of a file makes',
    },
  ],
  async run(context, parsed) {
    const { updateProfile } = await import('./update-profile.js');
    return updateProfile(context, command, parsed);
  },
};
