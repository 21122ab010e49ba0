/** The columns of the listings of companies, users and what is kept about them. */
import type { Column } from '../output/result.js';

export const COMPANY_COLUMNS: readonly Column[] = [
  { key: 'id', header: 'Id' },
  { key: 'name', header: 'Company' },
  { key: 'product', header: 'Product' },
  { key: 'productName', header: 'Product name' },
];
