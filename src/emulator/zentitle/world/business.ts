/**
 * The rest of the default world: codes, computers and trials of a small business in every state there is.
 * Everything follows from the seeded randomness, and its dates from the clock at the start.
 */
import { insertRow, textOf } from '../../row.js';
import type { Store } from '../../store.js';
import type { SystemDeps } from '../../system.js';
import { ACTIVATED, DEACTIVATED } from '../activity-record.js';
import { addDays, addHours, formatDate } from '../dates.js';
import { NO_PROFILE } from '../profile-record.js';
import type { Terms } from '../terms.js';
import { addActivity, addCode, addTrial, baseTerms } from './add.js';
import { type Chooser, createChooser } from './chooser.js';
import { CODE_KINDS, type CodeKind, TRIAL_KINDS, type TrialKind } from './kinds.js';
import { SEED_PRODUCTS, type SeedProduct } from './products.js';
import { SEED_PROFILES } from './profiles.js';
import { systemDetails } from './systems.js';

const CODE_DIGITS = 18;
const HOURS_PER_DAY = 24;
/** Companies of all products, and 0 for none. */
const COMPANY_IDS = [0, 0, 6, 10, 17, 18] as const;
const STOCK_PRODUCTS = SEED_PRODUCTS.filter(({ features }) => features.length > 0);

interface Maker {
  readonly deps: SystemDeps;
  readonly choose: Chooser;
  /** The clock at the start, as a stored date. */
  readonly start: string;
}

/** The use that a code has had. */
interface Use {
  readonly active: number;
  readonly ended: number;
  /** When it was first activated. */
  readonly since: string;
}

export function seedBusiness(deps: SystemDeps): void {
  // To the second, so that a clock that runs while the world is made gives the same dates.
  const start = formatDate(Math.floor(deps.now() / 1000) * 1000);
  const maker: Maker = { deps, choose: createChooser(deps.randomHex), start };
  for (const product of STOCK_PRODUCTS) makeCodes(maker, product);
  for (const kind of TRIAL_KINDS) {
    for (let made = 0; made < kind.amount; made += 1) makeTrial(maker, kind);
  }
}

function makeCodes(maker: Maker, product: SeedProduct): void {
  const profileIds = SEED_PROFILES.filter(({ productId }) => productId === product.productId).map(
    ({ profileId }) => profileId,
  );
  const bases = [NO_PROFILE, ...profileIds].map((profileId) => ({
    profileId,
    terms: baseTerms(maker.deps.store, product.productId, profileId),
  }));
  const [none] = bases;
  for (const kind of CODE_KINDS) {
    for (let made = 0; made < kind.perProduct; made += 1) {
      const plain = kind.stock === true || kind.terms !== undefined;
      const base = plain && none !== undefined ? none : maker.choose.one(bases);
      makeCode(maker, product, kind, base);
    }
  }
}

function makeCode(
  maker: Maker,
  product: SeedProduct,
  kind: CodeKind,
  base: { readonly profileId: number; readonly terms: Terms },
): void {
  const { choose, start, deps } = maker;
  const { productId } = product;
  const code = choose.digits(CODE_DIGITS);
  const created = addDays(start, -choose.between(400, 900));
  const use = drawUse(maker, kind);
  const used = use.active + use.ended > 0;
  const terms = termsOfKind(maker, kind, base.terms, use);
  const subscribed = used && terms.licenseType === 'SubscriptionPeriod';
  addCode(
    deps.store,
    {
      productId,
      code,
      companyId: kind.stock === true ? 0 : choose.one(COMPANY_IDS),
      profileId: base.profileId,
      created,
      modified: used ? use.since : created,
      ...(used ? { lastActivated: use.since } : {}),
      ...(subscribed ? { subscribed: use.since } : {}),
      activeCount: use.active,
      deactivatedCount: use.ended,
      terms: subscribed ? { subscriptionEnd: addDays(use.since, terms.subscriptionPeriod) } : {},
    },
    terms,
  );
  for (let index = 0; index < use.active + use.ended; index += 1) {
    addActivity(deps.store, {
      productId,
      code,
      computerId: makeComputer(maker, productId),
      activated: use.since,
      leaseEnd: addHours(start, product.offlineLease),
      ...(index < use.active
        ? { status: ACTIVATED }
        : { status: DEACTIVATED, deactivated: addDays(use.since, 1) }),
    });
  }
}

function drawUse({ choose, start }: Maker, kind: CodeKind): Use {
  const since = addDays(start, -(kind.activatedDaysAgo ?? choose.between(2, 50)));
  if (kind.clients === undefined) return { active: 0, ended: 0, since };
  return { active: choose.between(...kind.clients), ended: choose.between(0, 2), since };
}

/** Terms that make a code what it is meant to be, over those of its profile or product. */
function termsOfKind({ start }: Maker, kind: CodeKind, base: Terms, { active }: Use): Terms {
  const roomy = Math.max(base.clientsAllowed, active + 1);
  return {
    ...base,
    acquired: kind.stock === true ? 0 : 1,
    clientsAllowed: kind.full === true ? active : roomy,
    ...(kind.endsInDays === undefined ? {} : { subscriptionEnd: addDays(start, kind.endsInDays) }),
    ...kind.terms,
  };
}

function makeComputer({ deps, choose }: Maker, productId: string): string {
  const computerId = choose.computerId();
  const details = JSON.stringify(systemDetails(computerId, choose));
  insertRow(deps.store, 'zentitle_systems', { productId, computerId, details });
  return computerId;
}

function makeTrial({ deps, choose, start }: Maker, kind: TrialKind): void {
  const { productId, trialPeriod } = choose.one(STOCK_PRODUCTS);
  const hoursLeft = choose.between(...kind.hoursLeft);
  const subject = kind.converted === true ? activatedComputer(deps.store, productId) : undefined;
  addTrial(deps.store, {
    productId,
    period: trialPeriod,
    created: addHours(start, hoursLeft - trialPeriod * HOURS_PER_DAY),
    ...(subject ?? { computerId: choose.computerId() }),
  });
}

/** A computer that had no trial yet, with the code that it was activated with. */
function activatedComputer(
  store: Store,
  productId: string,
): { computerId: string; code: string } | undefined {
  const row = store.get(
    `select computerId, code from zentitle_activities a where productId = ? and status = ? and not exists
       (select 1 from zentitle_trials t where t.productId = a.productId and t.computerId = a.computerId)
      order by seq desc`,
    productId,
    ACTIVATED,
  );
  return row === undefined ? undefined : { computerId: textOf(row, 'computerId'), code: textOf(row, 'code') };
}
