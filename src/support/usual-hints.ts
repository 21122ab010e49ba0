/** The next step for an error that knows no better one itself. */
import type { ErrorKind } from '../errors.js';

const HINTS: Readonly<Record<ErrorKind, string | null>> = {
  usage: 'Run the command with --help to see what it takes.',
  'not-found': 'Check the spelling, and with `licensectl whoami` where you are looking.',
  authentication:
    'Check the credentials with `licensectl context test`, or log in again with `licensectl login`.',
  permission:
    'Use a context whose key or role may do it, with --context NAME; `licensectl context list` shows them.',
  rejected:
    'That is all the licence system said. `licensectl show` tells how the licence stands, --dry-run what the call sends.',
  'rate-limited': 'Wait a while before you try again, and let fewer calls run at the same time.',
  network: 'Try `licensectl context test`, and look at the exchange with --verbose.',
  unsupported:
    '`licensectl context list` shows your other systems; `licensectl --help` what each command is for.',
  'unknown-outcome': 'Look how things stand, for example with `licensectl show`, before you repeat it.',
  // These say themselves what is to be said.
  partial: null,
  interrupted: null,
};

/** null where there is none. */
export function usualHint(kind: ErrorKind): string | null {
  return HINTS[kind];
}
