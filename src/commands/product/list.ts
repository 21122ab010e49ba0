/** `product list`. */
import type { Command } from '../command.js';
import { PRODUCT_COLUMNS } from '../product-columns.js';
import { rowsCommand } from '../reading.js';

export const command: Command = rowsCommand({
  name: 'product list',
  summary: 'List all products',
  description:
    'The first column is what --product takes. Features and custom fields come with --output json, or with --columns.',
  flagsFrom: { capability: 'products.list' },
  examples: [
    { command: 'licensectl product list', explains: 'every product of the account' },
    { command: 'licensectl product list --columns product,name,features', explains: 'with their features' },
    {
      command: 'licensectl product list --context licensespring',
      explains: 'those of LicenseSpring, with their short codes',
    },
  ],
  read: ({ products }) => products?.list,
  columns: PRODUCT_COLUMNS,
  id: 'product',
  empty: 'There are no products.',
});
