/** `onboard`. */
import { FROM_FILE } from './body-flags.js';
import { changeCommand } from './change.js';
import type { Command } from './command.js';

export const command: Command = changeCommand({
  name: 'onboard',
  summary: 'Create a group with one user and one licence code',
  description:
    'All three in one call. What the server leaves behind when it refuses is not documented: look with group show GROUP ' +
    'before you repeat it. The password of the user comes from --user-password-stdin, a prompt, or LICENSECTL_USER_PASSWORD. ' +
    'The new ids are looked up when they are not in the answer.',
  args: [{ name: 'GROUP', description: 'name of the new group', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'onboard', positional: ['groupname'] },
  examples: [
    {
      command:
        'licensectl onboard "Nordlicht GmbH" --product 6872450105 --code 286901020157066211 --username ada --first-name Ada --email ada@nordlicht.example --user-password-stdin < password.txt',
      explains: 'a customer with one user and one code',
    },
    {
      command: 'licensectl onboard --from-file onboard.json --dry-run',
      explains: 'all of it from a file; shows what would be sent, without the password',
    },
  ],
  change: ({ onboard }) => onboard,
  id: 'groupId',
  done: ({ group, groupId, username, userId, code }) =>
    `Created group ${group}${idOf(groupId)} with user ${username}${idOf(userId)} and code ${code}.`,
});

const idOf = (id: string | null): string => (id === null ? '' : ` (${id})`);
