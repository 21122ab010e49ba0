/** Reproducible randomness: block n is the SHA-256 of the seed and n, so that its state is one number. */
import { createHash } from 'node:crypto';

export interface RandomState {
  readonly seed: string;
  /** Blocks used so far. */
  readonly counter: number;
}

export interface SeededRandom {
  /** Random bytes as lower-case hex. */
  hex(bytes: number): string;
  /** At least 0, less than 1. */
  fraction(): number;
  state(): RandomState;
  load(state: RandomState): void;
}

const BLOCK_BYTES = 32;
const FRACTION_BYTES = 6;

export function createRandom(initial: RandomState): SeededRandom {
  let { seed, counter } = initial;
  const hex = (bytes: number): string => {
    let text = '';
    for (let filled = 0; filled < bytes; filled += BLOCK_BYTES) {
      text += createHash('sha256').update(`${seed}:${counter}`).digest('hex');
      counter += 1;
    }
    return text.slice(0, bytes * 2);
  };
  return {
    hex,
    fraction: () => Number.parseInt(hex(FRACTION_BYTES), 16) / 2 ** (8 * FRACTION_BYTES),
    state: () => ({ seed, counter }),
    load: (state) => {
      ({ seed, counter } = state);
    },
  };
}
