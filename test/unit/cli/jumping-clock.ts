/** In place of the program's own clock: no wait takes time, and yet time passes. */
import type { createClock } from '../../../src/cli/clock.js';

export const createJumpingClock: typeof createClock = (signal) => {
  let waited = 0;
  return {
    now: () => Date.now() + waited,
    sleep: async (ms) => {
      signal.throwIfAborted();
      waited += ms;
    },
  };
};
