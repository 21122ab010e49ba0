/** `--from-file`: the whole input of a call as a JSON object, in place of flags or beside them. */
import { isPresent, type Operation } from '../api/operation.js';
import { textOption } from './arguments.js';
import { parseObject, toInput } from './body-input.js';
import type { OptionSpec, Parsed } from './command.js';
import { readInput } from './file-input.js';
import type { Handled } from './required-input.js';
import type { RunContext } from './run-context.js';

const FLAG = 'from-file';

export const FROM_FILE: OptionSpec = {
  flag: FLAG,
  value: 'FILE',
  description: 'JSON object with the documented names in any case; - for standard input',
};

/**
 * What the file holds, as a function of the row that it is for; nothing when the flag is not given.
 * @throws UsageError for a file that cannot be read. The function throws it for what is no JSON object, and for a name
 *   that the row does not have.
 */
export async function bodyFrom(
  context: RunContext,
  parsed: Parsed,
): Promise<(row: Operation) => readonly Handled[]> {
  const file = textOption(parsed, FLAG);
  if (file === undefined) return () => [];
  const text = await readInput(context, file, `--${FLAG}`);
  const source = file === '-' ? 'Standard input' : `'${file}'`;
  return (row) => {
    const body = toInput(parseObject(text, source), row, source);
    for (const { name, secret } of row.input) {
      if (secret === true && isPresent(body[name])) context.protect(String(body[name]));
    }
    return Object.entries(body).map(([field, value]) => ({ field, flag: FLAG, value }));
  };
}
