/** Exit codes: a promise to scripts. Which error ends with which is in `src/cli/exit-codes.ts`. */
import type { ErrorKind } from './errors.js';

export interface ExitCode {
  readonly code: number;
  readonly kind: 'done' | 'internal' | Exclude<ErrorKind, 'interrupted'>;
  readonly meaning: string;
}

export const EXIT_CODES: readonly ExitCode[] = [
  { code: 0, kind: 'done', meaning: 'done; an empty list too' },
  { code: 1, kind: 'internal', meaning: 'a bug in licensectl' },
  { code: 2, kind: 'usage', meaning: 'wrong usage or input; nothing was sent' },
  { code: 3, kind: 'not-found', meaning: 'not found' },
  { code: 4, kind: 'authentication', meaning: 'no credentials, or the server does not accept them' },
  { code: 5, kind: 'permission', meaning: 'this key or role may not do it' },
  { code: 6, kind: 'rejected', meaning: 'the licence system said no: limit reached, expired, disabled' },
  { code: 7, kind: 'rate-limited', meaning: 'too many requests, after retries' },
  { code: 8, kind: 'network', meaning: 'network, TLS, timeout or a fault of the server' },
  { code: 9, kind: 'unsupported', meaning: 'this licence system has no such thing' },
  { code: 10, kind: 'partial', meaning: 'some rows failed, or the output is not what was asked for' },
  { code: 11, kind: 'unknown-outcome', meaning: 'sent without an answer: it may or may not have happened' },
];
