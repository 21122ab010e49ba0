/** `company create`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'company create',
  summary: 'Create a company',
  description:
    'The product is asked for even when --global opens the company to all of them. What the server answers is not ' +
    'documented: the new id is looked up when it is not in the answer.',
  args: [{ name: 'NAME', description: 'name of the company', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'companies.create', positional: ['company'] },
  examples: [
    {
      command:
        'licensectl company create "Nordlicht GmbH" --product 6872450105 --company-data email=it@nordlicht.example --search1 K-1017',
      explains: 'a customer of one product, with data of your own',
    },
    {
      command: 'licensectl company create "Nordlicht GmbH" --product 6872450105 --global -q',
      explains: 'a customer of every product; prints the new id',
    },
  ],
  change: ({ companies }) => companies?.create,
  id: 'id',
  done: ({ id, name }) => `Created company ${name}${id === null ? '' : ` with id ${id}`}.`,
});
