/** What of a documented API is there, call by call: row, commands, emulated behaviour, contract tests, settable fields. */
import type { Operation } from '../../src/api/operation.js';
import type { CapabilityRow } from '../../src/api/provider.js';
import type { Command } from '../../src/commands/command.js';
import { sourcesOf } from '../../src/commands/operation-flags.js';
import { settableFields } from './coverage-fields.js';

/** A call of a document. */
export interface DocumentedCall {
  /** In the words of the document, such as verb and controller. */
  readonly call: string;
  /** Paths of the fields that take a value of their own: `features.limit`. */
  readonly fields: readonly string[];
}

/** What the coverage is reckoned from; a test takes parts away. */
export interface Parts {
  readonly documented: readonly DocumentedCall[];
  readonly rows: readonly Operation[];
  /** The document's words for the call of a row. */
  readonly callOf: (row: Operation) => string;
  readonly commands: readonly Command[];
  readonly behind: Readonly<Partial<Record<CapabilityRow, Operation>>>;
  /** The calls that the emulator imitates. */
  readonly emulated: readonly string[];
  readonly contractTests: readonly { readonly call: string; readonly title: string }[];
}

export interface CallCoverage {
  readonly call: string;
  /** Id of the row; null where there is none. */
  readonly row: string | null;
  readonly commands: readonly string[];
  readonly emulated: boolean;
  readonly contractTests: readonly string[];
  /** Paths of the documented fields, with how the command line sets them. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

export function coverageOf(parts: Parts): readonly CallCoverage[] {
  return parts.documented.map(({ call, fields }) => {
    const row = parts.rows.find((one) => parts.callOf(one) === call);
    const commands = row === undefined ? [] : commandsFor(row, parts);
    const settable = commands.map((command) => ({
      command,
      ways: row === undefined ? new Map<string, string>() : settableFields(command, row),
    }));
    return {
      call,
      row: row?.id ?? null,
      commands: commands.map(({ name }) => name),
      emulated: parts.emulated.includes(call),
      contractTests: parts.contractTests.filter((test) => test.call === call).map(({ title }) => title),
      fields: new Map(
        fields.map((path) => [
          path,
          settable.flatMap(({ command, ways }) => {
            const way = ways.get(path);
            return way === undefined ? [] : [`${command.name} ${way}`];
          }),
        ]),
      ),
    };
  });
}

/** The commands that are made from this row, each as it then is: some are made from one of two. */
export function commandsFor(row: Operation, { commands, behind }: Parts): readonly Command[] {
  return commands.flatMap((command) =>
    sourcesOf(command)
      .filter(({ capability }) => behind[capability] === row)
      .map((flagsFrom) => ({ ...command, flagsFrom })),
  );
}

export interface Totals {
  readonly calls: number;
  readonly rows: number;
  readonly commands: number;
  readonly emulated: number;
  readonly contractTests: number;
  readonly fields: number;
  readonly settable: number;
}

/** How many calls have each part, and how many of their fields the command line can set. */
export function totalsOf(coverage: readonly CallCoverage[]): Totals {
  const count = (has: (one: CallCoverage) => boolean): number => coverage.filter(has).length;
  const ways = coverage.flatMap(({ fields }) => [...fields.values()]);
  return {
    calls: coverage.length,
    rows: count(({ row }) => row !== null),
    commands: count(({ commands }) => commands.length > 0),
    emulated: count(({ emulated }) => emulated),
    contractTests: count(({ contractTests }) => contractTests.length > 0),
    fields: ways.length,
    settable: ways.filter((one) => one.length > 0).length,
  };
}
