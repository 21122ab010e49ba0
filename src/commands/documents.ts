/** `@FILE` as the value of a flag that takes an object: read before the command line becomes an input. */
import type { Operation } from '../api/operation.js';
import { parseObject } from './body-input.js';
import type { FlagSource, Parsed } from './command.js';
import { type Documents, optionName } from './field-values.js';
import { readInput } from './file-input.js';
import { flagFields } from './operation-flags.js';
import type { RunContext } from './run-context.js';

/** Whether a value names a file: a pair has an equals sign. */
export function isFileReference(text: string): boolean {
  return text.startsWith('@') && !text.includes('=');
}

/** @throws UsageError naming the flag, when a file cannot be read or holds no JSON object */
export async function readDocuments(
  context: RunContext,
  source: FlagSource,
  row: Operation,
  parsed: Parsed,
): Promise<Documents> {
  const documents = new Map<string, Readonly<Record<string, unknown>>>();
  for (const field of flagFields(source, row).filter(({ type }) => type === 'object')) {
    const flag = optionName(field);
    const given = parsed.options[flag];
    for (const text of Array.isArray(given) ? given : []) {
      if (typeof text !== 'string' || !isFileReference(text)) continue;
      const path = text.slice(1);
      const label = path === '-' ? 'Standard input' : `'${path}'`;
      documents.set(text, parseObject(await readInput(context, path, `--${flag}`), label));
    }
  }
  return documents;
}
