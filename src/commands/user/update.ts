/** `user update`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'user update',
  summary: 'Change an end user, or move one to another group',
  description:
    'What is left out stays as it is, but the group is always asked for: another one than the present moves the user.',
  args: [{ name: 'ID', description: 'user id; user show USERNAME tells it', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'users.update', positional: ['groupuserid'] },
  examples: [
    {
      command: 'licensectl user update 7 --group-id 9 --telephone "+44 9988998899"',
      explains: 'another telephone number; group 9 is the present one',
    },
    { command: 'licensectl user update 7 --group-id 10 --dry-run', explains: 'what a move would send' },
  ],
  change: ({ users }) => users?.update,
  id: 'id',
  done: ({ id, groupId }) => `User ${id} of group ${groupId} is updated.`,
});
