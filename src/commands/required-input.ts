/** What a call cannot do without, told in the words of the command line rather than of the row. */
import { flagName } from '../api/flag-name.js';
import { type Field, type Input, isPresent, type Operation } from '../api/operation.js';
import { isObject } from '../api/read.js';
import { UsageError } from '../errors.js';
import type { Command } from './command.js';
import { sourceOf } from './flag-source.js';
import { missingFields } from './operation-input.js';

/** Values a command got otherwise than by a flag of the row, with the flag that a person knows each by. */
export interface Handled {
  readonly field: string;
  readonly flag: string;
  readonly value: unknown;
}

/** What a person calls a field: `KEY`, `--product`, `--certificate`, `--password-stdin`. */
export type Label = (field: Field) => string;

export function labelsFor(command: Command, handled: readonly Handled[]): Label {
  const source = sourceOf(command);
  return (field) => {
    const byPosition = source.positional?.includes(field.name) || source.entryOf === field.name;
    if (byPosition) return command.args?.[0]?.name ?? field.name;
    const special = handled.find((one) => one.field === field.name);
    return special === undefined ? flagName(field) : `--${special.flag}`;
  };
}

/** @throws UsageError naming all that is missing; secrets are had in other ways and not counted */
export function requireFields(command: Command, row: Operation, label: Label, input: Input): void {
  const missing = [...missingFields(row, input), ...missingMembers(command, row, input)].filter(
    (field) =>
      field.name !== sourceOf(command).entryOf && (field.secret !== true || label(field) !== flagName(field)),
  );
  if (missing.length === 0) return;
  throw new UsageError(`Missing ${missing.map(label).join(', ')}.`, {
    code: 'missing_input',
    provider: row.provider,
    hint: `${missing.some(isDevice) ? '--hardware-id auto stands for this computer. ' : ''}See licensectl ${command.name} --help.`,
  });
}

const isDevice = ({ name }: Field): boolean => name === 'hardware_id';

/**
 * What the one entry lacks that the command line gives; an entry that is not there lacks all. Of the entries of a file
 * the client says so, in the names of the file.
 */
function missingMembers(command: Command, row: Operation, input: Input): readonly Field[] {
  const { entryOf } = sourceOf(command);
  const list = row.input.find(({ name }) => name === entryOf);
  if (list === undefined) return [];
  const [entry, ...others] = [input[list.name] ?? {}].flat();
  if (!isObject(entry) || others.length > 0) return [];
  return (list.fields ?? []).filter((field) => field.required === true && !isPresent(entry[field.name]));
}

/** @throws UsageError where one of several must be given and none is, or more than one */
export function requireChoice(row: Operation, label: Label, input: Input): void {
  for (const rule of row.rules ?? []) {
    if (rule.kind !== 'exactly-one' && rule.kind !== 'at-least-one') continue;
    const fields = row.input.filter(({ name }) => rule.fields.includes(name));
    const given = fields.filter(({ name }) => isPresent(input[name]));
    if (given.length === 0) {
      throw new UsageError(`One of ${fields.map(label).join(', ')} is needed.`, {
        code: 'missing_input',
        provider: row.provider,
      });
    }
    if (rule.kind === 'exactly-one' && given.length > 1) {
      throw new UsageError(`${given.map(label).join(' and ')} exclude each other.`, {
        code: 'conflicting_options',
      });
    }
  }
}
