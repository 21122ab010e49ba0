/** What of the Zentitle Web API is there, call by call: row, commands, emulated behaviour, contract tests, settable fields. */
import type { Operation } from '../../src/api/operation.js';
import type { CapabilityRow } from '../../src/api/provider.js';
import { zentitleOperations } from '../../src/api/zentitle/operations.js';
import { zentitle } from '../../src/api/zentitle/provider.js';
import { CATALOG } from '../../src/cli/catalog.js';
import type { Command } from '../../src/commands/command.js';
import { HANDLERS } from '../../src/emulator/zentitle/dispatch.js';
import { contractCases } from '../../test/contract/zentitle-cases.js';
import {
  callOf,
  type DocumentedCall,
  documentedTable,
  valueFields,
} from '../../test/fixtures/zentitle-document/document.js';
import { settableFields } from './coverage-fields.js';

/** What the coverage is reckoned from; a test takes parts away. */
export interface Parts {
  readonly documented: readonly DocumentedCall[];
  readonly rows: readonly Operation[];
  readonly commands: readonly Command[];
  readonly behind: Readonly<Partial<Record<CapabilityRow, Operation>>>;
  /** Verb and controller of what the emulator imitates. */
  readonly emulated: readonly string[];
  readonly contractTests: readonly { readonly call: string; readonly title: string }[];
}

export interface CallCoverage {
  /** Verb and controller. */
  readonly call: string;
  /** Id of the row; null where there is none. */
  readonly row: string | null;
  readonly commands: readonly string[];
  readonly emulated: boolean;
  readonly contractTests: readonly string[];
  /** Paths of the documented fields, `features.limit`, with how the command line sets them. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

export async function loadParts(): Promise<Parts> {
  const modules = await Promise.all(CATALOG.map(({ load }) => load()));
  return {
    documented: documentedTable,
    rows: zentitleOperations,
    commands: modules.map(({ command }) => command),
    behind: zentitle.rows,
    emulated: Object.keys(HANDLERS),
    contractTests: contractCases,
  };
}

export function coverageOf(parts: Parts): readonly CallCoverage[] {
  return parts.documented.map(({ call, inputs }) => {
    const row = parts.rows.find((one) => callOf(one) === call);
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
        valueFields(inputs).map(({ path }) => [
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

function commandsFor(row: Operation, { commands, behind }: Parts): readonly Command[] {
  return commands.filter(({ flagsFrom }) => flagsFrom !== undefined && behind[flagsFrom.capability] === row);
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
