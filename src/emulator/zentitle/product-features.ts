/** ProductFeatures POST, PUT and DELETE. */
import { insertRow } from '../row.js';
import type { Store } from '../store.js';
import { answer, type Handler } from './answer.js';
import { carryDeletedFeature, carryFeatureCode, carryNewFeatures } from './carry-options.js';
import { requireFeature } from './change-options.js';
import { DEFAULT_GROUP, readGroupName } from './feature-groups.js';
import type { Inputs } from './input.js';
import { sameName } from './names.js';
import type { FeatureType } from './options.js';
import { requiredEntries } from './product-parts.js';
import { forgetPrinted, type ProductFeature, productOf, requireProduct } from './products.js';
import { Refusal } from './refusal.js';

/** The words of the input; the answers of the document's examples write the fourth without an s. */
const FEATURE_TYPES = {
  normal: 'Normal',
  floating: 'Floating',
  elementpool: 'ElementPool',
  consumptiontokens: 'ConsumptionToken',
  securestore: 'SecureStore',
} as const satisfies Readonly<Record<string, FeatureType>>;

const FEATURE_TYPE_WORDS = [
  'normal',
  'floating',
  'elementpool',
  'consumptiontokens',
  'securestore',
] as const satisfies readonly (keyof typeof FEATURE_TYPES)[];

export const postProductFeatures: Handler = (input, { store }) => {
  const { productId } = productOf(input, store);
  addFeatures(requiredEntries(input, 'features'), store, productId);
  return answer('Product Features Created Successfully');
};

/** The table calls the list `features`, the example `featureGroups`; both are taken. */
export const putProductFeatures: Handler = (input, { store }) => {
  const { productId } = productOf(input, store);
  const entries = requiredEntries(input, 'features', 'featureGroups');
  for (const entry of entries) changeFeature(entry, store, productId);
  return answer('Product Features Updated Successfully');
};

export const deleteProductFeature: Handler = (input, { store }) => {
  const product = productOf(input, store);
  const { productId } = product;
  const { code } = requireFeature(product, input.requiredText('featureCode'));
  store.run('delete from zentitle_product_features where productId = ? and code = ?', productId, code);
  carryDeletedFeature(store, productId, code);
  return answer('Product Feature Deleted Successfully');
};

/** Adds the features of a request, in order. Throws a {@link Refusal} when a code is taken. */
export function addFeatures(entries: readonly Inputs[], store: Store, productId: string): void {
  const added = entries.map((entry) => {
    const feature = readNewFeature(entry, store, productId);
    insertFeature(store, productId, feature);
    return feature;
  });
  carryNewFeatures(store, productId, added);
}

function readNewFeature(entry: Inputs, store: Store, productId: string): ProductFeature {
  const code = newCode(entry.requiredText('featureCode'), store, productId);
  const word = entry.choice('featureType', FEATURE_TYPE_WORDS);
  const type = word === undefined ? 'Normal' : FEATURE_TYPES[word];
  return {
    code,
    name: entry.requiredText('featureName'),
    notes: entry.requiredText('notes'),
    type,
    group: readGroupName(entry, store, productId) ?? DEFAULT_GROUP,
    available: readAvailable(entry, code, type) ?? false,
    // No call of the document sets a number of seats, elements or tokens on a product.
    capacity: 0,
  };
}

function insertFeature(store: Store, productId: string, { group, ...feature }: ProductFeature): void {
  insertRow(store, 'zentitle_product_features', { ...feature, productId, groupName: group });
}

/**
 * What is left out stays. The table gives `availableInTrials` a default of false here, too, against the
 * document's rule for every PUT; the rule is followed.
 */
function changeFeature(entry: Inputs, store: Store, productId: string): void {
  const product = requireProduct(store, productId);
  const before = requireFeature(product, entry.requiredText('featureCode'));
  const wished = entry.text('newfeatureCode');
  const code = wished === undefined ? before.code : newCode(wished, store, productId, before.code);
  store.run(
    `update zentitle_product_features set code = ?, name = ?, notes = ?, groupName = ?, available = ?
      where productId = ? and code = ?`,
    code,
    entry.text('featureName') ?? before.name,
    entry.blankableText('notes') ?? before.notes,
    readGroupName(entry, store, productId) ?? before.group,
    Number(readAvailable(entry, before.code, before.type) ?? before.available),
    productId,
    before.code,
  );
  if (code === before.code) forgetPrinted(store, productId);
  else carryFeatureCode(store, productId, before.code, code);
}

/**
 * Only normal features may be in trials. That GET Product tells this as the feature's availability is a guess:
 * the document gives an input and an output, and nothing else that could be the one or the other.
 */
function readAvailable(entry: Inputs, code: string, type: FeatureType): boolean | undefined {
  const available = entry.truth('availableInTrials');
  if (available === true && type !== 'Normal') {
    throw new Refusal(`Feature ${code} cannot be available in trials: only normal features can.`);
  }
  return available;
}

function newCode(given: string, store: Store, productId: string, own?: string): string {
  const code = given.trim();
  const sql = 'select code from zentitle_product_features where productId = ? and code = ?';
  const taken = store.get(sql, productId, code);
  if (taken === undefined || (own !== undefined && sameName(code, own))) return code;
  throw new Refusal(`Product ${productId} has a feature ${String(taken.code)} already.`);
}
