/** `variable list`. */
import type { Command } from '../command.js';
import { rowsCommand } from '../reading.js';
import { VARIABLE_COLUMNS } from '../usage-columns.js';

export const command: Command = rowsCommand({
  name: 'variable list',
  summary: 'List the variables that a device keeps with its licence',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  flagsFrom: { capability: 'variables.list', positional: ['license_key'] },
  examples: [
    {
      command:
        'licensectl variable list 1111-2222-3333-4444 --product lsprod --hardware-id office-pc-01 --context licensespring',
      explains: 'what the device keeps',
    },
    {
      command:
        'licensectl variable list 1111-2222-3333-4444 --product lsprod --hardware-id office-pc-01 --json --context licensespring',
      explains: 'for a script',
    },
  ],
  read: ({ variables }) => variables?.list,
  columns: VARIABLE_COLUMNS,
  id: 'name',
  empty: 'The device has no variables.',
});
