/** Reading the lists `features`, `udfvalues` and `serverFunctions` of LicenseCode, Profile and PassiveLicense. */
import { type Inputs, MAX_INTEGER } from './input.js';
import { sameName } from './names.js';
import {
  type FeatureSetting,
  type FeatureType,
  LONG_TERM_CHECKOUT,
  type Options,
  SERVER_FUNCTIONS,
  type ServerFunction,
  type Udf,
} from './options.js';
import type { Product, ProductFeature } from './products.js';
import { Refusal } from './refusal.js';

const LIMITED_TYPES: readonly FeatureType[] = ['Floating', 'ElementPool'];

/** The options after the lists of a request; what a request leaves out stays as it is. */
export function changeOptions(input: Inputs, current: Options, product: Product): Options {
  return {
    features: changeFeatures(input.list('features'), current.features, product),
    udfs: changeUdfs(input.list('udfvalues'), current.udfs, product),
    functions: changeFunctions(input.list('serverfunctions'), current.functions),
  };
}

export function changeUdfs(
  entries: readonly Inputs[],
  current: readonly Udf[],
  product: Product,
): readonly Udf[] {
  return entries.reduce<readonly Udf[]>((udfs, entry) => {
    const name = entry.requiredText('fieldname');
    const known = product.udfs.find((udf) => sameName(udf.name, name));
    if (known === undefined) throw new Refusal(`Product ${product.productId} has no UDF named ${name}.`);
    const value = entry.blankableText('defaultvalue');
    const before = udfs.find((udf) => sameName(udf.name, name)) ?? known;
    return replaceOrAdd(udfs, { name: known.name, value: value ?? before.value }, (udf) => udf.name);
  }, current);
}

/** The product's feature of this code. Throws a {@link Refusal} when there is none. */
export function requireFeature(product: Product, code: string): ProductFeature {
  const feature = product.features.find((candidate) => sameName(candidate.code, code));
  if (feature === undefined) throw new Refusal(`Product ${product.productId} has no feature ${code}.`);
  return feature;
}

/** POST PassiveLicense: the features that are named are on, with nothing else to say of them. */
export function enableFeatures(
  entries: readonly Inputs[],
  current: readonly FeatureSetting[],
  product: Product,
): readonly FeatureSetting[] {
  return entries.reduce<readonly FeatureSetting[]>((features, entry) => {
    const feature = requireFeature(product, entry.requiredText('featurecode'));
    return replaceOrAdd(features, { ...settingOf(features, feature), on: true }, ({ code }) => code);
  }, current);
}

function changeFeatures(
  entries: readonly Inputs[],
  current: readonly FeatureSetting[],
  product: Product,
): readonly FeatureSetting[] {
  return entries.reduce<readonly FeatureSetting[]>((features, entry) => {
    const feature = requireFeature(product, entry.requiredText('featurecode'));
    const on = entry.choice('featureavailability', ['on', 'off']);
    const limit = entry.integer('limit', 0, MAX_INTEGER);
    if (limit !== undefined && !LIMITED_TYPES.includes(feature.type)) {
      throw new Refusal(
        `Feature ${feature.code} takes no limit: only floating features and element pools do.`,
      );
    }
    const before = settingOf(features, feature);
    const after = { ...before, on: on === undefined ? before.on : on === 'on', limit: limit ?? before.limit };
    return replaceOrAdd(features, after, ({ code }) => code);
  }, current);
}

/** The document's own code lists fewer features than an example switches on in it. */
function settingOf(features: readonly FeatureSetting[], feature: ProductFeature): FeatureSetting {
  const { code, type, available, capacity } = feature;
  const present = features.find((one) => one.code === code);
  return present ?? { code, type, on: available, limit: capacity, count: 0 };
}

function changeFunctions(
  entries: readonly Inputs[],
  current: readonly ServerFunction[],
): readonly ServerFunction[] {
  return entries.reduce<readonly ServerFunction[]>((functions, entry) => {
    const given = entry.requiredText('functionname');
    const name = SERVER_FUNCTIONS.find((candidate) => sameName(candidate, given));
    if (name === undefined) throw new Refusal(`There is no server function named ${given}.`);
    const on = entry.choice('enabled', ['on', 'off']);
    const value = entry.integer('parametervalue', 0, MAX_INTEGER);
    if (value !== undefined && name !== LONG_TERM_CHECKOUT) {
      throw new Refusal(`Server function ${name} takes no parametervalue: only ${LONG_TERM_CHECKOUT} does.`);
    }
    const before = functions.find((one) => one.name === name) ?? { name, on: false, value: '' };
    const after = {
      name,
      on: on === undefined ? before.on : on === 'on',
      value: value === undefined ? before.value : String(value),
    };
    return replaceOrAdd(functions, after, (one) => one.name);
  }, current);
}

function replaceOrAdd<T>(entries: readonly T[], entry: T, nameOf: (entry: T) => string): readonly T[] {
  const index = entries.findIndex((candidate) => nameOf(candidate) === nameOf(entry));
  return index < 0 ? [...entries, entry] : entries.with(index, entry);
}
