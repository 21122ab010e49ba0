/** The emulator's clock: real time plus an offset, or standing still. Time rules are decided by it alone. */

export interface ClockState {
  /** Milliseconds added to real time. */
  readonly offsetMs: number;
  /** Milliseconds since the epoch at which the clock stands still; null while it runs. */
  readonly frozenAt: number | null;
}

export interface MovableClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves to this instant and goes on from there; stays frozen when it is. */
  set(at: number): void;
  /** Moves by milliseconds, backwards when negative. */
  advance(ms: number): void;
  freeze(): void;
  resume(): void;
  state(): ClockState;
  load(state: ClockState): void;
}

export const REAL_TIME: ClockState = { offsetMs: 0, frozenAt: null };

/** The range of ISO 8601 with four-digit years, which is what the four systems can write. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether dates of this instant can be written with a four-digit year. */
export function isUsableInstant(at: number): boolean {
  return Number.isFinite(at) && at >= EARLIEST && at <= LATEST;
}

/** Whether a clock in this state shows a usable instant now. */
export function isUsableClock({ offsetMs, frozenAt }: ClockState): boolean {
  return isUsableInstant(frozenAt ?? Date.now() + offsetMs);
}

/** @param real milliseconds since the epoch */
export function createClock(real: () => number = Date.now): MovableClock {
  let { offsetMs, frozenAt } = REAL_TIME;
  const now = (): number => frozenAt ?? real() + offsetMs;
  const set = (at: number): void => {
    if (frozenAt === null) offsetMs = at - real();
    else frozenAt = at;
  };
  return {
    now,
    set,
    advance: (ms) => {
      // By exactly this much, however long the call takes.
      if (frozenAt === null) offsetMs += ms;
      else frozenAt += ms;
    },
    freeze: () => {
      frozenAt ??= now();
    },
    resume: () => {
      if (frozenAt === null) return;
      offsetMs = frozenAt - real();
      frozenAt = null;
    },
    state: () => ({ offsetMs, frozenAt }),
    load: (state) => {
      ({ offsetMs, frozenAt } = state);
    },
  };
}
