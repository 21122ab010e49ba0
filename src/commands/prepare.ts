/** What every command made from a row does first: connect, find the row, and turn the command line into its input. */
import { hostname } from 'node:os';
import { flagName } from '../api/flag-name.js';
import { type Field, type Input, isPresent, type Operation } from '../api/operation.js';
import type { Capabilities } from '../api/provider.js';
import { UnsupportedError, UsageError } from '../errors.js';
import { refuseBlank } from './arguments.js';
import type { Command, FlagSource, Parsed } from './command.js';
import { readDocuments } from './documents.js';
import { refuseTwoStdinReaders } from './file-input.js';
import { refuseFlagsOfOther, settled, sourceOf } from './flag-source.js';
import { rowsBehind } from './operation-flags.js';
import { collectInput, missingFields, refuseForeignFlags, unknownFlags } from './operation-input.js';
import { type Handled, type Label, labelsFor, requireChoice, requireFields } from './required-input.js';
import type { Connection, RunContext } from './run-context.js';
import { collectSecrets } from './secrets.js';
import { withThisMachine } from './this-machine.js';
import { checkTyped } from './typed-values.js';

export interface Prepared {
  readonly connection: Connection;
  readonly row: Operation;
  readonly input: Input;
}

/** Asked for on a terminal when missing, by documented field name; anything else is an error that names the flag. */
const QUESTIONS: Readonly<Record<string, string>> = {
  productid: 'ID of the product, such as 6453300110',
  product: 'Short code of the product',
  computerid: 'ID of the computer, as its client reports it',
};

/**
 * @param elsewhere values that do not come from flags of the row; a function when they depend on the row
 * @throws UsageError for a flag or argument that the context's system does not take, or a required one missing
 * @throws UnsupportedError when the system lacks the capability
 */
export async function prepare(
  context: RunContext,
  declared: Command,
  parsed: Parsed,
  elsewhere: readonly Handled[] | ((row: Operation) => readonly Handled[]) = [],
): Promise<Prepared> {
  refuseBlank(parsed);
  const command = settled(declared, parsed);
  refuseTwoStdinReaders(command, parsed);
  const source = sourceOf(command);
  const connection = await context.connect(source.capability);
  const row = connection.provider.rows[source.capability];
  if (row === undefined) throw lacking(connection, source.capability);

  const foreign = unknownFlags(command, parsed, row);
  if (foreign.length > 0) {
    refuseForeignFlags(foreign, source, row, await rowsBehind(source.capability));
    await refuseFlagsOfOther(foreign, declared, command);
  }
  const handled = typeof elsewhere === 'function' ? elsewhere(row) : elsewhere;
  refuseUnhandled(row, handled);
  const label = labelsFor(command, handled);
  const typed = collectInput(command, parsed, row, await readDocuments(context, source, row, parsed));
  checkTyped(command, row, typed);
  const values = { ...typed, ...valuesOf(handled, typed, row, labelsFor(command, [])) };
  const given = await withThisMachine(context, row, withDefaults(row, values));
  const input = { ...given, ...(await askFor(context, missingFields(row, given))) };
  requireFields(command, row, label, input);
  const whole = { ...input, ...(await collectSecrets(context, source, parsed, row, input)) };
  requireChoice(row, label, whole);
  return { connection, row, input: whole };
}

/** The capability behind a connection that was opened for it. @throws UnsupportedError */
export function capability<Name extends keyof Capabilities>(
  connection: Connection,
  name: Name,
): NonNullable<Capabilities[Name]> {
  const found = connection.capabilities[name];
  if (found === undefined) throw lacking(connection, name);
  return found;
}

/** What `choose` finds among the capabilities, for the row that the command is made from. @throws UnsupportedError */
export function offered<T>(
  connection: Connection,
  choose: (capabilities: Capabilities) => T | undefined,
  { capability }: FlagSource,
): T {
  const part = choose(connection.capabilities);
  if (part === undefined) throw lacking(connection, capability);
  return part;
}

function lacking(connection: Connection, name: string): UnsupportedError {
  return new UnsupportedError(`${connection.provider.id} has no '${name}'.`, {
    code: 'unsupported',
    provider: connection.provider.id,
  });
}

/** A file or token given to a system whose row has no place for it. */
function refuseUnhandled(row: Operation, handled: readonly Handled[]): void {
  for (const { field, flag, value } of handled) {
    if (value === undefined || row.input.some(({ name }) => name === field)) continue;
    throw new UsageError(`--${flag} means nothing to ${row.provider} here.`, {
      code: 'flag_not_supported',
      provider: row.provider,
      hint: 'Leave it out, or choose another --context.',
    });
  }
}

/**
 * What comes from elsewhere than the flags.
 * @throws UsageError for a field that the command line gives another value: which of the two counts is anybody's guess
 */
function valuesOf(handled: readonly Handled[], typed: Input, row: Operation, label: Label): Input {
  const values: Record<string, unknown> = {};
  for (const { field, flag, value } of handled) {
    if (value === undefined) continue;
    const other = typed[field];
    // Ids are often bare numbers in a file.
    if (other === undefined || other === String(value)) {
      values[field] = value;
      continue;
    }
    const known = row.input.find(({ name }) => name === field);
    throw new UsageError(
      `${known === undefined ? field : label(known)} and --${flag} do not go together here.`,
      {
        code: 'conflicting_options',
        hint: 'Both give the same. Say it in one of the two. Nothing was sent.',
      },
    );
  }
  return values;
}

/** Babel wants a name to show for the client; the vendor's own clients give the computer's. */
function withDefaults(row: Operation, input: Input): Input {
  const named = row.input.some(({ name }) => name === 'clientName');
  return named && !isPresent(input.clientName) ? { ...input, clientName: hostname() } : input;
}

/** Where nobody can be asked and more is missing than could be, all of it is named at once, by {@link requireFields}. */
async function askFor(context: RunContext, fields: readonly Field[]): Promise<Input> {
  const questions = fields.flatMap((field) => {
    const question = QUESTIONS[field.name];
    return question === undefined ? [] : [{ field, question }];
  });
  if (questions.length === 0) return {};
  const prompts = await context.prompts();
  if (!prompts.interactive && questions.length < fields.filter(({ secret }) => secret !== true).length)
    return {};
  const answers: Record<string, string> = {};
  for (const { field, question } of questions) {
    answers[field.name] = await prompts.text(question, { flag: flagName(field) });
  }
  return answers;
}
