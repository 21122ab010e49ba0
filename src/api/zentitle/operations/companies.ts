/** Companies: the customers that codes belong to. */
import { text } from '../../field-kinds.js';
import type { Field, Operation } from '../../operation.js';
import { companyId, companyName, productId, reseller } from './fields.js';
import { bit } from './kinds.js';
import { noted, required, row } from './row.js';

const ownerProduct = required(productId, 'Product id; asked for even when the company is global.');

/** Sent as 1 or not at all: a 0 is not documented. */
const global: Field = bit('global', 'Open the company to all products.', { values: ['1'] });

const companyData: Field = {
  name: 'companydata',
  type: 'object',
  flag: 'company-data',
  note: 'Data of the company, free.',
};

const searchTexts: readonly Field[] = ['search1', 'search2', 'search3'].map((name) => ({
  name,
  type: 'string',
  flag: name,
  note: 'Text to search by.',
}));

export const showCompany: Operation = row('GET', 'Company', {
  id: 'zentitle.companies.show',
  summary: 'Read one company',
  effect: 'read',
  input: [
    text('companyid', 'Company id.', { required: true, flag: 'company-id' }),
    noted('Product id; left out for a global company.', productId),
  ],
  answer: { kind: 'record' },
});

export const createCompany: Operation = row('POST', 'Company', {
  id: 'zentitle.companies.create',
  summary: 'Create a company',
  effect: 'create',
  input: [required(companyName), ownerProduct, global, companyData, ...searchTexts, reseller],
  answer: { kind: 'undocumented' },
});

export const updateCompany: Operation = row('PUT', 'Company', {
  id: 'zentitle.companies.update',
  summary: 'Change a company',
  effect: 'write',
  input: [
    required(companyId, 'Company id.'),
    ownerProduct,
    global,
    companyData,
    noted('New name, unique.', { ...companyName, flag: 'new-name' }),
    ...searchTexts,
    reseller,
  ],
  answer: { kind: 'undocumented' },
});

export const deleteCompany: Operation = row('DELETE', 'Company', {
  id: 'zentitle.companies.delete',
  summary: 'Delete a company',
  effect: 'destroy',
  input: [required(companyId, 'Company id.')],
  answer: { kind: 'undocumented' },
});

export const findCompany: Operation = row('GET', 'CompanyID', {
  id: 'zentitle.companies.find',
  summary: 'Find the id of a company by its name',
  effect: 'read',
  input: [required(companyName), noted('Product id; left out for a global company.', productId)],
  answer: { kind: 'record' },
});

export const listCompanies: Operation = row('GET', 'CompaniesProducts', {
  id: 'zentitle.companies.list',
  summary: 'List all companies with their products',
  effect: 'read',
  input: [],
  answer: { kind: 'records' },
});
