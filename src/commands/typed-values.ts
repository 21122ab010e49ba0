/** Checks what stands in the place of an argument, before anything is asked or sent, in the words of the command line. */
import { checkField } from '../api/field-check.js';
import { fieldLabel } from '../api/flag-name.js';
import type { Field, Input, Operation } from '../api/operation.js';
import { isObject } from '../api/read.js';
import { UsageError } from '../errors.js';
import type { ArgumentSpec, Command } from './command.js';
import { sourceOf } from './flag-source.js';

/**
 * The client checks all of the input and names flags. Of an argument (`COMPUTER`) and of a flag that is a member of a
 * list in the row (`feature create --type`) it would tell names that nobody has typed.
 * @throws UsageError `invalid_input`
 */
export function checkTyped(command: Command, row: Operation, typed: Input): void {
  const { positional = [], entryOf } = sourceOf(command);
  const [argument] = command.args ?? [];
  const check = (field: Field, values: Input): void => {
    const value = values[field.name];
    if (value === undefined) return;
    if (argument !== undefined && positional.includes(field.name)) checkArgument(argument, field, value);
    else if (field.name !== entryOf && values !== typed)
      checkField({ ...field, label: fieldLabel(field) }, value);
  };
  for (const field of row.input) {
    check(field, typed);
    if (field.name !== entryOf) continue;
    const [entry] = [typed[field.name] ?? {}].flat();
    if (isObject(entry)) for (const member of field.fields ?? []) check(member, entry);
  }
}

function checkArgument({ name, description }: ArgumentSpec, field: Field, value: unknown): void {
  try {
    checkField({ ...field, label: name }, value);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(error.message, {
      code: 'invalid_input',
      hint: `${name}: ${description}. Nothing was sent.`,
    });
  }
}
