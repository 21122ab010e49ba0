/** Keeps the calls of one client within the rates that a system documents, and slower once it has been told to slow down. */
import { type SteadyClock, steadyClock, type WallClock } from './steady-clock.js';

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

/** The rate is halved at most so often: a trickle remains. */
const MAX_HALVINGS = 3;

/** One that never waits, for systems that document no rates. */
export const UNPACED: Pace = { begin: async () => () => {}, hold: () => {} };

/** @param clock may be set back: waits are as long as they were meant to be */
export function createPace(rates: readonly Rate[], clock: WallClock): Pace {
  return new SlidingPace(rates, clock);
}

class SlidingPace implements Pace {
  readonly #rates: readonly Rate[];
  readonly #clock: SteadyClock;
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

  constructor(rates: readonly Rate[], clock: WallClock) {
    this.#rates = rates;
    this.#clock = steadyClock(clock);
    this.#longestMs = Math.max(...rates.map(({ perMs }) => perMs));
  }

  /** In the order of asking, one after the other: whoever waits holds up those behind. */
  begin(): Promise<() => void> {
    const turn = this.#turn.then(() => this.#admit());
    this.#turn = turn.catch(() => {});
    return turn;
  }

  hold(ms: number): void {
    const now = this.#clock.now();
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
      await (ms === null ? answer : this.#clock.wait(ms));
    }
    this.#inFlight += 1;
    let under = true;
    return () => {
      if (!under) return;
      under = false;
      this.#inFlight -= 1;
      this.#answered.push(this.#clock.now());
      this.#wake();
    };
  }

  /** 0 to go, null to wait for an answer. */
  #waitMs(): number | null {
    const now = this.#clock.now();
    while ((this.#answered[0] ?? now) <= now - this.#longestMs) this.#answered.shift();
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
}
