/** Dates as people write them, and as the systems take them. */
import { refuse } from './input-errors.js';
import type { Field, ProviderId } from './operation.js';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

const WANTED = 'a date such as 2027-06-30 or 2027-06-30T23:59:59';

/**
 * `YYYY-MM-DD`, alone or with a time, with or without a zone.
 * @throws UsageError `invalid_input`, also for a day that is not in the calendar
 */
export function checkDateTime(field: Field, given: string): string {
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
  if (!real || hour > 23 || minute > 59 || second > 59) return refuse(field, given, `${WANTED} that exists`);
  return text.replace(' ', 'T');
}

/**
 * The text that the system documents. Zentitle's dates have no zone: one that is given is converted to UTC and
 * dropped (that the server counts in UTC is not documented). Elsewhere, and without a zone, the text stays.
 */
export function encodeDateTime(text: string, provider: ProviderId): string {
  const zone = ISO.exec(text)?.[8];
  if (provider !== 'zentitle' || zone === undefined) return text;
  const colon = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const iso = new Date(text.slice(0, -zone.length).toUpperCase() + colon).toISOString();
  return iso.replace(/(?:\.000)?Z$/, '');
}
