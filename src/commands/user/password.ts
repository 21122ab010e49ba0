/** `user password`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'user password',
  summary: 'Set the password of an end user',
  description:
    'The new password comes from --user-password-stdin, a prompt, or LICENSECTL_USER_PASSWORD. Zentitle does not ask for ' +
    'the old one. LicenseSpring does: from --old-password-stdin, a prompt, or LICENSECTL_OLD_PASSWORD.',
  args: [{ name: 'USERNAME', description: 'user name, or e-mail address', required: true }],
  flagsFrom: { capability: 'users.password', positional: ['username'] },
  examples: [
    {
      command: 'licensectl user password testuser21 --user-password-stdin < password.txt',
      explains: 'the new password from a file',
    },
    {
      command: 'licensectl user password testuser21 --user-password-stdin --dry-run < password.txt',
      explains: 'shows what would be sent, without the password',
    },
    {
      command:
        'licensectl user password someone@example.com --old-password-stdin --context licensespring < password.txt',
      explains: 'LicenseSpring: the present password from a file, the new one from LICENSECTL_USER_PASSWORD',
    },
  ],
  change: ({ userPassword }) => userPassword,
  id: 'username',
  done: ({ username }) => `The password of user ${username} is set.`,
});
