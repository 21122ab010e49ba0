/** `docs/operations.md`: every call of every system, from the operation tables. */
import { type Operation, PROVIDER_IDS } from '../../src/api/operation.js';
import { loadProvider, providerInfo } from '../../src/api/providers.js';
import { code, page, table } from './markdown.js';

export async function operationsPage(): Promise<string> {
  const sections: string[] = [];
  for (const id of PROVIDER_IDS) {
    const { operations } = await loadProvider(id);
    sections.push(`## ${providerInfo(id).title}`, operationTable(operations), ...guesses(operations));
  }
  return page(
    'Operations',
    'What each call does to the server decides what a dry run sends, what is retried and what asks first. The ' +
      'effect is not the HTTP verb: `GET NextLicenseCode` takes a code out of stock.',
    sections,
  );
}

function operationTable(operations: readonly Operation[]): string {
  return table(
    ['Call', 'Effect', 'Keys', 'What it does', 'Inputs'],
    operations.map((operation) => [
      code(`${operation.method} ${operation.path}`),
      effects(operation),
      operation.keyKinds?.join(', ') ?? '',
      operation.summary,
      operation.input.map((field) => `${field.name}${field.required ? '*' : ''}`).join(', '),
    ]),
  );
}

/** With what the input can make of it. */
function effects({ effect, narrowedBy, raisedBy = [] }: Operation): string {
  const narrowed = narrowedBy === undefined ? [] : [`destroy with ${code(narrowedBy)}`];
  const raised = raisedBy.map((entry) => `${entry.effect} with ${code(`${entry.list}: ${entry.equals}`)}`);
  return [effect, ...narrowed, ...raised].join('; ');
}

function guesses(operations: readonly Operation[]): string[] {
  const inferred = operations.filter((operation) => operation.guess !== undefined);
  if (inferred.length === 0) return [];
  const lines = inferred.map(({ method, path, guess }) => `- ${code(`${method} ${path}`)}: ${guess}`);
  return [`Inferred rather than documented:\n\n${lines.join('\n')}`];
}
