/**
 * The terms of codes and profiles. The four sections of the Web API v1 document that show them spell the same names
 * in different cases and write the same words differently; all of it is read.
 */
import { isObject, type JsonObject, member, readBoolean, readList, readNumber, readText } from '../read.js';
import type { CodeTerms, CustomFieldRecord, FeatureRecord, ServerFunctionRecord } from '../records.js';
import { readDate } from './read-values.js';

const LICENSE_TYPES: Readonly<Record<string, string>> = {
  perpetual: 'perpetual',
  subscriptionperiod: 'subscription',
  expirationdate: 'expiration-date',
};

const CONCURRENCY_MODES: Readonly<Record<string, CodeTerms['concurrencyMode']>> = {
  none: 'off',
  off: 'off',
  cloud: 'cloud',
  network: 'network',
};

/** By the word without blanks, in lower case and without a final s: `Consumption Tokens`, `ConsumptionToken`. */
const FEATURE_TYPES: Readonly<Record<string, string>> = {
  normal: 'normal',
  floating: 'floating',
  elementpool: 'element-pool',
  consumptiontoken: 'consumption-tokens',
  securestore: 'secure-store',
};

export function readTerms(record: JsonObject): CodeTerms {
  const serverFunctions = member(record, 'serverFunctions');
  return {
    enabled: readBoolean(member(record, 'enabledforuse')),
    type: readLicenseType(member(record, 'licensetype')),
    activationsAllowed: readNumber(member(record, 'clientsallowed') ?? member(record, 'activationsAllowed')),
    clientLeaseHours: readNumber(member(record, 'clientLeaseperiod')),
    offlineLeaseHours: readNumber(member(record, 'clientOfflineLeaseperiod')),
    vmLeaseHours: readNumber(member(record, 'vmLeaseperiod')),
    acquired: readBoolean(member(record, 'acquiredbywebservice')),
    networkSeats: readNumber(member(record, 'networkseats')),
    heartbeatMinutes: readNumber(member(record, 'heartbeat')),
    concurrentProcesses: readNumber(member(record, 'concurrentProcesses')),
    concurrencyMode: CONCURRENCY_MODES[word(member(record, 'concurrencyMode'))] ?? null,
    subscriptionDays: readNumber(member(record, 'subscriptionperiod')),
    subscriptionEndsAt: readDate(member(record, 'subscriptionEnddate')),
    maintenanceEndsAt: readDate(member(record, 'maintenanceEnddate')),
    features: readList(member(record, 'features')).filter(isObject).map(readFeature),
    customFields: readList(member(record, 'udfValues')).filter(isObject).map(readCustomField),
    ...(Array.isArray(serverFunctions) && {
      serverFunctions: serverFunctions.filter(isObject).map(readServerFunction),
    }),
  };
}

export function readLicenseType(value: unknown): string | null {
  return LICENSE_TYPES[word(value)] ?? readText(value);
}

export function readFeatureType(value: unknown): string | null {
  return FEATURE_TYPES[word(value).replace(/s$/, '')] ?? readText(value);
}

function readFeature(record: JsonObject): FeatureRecord {
  const details = readDetails(member(record, 'featureDetails'));
  return {
    code: readText(member(record, 'featureCode')) ?? '',
    enabled: readBoolean(member(record, 'featureAvailability')) ?? false,
    type: readFeatureType(member(record, 'featureType')),
    limit: details.limit,
    used: details.used,
  };
}

/**
 * `["MaximumActive : 100", "TotalActive : 0"]`: the most allowed is Maximum… or …Limit, what is in use Total… or
 * …Count. The table types the member as text, every example shows a list.
 */
function readDetails(value: unknown): { readonly limit: number | null; readonly used: number | null } {
  const lines = typeof value === 'string' ? value.split(/[\n,;]/) : readList(value);
  let limit: number | null = null;
  let used: number | null = null;
  for (const line of lines) {
    const [name = '', number] = (readText(line) ?? '').split(':');
    if (/maximum|limit/i.test(name)) limit = readNumber(number);
    else if (/total|count/i.test(name)) used = readNumber(number);
  }
  return { limit, used };
}

export function readCustomField(record: JsonObject): CustomFieldRecord {
  return {
    name: readText(member(record, 'fieldName')) ?? '',
    value: readText(member(record, 'defaultValue')),
  };
}

function readServerFunction(record: JsonObject): ServerFunctionRecord {
  return {
    name: readText(member(record, 'functionName')) ?? '',
    enabled: readBoolean(member(record, 'enabled')) ?? false,
    value: readText(member(record, 'parameterValue')),
  };
}

/** A word as it is compared: lower case, no blanks; '' for anything but text. */
function word(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[\s_-]/g, '').toLowerCase() : '';
}
