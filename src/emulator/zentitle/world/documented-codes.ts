/**
 * The licence codes of the document's examples. Where two examples contradict each other about one record,
 * both answers are kept: `printed` is the row of GET LicenseCodes until the code changes.
 */
import type { Options } from '../options.js';
import type { Terms } from '../terms.js';
import { functions, OTHER_OFF, on, udfs } from './options.js';
import { TEST_PC_OPTIONS } from './profiles.js';

export interface SeedCode {
  readonly productId: string;
  readonly code: string;
  readonly companyId?: number;
  readonly profileId?: number;
  readonly created: string;
  readonly modified: string;
  readonly lastActivated?: string;
  /** When its subscription began. */
  readonly subscribed?: string;
  readonly activeCount?: number;
  readonly deactivatedCount?: number;
  readonly terms: Partial<Terms>;
  /** Those of the product when left out. */
  readonly options?: Options;
  readonly printed?: {
    readonly lastActivated: string;
    readonly options: Pick<Options, 'features' | 'udfs'>;
  };
}

const OLD = { created: '2018-01-01T00:00:00', modified: '2018-01-01T00:00:00' } as const;

export const DOCUMENTED_CODES: readonly SeedCode[] = [
  {
    productId: '6453300110',
    code: '206454320110930859',
    profileId: 13,
    created: '2013-06-12T00:00:00',
    modified: '2021-01-11T15:36:55.723',
    lastActivated: '2018-08-02T06:59:02.043',
    activeCount: 1,
    deactivatedCount: 41,
    terms: {
      clientsAllowed: 9,
      clientLease: 12,
      offlineLease: 8760,
      acquired: 1,
      concurrentProcesses: 15,
      maintenanceEnd: '2021-04-30T00:00:00',
    },
    options: TEST_PC_OPTIONS,
    printed: {
      lastActivated: '2020-08-02T06:59:02.043',
      options: {
        features: [on('EPOOL', 'ElementPool', 10_000), on('FEAT5', 'Normal')],
        udfs: udfs(['TEST1', '6'], ['TEST2', 'testvalue6']),
      },
    },
  },
  {
    productId: '6843607105',
    code: '286502700212974761',
    companyId: 7,
    created: '2016-08-19T01:43:29',
    modified: '2016-10-25T08:46:43.99',
    lastActivated: '2018-09-11T08:52:34.467',
    activeCount: 1,
    deactivatedCount: 27,
    terms: {
      clientsAllowed: 1,
      clientLease: 1,
      offlineLease: 8760,
      acquired: 1,
      concurrentProcesses: 14,
      concurrencyMode: 'Cloud',
      maintenanceEnd: '2019-01-01T00:00:00',
    },
    options: {
      features: [on('FEAT2', 'Floating', 7), on('TOKEN', 'ConsumptionToken', 100, 20)],
      udfs: udfs(['TEST1', 'AAFieldvalue1']),
      functions: functions(15, OTHER_OFF),
    },
  },
  {
    productId: '6872450105',
    code: '206454320110930859',
    ...OLD,
    lastActivated: '2018-01-01T00:00:00',
    activeCount: 3,
    terms: { clientsAllowed: 10, acquired: 1, clientLease: 24, offlineLease: 24 },
  },
  {
    productId: '6872450105',
    code: '286901020157066211',
    ...OLD,
    lastActivated: '2018-03-05T14:21:09.88',
    activeCount: 1,
    terms: { clientsAllowed: 5, acquired: 1 },
  },
  { productId: '6872450105', code: '27835001310249256', ...OLD, companyId: 2, terms: { acquired: 1 } },
  { productId: '6872450105', code: '278371835707856940', ...OLD, companyId: 3, terms: { acquired: 1 } },
  {
    productId: '6872450105',
    code: '276439600252847932',
    ...OLD,
    lastActivated: '2018-11-16T06:12:44.883',
    activeCount: 1,
    terms: { acquired: 1 },
  },
  {
    productId: '6872450105',
    code: '298537600274878402',
    ...OLD,
    lastActivated: '2019-02-14T06:55:21.857',
    activeCount: 1,
    terms: { acquired: 1 },
  },
  {
    productId: '3117400101',
    code: '3274861020157066211',
    ...OLD,
    lastActivated: '2019-06-06T09:33:58.173',
    activeCount: 1,
    terms: { acquired: 1 },
  },
  {
    productId: '6503300100',
    code: '358161020157066281',
    ...OLD,
    lastActivated: '2020-04-21T19:57:04.603',
    activeCount: 1,
    // Older than its product's change to subscriptions.
    terms: { acquired: 1, licenseType: 'Perpetual', subscriptionPeriod: 0 },
  },
];
