/** Profiles of the default world; TestProfile is the document's, the others are named in its examples or invented. */
import type { Options } from '../options.js';
import type { Terms } from '../terms.js';
import { functions, OTHER_OFF, OTHER_TEN, off, on, udfs } from './options.js';

export interface SeedProfile {
  readonly profileId: number;
  readonly productId: string;
  readonly name: string;
  readonly created: string;
  readonly terms: Partial<Terms>;
  /** Those of the product when left out. */
  readonly options?: Options;
}

export const TEST_PC_OPTIONS: Options = {
  features: [on('EPOOL', 'ElementPool', 10_000), on('FLOAT', 'Floating', 100), off('FEAT5', 'Normal')],
  udfs: udfs(['TEST1', '6'], ['TEST2', 'test']),
  functions: functions(20, OTHER_OFF),
};

const DOCUMENTED_LEASES = { clientLease: 12, offlineLease: 8760 } as const;

export const SEED_PROFILES: readonly SeedProfile[] = [
  {
    profileId: 12,
    productId: '6453300110',
    name: 'TestProfile',
    created: '2021-01-20T11:08:08.373',
    terms: {
      ...DOCUMENTED_LEASES,
      enabled: 1,
      clientsAllowed: 2,
      acquired: 1,
      concurrentProcesses: 15,
      maintenanceEnd: '2022-04-30T00:00:00',
    },
    options: {
      features: [
        on('EPOOL', 'ElementPool', 1000, 10),
        on('FLOAT', 'Floating', 100, 10),
        off('FEAT5', 'Normal'),
      ],
      udfs: udfs(['TEST1', '6'], ['TEST2', 'test']),
      functions: functions(20, OTHER_TEN),
    },
  },
  {
    profileId: 13,
    productId: '6453300110',
    name: 'Test-PC',
    created: '2013-06-11T14:20:00',
    terms: { ...DOCUMENTED_LEASES, enabled: 1, clientsAllowed: 9, concurrentProcesses: 15 },
    options: TEST_PC_OPTIONS,
  },
  {
    profileId: 14,
    productId: '6453300110',
    name: 'testingProfile',
    created: '2020-11-30T09:15:21.06',
    terms: { enabled: 1, clientsAllowed: 3, clientLease: 24, offlineLease: 24 },
  },
  {
    profileId: 15,
    productId: '6453300110',
    name: 'Test Profile',
    created: '2020-12-02T16:44:50.83',
    terms: {
      enabled: 1,
      clientsAllowed: 2,
      offlineLease: 24,
      acquired: 1,
      concurrencyMode: 'Network',
      networkSeats: 1,
      heartbeat: 5,
    },
  },
  {
    // The profile of the example of POST GroupLicenseCode.
    profileId: 1,
    productId: '6872450105',
    name: 'testingProfile',
    created: '2020-12-03T08:05:37.29',
    terms: { enabled: 1, clientsAllowed: 4, clientLease: 24, offlineLease: 168 },
  },
  {
    profileId: 17,
    productId: '6872450105',
    name: 'Annual Subscription',
    created: '2021-02-01T10:00:12.4',
    terms: {
      enabled: 1,
      clientsAllowed: 3,
      clientLease: 24,
      offlineLease: 168,
      licenseType: 'SubscriptionPeriod',
      subscriptionPeriod: 365,
    },
  },
  {
    profileId: 18,
    productId: '3659400101',
    name: 'Floating Cloud',
    created: '2021-02-15T12:30:45.187',
    terms: {
      enabled: 1,
      clientsAllowed: 50,
      clientLease: 1,
      offlineLease: 72,
      concurrencyMode: 'Cloud',
      concurrentProcesses: 5,
    },
  },
  {
    profileId: 19,
    productId: '3659400101',
    name: 'Site LAN',
    created: '2021-03-09T07:55:02.61',
    terms: {
      enabled: 1,
      clientsAllowed: 100,
      clientLease: 12,
      offlineLease: 408,
      concurrencyMode: 'Network',
      networkSeats: 20,
      heartbeat: 10,
    },
  },
];
