/** `group assignment`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'group assignment',
  summary: 'Show which group a licence code is assigned to',
  args: [{ name: 'CODE', description: 'licence code, 17 to 19 digits', required: true }],
  flagsFrom: { capability: 'group-codes.show', positional: ['licensecode'] },
  examples: [
    {
      command: 'licensectl group assignment 27835001310249256 --product 6872450105',
      explains: 'the group, and since when',
    },
    {
      command: 'licensectl group assignment 27835001310249256 --product 6872450105 -q',
      explains: 'only the id of the group',
    },
  ],
  read: ({ groupCodes }) => groupCodes?.show,
  id: 'groupId',
});
