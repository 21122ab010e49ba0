/**
 * The rest of the default world: codes, computers and trials of a small business in every state there is.
 * Everything follows from the seeded randomness, and its dates from the clock at the start.
 */
import { insertRow } from '../../row.js';
import type { SystemDeps } from '../../system.js';
import { ACTIVATED, DEACTIVATED } from '../activity-record.js';
import { addDays, addHours, formatDate } from '../dates.js';
import type { Terms } from '../terms.js';
import { addActivity, addCode, addTrial } from './add.js';
import { type Chooser, createChooser } from './chooser.js';
import { CODE_KINDS, type CodeKind, TRIAL_KINDS, type TrialKind } from './kinds.js';
import { SEED_PRODUCTS, type SeedProduct } from './products.js';
import { SEED_PROFILES } from './profiles.js';
import { systemDetails } from './systems.js';

/** Companies of all products, and 0 for none. */
const COMPANY_IDS = [0, 0, 6, 10, 17, 18] as const;
const STOCK_PRODUCTS = SEED_PRODUCTS.filter(({ features }) => features.length > 0);

interface Maker {
  readonly deps: SystemDeps;
  readonly choose: Chooser;
  /** The clock at the start, as a stored date. */
  readonly start: string;
}

export function seedBusiness(deps: SystemDeps): void {
  const maker: Maker = { deps, choose: createChooser(deps.randomHex), start: formatDate(deps.now()) };
  for (const product of STOCK_PRODUCTS) {
    for (const kind of CODE_KINDS) {
      for (let made = 0; made < kind.perProduct; made += 1) makeCode(maker, product, kind);
    }
  }
  for (const kind of TRIAL_KINDS) {
    for (let made = 0; made < kind.amount; made += 1) makeTrial(maker, kind);
  }
}

function makeCode(maker: Maker, product: SeedProduct, kind: CodeKind): void {
  const { choose, start, deps } = maker;
  const { productId } = product;
  const code = choose.digits(18);
  const age = choose.between(60, 900);
  const created = addDays(start, -age);
  const clients = kind.clients === undefined ? 0 : choose.between(...kind.clients);
  const ended = kind.clients === undefined ? 0 : choose.between(0, 2);
  const firstActivated = addDays(start, -(kind.subscribedDaysAgo ?? choose.between(1, 50)));
  const profiles = SEED_PROFILES.filter((profile) => profile.productId === productId);
  const profile = kind.stock === true ? undefined : choose.one([undefined, ...profiles]);
  const used = clients + ended > 0;
  addCode(deps.store, {
    productId,
    code,
    companyId: kind.stock === true ? 0 : choose.one(COMPANY_IDS),
    profileId: profile?.profileId ?? 0,
    created,
    modified: used ? firstActivated : created,
    ...(used ? { lastActivated: firstActivated } : {}),
    ...(kind.subscribedDaysAgo === undefined ? {} : { subscribed: firstActivated }),
    activeCount: clients,
    deactivatedCount: ended,
    terms: { acquired: kind.stock === true ? 0 : 1, ...termsOfKind(kind, clients, firstActivated, start) },
  });
  for (let index = 0; index < clients + ended; index += 1) {
    const computerId = makeComputer(maker, productId);
    addActivity(deps.store, {
      productId,
      code,
      computerId,
      activated: firstActivated,
      leaseEnd: addHours(start, product.offlineLease),
      ...(index < clients
        ? { status: ACTIVATED }
        : { status: DEACTIVATED, deactivated: addDays(firstActivated, 1) }),
    });
  }
}

/** Terms that make a code what it is meant to be, over those of its profile or product. */
function termsOfKind(kind: CodeKind, clients: number, subscribed: string, start: string): Partial<Terms> {
  const { periodDays } = kind;
  return {
    enabled: 1,
    licenseType: 'Perpetual',
    subscriptionPeriod: 0,
    ...(kind.full === true ? { clientsAllowed: clients } : { clientsAllowed: clients + 3 }),
    ...(periodDays === undefined ? {} : subscriptionTerms(periodDays, addDays(subscribed, periodDays))),
    ...(kind.endsInDays === undefined
      ? {}
      : { licenseType: 'ExpirationDate', subscriptionEnd: addDays(start, kind.endsInDays) }),
    ...kind.terms,
  };
}

function subscriptionTerms(subscriptionPeriod: number, subscriptionEnd: string): Partial<Terms> {
  return { licenseType: 'SubscriptionPeriod', subscriptionPeriod, subscriptionEnd };
}

function makeComputer({ deps, choose }: Maker, productId: string): string {
  const computerId = choose.computerId();
  const details = JSON.stringify(systemDetails(computerId, choose));
  insertRow(deps.store, 'zentitle_systems', { productId, computerId, details });
  return computerId;
}

function makeTrial({ deps, choose, start }: Maker, kind: TrialKind): void {
  const { productId, trialPeriod } = choose.one(STOCK_PRODUCTS);
  // Within its period, or past it, by as many hours as the kind says.
  const hoursLeft = choose.between(...kind.hoursLeft);
  addTrial(deps.store, {
    productId,
    computerId: choose.computerId(),
    period: trialPeriod,
    created: addHours(start, hoursLeft - trialPeriod * 24),
    ...(kind.converted === true ? { code: choose.digits(18) } : {}),
  });
}
