/**
 * Dates of Parallels RAS: `dd/MM/yyyy`, with ` HH:mm` where there is a time, in an unnamed zone. The licensing
 * sample proves day-first (23/03/2021). Whether the server's locale changes it is not published, so month-first
 * is taken where it is the only possible reading, and so is ISO 8601.
 */

const DATE =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?m\.?)?)?$/i;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(z|[+-]\d{2}:?\d{2})?$/i;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Hour, minute, second; absent for a plain date. */
  readonly time?: readonly [number, number, number];
}

/** `yyyy-MM-dd` or `yyyy-MM-ddTHH:mm:ss`, without a zone as there is none; null when it is not a date. */
export function readDate(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  const iso = ISO.exec(trimmed);
  if (iso !== null) return iso[7] === undefined ? write(isoParts(iso)) : trimmed;
  const match = DATE.exec(trimmed);
  return match === null ? null : write(dayFirst(match));
}

function isoParts([, year, month, day, hour, minute, second]: RegExpExecArray): Parts {
  return { year: Number(year), month: Number(month), day: Number(day), ...timeOf(hour, minute, second) };
}

function dayFirst([, first, second, year, hour, minute, seconds, half]: RegExpExecArray): Parts {
  const monthFirst = Number(second) > 12;
  return {
    year: Number(year),
    month: Number(monthFirst ? first : second),
    day: Number(monthFirst ? second : first),
    ...timeOf(hour, minute, seconds, half),
  };
}

function timeOf(hour?: string, minute?: string, second = '0', half?: string): Pick<Parts, 'time'> {
  if (hour === undefined) return {};
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { time: [hours, Number(minute), Number(second)] };
}

/** null for a day that no calendar has. */
function write({ year, month, day, time }: Parts): string | null {
  const [hour, minute, second] = time ?? [0, 0, 0];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return time === undefined ? date : `${date}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

const DAY_MS = 86_400_000;

/** The westernmost zone is twelve hours behind UTC. */
const LAST_ZONE_MS = 12 * 3_600_000;

/**
 * Whether a date without a zone is over everywhere on earth. A plain date is over when its day is.
 *
 * @param date as {@link readDate} writes it.
 * @param now milliseconds since the epoch.
 */
export function isOver(date: string, now: number): boolean {
  const zoned = /(z|[+-]\d{2}:?\d{2})$/i.test(date) && date.includes('T');
  if (zoned) return Date.parse(date) < now;
  const plain = date.length === 10;
  return Date.parse(plain ? `${date}T00:00:00Z` : `${date}Z`) + (plain ? DAY_MS : 0) + LAST_ZONE_MS <= now;
}
