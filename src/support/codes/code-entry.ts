/** One meaning of one code, as `explain` tells it. */
import type { CodeMeaning } from '../../api/code-meaning.js';
import type { ProviderId } from '../../api/operation.js';
import type { RefusalKind } from '../../api/refusal.js';
import type { ErrorKind } from '../../errors.js';

/** Besides the classes of errors: success; a bug; what is told beside a success; the reason of a "no" from `check`. */
export type CodeKind = ErrorKind | RefusalKind | 'done' | 'internal' | 'warning' | 'verdict';

/** A code of our own, of whichever system the call was. */
export type OwnMeaning = Omit<CodeMeaning, 'kind' | 'ours'> & { readonly kind: CodeKind };

export type OwnCodes = readonly (readonly [code: string, meaning: OwnMeaning])[];

export interface CodeEntry {
  readonly code: string;
  /** `licensectl` for what this program finds itself. */
  readonly system: ProviderId | 'licensectl';
  /** Whether the name is the vendor's own. */
  readonly documented: boolean;
  readonly kind: CodeKind;
  readonly meaning: string;
  readonly customer: string;
  /** null where there is nothing to do. */
  readonly next: string | null;
  /** What the program ends with; several where it depends on the call. */
  readonly exitCodes: readonly number[];
}

/** Makes the codes of one kind: each with its meaning, the next step, and what follows for the customer. */
export function codesOf(
  kind: CodeKind,
  rows: readonly (readonly [code: string, meaning: string, next?: string, customer?: string])[],
): OwnCodes {
  return rows.map(([code, meaning, next, customer]) => [
    code,
    { kind, meaning, ...(next !== undefined && { next }), ...(customer !== undefined && { customer }) },
  ]);
}
