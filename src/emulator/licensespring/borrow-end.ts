/** The end of a borrow, as the pages on borrowing describe it. */
import { HOUR_MS } from './dates.js';
import { type Input, missing, optionalText } from './input.js';
import { LicenseSpringRefusal } from './refusal.js';

/**
 * When a borrow ends: null in the input means the longest allowed. Not documented: an end that has passed already,
 * which is not valid here, as one beyond the longest.
 *
 * @throws LicenseSpringRefusal missing_parameters, borrow_until_not_valid
 */
export function readBorrowEnd(input: Input, now: number, maxHours: number): number {
  const latest = now + maxHours * HOUR_MS;
  if (input.borrowed_until === null) return latest;
  const text = optionalText(input, 'borrowed_until');
  if (text === undefined) throw missing('borrowed_until');
  const end = parseBorrowEnd(text);
  if (end === undefined || end <= now || end > latest) {
    throw new LicenseSpringRefusal('borrow_until_not_valid');
  }
  return end;
}

/** Documented forms, always UTC: full ISO with Z; date and time with a space, to ms, s or min; a date alone. */
function parseBorrowEnd(text: string): number | undefined {
  const forms = [
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)Z$/,
    /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)$/,
    /^(\d{4}-\d{2}-\d{2})()$/,
  ];
  const match = forms.map((form) => form.exec(text)).find((found) => found !== null);
  if (match === undefined || match === null) return undefined;
  const [, day = '', time = ''] = match;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // A day that the month does not have is moved on by Date; it must come out as it went in.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  const end = Date.parse(`${day}T${time === '' ? '00:00' : time}Z`);
  return Number.isNaN(end) ? undefined : end;
}
