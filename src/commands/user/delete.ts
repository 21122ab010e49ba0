/** `user delete`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'user delete',
  summary: 'Delete an end user',
  args: [{ name: 'ID', description: 'user id; user show USERNAME tells it', required: true }],
  flagsFrom: { capability: 'users.delete', positional: ['groupuserid'] },
  examples: [
    { command: 'licensectl user delete 8', explains: 'says who it is and asks first' },
    { command: 'licensectl user delete 8 --yes', explains: 'for a script: does not ask' },
  ],
  change: ({ users }) => users?.delete,
  question: ({ groupuserid }) => `Delete user ${String(groupuserid)}?`,
  async whom({ users }, { groupuserid }) {
    const user = (await users?.show({ groupuserid }))?.value;
    if (user === undefined) return '';
    const person = [user.firstName, user.lastName].filter((name) => name !== null).join(' ');
    return `It is ${user.username}${person === '' ? '' : `, ${person},`} in group ${user.groupId ?? 'unknown'}.`;
  },
  id: 'id',
  done: ({ id }) => `User ${id} is deleted.`,
});
