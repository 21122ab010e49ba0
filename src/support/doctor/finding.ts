/** What the doctor finds. */
import { type ErrorKind, LicensectlError } from '../../errors.js';
import { usualHint } from '../usual-hints.js';

export type FindingStatus = 'ok' | 'warning' | 'problem';

export type Check =
  | 'node'
  | 'config folder'
  | 'contexts'
  | 'proxy'
  | 'secrets'
  | 'reachable'
  | 'tls'
  | 'credentials'
  | 'clock'
  | 'signatures';

export interface Finding {
  /** null for what concerns all of them. */
  readonly context: string | null;
  readonly check: Check;
  readonly status: FindingStatus;
  readonly what: string;
  /** null where nothing is to be done. */
  readonly remedy: string | null;
}

/** What one check says of one context, or with `null` of this computer. */
export interface Finder {
  ok(what: string): Finding;
  warning(what: string, remedy: string): Finding;
  problem(what: string, remedy: string): Finding;
  /** An error that keeps calls from working, with the way out that it knows. */
  failure(error: unknown): Finding;
}

export function finder(context: string | null, check: Check): Finder {
  const problem = (what: string, remedy: string): Finding => ({
    context,
    check,
    status: 'problem',
    what,
    remedy,
  });
  return {
    ok: (what) => ({ context, check, status: 'ok', what, remedy: null }),
    warning: (what, remedy) => ({ context, check, status: 'warning', what, remedy }),
    problem,
    failure(error) {
      if (!(error instanceof LicensectlError) || error.kind === 'interrupted') throw error;
      return problem(error.message, error.hint ?? usualRemedy(error.kind));
    },
  };
}

function usualRemedy(kind: ErrorKind): string {
  return usualHint(kind) ?? 'Look at the exchange with: licensectl context test --verbose';
}

/** The findings as text to read. */
export function findingsText(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ context, check, status, what, remedy }) => {
    const where = context === null ? check : `${context}: ${check}`;
    const line = `${status.padEnd(8)} ${where}: ${what}`;
    return remedy === null ? [line] : [line, `${' '.repeat(9)}→ ${remedy}`];
  });
  const count = findings.filter(({ status }) => status === 'problem').length;
  return [...lines, '', count === 0 ? 'No problem was found.' : `Problems: ${count}`].join('\n');
}
