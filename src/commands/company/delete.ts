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
    { command: 'licensectl company delete 4', explains: 'says which one it is and asks first' },
    { command: 'licensectl company delete 4 --yes', explains: 'for a script: does not ask' },
  ],
  change: ({ companies }) => companies?.delete,
  question: ({ companyid }) => `Delete company ${String(companyid)}?`,
  async whom({ companies }, { companyid }) {
    const all = (await companies?.list({}))?.value ?? [];
    const company = all.find(({ id }) => id === String(companyid));
    if (company === undefined) return '';
    const product = company.product === null ? 'every product' : `product ${company.product}`;
    return `It is ${company.name}, of ${product}.`;
  },
  id: 'id',
  done: ({ id }) => `Company ${id} is deleted.`,
});
