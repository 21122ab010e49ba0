/** `user show`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'user show',
  summary: 'Show one end user',
  args: [{ name: 'USERNAME', description: 'user name; or give --group-user-id', required: false }],
  flagsFrom: { capability: 'users.show', positional: ['username'] },
  examples: [
    { command: 'licensectl user show testgroupuser7', explains: 'by user name' },
    { command: 'licensectl user show --group-user-id 7 --json', explains: 'by id, for a script' },
  ],
  read: ({ users }) => users?.show,
  id: 'id',
});
