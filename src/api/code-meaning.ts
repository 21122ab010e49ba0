/** What a refusal's code means: one text for the hint of an error, for `explain` and for the reference page. */
import type { RefusalKind } from './refusal.js';

export interface CodeMeaning {
  readonly kind: RefusalKind;
  /** What has happened, as a sentence. */
  readonly meaning: string;
  /** What follows for the customer whose licence it is, as a sentence; absent where the kind says enough. */
  readonly customer?: string;
  /** The next step, with the command where there is one: the hint of an error. */
  readonly next?: string;
  /** One of our own names for what the system says in other words; absent for a documented code. */
  readonly ours?: true;
}

export type Meanings<T extends CodeMeaning = CodeMeaning> = ReadonlyMap<string, T>;
