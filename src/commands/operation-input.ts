/** From a parsed command line to the input of one row. Pure: what must be read from files comes in as `documents`. */
import { type Field, type Input, isFilled, type Operation } from '../api/operation.js';
import { UsageError } from '../errors.js';
import type { Command, FlagSource, Parsed } from './command.js';
import { type Documents, fieldValue, optionName } from './field-values.js';
import { isGiven, sourceOf } from './flag-source.js';
import { flagFields, type RowsByProvider, typedFields } from './operation-flags.js';

const NO_DOCUMENTS: Documents = new Map();

/**
 * The input of `row`: positional argument, flags and `extras` (values the command got elsewhere, by field name).
 * Values are as typed, except that durations are in the row's unit and lists are entries.
 * @throws UsageError for syntax, and for a positional argument or an extra that the row has no field for
 */
export function collectInput(
  command: Command,
  parsed: Parsed,
  row: Operation,
  documents: Documents = NO_DOCUMENTS,
): Input {
  const source = sourceOf(command);
  const typed: Record<string, unknown> = {};
  for (const field of flagFields(source, row)) {
    const given = parsed.options[optionName(field)];
    if (field.secret !== true && isGiven(given)) typed[field.name] = fieldValue(field, given, documents);
  }
  const argument = command.args?.[0];
  const positional = argument === undefined ? undefined : parsed.args[argument.name];
  if (argument !== undefined && typeof positional === 'string' && source.positional !== undefined) {
    typed[positionalField(source, row, argument.name).name] = positional;
  }
  return asEntry(source, row, typed);
}

/** What was typed, with the members of the one entry put into their list. */
function asEntry(source: FlagSource, row: Operation, typed: Input): Input {
  const list = row.input.find(({ name }) => name === source.entryOf);
  const members = new Set(list?.fields?.map(({ name }) => name));
  const input: Record<string, unknown> = {};
  const entry: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(typed)) (members.has(name) ? entry : input)[name] = value;
  if (list !== undefined && Object.keys(entry).length > 0) input[list.name] = [entry];
  return input;
}

/** @throws UsageError for a flag of another system that this row does not take, naming the systems that do */
export function refuseForeignFlags(
  flags: readonly string[],
  source: FlagSource,
  row: Operation,
  rows: RowsByProvider,
): void {
  for (const flag of flags) {
    const takers = [...rows].filter(([, other]) =>
      flagFields(source, other).some((field) => optionName(field) === flag),
    );
    if (takers.length === 0) continue;
    throw new UsageError(`--${flag} means nothing to ${row.provider} here.`, {
      code: 'flag_not_supported',
      provider: row.provider,
      hint: `It belongs to ${takers.map(([id]) => id).join(' and ')}; leave it out, or choose another --context.`,
    });
  }
}

/** The flags given that are neither the command's own nor those of this row. */
export function unknownFlags(command: Command, parsed: Parsed, row: Operation): readonly string[] {
  const known = new Set([
    ...(command.options ?? []).map((option) => option.flag),
    ...flagFields(sourceOf(command), row).map(optionName),
  ]);
  return Object.keys(parsed.options).filter((flag) => !known.has(flag) && isGiven(parsed.options[flag]));
}

/** Required fields that the input lacks. */
export function missingFields(row: Operation, input: Input): readonly Field[] {
  return row.input.filter((field) => field.required === true && !isFilled(field, input[field.name]));
}

function positionalField(source: FlagSource, row: Operation, argument: string): Field {
  const field = typedFields(source, row).find(({ name }) => source.positional?.includes(name));
  if (field !== undefined) return field;
  throw new UsageError(`${row.provider} takes no ${argument} here.`, {
    code: 'unexpected_argument',
    provider: row.provider,
    hint: `Leave ${argument} out: this system answers for its one licence.`,
  });
}
