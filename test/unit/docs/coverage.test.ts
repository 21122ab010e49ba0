/** 61 of 61 calls and 330 of 330 fields; what is taken away is missed. */
import { describe, expect, it } from 'vitest';
import { coverageOf, loadParts, type Parts, type Totals, totalsOf } from '../../../scripts/docs/coverage.js';
import { typedPaths } from '../../../scripts/docs/coverage-fields.js';
import type { Command } from '../../../src/commands/command.js';
import { optionName } from '../../../src/commands/field-values.js';
import { flagFields } from '../../../src/commands/operation-flags.js';

const parts = await loadParts();
const coverage = coverageOf(parts);
const totals = totalsOf(coverage);

const WHOLE = {
  calls: 61,
  rows: 61,
  commands: 61,
  emulated: 61,
  contractTests: 61,
  fields: 330,
  settable: 330,
};

describe('coverage of the Zentitle Web API', () => {
  it('is whole', () => {
    const gaps = coverage.flatMap(({ call, fields }) =>
      [...fields].filter(([, ways]) => ways.length === 0).map(([path]) => `${call} ${path}`),
    );
    expect(gaps).toEqual([]);
    expect(totals).toEqual(WHOLE);
  });

  it.each(coverage)('of $call is whole', ({ row, commands, emulated, contractTests, fields }) => {
    expect(row).not.toBeNull();
    expect(commands).not.toEqual([]);
    expect(emulated).toBe(true);
    expect(contractTests).not.toEqual([]);
    for (const ways of fields.values()) expect(ways).not.toEqual([]);
  });
});

/** The totals after a change of the parts. */
const totalsWith = (change: Partial<Parts>): Totals => totalsOf(coverageOf({ ...parts, ...change }));

describe.each(coverage)('without a part of $call', ({ call, row, commands, fields }) => {
  it('coverage is not whole', () => {
    expect(totalsWith({ rows: parts.rows.filter(({ id }) => id !== row) })).toMatchObject({
      rows: 60,
      commands: 60,
      settable: 330 - fields.size,
    });
    expect(
      totalsWith({ commands: parts.commands.filter(({ name }) => !commands.includes(name)) }),
    ).toMatchObject({
      rows: 61,
      commands: 60,
      settable: 330 - fields.size,
    });
    expect(totalsWith({ emulated: parts.emulated.filter((one) => one !== call) })).toMatchObject({
      emulated: 60,
    });
    expect(
      totalsWith({ contractTests: parts.contractTests.filter((one) => one.call !== call) }),
    ).toMatchObject({
      contractTests: 60,
    });
  });
});

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

const uses = coverage.flatMap(({ call, row: id, commands: names }) => {
  const row = parts.rows.find((one) => one.id === id);
  const commands = parts.commands.filter(({ name }) => names.includes(name));
  return row === undefined ? [] : [{ call, row, commands }];
});

describe.each(uses.filter(({ row }) => row.input.length > 0))(
  'without a flag of $call',
  ({ row, commands }) => {
    const places = new Map(commands.flatMap((command) => typedPaths(command, row)));

    it.each([...places])('%s is missed', (_path, field) => {
      const stripped = parts.commands.map((command) =>
        commands.includes(command) ? without(command, field.name) : command,
      );
      expect(totalsWith({ commands: stripped }).settable).toBe(330 - (field.fields?.length ?? 1));
    });
  },
);

const pairs = uses.flatMap(({ row, commands }) =>
  commands.map((command) => ({ command, row, name: command.name, id: row.id })),
);

it.each(pairs)('$name gives no flag of $id to two fields', ({ command, row }) => {
  const own = (command.options ?? []).map(({ flag }) => flag);
  const flags = command.flagsFrom === undefined ? [] : flagFields(command.flagsFrom, row).map(optionName);
  expect(new Set([...own, ...flags]).size).toBe(own.length + flags.length);
});
