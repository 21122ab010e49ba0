/**
 * Features, Application Agility fields and server functions of a licence code or profile. Equal sets are
 * stored once, with the JSON of the LicenseCodes section made beforehand: ten thousand codes of one
 * allocation share one set, and a page of them is put together inside SQLite.
 */
import { createHash } from 'node:crypto';
import { textOf } from '../row.js';
import type { Store } from '../store.js';

/** Types as the examples print them; the text of the document writes some with a blank. */
export const FEATURE_TYPES = [
  'Normal',
  'Floating',
  'ElementPool',
  'ConsumptionToken',
  'SecureStore',
] as const;
export type FeatureType = (typeof FEATURE_TYPES)[number];

/** "Long-Term CheckOut License" is the one server function with a value, in days. */
export const LONG_TERM_CHECKOUT = 'LTCO';
export const SERVER_FUNCTIONS = [LONG_TERM_CHECKOUT, 'FeatureAvailability', 'Otherfunc'] as const;

export interface FeatureSetting {
  readonly code: string;
  readonly type: FeatureType;
  readonly on: boolean;
  readonly limit: number;
  readonly count: number;
}

export interface Udf {
  readonly name: string;
  readonly value: string;
}

export interface ServerFunction {
  readonly name: string;
  readonly on: boolean;
  /** A number as text, or empty. */
  readonly value: string;
}

export interface Options {
  readonly features: readonly FeatureSetting[];
  readonly udfs: readonly Udf[];
  readonly functions: readonly ServerFunction[];
}

/** How a section writes the names inside `featureDetails`. */
export type DetailCase = 'upper' | 'lower';

const DETAIL_NAMES: Readonly<Partial<Record<FeatureType, readonly [string, string]>>> = {
  Floating: ['MaximumActive', 'TotalActive'],
  ElementPool: ['ElementLimit', 'ElementCount'],
  ConsumptionToken: ['TokenLimit', 'TokenCount'],
};

export function defaultOptions(features: readonly FeatureSetting[], udfs: readonly Udf[]): Options {
  return { features, udfs, functions: SERVER_FUNCTIONS.map((name) => ({ name, on: false, value: '' })) };
}

export function printFeatures(features: readonly FeatureSetting[], detailCase: DetailCase): unknown[] {
  return features.map((feature) => ({
    featureCode: feature.code,
    featureAvailability: feature.on ? 'ON' : 'OFF',
    featureType: feature.type,
    featureDetails: featureDetails(feature, detailCase),
  }));
}

export function printUdfs(udfs: readonly Udf[]): unknown[] {
  return udfs.map(({ name, value }) => ({ fieldName: name, defaultValue: value }));
}

export function printFunctions(functions: readonly ServerFunction[]): unknown[] {
  return functions.map(({ name, on, value }) => ({
    functionName: name,
    enabled: on ? 'ON' : 'OFF',
    parameterValue: value,
  }));
}

/** The id of this set of options; a new row only when no equal set is stored. */
export function storeOptions(store: Store, options: Options): number {
  const data = JSON.stringify(options);
  const digest = createHash('sha256').update(data).digest('hex');
  const known = store.get('select id from zentitle_options where digest = ?', digest);
  if (known !== undefined) return Number(known.id);
  const tail = members({
    features: printFeatures(options.features, 'upper'),
    udfValues: printUdfs(options.udfs),
  });
  const functions = members({ serverFunctions: printFunctions(options.functions) });
  return store.run(
    'insert into zentitle_options (digest, data, tail, functions) values (?, ?, ?, ?)',
    digest,
    data,
    tail,
    functions,
  ).lastId;
}

export function loadOptions(store: Store, id: number): Options {
  const row = store.get('select data from zentitle_options where id = ?', id);
  if (row === undefined) throw new Error(`no options with id ${id}`);
  // Only storeOptions writes this column.
  return JSON.parse(textOf(row, 'data')) as Options;
}

/** An object's members as JSON, without the braces. */
function members(object: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(object).slice(1, -1);
}

function featureDetails(feature: FeatureSetting, detailCase: DetailCase): string[] {
  const names = DETAIL_NAMES[feature.type];
  if (names === undefined) return [];
  return names.map((name, index) => {
    const shown = detailCase === 'lower' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
    return `${shown} : ${index === 0 ? feature.limit : feature.count}`;
  });
}
