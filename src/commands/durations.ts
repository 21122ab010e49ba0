/** Durations as people write them: `90s`, `45m`, `12h`, `30d`, `2w`, and sums such as `1h30m`. */
import type { Unit } from '../api/operation.js';
import { UsageError } from '../errors.js';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const SECONDS_PER_UNIT: Readonly<Record<Unit, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

/** Milliseconds of a duration longer than nothing; null when the text is not one. A bare number has no unit. */
export function durationMs(text: string): number | null {
  const seconds = secondsOf(text);
  return seconds !== null && seconds > 0 && Number.isSafeInteger(seconds * 1000) ? seconds * 1000 : null;
}

/** Seconds of a duration with letters; null when the text is not one. A bare number is not: it has no unit. */
function secondsOf(text: string): number | null {
  if (!/^(\d+[smhdw])+$/i.test(text)) return null;
  let seconds = 0;
  for (const [, amount, letter] of text.matchAll(/(\d+)([smhdw])/gi)) {
    seconds += Number(amount) * (SECONDS[(letter ?? '').toLowerCase()] ?? Number.NaN);
  }
  return Number.isSafeInteger(seconds) ? seconds : null;
}

/**
 * A duration in milliseconds, longer than nothing.
 * @throws UsageError naming `flag`
 */
export function parseDuration(text: string, flag: string): number {
  const ms = durationMs(text.trim());
  if (ms !== null) return ms;
  throw new UsageError(`${flag} takes a duration such as 90s, 10m or 1h30m, not '${text}'.`, {
    code: 'invalid_duration',
  });
}

/**
 * A number in the unit that the server takes. A bare whole number is already in it; with letters it is
 * converted, which must come out whole.
 * @throws UsageError naming `flag`
 */
export function toUnit(text: string, unit: Unit, flag: string): number {
  const trimmed = text.trim();
  if (/^-?\d+$/.test(trimmed) && Number.isSafeInteger(Number(trimmed))) return Number(trimmed);
  const seconds = secondsOf(trimmed);
  if (seconds === null) {
    throw new UsageError(
      `${flag} takes a number of ${unit} or a duration such as 12h or 30d, not '${text}'.`,
      {
        code: 'invalid_duration',
      },
    );
  }
  const amount = seconds / SECONDS_PER_UNIT[unit];
  if (Number.isInteger(amount)) return amount;
  throw new UsageError(`${flag} counts whole ${unit}, and ${trimmed} is not a whole number of them.`, {
    code: 'inexact_duration',
    hint: `Give the number of ${unit} itself, or a duration that is a multiple of one.`,
  });
}

/** Milliseconds as a person reads them, to the second: `4m 30s`, `2h`, `0s`. */
export function describeDuration(ms: number): string {
  let rest = Math.max(0, Math.round(ms / 1000));
  const parts: string[] = [];
  for (const [letter, size] of [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
    ['s', 1],
  ] as const) {
    const amount = Math.floor(rest / size);
    if (amount > 0) parts.push(`${amount}${letter}`);
    rest -= amount * size;
  }
  return parts.slice(0, 2).join(' ') || '0s';
}
