/** `company find`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'company find',
  summary: 'Find the id of a company by its name',
  args: [{ name: 'NAME', description: 'name of the company', required: true }],
  flagsFrom: { capability: 'companies.find', positional: ['company'] },
  examples: [
    { command: 'licensectl company find BigCorp', explains: 'a company that is open to every product' },
    {
      command: 'licensectl company find "MyCompany LLC" --product 6872450105 -q',
      explains: 'only the id, for the next command',
    },
  ],
  read: ({ companies }) => companies?.find,
  id: 'id',
});
