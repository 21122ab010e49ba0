/**
 * Dates as the Web API v1 document prints them: ISO 8601 without a zone, with 0 to 3 fraction digits. The
 * zone is not documented; the emulator counts in UTC. Stored as this text, which also sorts by time.
 */

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/** The years 0000 to 9999. */
const FIRST_MS = Date.UTC(-1, 12);
const LAST_MS = Date.UTC(10_000, 0) - 1;
/** {@link LAST_MS} in stored form. */
export const LAST_DATE = '9999-12-31T23:59:59.999';

/** What the document prints for "no date" in the `deactivated` column. */
export const NO_DATE = '1900-01-01T00:00:00';

const INPUT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?(Z|[+-]\d{2}:\d{2})?$/i;

/** A time before the year 0 or after 9999 becomes the nearest that the form can write. */
export function formatDate(epochMs: number): string {
  const within = Math.min(Math.max(epochMs, FIRST_MS), LAST_MS);
  return trimFraction(new Date(within).toISOString().slice(0, -1));
}

/** A date as people send it, with or without a time, in the stored form; undefined when it is no date. */
export function normaliseDate(text: string): string | undefined {
  const match = INPUT.exec(text.trim());
  if (match === null) return undefined;
  const [, day = '', minutes = '00:00', seconds = '00', fraction = '0', zone = 'Z'] = match;
  if (!isCalendarDay(day)) return undefined;
  const iso = `${day}T${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${zone.toUpperCase()}`;
  const epochMs = Date.parse(iso);
  return Number.isNaN(epochMs) ? undefined : formatDate(epochMs);
}

/** Milliseconds since the epoch of a stored date. */
export function parseStoredDate(text: string): number {
  return Date.parse(`${text}Z`);
}

export function addDays(stored: string, days: number): string {
  return formatDate(parseStoredDate(stored) + days * MS_PER_DAY);
}

export function addHours(stored: string, hours: number): string {
  return formatDate(parseStoredDate(stored) + hours * MS_PER_HOUR);
}

function isCalendarDay(day: string): boolean {
  const epochMs = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString().startsWith(day);
}

function trimFraction(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
