/** The one place where classes of errors become numbers. */
import { constants } from 'node:os';
import { InterruptedError, LicensectlError } from '../errors.js';
import { EXIT_CODES } from '../exit-codes.js';

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
