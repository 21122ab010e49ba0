/**
 * From the licence object of Parallels RAS to our record. Versions 18 to 20 and the newer shape differ; every
 * member may be missing, most are text, and empty text means that it does not apply.
 */
import { type JsonObject, member, readBoolean, readNumber, readText } from '../read.js';
import type { LicenseRecord } from '../records.js';
import { readDate } from './dates.js';
import { readStatus } from './status.js';

/** @param now milliseconds since the epoch. */
export function readLicense(body: JsonObject, now: number): LicenseRecord {
  const text = (name: string): string | null => readText(member(body, name));
  const number = (name: string): number | null => readNumber(member(body, name));
  const type = readType(body);
  return {
    provider: 'parallels',
    key: text('licenseKey'),
    id: null,
    product: 'Parallels RAS',
    status: readStatus(body, now),
    type,
    trial: isTrial(type, text('licenseType')),
    enabled: null,
    activationsUsed: null,
    activationsAllowed: null,
    ...date(body, 'expiryDate', 'expiresAt'),
    ...date(body, 'supportExpireDate', 'maintenanceEndsAt'),
    typeName: text('licenseType'),
    seatsUsed: number('usersLicenseInfo'),
    seatsAllowed: number('installedUsers'),
    seatsPeak: number('usersPeak'),
    statusText: text('licenseStatus') ?? text('statusMessage'),
    needsAttention: readBoolean(member(body, 'needsAttention')),
    alert: text('alertMessage'),
    graceState: text('gracePeriodState'),
    graceDaysLeft: number('gracePeriodDaysLeft'),
    ...date(body, 'upgradeInsurance', 'upgradeInsuranceEndsAt'),
    ...date(body, 'licenseFirstActive', 'firstActivatedAt'),
    usageToday: number('usageToday'),
    usageThisPeriod: number('currPeriodUsage'),
    ...date(body, 'billingPeriodStart', 'billingPeriodStartsAt'),
    ...date(body, 'billingPeriodEnd', 'billingPeriodEndsAt'),
    accountName: text('paUserName'),
    accountEmail: text('paUserEmail'),
    accountCompany: text('paCompanyName'),
  };
}

type DatePair<K extends string> = { readonly [key in K]: string | null } & {
  readonly [key in `${K}Raw`]: string | null;
};

/** A date and, beside it, the farm's own spelling: its zone is not known. */
function date<K extends string>(body: JsonObject, name: string, key: K): DatePair<K> {
  const raw = readText(member(body, name));
  return { [key]: readDate(raw), [`${key}Raw`]: raw } as DatePair<K>;
}

/** The names of the newer shape. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['permanent', 'permanent'],
  ['prepaid', 'prepaid'],
  ['postpaid', 'postpaid'],
  ['exttrial', 'ext-trial'],
  ['legacytrial', 'legacy-trial'],
  ['normaltrial', 'normal-trial'],
  // The one number with evidence: the sample has it beside an SPLA (post-paid) licence. Others stay as they come.
  ['3', 'postpaid'],
]);

/** `licenseType` is such a name on newer farms and a product's display name on older ones; then `type` tells. */
function readType(body: JsonObject): string | null {
  const type = readText(member(body, 'type'));
  const named = [readText(member(body, 'licenseType')), type].map((text) =>
    TYPES.get((text ?? '').toLowerCase()),
  );
  return named.find((name) => name !== undefined) ?? type;
}

function isTrial(type: string | null, displayName: string | null): boolean | null {
  if (type?.endsWith('-trial') === true || /\btrial\b/i.test(displayName ?? '')) return true;
  return type !== null && [...TYPES.values()].includes(type) ? false : null;
}

/** Whether a body is what a refusal has, `{code,msg}`, where a licence belongs. */
export function isRefusal(body: JsonObject): boolean {
  return readText(member(body, 'msg')) !== null && !showsLicense(body);
}

/** Whether there is a licence at all: a farm without one may answer an object of empty texts. */
export function showsLicense(body: JsonObject): boolean {
  return ['licenseKey', 'licenseType', 'expiryDate', 'licenseStatus'].some(
    (name) => readText(member(body, name)) !== null,
  );
}
