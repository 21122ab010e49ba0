/** Every call and every field of two documented APIs is there; what is taken away is missed. */
import { describe, expect, it } from 'vitest';
import {
  commandsFor,
  coverageOf,
  type Parts,
  type Totals,
  totalsOf,
} from '../../../scripts/docs/coverage.js';
import { typedPaths } from '../../../scripts/docs/coverage-fields.js';
import { licensespringParts, zentitleParts } from '../../../scripts/docs/coverage-parts.js';
import type { Command } from '../../../src/commands/command.js';
import { optionName } from '../../../src/commands/field-values.js';
import { flagFields } from '../../../src/commands/operation-flags.js';

const SYSTEMS: readonly (readonly [title: string, parts: Parts, calls: number, fields: number])[] = [
  ['the Zentitle Web API v1', await zentitleParts(), 61, 330],
  ['the LicenseSpring License API v4', await licensespringParts(), 30, 249],
];

/** The command with no place for the field: no argument, no flag, no option of its own. */
function without(command: Command, field: string): Command {
  const { flagsFrom, options = [], args = [] } = command;
  if (flagsFrom === undefined) return command;
  const { omit = [], positional = [] } = flagsFrom;
  return {
    ...command,
    args: field === 'licensecodes' ? args.filter(({ name }) => name !== 'CODE') : args,
    options: options.filter(
      ({ flag, aliases = [] }) => !aliases.includes(field) && flag !== pagingFlag(field),
    ),
    flagsFrom: {
      ...flagsFrom,
      omit: [...omit, field],
      positional: positional.filter((one) => one !== field),
    },
  };
}

/** The option of a listing that gives the field. */
function pagingFlag(field: string): string | undefined {
  return { pagenumber: 'page', pagesize: 'page-size' }[field.toLowerCase()];
}

describe.each(SYSTEMS)('coverage of %s', (_title, parts, calls, fields) => {
  const coverage = coverageOf(parts);
  const whole: Totals = {
    calls,
    rows: calls,
    commands: calls,
    emulated: calls,
    contractTests: calls,
    fields,
    settable: fields,
  };
  /** The totals after a change of the parts. */
  const totalsWith = (change: Partial<Parts>): Totals => totalsOf(coverageOf({ ...parts, ...change }));
  const uses = coverage.flatMap(({ call, row: id }) => {
    const row = parts.rows.find((one) => one.id === id);
    return row === undefined ? [] : [{ call, row, commands: commandsFor(row, parts) }];
  });

  it('is whole', () => {
    const gaps = coverage.flatMap((one) =>
      [...one.fields].filter(([, ways]) => ways.length === 0).map(([path]) => `${one.call} ${path}`),
    );
    expect(gaps).toEqual([]);
    expect(totalsOf(coverage)).toEqual(whole);
  });

  it.each(coverage)('of $call is whole', ({ row, commands, emulated, contractTests, fields: ways }) => {
    expect(row).not.toBeNull();
    expect(commands).not.toEqual([]);
    expect(emulated).toBe(true);
    expect(contractTests).not.toEqual([]);
    for (const one of ways.values()) expect(one).not.toEqual([]);
  });

  it.each(coverage)('misses each part of $call', ({ call, row, commands, fields: ways }) => {
    expect(totalsWith({ rows: parts.rows.filter(({ id }) => id !== row) })).toMatchObject({
      rows: calls - 1,
      commands: calls - 1,
      settable: fields - ways.size,
    });
    expect(totalsWith({ emulated: parts.emulated.filter((one) => one !== call) })).toMatchObject({
      emulated: calls - 1,
    });
    expect(
      totalsWith({ contractTests: parts.contractTests.filter((one) => one.call !== call) }),
    ).toMatchObject({ contractTests: calls - 1 });
    // A command may be made from the rows of two calls.
    const lost = coverage.filter((one) => one.commands.every((name) => commands.includes(name)));
    expect(
      totalsWith({ commands: parts.commands.filter(({ name }) => !commands.includes(name)) }),
    ).toMatchObject({
      rows: calls,
      commands: calls - lost.length,
      settable: fields - lost.reduce((sum, one) => sum + one.fields.size, 0),
    });
  });

  const withFields = new Set(coverage.filter((one) => one.fields.size > 0).map(({ call }) => call));
  describe.each(uses.filter(({ call }) => withFields.has(call)))('of $call', ({ call, row, commands }) => {
    const documented = new Set(coverage.find((one) => one.call === call)?.fields.keys());
    const places = new Map(commands.flatMap((command) => typedPaths(command, row)));
    const counted = [...places].filter(([path, { fields: members = [] }]) =>
      members.length === 0
        ? documented.has(path)
        : members.some(({ name }) => documented.has(`${path}.${name}`)),
    );

    it.each(counted)('misses a place for %s', (_path, field) => {
      // Only of these commands, and only where they are made from this row.
      const stripped = parts.commands.flatMap((command) => {
        const own = commands.filter(({ name }) => name === command.name);
        return own.length === 0 ? [command] : own.map((one) => without(one, field.name));
      });
      const left = coverageOf({ ...parts, commands: stripped }).find((one) => one.call === call);
      const set = [...(left?.fields.values() ?? [])].filter((ways) => ways.length > 0).length;
      expect(set).toBe(documented.size - (field.fields?.length ?? 1));
    });
  });

  const pairs = uses.flatMap(({ row, commands }) =>
    commands.map((command) => ({ command, row, name: command.name, id: row.id })),
  );

  it.each(pairs)('$name gives no flag of $id to two fields', ({ command, row }) => {
    const own = (command.options ?? []).map(({ flag }) => flag);
    const flags = command.flagsFrom === undefined ? [] : flagFields(command.flagsFrom, row).map(optionName);
    expect(new Set([...own, ...flags]).size).toBe(own.length + flags.length);
  });
});
