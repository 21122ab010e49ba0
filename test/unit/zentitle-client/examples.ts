/** The examples that the Web API v1 document gives. */
import { documentedExamples, exampleOf } from '../../fixtures/zentitle-document/document.js';

export const examples = documentedExamples;

/** The first example of a call, with an input and an output. */
export function example(call: string): {
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: unknown;
} {
  const { input = {}, output } = exampleOf(call);
  return { input, output };
}
