/** Zentitle: companies, groups, users and what is kept about them. */
import type { CatalogEntry } from './entry.js';

export const ZENTITLE_ACCOUNTS: readonly CatalogEntry[] = [
  {
    name: 'company list',
    summary: 'List all companies with their products',
    group: 'Zentitle',
    load: () => import('../../commands/company/list.js'),
  },
  {
    name: 'company show',
    summary: 'Show one company',
    group: 'Zentitle',
    load: () => import('../../commands/company/show.js'),
  },
  {
    name: 'company find',
    summary: 'Find the id of a company by its name',
    group: 'Zentitle',
    load: () => import('../../commands/company/find.js'),
  },
  {
    name: 'company create',
    summary: 'Create a company',
    group: 'Zentitle',
    load: () => import('../../commands/company/create.js'),
  },
  {
    name: 'company update',
    summary: 'Change a company',
    group: 'Zentitle',
    load: () => import('../../commands/company/update.js'),
  },
  {
    name: 'company delete',
    summary: 'Delete a company',
    group: 'Zentitle',
    load: () => import('../../commands/company/delete.js'),
  },
];
