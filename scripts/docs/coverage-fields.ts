/** Which fields of a row a command can set, and how. */
import type { Field, Operation } from '../../src/api/operation.js';
import type { Command, OptionSpec } from '../../src/commands/command.js';
import { optionName } from '../../src/commands/field-values.js';
import { flagFields, typedFields } from '../../src/commands/operation-flags.js';

/** Fields that a command takes in a way of its own, by the name of the argument or flag; it leaves them out otherwise. */
const OWN_WAYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'codes import': { licensecodes: 'CODE' },
};

/**
 * By the path of the field (`features.limit`): the argument, flag, or file option that sets it. `--from-file`, which
 * takes any field of the row, does not count.
 */
export function settableFields(command: Command, row: Operation): ReadonlyMap<string, string> {
  const ways = new Map<string, string>();
  for (const [path, field] of typedPaths(command, row)) {
    const way = wayOf(command, row, field);
    if (way === null) continue;
    if (field.fields === undefined) ways.set(path, way);
    for (const member of field.fields ?? []) ways.set(`${path}.${member.name}`, way);
  }
  return ways;
}

/** The fields that a command line has a place for, with their paths: those of its one entry stand in the list. */
export function typedPaths(command: Command, row: Operation): readonly (readonly [string, Field])[] {
  const source = command.flagsFrom;
  if (source === undefined) return [];
  const entry = row.input.find(({ name }) => name === source.entryOf);
  return typedFields(source, row).map((field) => [
    entry?.fields?.includes(field) ? `${entry.name}.${field.name}` : field.name,
    field,
  ]);
}

function wayOf(
  { name, flagsFrom, args = [], options = [] }: Command,
  row: Operation,
  field: Field,
): string | null {
  if (flagsFrom === undefined) return null;
  const [argument] = args;
  const positional = typedFields(flagsFrom, row).find((one) => flagsFrom.positional?.includes(one.name));
  if (argument !== undefined && positional === field) return argument.name;
  const flag = optionName(field);
  if (flagFields(flagsFrom, row).includes(field)) return `--${flag}`;
  const own = options.find((option) => isFor(option, flag, field));
  if (own !== undefined) return `--${own.flag}`;
  const way = OWN_WAYS[name]?.[field.name];
  return args.some((one) => one.name === way) && way !== undefined ? way : null;
}

/** An option of the command's own: it has the field's flag, or its documented name as another spelling. */
function isFor({ flag, aliases = [] }: OptionSpec, name: string, field: Field): boolean {
  return flag === name || aliases.includes(field.name);
}
