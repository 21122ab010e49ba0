/** The columns of the listings of companies, users and what is kept about them. */
import type { Column } from '../output/result.js';

export const COMPANY_COLUMNS: readonly Column[] = [
  { key: 'id', header: 'Id' },
  { key: 'name', header: 'Company' },
  { key: 'product', header: 'Product' },
  { key: 'productName', header: 'Product name' },
];

export const CONSUMER_COLUMNS: readonly Column[] = [
  { key: 'computer', header: 'Computer' },
  { key: 'firstName', header: 'First name' },
  { key: 'lastName', header: 'Last name' },
  { key: 'company', header: 'Company' },
  { key: 'email', header: 'E-mail' },
  { key: 'code', header: 'Code' },
  { key: 'createdAt', header: 'Created', format: 'date' },
  { key: 'product', header: 'Product', hidden: true },
  { key: 'data', header: 'Data', hidden: true },
];

export const NOTE_COLUMNS: readonly Column[] = [
  { key: 'id', header: 'Id' },
  { key: 'type', header: 'Type' },
  { key: 'createdAt', header: 'Created', format: 'date' },
  { key: 'createdBy', header: 'By' },
  { key: 'description', header: 'Note' },
];
