/** The licence object of GET /api/License, in the form of the v18 to v20 sample and in that of v21. */
import { numberOf, numberOrNull, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import { KINDS, kindOf } from './kinds.js';

/** All members of the licensing sample, in its order. */
export function viewV20(license: SqlRow, now: number): Readonly<Record<string, string | number>> {
  return {
    usageToday: textOf(license, 'usage_today'),
    currPeriodUsage: textOf(license, 'period_usage'),
    billingPeriodStart: dayAndTime(numberOrNull(license, 'billing_start')),
    billingPeriodEnd: dayAndTime(numberOrNull(license, 'billing_end')),
    paUserName: textOf(license, 'account_name'),
    paCompanyName: textOf(license, 'account_company'),
    paUserEmail: textOf(license, 'account_email'),
    licenseKey: maskKey(textOf(license, 'license_key')),
    supportExpireDate: day(numberOrNull(license, 'support_until')),
    upgradeInsurance: day(numberOrNull(license, 'upgrade_until')),
    licenseFirstActive: dayAndTime(numberOrNull(license, 'first_active_at')),
    licenseStatus: statusText(license, now),
    licenseType: textOf(license, 'license_type'),
    expiryDate: day(numberOrNull(license, 'expires_at')),
    installedUsers: textOf(license, 'installed_users'),
    usersPeak: String(numberOf(license, 'users_peak')),
    usersLicenseInfo: String(numberOf(license, 'users_now')),
    gracePeriodState: '',
    gracePeriodDaysLeft: '',
    type: KINDS[kindOf(textOf(license, 'kind'))].type,
  };
}

/** Not documented; a farm without a licence shows the sample's members empty, and no `type`. */
export function emptyV20(): Readonly<Record<string, string>> {
  const view = viewV20({ users_peak: 0, users_now: 0 }, 0);
  return Object.fromEntries(
    Object.keys(view)
      .filter((name) => name !== 'type')
      .map((name) => [name, '']),
  );
}

/** The v21 members. Not documented: the values of `type` and the texts of both messages. */
export function viewV21(license: SqlRow, now: number): Readonly<Record<string, string | boolean | null>> {
  const expiresAt = numberOrNull(license, 'expires_at');
  const expired = hasExpired(license, now);
  const kind = KINDS[kindOf(textOf(license, 'kind'))].name;
  return {
    licenseType: kind,
    type: kind,
    licenseKey: maskKey(textOf(license, 'license_key')),
    expiryDate: day(expiresAt),
    installedUsers: textOf(license, 'installed_users'),
    usersPeak: String(numberOf(license, 'users_peak')),
    usersLicenseInfo: String(numberOf(license, 'users_now')),
    gracePeriodState: '',
    gracePeriodDaysLeft: '',
    needsAttention: expired,
    statusMessage: expired ? 'The license has expired.' : 'The license is active.',
    alertMessage: expired ? `The license expired on ${day(expiresAt)}.` : null,
  };
}

/** The sample's is empty. Not documented: the words; scripts look for the first, the second is ours. */
function statusText(license: SqlRow, now: number): string {
  const status = textOf(license, 'license_status');
  return status !== '' && hasExpired(license, now) ? 'Expired' : status;
}

function hasExpired(license: SqlRow, now: number): boolean {
  const expiresAt = numberOrNull(license, 'expires_at');
  return expiresAt !== null && expiresAt <= now;
}

/** Hides a key as unevenly as the sample does: `****-ME****-****-B9****-CV55K2`. */
export function maskKey(key: string): string {
  if (key === '') return '';
  const groups = key.split('-');
  return groups
    .map((group, index) => {
      if (index === groups.length - 1) return group;
      return index % 2 === 0 ? '****' : `${group.slice(0, 2)}****`;
    })
    .join('-');
}

/** `dd/MM/yyyy`, day first as the sample's 23/03/2021 proves; an empty string for none. */
function day(time: number | null): string {
  if (time === null) return '';
  const date = new Date(time);
  return `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** `dd/MM/yyyy HH:mm`, 24 hours, no zone. */
function dayAndTime(time: number | null): string {
  if (time === null) return '';
  const date = new Date(time);
  return `${day(time)} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
