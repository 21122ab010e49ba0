/** `--borrowed-until`: the forms that are documented, checked before anything is sent, and a duration from now. */
import { checkDateTime } from '../api/date-times.js';
import { UsageError } from '../errors.js';
import type { OptionSpec } from './command.js';
import { durationMs } from './durations.js';

const FLAG = 'borrowed-until';

export const BORROWED_UNTIL: OptionSpec = {
  flag: FLAG,
  value: 'DATE|DURATION|max',
  description:
    'end in UTC, such as 2027-06-30, "2027-06-30 18:00" or 2027-06-30T18:00:00Z, or from now, such as 12h; max, as when left out, is the longest that the licence allows',
  aliases: ['borrowed_until'],
};

/** A date; with a time behind a blank, to the minute, the second or the millisecond; in full ISO with Z. */
const FORMS =
  /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?|T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)?$/;

/**
 * What is sent: a date as it was typed, the end of a duration as full ISO, null for the longest time.
 * @param now milliseconds since the epoch
 * @throws UsageError `invalid_value`, `invalid_input` for a day that is not in the calendar
 */
export function borrowEnd(typed: string | undefined, now: number): string | null {
  const text = typed?.trim() ?? 'max';
  if (text.toLowerCase() === 'max') return null;
  const ms = durationMs(text);
  if (ms !== null && isInstant(now + ms)) return new Date(now + ms).toISOString();
  if (!FORMS.test(text)) {
    throw new UsageError(
      `--${FLAG} takes a time in UTC such as 2027-06-30, "2027-06-30 18:00" or 2027-06-30T18:00:00Z, a duration such as 12h, or max, not '${text}'.`,
      { code: 'invalid_value', hint: 'Nothing was sent.' },
    );
  }
  checkDateTime({ name: FLAG, type: 'datetime', note: '', label: `--${FLAG}` }, text);
  return text;
}

/** The years that a date of these systems can have. */
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

function isInstant(ms: number): boolean {
  return ms <= LAST_INSTANT;
}
