/** `variable set`. */
import type { Command } from '../command.js';
import { rowsCommand } from '../reading.js';
import { VARIABLE_COLUMNS } from '../usage-columns.js';

export const command: Command = rowsCommand({
  name: 'variable set',
  summary: 'Set variables that a device keeps with its licence',
  description: 'Variables that are not named stay as they are.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  flagsFrom: { capability: 'variables.set', positional: ['license_key'] },
  examples: [
    {
      command:
        'licensectl variable set 1111-2222-3333-4444 --product lsprod --hardware-id office-pc-01 --variable region=eu --context licensespring',
      explains: 'text',
    },
    {
      command:
        'licensectl variable set 1111-2222-3333-4444 --product lsprod --hardware-id office-pc-01 --variable cores:=8 --variable beta:=true --context licensespring',
      explains: 'a number and a boolean',
    },
  ],
  read: ({ variables }) => variables?.set,
  columns: VARIABLE_COLUMNS,
  id: 'name',
  empty: 'The server names no variables.',
});
