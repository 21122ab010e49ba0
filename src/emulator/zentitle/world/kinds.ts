/** The states that the codes and trials of the default world are in, and how many of each there are. */
import type { Terms } from '../terms.js';

export interface CodeKind {
  readonly perProduct: number;
  /** Free stock in no profile: what GET NextLicenseCode hands out. */
  readonly stock?: true;
  /** Fewest and most active computers; without it the code was never used. */
  readonly clients?: readonly [min: number, max: number];
  /** Active on as many computers as it allows. */
  readonly full?: true;
  /** Days between the first activation and the start; drawn when left out. */
  readonly activatedDaysAgo?: number;
  /** Expiration dates: days from the start, negative for past ones. */
  readonly endsInDays?: number;
  /** Instead of those of a profile. */
  readonly terms?: Partial<Terms>;
}

export interface TrialKind {
  readonly amount: number;
  /** Hours until the trial ends; negative for ended ones. */
  readonly hoursLeft: readonly [min: number, max: number];
  readonly converted?: true;
}

const subscription = (subscriptionPeriod: number): Partial<Terms> => ({
  licenseType: 'SubscriptionPeriod',
  subscriptionPeriod,
});

export const CODE_KINDS: readonly CodeKind[] = [
  { perProduct: 14, stock: true },
  { perProduct: 6 },
  { perProduct: 10, clients: [1, 1] },
  { perProduct: 6, clients: [2, 4] },
  { perProduct: 3, clients: [1, 3], full: true },
  { perProduct: 2, clients: [1, 1], terms: { enabled: 0 } },
  { perProduct: 1, terms: { enabled: 0 } },
  { perProduct: 2, clients: [1, 2], activatedDaysAgo: 40, terms: subscription(365) },
  { perProduct: 1, clients: [1, 2], activatedDaysAgo: 360, terms: subscription(365) },
  { perProduct: 1, clients: [1, 2], activatedDaysAgo: 45, terms: subscription(30) },
  { perProduct: 1, clients: [1, 2], endsInDays: 90, terms: { licenseType: 'ExpirationDate' } },
  { perProduct: 1, clients: [1, 2], endsInDays: -10, terms: { licenseType: 'ExpirationDate' } },
  {
    perProduct: 1,
    clients: [1, 4],
    terms: { concurrencyMode: 'Network', networkSeats: 10, heartbeat: 15, concurrentProcesses: 4 },
  },
  { perProduct: 1, clients: [1, 4], terms: { concurrencyMode: 'Cloud', concurrentProcesses: 3 } },
];

export const TRIAL_KINDS: readonly TrialKind[] = [
  { amount: 12, hoursLeft: [73, 95] },
  { amount: 4, hoursLeft: [2, 60] },
  { amount: 12, hoursLeft: [-2000, -5] },
  { amount: 6, hoursLeft: [10, 90], converted: true },
  { amount: 6, hoursLeft: [-4000, -100], converted: true },
];
