/** Worlds of licence codes and filters of them, drawn at random, and what a filter selects: a plain model. */
import fc from 'fast-check';
import type { Input } from '../../src/api/operation.js';
import type { CodeRecord } from '../../src/api/records.js';
import { insertRow } from '../../src/emulator/row.js';
import { addCode, addProfile, baseTerms } from '../../src/emulator/zentitle/world/add.js';
import type { OneSystem } from '../support/one-system.js';

const PRODUCTS = ['6453300110', '6872450105', '3659400101'] as const;
/** One name is the beginning of another, one needs quoting, one stands in two products. */
const COMPANIES = ['Nord', 'Nord GmbH', 'O\'Neill "Ltd" 株式会社', '%'] as const;
/** Every product has profiles of these names. */
const PROFILES = ['Gold', 'Gold Plus', 'Prüfstand_1'] as const;
const CREATED = '2026-01-01T00:00:00';

export interface ModelCode {
  readonly code: string;
  readonly product: number;
  /** Place in {@link COMPANIES}; null for none. */
  readonly company: number | null;
  /** Place in {@link PROFILES}; null for the default profile. */
  readonly profile: number | null;
  readonly acquired: boolean;
  readonly used: boolean;
  readonly active: number;
}

export interface ModelFilter {
  readonly product?: number | undefined;
  readonly company?: number | undefined;
  /** By id instead of name. */
  readonly byId: boolean;
  /** The length of {@link PROFILES} stands for the default profile. */
  readonly profile?: number | undefined;
  readonly acquired?: boolean | undefined;
  readonly used?: boolean | undefined;
  readonly activated?: boolean | undefined;
}

const place = (list: readonly unknown[]): fc.Arbitrary<number> => fc.nat({ max: list.length - 1 });

const modelCode: fc.Arbitrary<ModelCode> = fc
  .record({
    // Few codes, so that one is often in two products.
    code: fc.nat({ max: 19 }).map((n) => `2064543201109308${String(n).padStart(2, '0')}`),
    product: place(PRODUCTS),
    company: fc.option(place(COMPANIES)),
    profile: fc.option(place(PROFILES)),
    acquired: fc.boolean(),
    used: fc.boolean(),
    active: fc.nat({ max: 3 }),
  })
  // What is active has been used.
  .map((code) => ({ ...code, active: code.used ? code.active : 0 }));

export const modelWorld = fc.uniqueArray(modelCode, {
  maxLength: 12,
  selector: ({ code, product }) => `${code} ${product}`,
});

/** Left out more often than not: filters that select nothing say little. */
const seldom = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

export const modelFilter: fc.Arbitrary<ModelFilter> = fc.record({
  product: seldom(place(PRODUCTS)),
  company: seldom(place(COMPANIES)),
  byId: fc.boolean(),
  profile: seldom(fc.nat({ max: PROFILES.length })),
  acquired: seldom(fc.boolean()),
  used: seldom(fc.boolean()),
  activated: seldom(fc.boolean()),
});

const companyId = (index: number | null): number => (index === null ? 0 : 900 + index);
const profileId = (index: number | null, product: number): number =>
  index === null ? 0 : 9000 + product * PROFILES.length + index;

/** The filter as the call takes it; what is left out selects all. */
export function inputOf({ product, company, byId, profile, acquired, used, activated }: ModelFilter): Input {
  return {
    ...(product !== undefined && { productid: PRODUCTS[product] }),
    ...(company !== undefined &&
      (byId ? { companyId: companyId(company) } : { company: COMPANIES[company] })),
    ...(profile !== undefined && { profilename: PROFILES[profile] ?? 'default' }),
    acquiredbywebservice: acquired,
    used,
    activated,
  };
}

export function matches(code: ModelCode, filter: ModelFilter): boolean {
  const isWanted = <T>(wanted: T | undefined, value: T): boolean => wanted === undefined || wanted === value;
  return (
    isWanted(filter.product, code.product) &&
    isWanted(filter.company, code.company ?? -1) &&
    isWanted(filter.profile, code.profile ?? PROFILES.length) &&
    isWanted(filter.acquired, code.acquired) &&
    isWanted(filter.used, code.used) &&
    isWanted(filter.activated, code.active > 0)
  );
}

/** What a record says of what the model knows; unused codes are not told apart from used ones there. */
export const factsOf = (record: CodeRecord): object => ({
  code: record.code,
  product: record.product,
  company: record.company,
  profile: record.profile,
  acquired: record.acquired,
  active: record.activationsUsed,
});

export const expectedOf = (code: ModelCode): object => ({
  code: code.code,
  product: PRODUCTS[code.product],
  company: code.company === null ? null : COMPANIES[code.company],
  profile: code.profile === null ? null : PROFILES[code.profile],
  acquired: code.acquired,
  active: code.active,
});

/** Takes the codes of the world before out, and these in. */
export function fill({ deps: { store } }: OneSystem, world: readonly ModelCode[]): void {
  store.transaction(() => {
    store.run('delete from zentitle_codes');
    for (const { code, product, company, profile, acquired, used, active } of world) {
      const productId = PRODUCTS[product] ?? '';
      addCode(
        store,
        {
          productId,
          code,
          companyId: companyId(company),
          profileId: profileId(profile, product),
          created: CREATED,
          modified: CREATED,
          ...(used && { lastActivated: CREATED }),
          activeCount: active,
          terms: { acquired: Number(acquired) },
        },
        baseTerms(store, productId, profileId(profile, product)),
      );
    }
  });
}

/** The companies and profiles that all worlds have. */
export function settle({ deps: { store } }: OneSystem): void {
  COMPANIES.forEach((name, index) => {
    insertRow(store, 'zentitle_companies', {
      companyId: companyId(index),
      name,
      productId: '0',
      productName: '',
      data: '{}',
      firstName: '',
      email: '',
      search1: '',
      search2: '',
      search3: '',
      created: CREATED,
    });
  });
  PRODUCTS.forEach((productId, product) => {
    PROFILES.forEach((name, index) => {
      addProfile(store, {
        profileId: profileId(index, product),
        productId,
        name,
        created: CREATED,
        terms: {},
      });
    });
  });
}
