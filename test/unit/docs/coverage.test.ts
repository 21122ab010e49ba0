/** 61 of 61 calls and 330 of 330 fields; what is taken away is missed. */
import { describe, expect, it } from 'vitest';
import { coverageOf, loadParts, type Parts, type Totals, totalsOf } from '../../../scripts/docs/coverage.js';
import { settableFields, typedPaths } from '../../../scripts/docs/coverage-fields.js';
import type { Field, Input } from '../../../src/api/operation.js';
import { isObject } from '../../../src/api/read.js';
import type { Command, Parsed } from '../../../src/commands/command.js';
import { optionName } from '../../../src/commands/field-values.js';
import { flagFields } from '../../../src/commands/operation-flags.js';
import { collectInput } from '../../../src/commands/operation-input.js';

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

/** A text that the field takes on the command line. */
function sample(field: Field): string {
  if (field.type === 'datetime') return '2027-01-31';
  if (field.type === 'object') return 'NAME=VALUE';
  if (field.type === 'list') return listSample(field.fields ?? []);
  return field.type === 'boolean' ? 'true' : (field.values?.[0] ?? '7');
}

function listSample(members: readonly Field[]): string {
  if (members.length > 3) return members.map((member) => `${optionName(member)}=${sample(member)}`).join(',');
  const [first, second, third] = members.map(sample);
  const pair = second === undefined ? `${first}` : `${first}=${second}`;
  return third === undefined ? pair : `${pair}:${third}`;
}

/** The command line that gives this field alone, as parsed. */
function lineFor(field: Field, way: string): Parsed {
  const text = sample(field);
  const value = field.type === 'list' || field.type === 'object' ? [text] : text;
  return way.startsWith('--')
    ? { args: {}, options: { [way.slice(2)]: value } }
    : { args: { [way]: text }, options: {} };
}

const given = (input: Input, path: string): boolean =>
  path.split('.').reduce<unknown>((value, name) => {
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    return isObject(inner) ? inner[name] : undefined;
  }, input) !== undefined;

const pairs = uses.flatMap(({ row, commands }) =>
  commands.map((command) => ({ command, row, name: command.name, id: row.id })),
);

describe.each(pairs)('$name: $id', ({ command, row }) => {
  const ways = settableFields(command, row);
  const flags = command.flagsFrom === undefined ? [] : flagFields(command.flagsFrom, row).map(optionName);
  const own = new Set((command.options ?? []).map(({ flag }) => `--${flag}`));

  it('gives no flag to two fields', () => {
    expect(new Set(flags).size).toBe(flags.length);
    expect(flags.filter((flag) => own.has(`--${flag}`))).toEqual([]);
  });

  // Secrets come by standard input, and what is an option or argument of the command's own is for it to read.
  const typed = typedPaths(command, row).flatMap(([path, field]) => {
    const way = ways.get(field.fields === undefined ? path : `${path}.${field.fields[0]?.name}`);
    const isRead = way !== undefined && (flags.includes(way.slice(2)) || isPositional(command, field.name));
    return isRead && field.secret !== true ? [{ path, field, way }] : [];
  });

  it.each(typed)('$way gives $path', ({ path, field, way }) => {
    const input = collectInput(command, lineFor(field, way), row);
    const paths = field.fields === undefined ? [path] : field.fields.map(({ name }) => `${path}.${name}`);
    for (const one of paths) expect(given(input, one), one).toBe(true);
  });
});

function isPositional({ flagsFrom }: Command, name: string): boolean {
  return flagsFrom?.positional?.includes(name) === true;
}
