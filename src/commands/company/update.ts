/** `company update`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'company update',
  summary: 'Change a company',
  description: 'What is left out stays as it is.',
  args: [{ name: 'ID', description: 'company id; company find NAME tells it', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'companies.update', positional: ['companyid'] },
  examples: [
    {
      command: 'licensectl company update 4 --product 6872450105 --search1 "ref 12"',
      explains: 'a text to search by',
    },
    {
      command: 'licensectl company update 4 --product 6872450105 --company-data @company.json --dry-run',
      explains: 'data of your own from a file; shows what would be sent',
    },
  ],
  change: ({ companies }) => companies?.update,
  naming: ['companyid', 'productid'],
  id: 'id',
  done: ({ id }) => `Company ${id} is updated.`,
});
