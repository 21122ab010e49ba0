/** `profile show`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'profile show',
  summary: 'Show one code profile',
  args: [{ name: 'NAME', description: 'name of the profile', required: true }],
  flagsFrom: { capability: 'profiles.show', positional: ['profilename'] },
  examples: [
    {
      command: 'licensectl profile show TestProfile --product 6453300110',
      explains: 'the terms its codes get',
    },
    {
      command: 'licensectl profile show TestProfile --product 6453300110 --server-functions --json',
      explains: 'with server functions, for a script',
    },
  ],
  read: ({ profiles }) => profiles?.show,
  id: 'name',
});
