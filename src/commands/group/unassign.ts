/** `group unassign`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'group unassign',
  summary: 'Take a licence code out of a group',
  args: [{ name: 'CODE', description: 'licence code, 17 to 19 digits', required: true }],
  flagsFrom: { capability: 'group-codes.unassign', positional: ['licensecode'] },
  examples: [
    {
      command: 'licensectl group unassign 27835001310249256 --product 6872450105 --group-id 6',
      explains: 'asks first',
    },
    {
      command: 'licensectl group unassign 27835001310249256 --product 6872450105 --group-id 6 --yes',
      explains: 'for a script: does not ask',
    },
  ],
  change: ({ groupCodes }) => groupCodes?.unassign,
  question: ({ licensecode, productid, groupid }) =>
    `Take code ${String(licensecode)} of product ${String(productid)} out of group ${String(groupid)}?`,
  id: 'code',
  done: ({ code, groupId }) => `Code ${code} is no longer in group ${groupId}.`,
});
