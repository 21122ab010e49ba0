/** What goes for every code of one kind: how the program ends, and what it is for the customer. */
import { EXIT_CODES } from '../../exit-codes.js';
import { usualHint } from '../usual-hints.js';
import type { CodeKind } from './code-entry.js';

/** By signal: SIGHUP, SIGINT, SIGTERM. */
const INTERRUPTED = [129, 130, 143];

/** @returns several where the call decides */
export function exitCodesOf(kind: CodeKind): readonly number[] {
  switch (kind) {
    case 'interrupted':
      return INTERRUPTED;
    case 'warning':
      return [0];
    case 'verdict':
      // With --exit-status.
      return [0, 6];
    case 'fault':
      // A read is only lost; of a change the outcome is not known.
      return [numberOf('network'), numberOf('unknown-outcome')];
    default:
      return [numberOf(kind)];
  }
}

function numberOf(kind: string): number {
  return EXIT_CODES.find((exit) => exit.kind === kind)?.code ?? 1;
}

const FOR_THE_CUSTOMER: Readonly<Record<CodeKind, string>> = {
  usage: 'Nothing was sent, so nothing has changed.',
  'not-found': 'Nothing has changed: there was nothing to change.',
  authentication: 'Nothing is wrong with the licence: the call was not carried out.',
  permission: 'Nothing is wrong with the licence: the call was not carried out.',
  rejected: 'Nothing has changed by this call.',
  'rate-limited': 'Nothing has changed: the call was not carried out.',
  network: 'Nothing has changed, and nothing is known of the licence.',
  fault: 'A read changed nothing; a change may or may not have happened.',
  unsupported: 'Nothing was sent, so nothing has changed.',
  partial: 'What was done is done and stays so.',
  'unknown-outcome': 'The change may or may not have happened.',
  interrupted: 'What was done until then stays done.',
  internal: 'What was sent until then may have taken effect.',
  done: 'What was asked for is done.',
  warning: 'The call went through; this is told beside its answer.',
  verdict: 'The licence cannot be used as it is now.',
};

export function customerOf(kind: CodeKind): string {
  return FOR_THE_CUSTOMER[kind];
}

/** The next step for a code that knows no better one; as in errors. */
export function nextOf(kind: CodeKind): string | null {
  if (kind === 'internal') return 'Please report it with the command you typed and the output of --verbose.';
  if (kind === 'done' || kind === 'warning' || kind === 'verdict') return null;
  return usualHint(kind === 'fault' ? 'network' : kind);
}
