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
  examples: [],
  read: ({ variables }) => variables?.set,
  columns: VARIABLE_COLUMNS,
  id: 'name',
  empty: 'The server names no variables.',
});
