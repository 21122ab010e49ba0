/** `group show`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'group show',
  summary: 'Show one group with its users, codes and subgroups',
  args: [{ name: 'NAME', description: 'name of the group; or give --group-id', required: false }],
  flagsFrom: { capability: 'groups.show', positional: ['groupname'] },
  examples: [
    { command: 'licensectl group show TestGroup', explains: 'who is in it, and which codes it has' },
    {
      command: 'licensectl group show --group-id 9 --columns users',
      explains: 'only its users',
    },
  ],
  read: ({ groups }) => groups?.show,
  id: 'id',
});
