/** The terms that licence codes and profiles share, and the rules of changing them (sections LicenseCode, Profile). */
import { numberOf, textOf, textOrNull } from '../row.js';
import type { SqlRow, SqlValue } from '../store.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import type { Product } from './products.js';
import { Refusal } from './refusal.js';
import { TERM_COLUMNS } from './schema.js';

export type LicenseType = 'Perpetual' | 'SubscriptionPeriod' | 'ExpirationDate';
export type ConcurrencyMode = 'None' | 'Cloud' | 'Network';

/** Columns as stored: switches 0 or 1, lease periods in hours, periods in days, dates as text. */
export interface Terms {
  readonly enabled: number;
  readonly licenseType: LicenseType;
  readonly clientsAllowed: number;
  readonly clientLease: number;
  readonly vmLease: number;
  readonly offlineLease: number;
  readonly acquired: number;
  readonly networkSeats: number;
  readonly heartbeat: number;
  readonly concurrentProcesses: number;
  readonly concurrencyMode: ConcurrencyMode;
  readonly subscriptionPeriod: number;
  readonly subscriptionEnd: string | null;
  readonly maintenanceEnd: string | null;
  readonly optionsId: number;
}

const LICENSE_TYPES = {
  perpetual: 'Perpetual',
  subscriptionperiod: 'SubscriptionPeriod',
  expirationdate: 'ExpirationDate',
} as const satisfies Readonly<Record<string, LicenseType>>;

const LICENSE_TYPE_WORDS = ['perpetual', 'subscriptionperiod', 'expirationdate'] as const;

const CONCURRENCY_MODES = { off: 'None', cloud: 'Cloud', network: 'Network' } as const satisfies Readonly<
  Record<string, ConcurrencyMode>
>;

const HOURS_PER_DAY = 24;
const MAX_CLIENT_LEASE_HOURS = 8760;
const MAX_VM_LEASE_HOURS = 500;
const MAX_OFFLINE_LEASE_DAYS = 500;
const MIN_HEARTBEAT = 5;
const MAX_HEARTBEAT = 1440;
/** On a change of type to subscription; no other length is limited. */
const MAX_SUBSCRIPTION_DAYS = 5000;
/** On a code or profile that is a subscription already. */
const MAX_EXTENSION_DAYS = 1000;

/** The terms of the section POST Profile for fields that are left out. */
export const NEW_PROFILE_TERMS: Omit<Terms, 'optionsId'> = {
  enabled: 0,
  licenseType: 'Perpetual',
  clientsAllowed: 0,
  clientLease: 0,
  vmLease: 0,
  offlineLease: 0,
  acquired: 0,
  networkSeats: 0,
  heartbeat: 0,
  concurrentProcesses: 0,
  concurrencyMode: 'None',
  subscriptionPeriod: 0,
  subscriptionEnd: null,
  maintenanceEnd: null,
};

/** The terms of a code that belongs to no profile: those that its product has now, ready for use. */
export function productTerms(product: Product, optionsId: number): Terms {
  return {
    ...NEW_PROFILE_TERMS,
    enabled: 1,
    licenseType: licenseTypeOf(product.licenseType),
    subscriptionPeriod: product.subscriptionPeriod,
    subscriptionEnd: product.subscriptionEnd,
    clientsAllowed: product.clientsAllowed,
    clientLease: product.clientLease,
    vmLease: product.vmLease,
    offlineLease: product.offlineLease,
    optionsId,
  };
}

/** The document prints the type of a product in two spellings. */
function licenseTypeOf(printed: string): LicenseType {
  const word = LICENSE_TYPE_WORDS.find((one) => one === printed.toLowerCase());
  return word === undefined ? 'Perpetual' : LICENSE_TYPES[word];
}

export function readTerms(row: SqlRow): Terms {
  return {
    enabled: numberOf(row, 'enabled'),
    // Only this module's values are ever stored in these two columns.
    licenseType: textOf(row, 'licenseType') as LicenseType,
    concurrencyMode: textOf(row, 'concurrencyMode') as ConcurrencyMode,
    clientsAllowed: numberOf(row, 'clientsAllowed'),
    clientLease: numberOf(row, 'clientLease'),
    vmLease: numberOf(row, 'vmLease'),
    offlineLease: numberOf(row, 'offlineLease'),
    acquired: numberOf(row, 'acquired'),
    networkSeats: numberOf(row, 'networkSeats'),
    heartbeat: numberOf(row, 'heartbeat'),
    concurrentProcesses: numberOf(row, 'concurrentProcesses'),
    subscriptionPeriod: numberOf(row, 'subscriptionPeriod'),
    subscriptionEnd: textOrNull(row, 'subscriptionEnd'),
    maintenanceEnd: textOrNull(row, 'maintenanceEnd'),
    optionsId: numberOf(row, 'optionsId'),
  };
}

/** The terms alone, of a record that has more. */
export function termsOf(record: Terms): Terms {
  return readTerms({ ...record });
}

/** Values in the order of {@link TERM_COLUMNS}. */
export function termValues(terms: Terms): SqlValue[] {
  return TERM_COLUMNS.map((column) => terms[column]);
}

/** The fields of a request that set terms, apart from the lists; what it leaves out is not in the result. */
export function readTermChanges(
  input: Inputs,
  current: Terms,
  occasion: 'create' | 'update',
): Partial<Terms> {
  const mode = input.choice('concurrencymode', ['off', 'cloud', 'network']);
  const concurrencyMode = mode === undefined ? undefined : CONCURRENCY_MODES[mode];
  const heartbeat = input.integer('heartbeat', MIN_HEARTBEAT, MAX_HEARTBEAT);
  return present({
    enabled: bitOf(input.truth('enabledforuse')),
    acquired: bitOf(input.truth('acquiredbywebservice')),
    clientsAllowed: input.integer('clientsallowed', 0, MAX_INTEGER),
    ...readLeases(input),
    networkSeats: input.integer('networkseats', 0, MAX_INTEGER),
    concurrentProcesses: input.integer('concurrentprocesses', 0, MAX_INTEGER),
    concurrencyMode,
    heartbeat:
      heartbeat ?? (occasion === 'create' && concurrencyMode === 'Network' ? MIN_HEARTBEAT : undefined),
    maintenanceEnd:
      occasion === 'create' ? input.date('maintenanceenddate') : input.dateOrReset('maintenanceenddate'),
    ...(occasion === 'create' ? newLicense(input) : changedLicense(input, current)),
  });
}

/** The lease periods that are given, in hours. The ranges are those of LicenseCode, Profile and Product alike. */
export function readLeases(input: Inputs): Partial<Pick<Terms, 'clientLease' | 'vmLease' | 'offlineLease'>> {
  const offlineDays = input.integer('clientofflineleaseperiod', 0, MAX_OFFLINE_LEASE_DAYS);
  return present({
    clientLease: input.integer('clientleaseperiod', 0, MAX_CLIENT_LEASE_HOURS),
    vmLease: input.integer('vmleaseperiod', 0, MAX_VM_LEASE_HOURS),
    // Days in the input, hours in every output.
    offlineLease: offlineDays === undefined ? undefined : offlineDays * HOURS_PER_DAY,
  });
}

export function readLicenseType(input: Inputs): LicenseType | undefined {
  const word = input.choice('licensetype', LICENSE_TYPE_WORDS);
  return word === undefined ? undefined : LICENSE_TYPES[word];
}

/** Days. A range is documented only where LicenseCode and Profile are changed to a subscription or extend one. */
export function readSubscriptionPeriod(input: Inputs): number | undefined {
  return input.integer('subscriptionperiod', 0, MAX_INTEGER);
}

/** POST Profile: no field of these is mandatory for any type. */
function newLicense(input: Inputs): Partial<Terms> {
  return present({
    licenseType: readLicenseType(input),
    subscriptionPeriod: readSubscriptionPeriod(input),
    subscriptionEnd: input.date('subscriptionenddate'),
  });
}

/** PUT LicenseCode and PUT Profile: period and end date travel with the type only. */
function changedLicense(input: Inputs, current: Terms): Partial<Terms> {
  const type = readLicenseType(input);
  const period = readSubscriptionPeriod(input);
  const end = input.dateOrReset('subscriptionenddate');
  if (type === undefined) {
    if (period === undefined && end === undefined) return {};
    throw new Refusal('Please supply licensetype to change the subscription period or end date.');
  }
  if (type === 'SubscriptionPeriod') requirePeriod(input, current);
  if (type === 'ExpirationDate' && (end === undefined || end === null)) {
    throw new Refusal('License type expirationdate needs a subscriptionenddate, which may not be reset.');
  }
  return present({
    licenseType: type,
    subscriptionPeriod: period,
    subscriptionEnd: end,
  });
}

function requirePeriod(input: Inputs, current: Terms): void {
  const max = current.licenseType === 'SubscriptionPeriod' ? MAX_EXTENSION_DAYS : MAX_SUBSCRIPTION_DAYS;
  input.requiredInteger('subscriptionperiod', 1, max);
}

function bitOf(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Without the members that are undefined. */
export function present<T extends object>(changes: Optional<T>): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
