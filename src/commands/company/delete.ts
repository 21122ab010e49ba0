/** `company delete`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'company delete',
  summary: 'Delete a company',
  description: 'What becomes of the codes of the company is not documented.',
  args: [{ name: 'ID', description: 'company id; company find NAME tells it', required: true }],
  flagsFrom: { capability: 'companies.delete', positional: ['companyid'] },
  examples: [
    { command: 'licensectl company delete 4', explains: 'asks first' },
    { command: 'licensectl company delete 4 --yes', explains: 'for a script: does not ask' },
  ],
  change: ({ companies }) => companies?.delete,
  question: ({ companyid }) => `Delete company ${String(companyid)}?`,
  id: 'id',
  done: ({ id }) => `Company ${id} is deleted.`,
});
