/** POST Product and PUT Product. */
import { insertRow } from '../row.js';
import type { Store } from '../store.js';
import type { SystemDeps } from '../system.js';
import { answer, createdAnswer, type Handler } from './answer.js';
import { addFeatureGroups } from './feature-groups.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { addFeatures } from './product-features.js';
import { addUdfs } from './product-udfs.js';
import { forgetPrinted, type Product, productOf } from './products.js';
import { Refusal } from './refusal.js';
import { present, readLeases, readLicenseType, readSubscriptionPeriod } from './terms.js';

type ProductTerms = Omit<Product, 'productId' | 'name' | 'features' | 'udfs'>;

const ID_DIGITS = 10;
const BYTES_PER_ID = 8;
const DEFAULT_TRIAL_DAYS = 30;
/** POST Product only; PUT Product gives no range. */
const MAX_CLIENTS = 50_000;

/** The product with its groups, features and custom fields, or nothing at all. */
export const postProduct: Handler = (input, deps) => {
  const { store, settings } = deps;
  const name = newName(input.requiredText('productname'), store);
  const terms = readNewTerms(input);
  const productId = newProductId(deps);
  insertRow(store, 'zentitle_products', { productId, name, ...terms });
  addFeatureGroups(input.list('featuregroups'), store, productId);
  addFeatures(input.list('features'), store, productId);
  addUdfs(input.list('udfvalues'), store, productId);
  return createdAnswer('Product Created Successfully', productId, { productID: productId }, settings);
};

export const putProduct: Handler = (input, { store }) => {
  const product = productOf(input, store);
  const { productId } = product;
  const wished = input.text('productname');
  const after: Product = {
    ...product,
    ...readTermChanges(input),
    name: wished === undefined ? product.name : newName(wished, store, productId),
  };
  requireEndDate(after);
  updateProduct(store, after);
  // What the document prints for a company's product instead of its name holds until the product has another one.
  if (after.name !== product.name) {
    store.run('update zentitle_companies set productName = null where productId = ?', productId);
  }
  return answer('Product Updated Successfully');
};

/** The defaults are those of the section POST Product. */
function readNewTerms(input: Inputs): ProductTerms {
  const inTrial = input.truth('intrial') ?? false;
  const terms: ProductTerms = {
    inTrial,
    clientLease: 0,
    vmLease: 0,
    offlineLease: 0,
    ...readLeases(input),
    trialPeriod: readTrialPeriod(input) ?? (inTrial ? DEFAULT_TRIAL_DAYS : 0),
    licenseType: readLicenseType(input) ?? 'Perpetual',
    clientsAllowed: input.integer('clientsallowed', 1, MAX_CLIENTS) ?? 1,
    subscriptionPeriod: readSubscriptionPeriod(input) ?? 0,
    subscriptionEnd: input.date('subscriptionenddate') ?? null,
  };
  requireEndDate(terms);
  return terms;
}

function readTermChanges(input: Inputs): Partial<ProductTerms> {
  const licenseType = readLicenseType(input);
  const subscriptionPeriod = readSubscriptionPeriod(input);
  const subscriptionEnd = input.dateOrReset('subscriptionEndDate');
  if (licenseType === undefined && (subscriptionPeriod !== undefined || subscriptionEnd !== undefined)) {
    throw new Refusal('Please supply licenseType to change the subscription period or end date.');
  }
  return present<ProductTerms>({
    ...readLeases(input),
    trialPeriod: readTrialPeriod(input),
    clientsAllowed: input.integer('clientsAllowed', 0, MAX_INTEGER),
    licenseType,
    subscriptionPeriod,
    subscriptionEnd,
  });
}

function readTrialPeriod(input: Inputs): number | undefined {
  return input.integer('trialperiod', 0, MAX_INTEGER);
}

/** Documented for POST Product; that PUT Product may not take the date away either is a guess. */
function requireEndDate({ licenseType, subscriptionEnd }: ProductTerms): void {
  if (licenseType !== 'ExpirationDate' || subscriptionEnd !== null) return;
  throw new Refusal('License type expirationdate needs a subscriptionenddate.');
}

/** `own` is the product that may keep the name. */
function newName(given: string, store: Store, own?: string): string {
  const name = given.trim();
  const sql = 'select productId from zentitle_products where name = ? collate nocase and productId is not ?';
  if (store.get(sql, name, own ?? null) === undefined) return name;
  throw new Refusal(`A product named ${name} already exists.`);
}

function updateProduct(store: Store, product: Product): void {
  const { productId } = product;
  store.run(
    `update zentitle_products set name = ?, clientLease = ?, vmLease = ?, offlineLease = ?, trialPeriod = ?,
       clientsAllowed = ?, licenseType = ?, subscriptionPeriod = ?, subscriptionEnd = ? where productId = ?`,
    product.name,
    product.clientLease,
    product.vmLease,
    product.offlineLease,
    product.trialPeriod,
    product.clientsAllowed,
    product.licenseType,
    product.subscriptionPeriod,
    product.subscriptionEnd,
    productId,
  );
  forgetPrinted(store, productId);
}

/** 10 digits as in the document's examples. */
function newProductId({ store, randomHex }: SystemDeps): string {
  for (;;) {
    const drawn = BigInt(`0x${randomHex(BYTES_PER_ID)}`).toString();
    const productId = `8${drawn.slice(-(ID_DIGITS - 1)).padStart(ID_DIGITS - 1, '0')}`;
    if (store.get('select 1 from zentitle_products where productId = ?', productId) === undefined) {
      return productId;
    }
  }
}
