/** A code or an exit code, explained: as a record, and as text to read. */
import type { ProviderId } from '../../api/operation.js';
import { providerInfo } from '../../api/providers.js';
import { EXIT_CODES } from '../../exit-codes.js';
import { allCodes } from './all-codes.js';
import type { CodeEntry, CodeKind } from './code-entry.js';
import { findCodes } from './find-codes.js';
import { customerOf, nextOf } from './kinds.js';

export interface Explanation {
  readonly code: string;
  readonly meanings: readonly Omit<CodeEntry, 'code'>[];
  /** Of an exit code, the codes that end with it; null of a code. */
  readonly codes: readonly string[] | null;
}

/** @returns null for what is neither a code nor an exit code */
export function explain(text: string): Explanation | null {
  if (/^\d{1,3}$/.test(text)) return explainExit(Number(text));
  const found = findCodes(text);
  const [first] = found;
  if (first === undefined) return null;
  return { code: first.code, meanings: found.map(({ code: _code, ...meaning }) => meaning), codes: null };
}

const SIGNALS: ReadonlyMap<number, string> = new Map([
  [129, 'The terminal was closed (SIGHUP).'],
  [130, 'The program was interrupted, as by Ctrl-C (SIGINT).'],
  [143, 'The program was asked to end (SIGTERM).'],
]);

function explainExit(status: number): Explanation | null {
  const signal = SIGNALS.get(status);
  if (signal !== undefined) return ofExit(status, 'interrupted', signal);
  const exit = EXIT_CODES.find(({ code }) => code === status);
  if (exit === undefined) return null;
  const meaning = `${exit.meaning.charAt(0).toUpperCase()}${exit.meaning.slice(1)}.`;
  return ofExit(status, exit.kind, meaning);
}

function ofExit(status: number, kind: CodeKind, meaning: string): Explanation {
  const codes = allCodes().filter(({ exitCodes }) => exitCodes.includes(status));
  return {
    code: String(status),
    meanings: [
      {
        system: 'licensectl',
        documented: false,
        kind,
        meaning,
        customer: customerOf(kind),
        next: nextOf(kind),
        exitCodes: [status],
      },
    ],
    codes: [...new Set(codes.map(({ code }) => code))],
  };
}

/** The explanation as text to read. */
export function explanationText({ code, meanings, codes }: Explanation): string {
  const title = codes === null ? code : `exit code ${code}`;
  const parts = meanings.map((one) => {
    const exits = one.exitCodes.join(' or ');
    const lines = [
      `${titleOf(one.system)}${one.documented ? ', documented' : ''}`,
      `  Meaning   ${one.meaning}`,
      `  Customer  ${one.customer}`,
      ...(one.next === null ? [] : [`  Next      ${one.next}`]),
      ...(codes === null ? [`  Exit      ${exits}`] : []),
    ];
    return lines.join('\n');
  });
  const list = codes === null || codes.length === 0 ? [] : [`Codes that end with it: ${codes.join(', ')}`];
  return [title, ...parts, ...list].join('\n\n');
}

function titleOf(system: ProviderId | 'licensectl'): string {
  return system === 'licensectl' ? 'licensectl' : providerInfo(system).title;
}
