/** `product list`. */
import type { Command } from '../command.js';
import { PRODUCT_COLUMNS } from '../product-columns.js';
import { rowsCommand } from '../reading.js';

export const command: Command = rowsCommand({
  name: 'product list',
  summary: 'List all products',
  description: 'Features and custom fields come with --output json, or with --columns.',
  flagsFrom: { capability: 'products.list' },
  examples: [
    { command: 'licensectl product list', explains: 'every product of the account' },
    { command: 'licensectl product list --columns id,name,features', explains: 'with their features' },
  ],
  read: ({ products }) => products?.list,
  columns: PRODUCT_COLUMNS,
  id: 'id',
  empty: 'There are no products.',
});
