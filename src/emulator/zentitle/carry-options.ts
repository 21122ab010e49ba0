/** Changes of a product's features and custom fields reach the codes and profiles that exist already. */
import type { Store } from '../store.js';
import { type FeatureSetting, loadOptions, type Options, storeOptions, type Udf } from './options.js';
import { forgetPrinted, type ProductFeature } from './products.js';

/** New features begin off in codes and profiles that are older. Not documented. */
export function carryNewFeatures(store: Store, productId: string, features: readonly ProductFeature[]): void {
  carry(store, productId, (options) => {
    const known = new Set(options.features.map(({ code }) => code));
    const added: readonly FeatureSetting[] = features
      .filter(({ code }) => !known.has(code))
      .map(({ code, type, capacity }) => ({ code, type, on: false, limit: capacity, count: 0 }));
    return { ...options, features: [...options.features, ...added] };
  });
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

/** New fields have their default value in codes and profiles that are older. Not documented. */
export function carryNewUdfs(store: Store, productId: string, udfs: readonly Udf[]): void {
  carry(store, productId, (options) => {
    const known = new Set(options.udfs.map(({ name }) => name));
    return { ...options, udfs: [...options.udfs, ...udfs.filter(({ name }) => !known.has(name))] };
  });
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
