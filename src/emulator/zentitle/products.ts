/** Products: GET Products, GET Product, and what other sections need to know of a product. */
import { flagOf, numberOf, textOf, textOrNull } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import { type Answer, answer, type Handler } from './answer.js';
import type { Inputs } from './input.js';
import { defaultOptions, FEATURE_TYPES, type FeatureType, type Options } from './options.js';
import { Refusal } from './refusal.js';

export interface ProductFeature {
  readonly code: string;
  readonly name: string;
  readonly type: FeatureType;
  /** Printed as ON or OFF; what codes without a profile begin with. */
  readonly available: boolean;
  readonly notes: string;
  readonly group: string;
  /** Seats, elements or tokens that a code gets when its profile does not say. */
  readonly capacity: number;
}

export interface Product {
  readonly productId: string;
  readonly name: string;
  readonly clientLease: number;
  readonly vmLease: number;
  readonly offlineLease: number;
  readonly trialPeriod: number;
  /** As printed: the document writes both `perpetual` and `Perpetual`. */
  readonly licenseType: string;
  readonly clientsAllowed: number;
  /** Kept, but no call of the document reads it. */
  readonly inTrial: boolean;
  /** Days; of codes that are allocated without a profile. No call of the document reads these two. */
  readonly subscriptionPeriod: number;
  readonly subscriptionEnd: string | null;
  readonly features: readonly ProductFeature[];
  readonly udfs: readonly { readonly name: string; readonly value: string }[];
}

export const getProduct: Handler = (input, { store }) =>
  answer([printProduct(requireProduct(store, input.requiredText('productid')))]);

export const getProducts: Handler = (_input, { store }): Answer => {
  const rows = store.all('select * from zentitle_products order by seq');
  const printed = rows.map(
    (row) => textOrNull(row, 'listing') ?? JSON.stringify(printProduct(readProduct(store, row))),
  );
  return { json: `[${printed.join(',')}]` };
};

/** Throws a {@link Refusal} for an unknown product. */
export function requireProduct(store: Store, productId: string): Product {
  const row = store.get('select * from zentitle_products where productId = ?', productId);
  if (row === undefined) throw new Refusal(`Product ${productId} was not found.`);
  return readProduct(store, row);
}

/** The product that `productid` names, in any of its spellings. */
export function productOf(input: Inputs, store: Store): Product {
  return requireProduct(store, input.requiredText('productid').trim());
}

/** To be called after any change of a product: what was printed of it and of its codes holds no longer. */
export function forgetPrinted(store: Store, productId: string): void {
  store.run('update zentitle_products set listing = null where productId = ?', productId);
  store.run(
    'update zentitle_codes set printed = null where productId = ? and printed is not null',
    productId,
  );
}

/** The options that codes of a product have without a profile. */
export function productOptions(product: Product): Options {
  return defaultOptions(
    product.features.map(({ code, type, available, capacity }) => ({
      code,
      type,
      on: available,
      limit: capacity,
      count: 0,
    })),
    product.udfs,
  );
}

export function printProduct(product: Product): Readonly<Record<string, unknown>> {
  return {
    productName: product.name,
    productId: product.productId,
    clientLeasePeriod: product.clientLease,
    vmLeasePeriod: product.vmLease,
    clientOfflineLeasePeriod: product.offlineLease,
    trialPeriod: product.trialPeriod,
    licenseType: product.licenseType,
    clientsAllowed: product.clientsAllowed,
    features: product.features.map((feature) => ({
      featureCode: feature.code,
      featureAvailability: feature.available ? 'ON' : 'OFF',
      featureType: feature.type,
      featureName: feature.name,
      featureNotes: feature.notes,
      featureGroup: feature.group,
    })),
    udfValues: product.udfs.map(({ name, value }) => ({ fieldName: name, defaultValue: value })),
  };
}

function readProduct(store: Store, row: SqlRow): Product {
  const productId = textOf(row, 'productId');
  const features = store.all(
    'select * from zentitle_product_features where productId = ? order by seq',
    productId,
  );
  const udfs = store.all('select * from zentitle_product_udfs where productId = ? order by seq', productId);
  return {
    productId,
    name: textOf(row, 'name'),
    clientLease: numberOf(row, 'clientLease'),
    vmLease: numberOf(row, 'vmLease'),
    offlineLease: numberOf(row, 'offlineLease'),
    trialPeriod: numberOf(row, 'trialPeriod'),
    licenseType: textOf(row, 'licenseType'),
    clientsAllowed: numberOf(row, 'clientsAllowed'),
    inTrial: flagOf(row, 'inTrial'),
    subscriptionPeriod: numberOf(row, 'subscriptionPeriod'),
    subscriptionEnd: textOrNull(row, 'subscriptionEnd'),
    features: features.map((feature) => ({
      code: textOf(feature, 'code'),
      name: textOf(feature, 'name'),
      type: FEATURE_TYPES.find((type) => type === feature.type) ?? 'Normal',
      available: flagOf(feature, 'available'),
      notes: textOf(feature, 'notes'),
      group: textOf(feature, 'groupName'),
      capacity: numberOf(feature, 'capacity'),
    })),
    udfs: udfs.map((udf) => ({ name: textOf(udf, 'name'), value: textOf(udf, 'value') })),
  };
}
