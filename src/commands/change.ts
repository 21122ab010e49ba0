/** Commands that make one change, and tell what was changed. */
import { type Input, isPresent } from '../api/operation.js';
import type { Ask, Capabilities } from '../api/provider.js';
import { isObject } from '../api/read.js';
import { UsageError } from '../errors.js';
import { bodyFrom } from './body-flags.js';
import type { Command, FlagSource } from './command.js';
import { confirmKnowing } from './confirm.js';
import { offered, prepare } from './prepare.js';
import { recordOf } from './rows.js';

export interface ChangeSpec<T extends object> extends Omit<Command, 'run'> {
  readonly flagsFrom: FlagSource;
  /** What makes the change, where the system has it. */
  readonly change: (capabilities: Capabilities) => Ask<T> | undefined;
  /** The key of the record that `-q` prints; a function where it depends on how the thing was named. */
  readonly id: string | ((record: T) => string);
  /** One sentence for a person, once it is done. */
  readonly done: (record: T) => string;
  /** Asked before something is taken away; names whom it hits. */
  readonly question?: (input: Input) => string;
  /** What stands behind the question when a person is there to read it: a sentence, from a read. */
  readonly whom?: (capabilities: Capabilities, input: Input) => Promise<string>;
  /** Fields that only name what is changed: something besides them must be given. */
  readonly naming?: readonly string[];
}

export function changeCommand<T extends object>(spec: ChangeSpec<T>): Command {
  const { change, id, done, question, whom, naming, ...declared } = spec;
  const command: Command = {
    ...declared,
    async run(context, parsed) {
      const body = await bodyFrom(context, parsed);
      const { connection, input } = await prepare(context, command, parsed, body);
      if (naming !== undefined) refuseNoChange(command, input, naming);
      if (question !== undefined) {
        const more = async () => (await whom?.(connection.capabilities, input)) ?? '';
        await confirmKnowing(context, question(input), more);
      }
      const { value, raw } = await offered(connection, change, spec.flagsFrom)(input);
      const key = typeof id === 'string' ? id : id(value);
      return { result: recordOf(value, key, { raw, message: done(value) }) };
    },
  };
  return command;
}

/** @throws UsageError `nothing_to_change` when the input only names what would be changed */
export function refuseNoChange({ name }: Command, input: Input, naming: readonly string[]): void {
  if (changesMore(input, naming)) return;
  throw new UsageError('There is nothing to change: give at least one setting.', {
    code: 'nothing_to_change',
    hint: `See licensectl ${name} --help. Nothing was sent.`,
  });
}

/** Whether an input has something besides the fields that only name what is changed. */
export function changesMore(input: Input, naming: readonly string[]): boolean {
  return Object.entries(input).some(([field, value]) => !naming.includes(field) && changes(value, naming));
}

/** Entries of a list change something unless they only name things; no entries change nothing. */
function changes(value: unknown, naming: readonly string[]): boolean {
  if (!Array.isArray(value)) return isPresent(value);
  return value.some(
    (entry) =>
      !isObject(entry) ||
      Object.entries(entry).some(([name, one]) => !naming.includes(name) && isPresent(one)),
  );
}
