/** `group assign`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'group assign',
  summary: 'Assign a licence code to a group',
  description:
    'The call sets company and profile, too. What is not given is read first and stays as it is; --company-id 0 or ' +
    '--profile-id 0 takes it away.',
  args: [{ name: 'CODE', description: 'licence code, 17 to 19 digits', required: true }],
  flagsFrom: { capability: 'group-codes.assign', positional: ['licensecode'] },
  examples: [
    {
      command: 'licensectl group assign 286901020157066211 --product 6872450105 --group-id 9',
      explains: 'gives the code to a group',
    },
    {
      command:
        'licensectl group assign 27835001310249256 --product 6872450105 --group-id 9 --company-id 2 --dry-run',
      explains: 'with a company; shows what would be sent',
    },
  ],
  change: ({ groupCodes }) => groupCodes?.assign,
  id: 'code',
  done: ({ code, groupId }) => `Code ${code} is assigned to group ${groupId}.`,
});
