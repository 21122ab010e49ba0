/** ProductUDF POST, PUT and DELETE: the custom fields ("Application Agility") of a product. */
import { insertRow } from '../row.js';
import type { Store } from '../store.js';
import { answer, type Handler } from './answer.js';
import { carryDeletedUdf, carryNewUdfs, carryUdfName } from './carry-options.js';
import type { Inputs } from './input.js';
import { sameName } from './names.js';
import type { Udf } from './options.js';
import { requiredEntries } from './product-parts.js';
import { forgetPrinted, type Product, productOf, requireProduct } from './products.js';
import { Refusal } from './refusal.js';

export const postProductUdf: Handler = (input, { store }) => {
  const { productId } = productOf(input, store);
  addUdfs(requiredEntries(input, 'udfValues'), store, productId);
  return answer('Product UDF Created Successfully');
};

/** The sentence is that of the document's example, which says Features. */
export const putProductUdf: Handler = (input, { store }) => {
  const { productId } = productOf(input, store);
  for (const entry of requiredEntries(input, 'udfValues')) changeUdf(entry, store, productId);
  return answer('Product Features Updated Successfully');
};

export const deleteProductUdf: Handler = (input, { store }) => {
  const product = productOf(input, store);
  const { productId } = product;
  const { name } = requireUdf(product, input.requiredText('fieldName'));
  store.run('delete from zentitle_product_udfs where productId = ? and name = ?', productId, name);
  carryDeletedUdf(store, productId, name);
  return answer('Product UDF Deleted Successfully');
};

/** Adds the fields of a request, in order. Throws a {@link Refusal} when a name is taken. */
export function addUdfs(entries: readonly Inputs[], store: Store, productId: string): void {
  const added = entries.map((entry): Udf => {
    const name = newName(entry.requiredText('fieldName'), requireProduct(store, productId));
    const udf = { name, value: entry.blankableText('defaultValue') ?? '' };
    insertRow(store, 'zentitle_product_udfs', { productId, ...udf });
    return udf;
  });
  carryNewUdfs(store, productId, added);
}

/** A new default is for codes and profiles to come; those that exist keep their values. Not documented. */
function changeUdf(entry: Inputs, store: Store, productId: string): void {
  const product = requireProduct(store, productId);
  const before = requireUdf(product, entry.requiredText('fieldName'));
  const wished = entry.text('newFieldName');
  const name = wished === undefined ? before.name : newName(wished, product, before.name);
  const value = entry.blankableText('defaultValue') ?? before.value;
  store.run(
    'update zentitle_product_udfs set name = ?, value = ? where productId = ? and name = ?',
    name,
    value,
    productId,
    before.name,
  );
  if (name === before.name) forgetPrinted(store, productId);
  else carryUdfName(store, productId, before.name, name);
}

function newName(given: string, product: Product, own?: string): string {
  const name = given.trim();
  const taken = findUdf(product, name);
  if (taken === undefined || taken.name === own) return name;
  throw new Refusal(`Product ${product.productId} has a UDF named ${taken.name} already.`);
}

function requireUdf(product: Product, name: string): Udf {
  const udf = findUdf(product, name);
  if (udf === undefined) throw new Refusal(`Product ${product.productId} has no UDF named ${name}.`);
  return udf;
}

function findUdf(product: Product, name: string): Udf | undefined {
  return product.udfs.find((udf) => sameName(udf.name, name));
}
