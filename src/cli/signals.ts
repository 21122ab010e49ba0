/** SIGINT and SIGTERM: the first asks the command to end in order, the second ends at once. */
import { InterruptedError } from '../errors.js';
import { signalExitCode } from './exit-codes.js';
import type { ProcessLike } from './process-like.js';

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

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export function listenForSignals(processLike: ProcessLike): Interruption {
  const controller = new AbortController();
  let taker: ((signal: NodeJS.Signals) => void) | null = null;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (taker !== null) taker(signal);
    else if (controller.signal.aborted) processLike.exit(signalExitCode(signal));
    else controller.abort(new InterruptedError(signal));
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
