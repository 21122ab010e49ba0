/** Dates as the License API writes them. */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Full ISO with milliseconds and Z, as the signature wants it. @param time milliseconds since the epoch */
export function isoDate(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

/** Whether a time is still to come; null never is. */
export function isAfter(time: number | null, now: number): boolean {
  return time !== null && time > now;
}
