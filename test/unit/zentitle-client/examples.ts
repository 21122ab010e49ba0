/** The facts of the Web API v1 document: which calls there are, and the examples it gives. */
import { readFileSync } from 'node:fs';

interface DocumentedCall {
  /** Verb and controller. */
  readonly call: string;
  readonly keys: readonly string[];
  /** Names of the table, members of lists behind their list; a star marks a mandatory one. */
  readonly fields: readonly string[];
}

export interface Example {
  readonly call: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly output?: unknown;
}

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/zentitle/${name}`, import.meta.url), 'utf8')) as T;
}

export const documentedCalls: readonly DocumentedCall[] = fixture('calls.json');

export const examples: readonly Example[] = fixture('examples.json');

/** The first example of a call, with an input and an output. */
export function example(call: string): {
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: unknown;
} {
  const found = examples.find((one) => one.call === call);
  if (found === undefined) throw new Error(`The document has no example of ${call}.`);
  return { input: found.input ?? {}, output: found.output };
}
