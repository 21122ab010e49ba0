/** Products of the default world. Those that the document describes have its facts; the others are invented. */
import type { FeatureType } from '../options.js';

export interface SeedFeature {
  readonly code: string;
  readonly name: string;
  readonly type: FeatureType;
  readonly available: boolean;
  readonly group?: string;
  /** Seats, elements or tokens; 0 for other types. */
  readonly capacity?: number;
}

export interface SeedProduct {
  readonly productId: string;
  readonly name: string;
  /** Hours. */
  readonly clientLease: number;
  readonly offlineLease: number;
  /** Days. */
  readonly trialPeriod: number;
  readonly licenseType: string;
  readonly clientsAllowed: number;
  /** Days; 0 when left out. */
  readonly subscriptionPeriod?: number;
  /** Groups of features beside the default one. */
  readonly groups?: readonly string[];
  readonly features: readonly SeedFeature[];
  readonly udfs: readonly (readonly [name: string, value: string])[];
  /** Names of features that GET Products prints differently from GET Product. */
  readonly listedNames?: Readonly<Record<string, string>>;
}

export const SEED_PRODUCTS: readonly SeedProduct[] = [
  {
    productId: '6872450105',
    name: 'Product A 0105',
    clientLease: 24,
    offlineLease: 24,
    trialPeriod: 4,
    licenseType: 'perpetual',
    clientsAllowed: 10,
    // The last two are named by the examples of POST ProductFeatures and DELETE ProductFeatureGroups.
    groups: ['Group2', 'groupAPI1', 'test'],
    features: [
      { code: 'FEAT1', name: 'Example Feature 1', type: 'ElementPool', available: false, capacity: 100 },
      {
        code: 'FEAT2',
        name: 'Example Feature 2',
        type: 'Floating',
        available: true,
        group: 'Group2',
        capacity: 25,
      },
      { code: 'FEAT5', name: 'Example Feature 5', type: 'Normal', available: true },
    ],
    udfs: [
      ['TEST1', 'Prod1Default'],
      ['TEST2', 'Prod1Default2'],
    ],
    listedNames: { FEAT5: 'Example Feature 3' },
  },
  {
    productId: '3659400101',
    name: 'Product 2A',
    clientLease: 48,
    offlineLease: 408,
    trialPeriod: 30,
    licenseType: 'Perpetual',
    clientsAllowed: 10,
    features: [{ code: 'tfeat', name: 'Example Feature 4', type: 'Floating', available: true, capacity: 10 }],
    udfs: [['Test', 'Prod2Default']],
  },
  {
    productId: '6453300110',
    name: 'Product B 0110',
    clientLease: 12,
    offlineLease: 8760,
    trialPeriod: 14,
    licenseType: 'Perpetual',
    clientsAllowed: 9,
    features: [
      { code: 'EPOOL', name: 'Render elements', type: 'ElementPool', available: true, capacity: 10_000 },
      { code: 'FLOAT', name: 'Floating seats', type: 'Floating', available: true, capacity: 100 },
      { code: 'FEAT5', name: 'Batch export', type: 'Normal', available: false },
      { code: 'FEAT1', name: 'Shared viewers', type: 'Floating', available: false, capacity: 5 },
    ],
    udfs: [
      ['TEST1', '6'],
      ['TEST2', 'test'],
    ],
  },
  {
    productId: '6843607105',
    name: 'Product C 7105',
    clientLease: 1,
    offlineLease: 8760,
    trialPeriod: 30,
    licenseType: 'Perpetual',
    clientsAllowed: 1,
    features: [
      { code: 'FEAT2', name: 'Concurrent editors', type: 'Floating', available: true, capacity: 7 },
      { code: 'TOKEN', name: 'Conversion tokens', type: 'ConsumptionToken', available: true, capacity: 100 },
    ],
    udfs: [['TEST1', 'AAFieldvalue1']],
  },
  {
    productId: '3117400101',
    name: 'Product D 0101',
    clientLease: 24,
    offlineLease: 720,
    trialPeriod: 30,
    licenseType: 'Perpetual',
    clientsAllowed: 3,
    features: [{ code: 'PRO', name: 'Professional edition', type: 'Normal', available: true }],
    udfs: [['EndDate', '']],
  },
  {
    productId: '6503300100',
    name: 'Product E 0100',
    clientLease: 24,
    offlineLease: 240,
    trialPeriod: 10,
    licenseType: 'SubscriptionPeriod',
    clientsAllowed: 5,
    subscriptionPeriod: 365,
    features: [
      { code: 'SYNC', name: 'Cloud synchronisation', type: 'Normal', available: true },
      { code: 'VAULT', name: 'Secure store', type: 'SecureStore', available: true },
    ],
    udfs: [['Region', 'EU']],
  },
  {
    productId: '6872450106',
    name: 'Product Test 02',
    clientLease: 24,
    offlineLease: 24,
    trialPeriod: 15,
    licenseType: 'Perpetual',
    clientsAllowed: 2,
    features: [],
    udfs: [],
  },
];
