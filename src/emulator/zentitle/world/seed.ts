/** Fills an empty store with the default world: the document's records first, then a small business. */
import { insertRow } from '../../row.js';
import type { Store } from '../../store.js';
import type { SystemDeps } from '../../system.js';
import { setCodeBank } from '../bank.js';
import { setLastId } from '../counters.js';
import { addHours, formatDate } from '../dates.js';
import { printProduct, requireProduct } from '../products.js';
import { seedAccounts, seedCompanies } from './accounts.js';
import { addActivity, addCode, addProfile, addTrial, baseTerms } from './add.js';
import { seedBusiness } from './business.js';
import { SEED_RESELLERS } from './companies.js';
import { DOCUMENTED_CODES } from './documented-codes.js';
import {
  DOCUMENTED_ACTIVITIES,
  DOCUMENTED_NOTES,
  DOCUMENTED_SYSTEM,
  DOCUMENTED_TRIALS,
  TRIAL_COMPUTER,
} from './documented-records.js';
import { SEED_PRODUCTS, type SeedProduct } from './products.js';
import { SEED_PROFILES } from './profiles.js';

/** Codes that the account may still allocate. */
const CODE_BANK = 500_000;

export function seedWorld(deps: SystemDeps): void {
  const { store } = deps;
  store.transaction(() => {
    setCodeBank(store, CODE_BANK);
    for (const product of SEED_PRODUCTS) seedProduct(store, product);
    for (const [resellerId, name] of SEED_RESELLERS)
      insertRow(store, 'zentitle_resellers', { resellerId, name });
    seedCompanies(store);
    for (const profile of SEED_PROFILES) addProfile(store, profile);
    for (const code of DOCUMENTED_CODES) {
      addCode(store, code, baseTerms(store, code.productId, code.profileId ?? 0));
    }
    for (const activity of DOCUMENTED_ACTIVITIES) addActivity(store, activity);
    for (const note of DOCUMENTED_NOTES) insertRow(store, 'zentitle_notes', note);
    setLastId(store, 'lastNoteId', Math.max(...DOCUMENTED_NOTES.map(({ noteId }) => noteId)));
    seedTrials(deps);
    insertRow(store, 'zentitle_systems', {
      productId: DOCUMENTED_SYSTEM.productId,
      computerId: DOCUMENTED_SYSTEM.details.computerID,
      details: JSON.stringify(DOCUMENTED_SYSTEM.details),
    });
    seedBusiness(deps);
    seedAccounts(deps);
  });
}

function seedProduct(store: Store, product: SeedProduct): void {
  const { productId } = product;
  insertRow(store, 'zentitle_products', {
    productId,
    name: product.name,
    clientLease: product.clientLease,
    vmLease: 0,
    offlineLease: product.offlineLease,
    trialPeriod: product.trialPeriod,
    licenseType: product.licenseType,
    clientsAllowed: product.clientsAllowed,
    inTrial: true,
    subscriptionPeriod: product.subscriptionPeriod ?? 0,
    subscriptionEnd: null,
  });
  for (const name of product.groups ?? []) {
    insertRow(store, 'zentitle_feature_groups', { productId, name, notes: '' });
  }
  for (const { code, name, type, available, group = 'Default', capacity = 0 } of product.features) {
    insertRow(store, 'zentitle_product_features', {
      productId,
      code,
      name,
      type,
      available,
      notes: name,
      groupName: group,
      capacity,
    });
  }
  for (const [name, value] of product.udfs) {
    insertRow(store, 'zentitle_product_udfs', { productId, name, value });
  }
  if (product.listedNames !== undefined) seedListing(store, productId, product.listedNames);
}

/** The product as GET Products prints it, where that differs from GET Product. */
function seedListing(store: Store, productId: string, names: Readonly<Record<string, string>>): void {
  const product = requireProduct(store, productId);
  const features = product.features.map((feature) => {
    const name = names[feature.code];
    return name === undefined ? feature : { ...feature, name, notes: name };
  });
  const listing = JSON.stringify(printProduct({ ...product, features }));
  store.run('update zentitle_products set listing = ? where productId = ?', listing, productId);
}

function seedTrials({ store, now }: SystemDeps): void {
  for (const trial of DOCUMENTED_TRIALS) insertRow(store, 'zentitle_trials', trial);
  const { trialPeriod } = requireProduct(store, TRIAL_COMPUTER.productId);
  addTrial(store, { ...TRIAL_COMPUTER, period: trialPeriod, created: addHours(formatDate(now()), -1) });
}
