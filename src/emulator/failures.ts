/** The emulator's own log: requests on which its code failed. Each is a bug of the emulator. */

export interface HandlerFailure {
  /** ISO 8601, on the emulator's clock. */
  readonly at: string;
  /** Method and path. */
  readonly request: string;
  /** The stack, where there is one. */
  readonly message: string;
}

export interface Failures {
  add(request: string, error: unknown): void;
  /** The last fifty, oldest first. */
  list(): readonly HandlerFailure[];
}

const KEPT = 50;

export function createFailures(now: () => number, onFailure: (message: string) => void): Failures {
  const failures: HandlerFailure[] = [];
  return {
    add: (request, error) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push({ at: new Date(now()).toISOString(), request, message });
      if (failures.length > KEPT) failures.shift();
      onFailure(`The emulator failed on ${request}: ${message}`);
    },
    list: () => failures,
  };
}
