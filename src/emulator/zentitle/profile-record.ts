/** Profiles as stored, and finding them. */
import { numberOf, textOf } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import { Refusal } from './refusal.js';
import { TERM_COLUMNS } from './schema.js';
import { readTerms, type Terms, termValues } from './terms.js';

/** The word for "no profile" in inputs. */
const DEFAULT_PROFILE = 'default';
/** The `profileId` of codes without a profile. */
export const NO_PROFILE = 0;

export interface Profile extends Terms {
  readonly profileId: number;
  readonly productId: string;
  readonly name: string;
  /** 0 for none. */
  readonly resellerId: number;
  readonly created: string;
  readonly modified: string;
}

export function isDefaultProfile(name: string): boolean {
  return name.trim().toLowerCase() === DEFAULT_PROFILE;
}

/** Throws a {@link Refusal} when the product has no profile of this name. */
export function requireProfile(store: Store, productId: string, name: string): Profile {
  const row = findProfile(store, productId, name);
  if (row === undefined) throw new Refusal(`Profile ${name} was not found for product ${productId}.`);
  return readProfile(row);
}

/** The profile that an input names; undefined for none or the word `default`. */
export function namedProfile(store: Store, productId: string, name: string | undefined): Profile | undefined {
  return name === undefined || isDefaultProfile(name) ? undefined : requireProfile(store, productId, name);
}

/** The name of a profile, or `none` for codes without one. */
export function profileName(store: Store, profileId: number, none: string): string {
  const row = store.get('select name from zentitle_profiles where profileId = ?', profileId);
  return row === undefined ? none : textOf(row, 'name');
}

export function findProfileById(store: Store, profileId: number): Profile | undefined {
  const row = store.get('select * from zentitle_profiles where profileId = ?', profileId);
  return row === undefined ? undefined : readProfile(row);
}

/** Names are compared without regard to case; whether the vendor does is not documented. */
export function findProfile(store: Store, productId: string, name: string): SqlRow | undefined {
  return store.get('select * from zentitle_profiles where productId = ? and name = ?', productId, name);
}

export function readProfile(row: SqlRow): Profile {
  return {
    ...readTerms(row),
    profileId: numberOf(row, 'profileId'),
    productId: textOf(row, 'productId'),
    name: textOf(row, 'name'),
    resellerId: numberOf(row, 'resellerId'),
    created: textOf(row, 'created'),
    modified: textOf(row, 'modified'),
  };
}

export function insertProfile(store: Store, profile: Profile): void {
  const columns = ['profileId', 'productId', 'name', 'resellerId', 'created', 'modified', ...TERM_COLUMNS];
  store.run(
    `insert into zentitle_profiles (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    profile.profileId,
    profile.productId,
    profile.name,
    profile.resellerId,
    profile.created,
    profile.modified,
    ...termValues(profile),
  );
}
