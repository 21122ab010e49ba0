/** `user create`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'user create',
  summary: 'Add an end user to a group',
  description:
    'The password comes from --user-password-stdin, a prompt, or LICENSECTL_USER_PASSWORD. What the server answers ' +
    'is not documented: the new id is looked up when it is not in the answer.',
  args: [{ name: 'USERNAME', description: 'user name', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'users.create', positional: ['username'] },
  examples: [
    {
      command:
        'licensectl user create testuser31 --group-id 9 --first-name John --email john@test31.com --user-password-stdin < password.txt',
      explains: 'the password from a file',
    },
    {
      command:
        'licensectl user create testuser32 --group-id 9 --additional-data EUPMaster=true --user-password-stdin -q < password.txt',
      explains: 'a user with the rights of a master user; prints the new id',
    },
  ],
  change: ({ users }) => users?.create,
  id: 'id',
  done: ({ id, username }) => `Created user ${username}${id === null ? '' : ` with id ${id}`}.`,
});
