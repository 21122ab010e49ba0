/** Keeps the calls of one client within the rates that a system documents, and slower once it has been told to slow down. */

import { MAX_RETRY_AFTER_MS } from './retry.js';

/** At most so many requests in any so many milliseconds. */
export interface Rate {
  readonly requests: number;
  readonly perMs: number;
}

export interface Pace {
  /** Waits for its turn; what it gives back is called when the answer is there, or there will be none. */
  begin(): Promise<() => void>;
  /** Lets nobody begin for so long: the server said “too many requests”. */
  hold(ms: number): void;
}

interface PaceDeps {
  readonly now: () => number;
  /** Rejects when the person interrupts. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** The rate is halved at most so often: a trickle remains. */
const MAX_HALVINGS = 3;
/** Longer than any wait that a retry asks for. */
const MAX_HOLD_MS = 2 * MAX_RETRY_AFTER_MS;

/** One that never waits, for systems that document no rates. */
export const UNPACED: Pace = { begin: async () => () => {}, hold: () => {} };

export function createPace(rates: readonly Rate[], deps: PaceDeps): Pace {
  return new SlidingPace(rates, deps);
}

class SlidingPace implements Pace {
  readonly #rates: readonly Rate[];
  readonly #deps: PaceDeps;
  readonly #longestMs: number;
  /**
   * When answers came, oldest first. The server counted a request before that, so a window that begins after an
   * answer is surely one that no longer counts its request.
   */
  readonly #answered: number[] = [];
  #inFlight = 0;
  #heldUntil = 0;
  #halvings = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #wake: () => void = () => {};

  constructor(rates: readonly Rate[], deps: PaceDeps) {
    this.#rates = rates;
    this.#deps = deps;
    this.#longestMs = Math.max(...rates.map(({ perMs }) => perMs));
  }

  /** In the order of asking, one after the other: whoever waits holds up those behind. */
  begin(): Promise<() => void> {
    const turn = this.#turn.then(() => this.#admit());
    this.#turn = turn.catch(() => {});
    return turn;
  }

  hold(ms: number): void {
    const now = this.#deps.now();
    // Requests that were under way with the first refused one say nothing new.
    if (now >= this.#heldUntil && this.#halvings < MAX_HALVINGS) this.#halvings += 1;
    this.#heldUntil = Math.max(this.#heldUntil, now + ms);
  }

  async #admit(): Promise<() => void> {
    for (;;) {
      const ms = this.#waitMs();
      if (ms === 0) break;
      const answer = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await (ms === null ? answer : this.#deps.sleep(ms));
    }
    this.#inFlight += 1;
    let under = true;
    return () => {
      if (!under) return;
      under = false;
      this.#inFlight -= 1;
      this.#answered.push(this.#deps.now());
      this.#wake();
    };
  }

  /** 0 to go, null to wait for an answer. */
  #waitMs(): number | null {
    const now = this.#deps.now();
    this.#forget(now);
    if (this.#heldUntil > now) return this.#heldUntil - now;
    let longest = 0;
    for (const { requests, perMs } of this.#rates) {
      const allowed = Math.max(1, Math.floor(requests / 2 ** this.#halvings));
      const first = this.#answered.findIndex((time) => time > now - perMs);
      const counted = first < 0 ? 0 : this.#answered.length - first;
      const excess = counted + this.#inFlight - allowed + 1;
      if (excess <= 0) continue;
      if (excess > counted) return null;
      const freed = this.#answered[first + excess - 1] ?? now;
      longest = Math.max(longest, freed + perMs - now);
    }
    return longest;
  }

  /** Drops what no window counts any more. A clock that was set back must not make anybody wait for it to catch up. */
  #forget(now: number): void {
    const kept = this.#answered
      .filter((time) => time > now - this.#longestMs)
      .map((time) => Math.min(time, now));
    this.#answered.splice(0, this.#answered.length, ...kept);
    this.#heldUntil = Math.min(this.#heldUntil, now + MAX_HOLD_MS);
  }
}
