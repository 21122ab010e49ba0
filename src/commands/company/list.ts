/** `company list`. */
import { COMPANY_COLUMNS } from '../account-columns.js';
import type { Command } from '../command.js';
import { rowsCommand } from '../reading.js';

export const command: Command = rowsCommand({
  name: 'company list',
  summary: 'List all companies with their products',
  description: 'A company without a product is open to all of them.',
  flagsFrom: { capability: 'companies.list' },
  examples: [
    { command: 'licensectl company list', explains: 'every company of the account' },
    { command: 'licensectl company list --output csv > companies.csv', explains: 'for a spreadsheet' },
  ],
  read: ({ companies }) => companies?.list,
  columns: COMPANY_COLUMNS,
  id: 'id',
  empty: 'There are no companies.',
});
