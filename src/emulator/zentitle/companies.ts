/** GET Company, CompanyID and CompaniesProducts, and what other sections ask of a company. */
import { numberOf, textOf, textOrNull } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import { answer, type Handler } from './answer.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { Refusal } from './refusal.js';

/** The `productID` of a company that every product may use. */
export const GLOBAL_PRODUCT = '0';

/** A product renamed later shows its present name; `productName` holds the one that the document prints instead. */
const COMPANIES = `select c.*, coalesce(c.productName, p.name, '') as product
  from zentitle_companies c left join zentitle_products p on p.productId = c.productId`;

/** By id and, when given, product. The example finds a company of one product without naming the product. */
export const getCompany: Handler = (input, { store }) => {
  const companyId = input.requiredInteger('companyid', 1, MAX_INTEGER);
  const row = requireCompany(store, companyId);
  const productId = input.text('productid');
  if (productId !== undefined && textOf(row, 'productId') !== productId) throw unknownCompany(companyId);
  return answer({
    company: textOf(row, 'name'),
    companyData: textOf(row, 'data'),
    firstName: textOf(row, 'firstName'),
    email: textOf(row, 'email'),
    search1: textOf(row, 'search1'),
    search2: textOf(row, 'search2'),
    search3: textOf(row, 'search3'),
    created: textOf(row, 'created'),
    productID: textOf(row, 'productId'),
  });
};

/** By name and product; without a product the global company of that name, or the oldest: never are there both. */
export const getCompanyId: Handler = (input, { store }) => {
  const name = input.requiredText('company');
  const productId = input.text('productid') ?? null;
  const row = store.get(
    `${COMPANIES} where c.name = ? collate nocase and (? is null or c.productId = ?) order by c.seq`,
    name,
    productId,
    productId,
  );
  if (row === undefined) throw new Refusal(`Company ${name} was not found.`);
  return answer(printCompanyProduct(row));
};

export const getCompaniesProducts: Handler = (_input, { store }) =>
  answer(store.all(`${COMPANIES} order by c.seq`).map(printCompanyProduct));

/**
 * The company that a code or group is given to; 0 for none. Throws a {@link Refusal} when there is no such company
 * or, for a code, it belongs to another product.
 */
export function readCompanyId(input: Inputs, store: Store, productId?: string): number | undefined {
  const companyId = input.integer('companyid', 0, MAX_INTEGER);
  if (companyId === undefined || companyId === 0) return companyId;
  const row = requireCompany(store, companyId);
  if (productId !== undefined) requireUsable(row, productId);
  return companyId;
}

/** The name of a company, empty for 0. */
export function companyName(store: Store, companyId: number): string {
  const row = companyId === 0 ? undefined : findCompany(store, companyId);
  return row === undefined ? '' : textOf(row, 'name');
}

/** Throws a {@link Refusal} for an unknown company. */
export function requireCompany(store: Store, companyId: number): SqlRow {
  const row = findCompany(store, companyId);
  if (row === undefined) throw unknownCompany(companyId);
  return row;
}

/** Throws a {@link Refusal} unless the company is of this product or of all. */
export function requireUsable(company: SqlRow, productId: string): void {
  if ([GLOBAL_PRODUCT, productId].includes(textOf(company, 'productId'))) return;
  throw new Refusal(`Company ${numberOf(company, 'companyId')} does not belong to product ${productId}.`);
}

function findCompany(store: Store, companyId: number): SqlRow | undefined {
  return store.get('select * from zentitle_companies where companyId = ?', companyId);
}

function unknownCompany(companyId: number): Refusal {
  return new Refusal(`Company ${companyId} was not found.`);
}

/** `companyID` is text in these two sections and a number elsewhere. */
function printCompanyProduct(row: SqlRow): Readonly<Record<string, unknown>> {
  return {
    companyID: String(numberOf(row, 'companyId')),
    company: textOf(row, 'name'),
    productID: textOf(row, 'productId'),
    productName: textOrNull(row, 'product') ?? '',
  };
}
