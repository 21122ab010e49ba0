/** `product update`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'product update',
  summary: 'Change a product',
  description:
    'What is left out stays as it is. Features, their groups and custom fields have commands of their own: feature, ' +
    'feature-group and udf.',
  args: [{ name: 'ID', description: 'product id; product list tells it', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'products.update', positional: ['productid'] },
  examples: [
    {
      command: 'licensectl product update 6872450105 --client-lease 2d --trial-period 10d',
      explains: 'longer leases and trials',
    },
    {
      command:
        'licensectl product update 6872450105 --license-type expirationdate --subscription-end 2030-12-31 --dry-run',
      explains: 'an end date; shows what would be sent',
    },
  ],
  change: ({ products }) => products?.update,
  naming: ['productid'],
  id: 'id',
  done: ({ id }) => `Product ${id} is updated.`,
});
