import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/api/operation.js';
import { fieldValue, placeholderOf } from '../../../src/commands/field-values.js';

const member = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  type: 'string',
  note: '',
  ...more,
});
const list = (flag: string, ...fields: Field[]): Field => ({
  name: `${flag}s`,
  type: 'list',
  flag,
  fields,
  note: '',
});

const CODES = list('feature', member('featurecode'));
const UDF = list('udf', member('fieldname'), member('defaultvalue'));
const FEATURES = list(
  'feature',
  member('featurecode'),
  member('featureavailability', { values: ['on', 'off'] }),
  member('limit'),
);
const FUNCTIONS = list(
  'fn',
  member('functionname'),
  member('enabled'),
  member('parametervalue', { unit: 'days' }),
);
const LEASE = member('clientleaseperiod', { type: 'integer', unit: 'hours', flag: 'client-lease' });
const END = member('enddate', { type: 'integer', unit: 'days', special: ['reset'] });
const NOTES = list(
  'note',
  member('type', { values: ['general', 'system', 'delete', 'deleteall'] }),
  member('description'),
);
const WIDE = list(
  'feature',
  member('featurecode', { flag: 'code' }),
  member('featurename', { flag: 'name' }),
  member('featuretype', { flag: 'type' }),
  member('trial', { unit: 'days' }),
);
const VARIABLES: Field = { name: 'variables', type: 'object', flag: 'variable', note: '' };

describe('fieldValue', () => {
  it.each([
    ['text as typed', member('company'), 'ACME ', 'ACME '],
    ['numbers as typed, for the client to check', member('limit', { type: 'integer' }), '007', '007'],
    ['booleans as typed', member('used', { type: 'boolean' }), 'TRUE', 'TRUE'],
    ['a bare switch', member('details', { type: 'boolean', wire: 'bit' }), true, true],
    ['a duration in the unit of the row', LEASE, '30d', 720],
    ['a bare number in the unit of the row', LEASE, '12', 12],
    ['a special word instead of a duration', END, 'Reset', 'Reset'],
    ['a list of one member', CODES, ['A', 'B'], [{ featurecode: 'A' }, { featurecode: 'B' }]],
    ['a list of two members', UDF, ['Site=Nord=Süd'], [{ fieldname: 'Site', defaultvalue: 'Nord=Süd' }]],
    ['an empty value', UDF, ['Site='], [{ fieldname: 'Site', defaultvalue: '' }]],
    [
      'a list of three members',
      FEATURES,
      ['FLOAT=on:10', 'EXPORT=off'],
      [
        { featurecode: 'FLOAT', featureavailability: 'on', limit: '10' },
        { featurecode: 'EXPORT', featureavailability: 'off' },
      ],
    ],
    [
      'a unit inside a list',
      FUNCTIONS,
      ['LTCO=on:2w'],
      [{ functionname: 'LTCO', enabled: 'on', parametervalue: 14 }],
    ],
    ['an object', VARIABLES, ['a=1', 'b=x=y'], { a: '1', b: 'x=y' }],
    [
      'typed members of an object',
      VARIABLES,
      ['n:=5', 'l:=[1,"2"]', 'no=:=5'],
      { n: 5, l: [1, '2'], no: ':=5' },
    ],
    [
      'kinds that may come twice',
      NOTES,
      ['general=a', 'general=b', 'deleteall'],
      [{ type: 'general', description: 'a' }, { type: 'general', description: 'b' }, { type: 'deleteall' }],
    ],
    [
      'a list of many members, by their names in any case; a comma divides only before one',
      WIDE,
      ['code=EXPORT,Name=Fast, safe, x=1,FeatureType=floating,trial=2w', 'code=B'],
      [
        { featurecode: 'EXPORT', featurename: 'Fast, safe, x=1', featuretype: 'floating', trial: 14 },
        { featurecode: 'B' },
      ],
    ],
  ] as const)('reads %s', (_, field, given, value) => expect(fieldValue(field, given)).toEqual(value));

  it.each([
    ['no equals sign', FEATURES, ['FLOAT'], "--feature takes NAME=on[:VALUE], not 'FLOAT'."],
    [
      'another word',
      FEATURES,
      ['FLOAT=maybe:3'],
      "--feature takes NAME=on or NAME=off, not 'FLOAT=maybe:3'.",
    ],
    ['a member that is not JSON', VARIABLES, ['n:={'], '--variable n:= is not JSON'],
    ['an unknown member', WIDE, ['code=A,price=1'], "--feature has no member 'price'."],
    ['a member twice', WIDE, ['code=A,featurecode=B'], "--feature gives 'featurecode' twice."],
    [
      'an entry without what it must have',
      {
        ...WIDE,
        fields: WIDE.fields?.map((member) => ({ ...member, required: member.flag !== 'type' })) ?? [],
      },
      ['type=x,code=A'],
      "--feature lacks name, trial in 'type=x,code=A'.",
    ],
    ['no member', WIDE, ['A'], "--feature takes MEMBER=VALUE,…, not 'A'."],
    ['no name', UDF, ['=x'], "--udf takes NAME=VALUE, not '=x'."],
    ['a name twice', FEATURES, ['A=on', 'A=off'], "--feature names 'A' twice."],
    ['an empty entry', CODES, [''], '--feature needs a name.'],
    ['a name twice in an object', VARIABLES, ['a=1', 'a=2'], "--variable names 'a' twice."],
    [
      'an inexact duration',
      LEASE,
      '90m',
      '--client-lease counts whole hours, and 90m is not a whole number of them.',
    ],
  ] as const)('refuses %s', (_, field, given, message) => {
    expect(() => fieldValue(field, given)).toThrow(message);
  });

  it('gives back any name, switch and value that were put together', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => !text.includes('='));
    const word = fc.constantFrom('on', 'off', 'ON', 'Off');
    fc.assert(
      fc.property(name, word, fc.string(), (featurecode, featureavailability, limit) => {
        expect(fieldValue(FEATURES, [`${featurecode}=${featureavailability}:${limit}`])).toEqual([
          { featurecode, featureavailability, limit },
        ]);
      }),
    );
  });

  it('keeps any text of an object whole, whatever its name', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }).filter((text) => !/=|.:$/s.test(text)));
    fc.assert(
      fc.property(names, fc.string(), (all, value) => {
        const read = fieldValue(
          VARIABLES,
          all.map((one) => `${one}=${value}`),
        );
        expect(Object.entries(read as object)).toHaveLength(all.length);
        for (const one of all) expect(Object.getOwnPropertyDescriptor(read, one)?.value).toBe(value);
      }),
    );
  });
});

it('shows the syntax as placeholder', () => {
  expect([CODES, UDF, FEATURES, VARIABLES, LEASE, member('x')].map(placeholderOf)).toEqual([
    'VALUE',
    'NAME=VALUE',
    'NAME=on[:VALUE]',
    'NAME=VALUE|@FILE',
    'DURATION',
    'TEXT',
  ]);
});
