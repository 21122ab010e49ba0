/** SIGINT and SIGTERM: the first asks the command to end in order, the second ends at once. */
import { InterruptedError } from '../errors.js';
import { signalExitCode } from './exit-codes.js';
import type { ProcessLike } from './process-like.js';

export interface Interruption {
  /** Aborted by the first signal; the reason is an InterruptedError. */
  readonly signal: AbortSignal;
  /** Stops listening. */
  release(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export function listenForSignals(processLike: ProcessLike): Interruption {
  const controller = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) processLike.exit(signalExitCode(signal));
    else controller.abort(new InterruptedError(signal));
  };
  for (const name of SIGNALS) processLike.on(name, onSignal);
  return {
    signal: controller.signal,
    release() {
      for (const name of SIGNALS) processLike.off(name, onSignal);
    },
  };
}
