/** The contract tests of the Zentitle calls, by name: one for each example of the document. */
import { type DocumentedExample, documentedExamples } from '../fixtures/zentitle-document/document.js';

export interface ContractCase extends DocumentedExample {
  readonly title: string;
}

export const contractCases: readonly ContractCase[] = documentedExamples.map((example, index) => {
  const { call, output } = example;
  const earlier = documentedExamples.slice(0, index).filter((one) => one.call === call).length;
  const which = earlier === 0 ? call : `${call}, example ${earlier + 1}`;
  return {
    ...example,
    title: output === undefined ? `${which} shows in a reading` : `${which} is answered as documented`,
  };
});
