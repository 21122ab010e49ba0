/** Signals: the first asks the command to end in order, another one ends at once. */
import { InterruptedError } from '../errors.js';
import { signalExitCode } from './exit-codes.js';
import type { EndingSignal, ProcessLike } from './process-like.js';

export interface Interruption {
  /** Aborted by the first signal; the reason is an InterruptedError. */
  readonly signal: AbortSignal;
  /** Sends every signal to `listener` instead; returns what gives them back. */
  take(listener: (signal: NodeJS.Signals) => void): () => void;
  /** Ends what waits for a signal, though none came. */
  abort(reason: Error): void;
  /** Stops listening. */
  release(): void;
}

/** SIGHUP comes when the terminal is closed: a seat is to be given back then, too. */
const SIGNALS: readonly EndingSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export function listenForSignals(processLike: ProcessLike): Interruption {
  const controller = new AbortController();
  let taker: ((signal: NodeJS.Signals) => void) | null = null;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (taker !== null) taker(signal);
    else if (!controller.signal.aborted) controller.abort(new InterruptedError(signal));
    // The shell and the system both tell of a closed terminal, and nobody is there any more to insist.
    else if (signal !== 'SIGHUP') processLike.exit(signalExitCode(signal));
  };
  for (const name of SIGNALS) processLike.on(name, onSignal);
  return {
    signal: controller.signal,
    take(listener) {
      taker = listener;
      return () => {
        taker = null;
      };
    },
    abort: (reason) => controller.abort(reason),
    release() {
      for (const name of SIGNALS) processLike.off(name, onSignal);
    },
  };
}
