/** Changes of a product's features and custom fields reach the codes and profiles that exist already. */
import type { Store } from '../store.js';
import { type FeatureSetting, loadOptions, type Options, storeOptions, type Udf } from './options.js';
import { forgetPrinted, type ProductFeature } from './products.js';

/** The document's word that a feature begins off in codes which are older is not there; assumed. */
export function carryNewFeature(store: Store, productId: string, feature: ProductFeature): void {
  const { code, type, capacity } = feature;
  const setting: FeatureSetting = { code, type, on: false, limit: capacity, count: 0 };
  carry(store, productId, (options) => ({
    ...options,
    features: options.features.some((one) => one.code === code)
      ? options.features
      : [...options.features, setting],
  }));
}

export function carryFeatureCode(store: Store, productId: string, before: string, after: string): void {
  carry(store, productId, (options) => ({
    ...options,
    features: options.features.map((one) => (one.code === before ? { ...one, code: after } : one)),
  }));
}

export function carryDeletedFeature(store: Store, productId: string, code: string): void {
  carry(store, productId, (options) => ({
    ...options,
    features: options.features.filter((one) => one.code !== code),
  }));
}

/** A new field has its default value in codes and profiles that are older. Not documented. */
export function carryNewUdf(store: Store, productId: string, udf: Udf): void {
  carry(store, productId, (options) => ({
    ...options,
    udfs: options.udfs.some((one) => one.name === udf.name) ? options.udfs : [...options.udfs, udf],
  }));
}

export function carryUdfName(store: Store, productId: string, before: string, after: string): void {
  carry(store, productId, (options) => ({
    ...options,
    udfs: options.udfs.map((one) => (one.name === before ? { ...one, name: after } : one)),
  }));
}

export function carryDeletedUdf(store: Store, productId: string, name: string): void {
  carry(store, productId, (options) => ({
    ...options,
    udfs: options.udfs.filter((one) => one.name !== name),
  }));
}

/**
 * Each set of options is changed once, however many codes share it. What `change` gives must stay the same when
 * it is changed again: the new set of one may be the present set of another.
 */
function carry(store: Store, productId: string, change: (options: Options) => Options): void {
  for (const table of ['zentitle_codes', 'zentitle_profiles']) {
    for (const { optionsId } of store.all(
      `select distinct optionsId from ${table} where productId = ?`,
      productId,
    )) {
      const after = storeOptions(store, change(loadOptions(store, Number(optionsId))));
      if (after === Number(optionsId)) continue;
      const sql = `update ${table} set optionsId = ? where productId = ? and optionsId = ?`;
      store.run(sql, after, productId, Number(optionsId));
    }
  }
  forgetPrinted(store, productId);
}
