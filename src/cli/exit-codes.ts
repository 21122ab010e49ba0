/** Exit codes: a promise to scripts. The one place where classes of errors become numbers. */
import { constants } from 'node:os';
import { type ErrorKind, InterruptedError, LicensectlError } from '../errors.js';

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

/** 129 for SIGHUP, 130 for SIGINT, 143 for SIGTERM. */
export function signalExitCode(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

const BY_KIND: ReadonlyMap<string, number> = new Map(EXIT_CODES.map(({ kind, code }) => [kind, code]));
const INTERNAL = 1;

export function exitCodeOf(error: unknown): number {
  if (error instanceof InterruptedError) return signalExitCode(error.signal);
  if (!(error instanceof LicensectlError)) return INTERNAL;
  return BY_KIND.get(error.kind) ?? INTERNAL;
}
