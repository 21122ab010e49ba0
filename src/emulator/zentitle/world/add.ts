/** Adding seeded records: short writings of the seed files become rows. */
import { insertRow } from '../../row.js';
import type { Store } from '../../store.js';
import { ACTIVATED } from '../activity-record.js';
import { addDays, NO_DATE } from '../dates.js';
import { listedRow } from '../list-codes.js';
import { printFeatures, printUdfs, storeOptions } from '../options.js';
import { productOptions, requireProduct } from '../products.js';
import { findProfileById, insertProfile } from '../profile-record.js';
import { NEW_PROFILE_TERMS, productTerms, type Terms, termsOf } from '../terms.js';
import type { SeedCode } from './documented-codes.js';
import type { SeedActivity } from './documented-records.js';
import type { SeedProfile } from './profiles.js';

interface SeedTrial {
  readonly productId: string;
  readonly computerId: string;
  readonly period: number;
  readonly created: string;
  /** The code that it was converted with. */
  readonly code?: string;
}

export function addProfile(store: Store, profile: SeedProfile): void {
  const options = profile.options ?? productOptions(requireProduct(store, profile.productId));
  insertProfile(store, {
    ...NEW_PROFILE_TERMS,
    ...profile.terms,
    optionsId: storeOptions(store, options),
    profileId: profile.profileId,
    productId: profile.productId,
    name: profile.name,
    resellerId: 0,
    created: profile.created,
    modified: profile.created,
  });
}

/** The terms that codes of a product have, with this profile or, for 0, without one. */
export function baseTerms(store: Store, productId: string, profileId: number): Terms {
  const profile = findProfileById(store, profileId);
  if (profile !== undefined) return termsOf(profile);
  const product = requireProduct(store, productId);
  return productTerms(product, storeOptions(store, productOptions(product)));
}

/** A code with these terms, as far as the seed says nothing else. */
export function addCode(store: Store, seed: SeedCode, base: Terms): void {
  const terms = { ...base, ...seed.terms };
  const seq = insertRow(store, 'zentitle_codes', {
    ...terms,
    ...(seed.options === undefined ? {} : { optionsId: storeOptions(store, seed.options) }),
    productId: seed.productId,
    code: seed.code,
    companyId: seed.companyId ?? 0,
    profileId: seed.profileId ?? 0,
    reference: '',
    created: seed.created,
    modified: seed.modified,
    lastActivated: seed.lastActivated ?? null,
    subscribed: seed.subscribed ?? null,
    activeCount: seed.activeCount ?? 0,
    deactivatedCount: seed.deactivatedCount ?? 0,
    used: seed.lastActivated !== undefined,
  });
  if (seed.printed !== undefined) setPrinted(store, seq, seed.printed);
}

export function addActivity(store: Store, activity: SeedActivity): void {
  insertRow(store, 'zentitle_activities', {
    productId: activity.productId,
    code: activity.code,
    computerId: activity.computerId,
    status: activity.status ?? ACTIVATED,
    vmLease: 0,
    leaseEnd: activity.leaseEnd ?? NO_DATE,
    vmPlatform: activity.vmPlatform ?? '',
    username: '',
    activated: activity.activated,
    deactivated: activity.deactivated ?? NO_DATE,
    systemInfo: activity.systemInfo === undefined ? null : JSON.stringify(activity.systemInfo),
    listed: activity.listed ?? true,
  });
}

/** The lease of a running trial ends with the trial. */
export function addTrial(store: Store, { productId, computerId, period, created, code }: SeedTrial): void {
  const expires = addDays(created, period);
  insertRow(store, 'zentitle_trials', {
    productId,
    computerId,
    period,
    created,
    modified: created,
    leaseEnd: expires,
    expires,
    code: code ?? null,
  });
}

/** Keeps the row that GET LicenseCodes shows for a code, with the values the document prints there. */
function setPrinted(store: Store, seq: number, printed: NonNullable<SeedCode['printed']>): void {
  const row = {
    ...listedRow(store, seq),
    subscriptionlastActivated: printed.lastActivated,
    features: printFeatures(printed.options.features, 'upper'),
    udfValues: printUdfs(printed.options.udfs),
  };
  const open = JSON.stringify(row).slice(0, -1);
  store.run('update zentitle_codes set printed = ? where seq = ?', open, seq);
}
