/** Licence codes, from GET LicenseCode and GET LicenseCodes, and the licence they are to the rest of the tool. */
import { isObject, type JsonObject, member, readNumber, readText } from '../read.js';
import type { CodeRecord, LicenseRecord, LicenseStatus } from '../records.js';
import { readNote } from './read-notes.js';
import { readTerms } from './read-terms.js';
import { momentOf, readDate, readId, readName } from './read-values.js';

/** Members of the documented answers, in lower case. */
const DOCUMENTED: ReadonlySet<string> = new Set([
  'licensecode',
  'productid',
  'company',
  'companyid',
  'enabledforuse',
  'licensetype',
  'clientsallowed',
  'activationsallowed',
  'clientleaseperiod',
  'vmleaseperiod',
  'clientofflineleaseperiod',
  'acquiredbywebservice',
  'networkseats',
  'heartbeat',
  'profilename',
  'concurrentprocesses',
  'numactivations',
  'numdeactivations',
  'concurrencymode',
  'subscriptionperiod',
  'subscriptionenddate',
  'subscriptionlastactivated',
  'maintenanceenddate',
  'created',
  'modified',
  'features',
  'udfvalues',
  'notes',
  'serverfunctions',
]);

export function readCode(record: JsonObject): CodeRecord {
  const notes = member(record, 'notes');
  return {
    code: readText(member(record, 'licenseCode')) ?? '',
    product: readId(member(record, 'productID')),
    company: readText(member(record, 'company')),
    companyId: readId(member(record, 'companyID')),
    profile: readName(member(record, 'profilename')),
    activationsUsed: readNumber(member(record, 'numActivations')),
    deactivations: readNumber(member(record, 'numDeActivations')),
    subscriptionLastActivatedAt: readDate(member(record, 'subscriptionlastActivated')),
    createdAt: readDate(member(record, 'created')),
    modifiedAt: readDate(member(record, 'modified')),
    ...readTerms(record),
    ...(Array.isArray(notes) && { notes: notes.filter(isObject).map(readNote) }),
  };
}

/**
 * The same with `usage` when feature usage was asked for. The shape of that addition is not documented: what the
 * document does not name is handed on as it came.
 */
export function readCodeWithUsage(record: JsonObject): CodeRecord {
  const usage = Object.entries(record).filter(([key]) => !DOCUMENTED.has(key.toLowerCase()));
  const code = readCode(record);
  return usage.length === 0 ? code : { ...code, usage: Object.fromEntries(usage) };
}

/** @param now milliseconds since the epoch. */
export function licenseOf(record: CodeRecord, now: number): LicenseRecord {
  const { code, product, type, enabled, activationsUsed, activationsAllowed, maintenanceEndsAt, ...rest } =
    record;
  return {
    provider: 'zentitle',
    key: code,
    id: null,
    product,
    status: statusOf(record, now),
    type,
    trial: null,
    enabled,
    activationsUsed,
    activationsAllowed,
    expiresAt: expiryOf(record),
    maintenanceEndsAt,
    ...rest,
  };
}

/** A perpetual code may keep the end date of an earlier subscription: it does not end by it. */
function expiryOf(record: CodeRecord): string | null {
  return record.type === 'perpetual' ? null : record.subscriptionEndsAt;
}

function statusOf(record: CodeRecord, now: number): LicenseStatus {
  if (record.enabled === null) return 'unknown';
  if (!record.enabled) return 'disabled';
  const expiresAt = expiryOf(record);
  const end = expiresAt === null ? null : momentOf(expiresAt);
  return end !== null && end <= now ? 'expired' : 'active';
}
