/** Dates as people write them, and as the systems take them. */
import { refuse, type Slot } from './input-errors.js';
import type { ProviderId } from './operation.js';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The calendar of the systems: four digits, and no year 0. */
const LAST_YEAR = 9999;
/** The widest zones there are: UTC-12 to UTC+14. */
const MAX_ZONE_HOURS = 14;

const WANTED = 'a date such as 2027-06-30 or 2027-06-30T23:59:59';

/**
 * `YYYY-MM-DD`, alone or with a time, with or without a zone.
 * @throws UsageError `invalid_input`, also for a day that is not in the calendar, or a zone that is nowhere
 */
export function checkDateTime(field: Slot, given: string): string {
  const text = given.trim();
  const parts = ISO.exec(text);
  if (parts === null) return refuse(field, given, WANTED);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isTime = hour <= 23 && minute <= 59 && second <= 59;
  if (!real || !isTime || !isYear(year) || !hasRealZone(text, parts[8])) {
    return refuse(field, given, `${WANTED} that exists`);
  }
  return text.replace(' ', 'T');
}

function isYear(year: number): boolean {
  return year >= 1 && year <= LAST_YEAR;
}

/** Also false where the zone takes the date out of the calendar. */
function hasRealZone(text: string, zone: string | undefined): boolean {
  if (zone === undefined) return true;
  const [, hours = 0, minutes = 0] = /^[+-](\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (Number(minutes) > 59 || Number(hours) * 60 + Number(minutes) > MAX_ZONE_HOURS * 60) return false;
  return isYear(new Date(isoOf(text)).getUTCFullYear());
}

/** The text as JavaScript reads it for certain: upper case, a `T`, a colon in the zone. */
function isoOf(text: string): string {
  return text
    .toUpperCase()
    .replace(' ', 'T')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}

/**
 * The text that the system documents. Zentitle's dates have no zone: one that is given is converted to UTC and
 * dropped (that the server counts in UTC is not documented). Elsewhere, and without a zone, the text stays.
 */
export function encodeDateTime(text: string, provider: ProviderId): string {
  if (provider !== 'zentitle' || ISO.exec(text)?.[8] === undefined) return text;
  return new Date(isoOf(text)).toISOString().replace(/(?:\.000)?Z$/, '');
}
