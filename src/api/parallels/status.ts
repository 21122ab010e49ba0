/** What state a farm's licence is in, and whether that means that it is valid. */
import { type JsonObject, member, readNumber, readText } from '../read.js';
import type { LicenseRecord, LicenseStatus, Verdict } from '../records.js';
import { isOver, readDate } from './dates.js';

/** Words of `licenseStatus` that leave no doubt. Its values are not published; scripts look for the first. */
const WORDS: ReadonlyMap<string, LicenseStatus> = new Map([
  ['active', 'active'],
  ['activated', 'active'],
  ['valid', 'active'],
  ['expired', 'expired'],
  ['inactive', 'inactive'],
  ['not activated', 'inactive'],
]);

/**
 * The rule, in order: in grace when days of grace are left or the grace fields or the status speak of one; expired
 * when the expiry date is over everywhere (it has no zone); then the status text, unknown when it is a word we
 * do not know; without a text, active when there is a licence.
 */
export function readStatus(body: JsonObject, now: number): LicenseStatus {
  const text = (name: string): string | null => readText(member(body, name));
  const said = text('licenseStatus');
  const graceDays = readNumber(member(body, 'gracePeriodDaysLeft'));
  const graceNamed = text('gracePeriodState') !== null || /grace/i.test(said ?? '');
  if (graceDays !== 0 && (graceNamed || graceDays !== null)) return 'grace';
  const expiry = readDate(text('expiryDate'));
  if (expiry !== null && isOver(expiry, now)) return 'expired';
  if (said !== null) return WORDS.get(said.trim().toLowerCase()) ?? 'unknown';
  return text('licenseKey') === null && text('licenseType') === null ? 'inactive' : 'active';
}

const REASONS: Readonly<
  Partial<Record<LicenseStatus, { readonly reason: string; readonly message: string }>>
> = {
  expired: { reason: 'license_expired', message: 'The licence of the farm has expired.' },
  inactive: { reason: 'no_license', message: 'The farm has no active licence.' },
  unknown: {
    reason: 'unknown_status',
    message: 'The farm gives the licence a status that is not known here.',
  },
};

/** Valid while active or in grace: the farm works in both. An alert of the farm's is passed on. */
export function verdictOf(license: LicenseRecord): Verdict {
  const refusal = REASONS[license.status];
  const valid = license.status === 'grace' ? graceMessage(license) : 'The licence of the farm is valid.';
  const alert = typeof license.alert === 'string' ? ` ${license.alert}` : '';
  return {
    provider: 'parallels',
    key: license.key,
    valid: refusal === undefined,
    reason: refusal?.reason ?? null,
    message: `${refusal?.message ?? valid}${alert}`,
    license,
  };
}

function graceMessage(license: LicenseRecord): string {
  const days = license.graceDaysLeft;
  return `The licence of the farm is in its grace period${typeof days === 'number' ? `; days left: ${days}` : ''}.`;
}
