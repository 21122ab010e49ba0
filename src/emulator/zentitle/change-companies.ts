/** Company POST, PUT and DELETE. No answer is documented for them. */
import { insertRow, numberOf, textOf } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import { createdAnswer, doneAnswer, type Handler } from './answer.js';
import { GLOBAL_PRODUCT, requireCompany, requireUsable } from './companies.js';
import { nextId } from './counters.js';
import { formatDate } from './dates.js';
import { Inputs, MAX_INTEGER } from './input.js';
import { requireProduct } from './products.js';
import { Refusal } from './refusal.js';
import { readResellerId } from './resellers.js';

const SEARCHES = ['search1', 'search2', 'search3'] as const;

export const postCompany: Handler = (input, { store, now, settings }) => {
  const name = input.requiredText('company');
  const product = requireProduct(store, input.requiredText('productid'));
  const productId = input.bit('global') ? GLOBAL_PRODUCT : product.productId;
  requireFreeName(store, name, productId);
  const companyID = nextId(store, 'lastCompanyId');
  const [search1, search2, search3] = SEARCHES.map((search) => input.blankableText(search) ?? '');
  insertRow(store, 'zentitle_companies', {
    companyId: companyID,
    name,
    productId,
    productName: null,
    resellerId: readResellerId(input, store) ?? 0,
    firstName: '',
    email: '',
    data: '{}',
    ...readData(input),
    search1: search1 ?? '',
    search2: search2 ?? '',
    search3: search3 ?? '',
    created: formatDate(now()),
  });
  return createdAnswer('Company Created Successfully', companyID, { companyID }, settings);
};

/**
 * The product must be the company's own, whatever it is for a global one. `global` makes a company global; the way
 * back is not documented: to leave it out, or 0, leaves the company as it is.
 */
export const putCompany: Handler = (input, { store, settings }) => {
  const companyId = input.requiredInteger('companyid', 1, MAX_INTEGER);
  const product = requireProduct(store, input.requiredText('productid'));
  const company = requireCompany(store, companyId);
  requireUsable(company, product.productId);
  const productId = input.bit('global') ? GLOBAL_PRODUCT : textOf(company, 'productId');
  const name = input.text('company') ?? textOf(company, 'name');
  requireFreeName(store, name, productId, companyId);
  const data = readData(input) ?? readStoredData(company);
  const [search1, search2, search3] = SEARCHES.map(
    (search) => input.blankableText(search) ?? textOf(company, search),
  );
  store.run(
    `update zentitle_companies set name = ?, productId = ?, productName = iif(productId = ?, productName, null),
       resellerId = ?, data = ?, firstName = ?, email = ?, search1 = ?, search2 = ?, search3 = ?
      where companyId = ?`,
    name,
    productId,
    productId,
    readResellerId(input, store) ?? numberOf(company, 'resellerId'),
    data.data,
    data.firstName,
    data.email,
    search1 ?? '',
    search2 ?? '',
    search3 ?? '',
    companyId,
  );
  forgetPrintedCodes(store, companyId);
  return doneAnswer('Company Updated Successfully', settings);
};

/** Not documented; assumed: its codes and groups stay, with no company. */
export const deleteCompany: Handler = (input, { store, settings }) => {
  const companyId = input.requiredInteger('companyid', 1, MAX_INTEGER);
  requireCompany(store, companyId);
  forgetPrintedCodes(store, companyId);
  store.run('update zentitle_codes set companyId = 0 where companyId = ?', companyId);
  store.run('update zentitle_groups set companyId = 0 where companyId = ?', companyId);
  store.run('delete from zentitle_companies where companyId = ?', companyId);
  return doneAnswer('Company Deleted Successfully', settings);
};

interface CompanyData {
  readonly data: string;
  readonly firstName: string;
  readonly email: string;
}

/**
 * `firstName` and `email` are answered beside `companyData` but have no input of their own; assumed here: they are
 * the members `firstname` and `email` of `companydata`, which is replaced as a whole.
 */
function readData(input: Inputs): CompanyData | undefined {
  const data = input.object('companydata');
  if (data === undefined) return undefined;
  const members = new Inputs(data, 'companydata.');
  return {
    data: JSON.stringify(data),
    firstName: members.text('firstname') ?? '',
    email: members.text('email') ?? '',
  };
}

function readStoredData(company: SqlRow): CompanyData {
  return {
    data: textOf(company, 'data'),
    firstName: textOf(company, 'firstName'),
    email: textOf(company, 'email'),
  };
}

/**
 * The document calls the name unique without saying where. Assumed: among the companies that one product can use,
 * so a global company and one of a product cannot share a name; compared without regard to case.
 */
function requireFreeName(store: Store, name: string, productId: string, except = 0): void {
  const taken = store.get(
    `select 1 as found from zentitle_companies where name = ? collate nocase and companyId <> ?
      and (productId = ? or productId = ? or ? = ?)`,
    name,
    except,
    productId,
    GLOBAL_PRODUCT,
    productId,
    GLOBAL_PRODUCT,
  );
  if (taken !== undefined) throw new Refusal(`A company named ${name} already exists.`);
}

/** Printed rows hold the name of the company. */
function forgetPrintedCodes(store: Store, companyId: number): void {
  store.run(
    'update zentitle_codes set printed = null where companyId = ? and printed is not null',
    companyId,
  );
}
