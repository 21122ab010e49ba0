/** `company show`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'company show',
  summary: 'Show one company',
  args: [{ name: 'ID', description: 'company id; company find NAME tells it', required: true }],
  flagsFrom: { capability: 'companies.show', positional: ['companyid'] },
  examples: [
    { command: 'licensectl company show 4', explains: 'a company that is open to every product' },
    {
      command: 'licensectl company show 3 --product 6872450105 --json',
      explains: 'a company of one product, for a script',
    },
  ],
  read: ({ companies }) => companies?.show,
  id: 'id',
});
