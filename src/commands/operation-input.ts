/** From a parsed command line to the input of one row. Pure: what must be read or asked for comes in as `extras`. */
import { type Field, type Input, isPresent, type Operation } from '../api/operation.js';
import { UsageError } from '../errors.js';
import type { Command, FlagSource, Parsed } from './command.js';
import { type FlagValue, fieldValue, optionName } from './field-values.js';
import { flagFields, type RowsByProvider } from './operation-flags.js';

/**
 * The input of `row`: positional argument, flags and `extras` (values the command got elsewhere, by field name).
 * Values are as typed, except that durations are in the row's unit and lists are entries.
 * @throws UsageError for syntax, and for a positional argument or an extra that the row has no field for
 */
export function collectInput(command: Command, parsed: Parsed, row: Operation, extras: Input = {}): Input {
  const source = sourceOf(command);
  const input: Record<string, unknown> = {};
  for (const field of flagFields(source, row)) {
    const given = parsed.options[optionName(field)];
    if (field.secret !== true && isGiven(given)) input[field.name] = fieldValue(field, given);
  }
  const argument = command.args?.[0];
  const positional = argument === undefined ? undefined : parsed.args[argument.name];
  if (argument !== undefined && typeof positional === 'string' && source.positional !== undefined) {
    input[positionalField(source, row, argument.name).name] = positional;
  }
  for (const [name, value] of Object.entries(extras)) if (value !== undefined) input[name] = value;
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
  return row.input.filter((field) => field.required === true && !isPresent(input[field.name]));
}

export function sourceOf(command: Command): FlagSource {
  if (command.flagsFrom !== undefined) return command.flagsFrom;
  throw new TypeError(`${command.name} has no row to take flags from`);
}

export function isGiven(value: FlagValue | undefined): value is FlagValue {
  if (value === undefined || value === false) return false;
  return !Array.isArray(value) || value.length > 0;
}

function positionalField(source: FlagSource, row: Operation, argument: string): Field {
  const field = row.input.find((candidate) => source.positional?.includes(candidate.name));
  if (field !== undefined) return field;
  throw new UsageError(`${row.provider} takes no ${argument} here.`, {
    code: 'unexpected_argument',
    provider: row.provider,
    hint: `Leave ${argument} out: this system answers for its one licence.`,
  });
}
