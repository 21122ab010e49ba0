/**
 * Time as whoever waits for something needs it: it never goes back, and it passes whichever way the computer notices. Timers stand still
 * while a computer is suspended; the wall clock can be set back.
 */

export interface WallClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects when the person interrupts. */
  sleep(ms: number): Promise<void>;
}

export interface SteadyClock {
  /** Milliseconds since the epoch by a wall clock that was never set back. */
  now(): number;
  /** Milliseconds by which {@link now} is ahead of the wall clock. */
  aheadMs(): number;
  /** Waits; rejects when the person interrupts. Any length will do. */
  wait(ms: number): Promise<void>;
}

/** Sleeps are no longer than this: timers overflow at 24 days, and whoever wakes from suspension is late already. */
const LONGEST_SLEEP_MS = 30_000;

export function steadyClock(clock: WallClock): SteadyClock {
  let aheadMs = 0;
  let last = clock.now();

  /** At least as late as `earliest`, whatever the wall clock says now. */
  const noted = (earliest: number): number => {
    aheadMs += Math.max(0, earliest - (clock.now() + aheadMs));
    last = clock.now() + aheadMs;
    return last;
  };

  return {
    now: () => noted(last),
    aheadMs: () => aheadMs,
    async wait(ms) {
      const until = noted(last) + ms;
      let left = ms;
      do {
        const slice = Math.min(left, LONGEST_SLEEP_MS);
        const began = last;
        await clock.sleep(slice);
        left = until - noted(began + slice);
      } while (left > 0);
    },
  };
}
