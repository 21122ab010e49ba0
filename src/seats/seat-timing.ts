/** When the next beat is due, and when a seat must be given up. */
import type { SeatRecord } from '../api/records.js';

/** A seat as the server's last answer had it. */
export interface ReceivedSeat {
  readonly seat: SeatRecord;
  /** Milliseconds since the epoch, our steady clock. */
  readonly receivedAt: number;
  /** Milliseconds the server's clock is ahead of that clock. */
  readonly skewMs: number;
}

/** Babel's documented default, for an answer that names no interval. */
const DEFAULT_INTERVAL_MS = 300_000;
/** No server asks for more; a smaller figure is a mistake that would flood it. */
const SHORTEST_INTERVAL_MS = 1000;
/** Beats come up to this part earlier, so that clients that started together spread out. */
const JITTER = 0.1;
/** Not documented: how many intervals a seat survives where the answer has no usable expiry. */
const INTERVALS_TO_LAPSE = 2;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/** The interval between beats, and when the seat lapses, both by our clock in milliseconds. */
export function intervalOf({ seat, receivedAt, skewMs }: ReceivedSeat): {
  readonly intervalMs: number;
  readonly lapsesAt: number;
} {
  const seconds = seat.heartbeatSeconds ?? 0;
  const intervalMs = seconds > 0 ? Math.max(SHORTEST_INTERVAL_MS, seconds * 1000) : DEFAULT_INTERVAL_MS;
  const expiry = seat.expiresAt === null ? Number.NaN : Date.parse(seat.expiresAt) - skewMs;
  // An expiry that was past when it arrived says nothing: published samples have such dates.
  const usable = expiry > receivedAt;
  return { intervalMs, lapsesAt: usable ? expiry : receivedAt + INTERVALS_TO_LAPSE * intervalMs };
}

/**
 * Milliseconds from `now` to the next beat: the server's interval, a little early, and in any case before the
 * seat lapses.
 * @param random from 0 up to 1
 */
export function untilNextBeat(held: ReceivedSeat, now: number, random: number): number {
  const { intervalMs, lapsesAt } = intervalOf(held);
  const planned = intervalMs * (1 - JITTER * random);
  const lifetime = lapsesAt - held.receivedAt;
  const latest = lifetime * (1 - JITTER);
  return Math.max(0, held.receivedAt + Math.min(planned, latest) - now);
}

/** Milliseconds before a failed beat is tried again: 1 s doubled each time, at most 30 s, half of it random. */
export function retryDelay(attempt: number, random: number): number {
  const base = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempt, 10));
  return base * (0.5 + 0.5 * random);
}
