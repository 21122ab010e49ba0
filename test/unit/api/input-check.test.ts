import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInput, encodeInput } from '../../../src/api/input-check.js';
import type { Field, Input, Operation, Rule } from '../../../src/api/operation.js';
import { UsageError } from '../../../src/errors.js';

const row = (input: readonly Field[], rest: Partial<Operation> = {}): Operation => ({
  id: 'zentitle.test.call',
  provider: 'zentitle',
  method: 'PUT',
  path: '/api/Test',
  summary: 'Test',
  effect: 'write',
  encoding: 'json',
  input,
  answer: { kind: 'text' },
  source: 'test',
  ...rest,
});

const field = (rest: Partial<Field> = {}): Field => ({ name: 'value', type: 'string', note: '', ...rest });

function refusal(operation: Operation, input: Input): string {
  try {
    checkInput(operation, input);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error).toMatchObject({ code: 'invalid_input', operation: 'zentitle.test.call' });
    return error.message;
  }
  return 'accepted';
}

/** What travels for one value of one field. */
function wire(spec: Partial<Field>, value: unknown, rest: Partial<Operation> = {}): unknown {
  const operation = row([field(spec)], rest);
  const sent: unknown = JSON.parse(encodeInput(operation, checkInput(operation, { value })).body ?? '');
  return sent;
}

describe('one value', () => {
  test.each<[Partial<Field>, unknown, unknown]>([
    [{}, 'x', 'x'],
    [{}, '', ''],
    [{}, 206454320110930, '206454320110930'],
    [{}, '206454320110930859', '206454320110930859'],
    [{}, '007', '007'],
    [{}, true, 'true'],
    [{ values: ['Perpetual', 'elementPool'] }, 'ELEMENTPOOL', 'elementPool'],
    [{ values: ['0', '1'], type: 'integer' }, '1', 1],
    [{ type: 'integer' }, '42', 42],
    [{ type: 'integer' }, 42, 42],
    [{ type: 'integer', wire: 'text' }, 42, '42'],
    [{ type: 'integer', wire: 'text' }, ' 42 ', '42'],
    [{ type: 'integer' }, '-3', -3],
    [{ type: 'number' }, '1.5', 1.5],
    [{ type: 'integer', special: ['unlimited'] }, 'Unlimited', 'unlimited'],
    [{ type: 'boolean' }, 'TRUE', true],
    [{ type: 'boolean', wire: 'text' }, true, 'true'],
    [{ type: 'boolean', wire: 'text' }, 'off', 'false'],
    [{ type: 'boolean', wire: 'bit' }, true, 1],
    [{ type: 'boolean', wire: 'bit' }, '0', 0],
    [{ type: 'datetime', special: ['reset'] }, 'RESET', 'reset'],
    [{ type: 'datetime' }, '2027-06-30', '2027-06-30'],
    [{ type: 'datetime' }, '2027-06-30T23:59:59', '2027-06-30T23:59:59'],
    [{ type: 'datetime' }, '2027-06-30 23:59', '2027-06-30T23:59'],
    [{ type: 'datetime' }, '2027-06-30T23:59:59Z', '2027-06-30T23:59:59'],
    [{ type: 'datetime' }, '2027-06-30T23:59:59.25+02:00', '2027-06-30T21:59:59.250'],
    [{ type: 'datetime' }, '2027-01-01T00:00:00+0130', '2026-12-31T22:30:00'],
    [{ type: 'datetime' }, '2028-02-29t10:00:00z', '2028-02-29T10:00:00'],
    [{ type: 'datetime' }, '2027-06-30T23:59:59+14:00', '2027-06-30T09:59:59'],
    [{ type: 'datetime' }, '9999-12-31T23:59:59', '9999-12-31T23:59:59'],
    [{ type: 'object' }, { any: [1] }, { any: [1] }],
    [{ type: 'list' }, ['a', 'b'], ['a', 'b']],
    [{ type: 'list' }, 'a', ['a']],
    [
      { type: 'list', fields: [field({ name: 'code' })] },
      ['a', { CODE: 'b' }],
      [{ code: 'a' }, { code: 'b' }],
    ],
    [
      {
        type: 'list',
        fields: [field({ name: 'n' }), field({ name: 'limit', type: 'integer', wire: 'text' })],
      },
      [{ n: 'F1', limit: 5 }],
      [{ n: 'F1', limit: '5' }],
    ],
    [
      { type: 'object', fields: [field({ name: 'on', type: 'boolean', wire: 'text' })] },
      { on: 'yes' },
      { on: 'true' },
    ],
  ])('%j takes %j as %j', (spec, value, expected) => {
    expect(wire(spec, value)).toEqual({ value: expected });
  });

  test('a zone stays where the system has zones', () => {
    const spec = { type: 'datetime' } as const;
    expect(wire(spec, '2027-06-30T23:59:59+02:00', { provider: 'licensespring' })).toEqual({
      value: '2027-06-30T23:59:59+02:00',
    });
  });

  test.each<[Partial<Field>, unknown, string]>([
    [{ type: 'integer' }, 'abc', "--value takes a whole number, not 'abc'."],
    [{ type: 'integer' }, '', '--value takes a whole number, not an empty text.'],
    [{ type: 'integer' }, '1.5', "--value takes a whole number, not '1.5'."],
    [{ type: 'integer' }, '1e3', "--value takes a whole number, not '1e3'."],
    [{ type: 'integer', min: 5, max: 1440 }, 4, "--value takes a whole number from 5 to 1440, not '4'."],
    [
      { type: 'integer', min: 5, max: 1440 },
      1441,
      "--value takes a whole number from 5 to 1440, not '1441'.",
    ],
    [
      { type: 'integer', max: 500, unit: 'days' },
      501,
      "--value takes a whole number of days of at most 500, not '501'.",
    ],
    [
      { type: 'integer' },
      '99999999999999999999',
      "--value takes a whole number, not '99999999999999999999'.",
    ],
    [{ type: 'boolean' }, 'maybe', "--value takes true or false, not 'maybe'."],
    [{ values: ['on', 'off'] }, 'half', "--value takes one of on, off, not 'half'."],
    [{ values: ['on', 'off'] }, '', '--value takes one of on, off, not an empty text.'],
    [{ minLength: 10, maxLength: 255 }, 'short', '--value takes 10 to 255 characters, not 5.'],
    [{ minLength: 20, maxLength: 20 }, 'short', '--value takes 20 characters, not 5.'],
    [{ maxLength: 3 }, 'long', '--value takes at most 3 characters, not 4.'],
    [
      { type: 'datetime' },
      'tomorrow',
      "--value takes a date such as 2027-06-30 or 2027-06-30T23:59:59, not 'tomorrow'.",
    ],
    [
      { type: 'datetime', special: ['reset'] },
      '2027-02-30',
      "--value takes a date such as 2027-06-30 or 2027-06-30T23:59:59 that exists, or reset, not '2027-02-30'.",
    ],
    ...[
      '2027-02-29',
      '0000-01-01',
      '2027-06-30T24:00:00',
      '2027-06-30T23:59:60Z',
      '2027-06-30T10:00:00+99:99',
      '2027-06-30T10:00:00+14:01',
      '2027-06-30T10:00:00+10:60',
      '9999-12-31T23:59:59-10:00',
      '0001-01-01T00:00:00+01:00',
    ].map((date): [Partial<Field>, unknown, string] => [
      { type: 'datetime' },
      date,
      `--value takes a date such as 2027-06-30 or 2027-06-30T23:59:59 that exists, not '${date}'.`,
    ]),
    [{ type: 'integer' }, { toString: 1 }, '--value takes a whole number, not an object.'],
    [{ values: ['on'] }, [{ toString: null }], '--value takes one of on, not a list.'],
    [{ type: 'object' }, 'x', "--value takes an object of names and values, not 'x'."],
    [{}, {}, '--value takes text, not an object.'],
    [{}, 2 ** 60, '--value has too many digits for a bare number; put it in quotes.'],
    [{ secret: true, minLength: 8 }, 'planted', '--value-stdin takes at least 8 characters, not 7.'],
    [{ secret: true, values: ['a'] }, 'planted', '--value-stdin takes one of a.'],
    [{ flag: 'clients', type: 'integer' }, 'x', "--clients (value) takes a whole number, not 'x'."],
    [{}, 'x'.repeat(10), 'accepted'],
  ])('%j does not take %j', (spec, value, message) => {
    expect(refusal(row([field(spec)]), { value })).toBe(message);
  });

  test('long text is cut in the message', () => {
    expect(refusal(row([field({ type: 'integer' })]), { value: 'x'.repeat(500) })).toBe(
      `--value takes a whole number, not '${'x'.repeat(60)}…'.`,
    );
  });
});

describe('names', () => {
  const operation = row([
    field({ name: 'productid', flag: 'product', required: true }),
    field({ name: 'licenseType', flag: 'license-type', required: true }),
    field({ name: 'password', secret: true }),
  ]);

  test('all that is missing is named at once', () => {
    expect(refusal(operation, {})).toBe(
      '--product (productid) and --license-type (licenseType) are required.',
    );
    expect(refusal(operation, { productid: '', licenseType: 'x' })).toBe(
      '--product (productid) is required.',
    );
    expect(refusal(operation, { productid: null, licenseType: 'x' })).toBe(
      '--product (productid) is required.',
    );
  });

  test('an unknown one is named with those that exist', () => {
    expect(refusal(operation, { product: 'x' })).toBe(
      'There is no field product; there are productid, licenseType, password.',
    );
    expect(refusal(row([]), { x: 1 })).toBe('This call takes no input, but x is given.');
  });

  test('casing does not matter, and travels as documented', () => {
    expect(checkInput(operation, { PRODUCTID: '1', licensetype: 'x' })).toEqual({
      productid: '1',
      licenseType: 'x',
    });
    expect(refusal(operation, { productid: '1', ProductId: '2', licenseType: 'x' })).toBe(
      'productid is given twice.',
    );
  });

  test('members are checked like fields', () => {
    const list = row([
      field({ name: 'features', type: 'list', fields: [field({ name: 'code', required: true })] }),
    ]);
    expect(refusal(list, { features: [{}] })).toBe('code is required in --features.');
    expect(refusal(list, { features: [{ code: 'a', x: 1 }] })).toBe(
      'There is no field x in --features; there are code.',
    );
    const pair = [field({ name: 'a' }), field({ name: 'b' })];
    expect(refusal(row([field({ name: 'pairs', type: 'list', fields: pair })]), { pairs: [null] })).toBe(
      '--pairs takes objects, not null.',
    );
    const limits = field({ name: 'limit', type: 'integer', min: 0 });
    expect(
      refusal(row([field({ name: 'features', type: 'list', fields: [limits] })]), {
        features: [{ limit: -5 }],
      }),
    ).toBe("limit in --features takes a whole number of at least 0, not '-5'.");
  });

  test('blanks alone do not name what is required', () => {
    expect(refusal(operation, { productid: ' \t', licenseType: 'x' })).toBe(
      '--product (productid) is required.',
    );
  });

  test.each(['', ' ', '\t\n', '\u0085', '\u200b\u3164', '\0', ' \0C', '\u0001', null])(
    'what narrows a wide call is not left empty: %j',
    (computerid) => {
      const wide = row([field({ name: 'computerid', flag: 'computer' })], {
        effect: 'destroy-wide',
        narrowedBy: 'computerid',
      });
      const message = '--computer (computerid) is empty; leave it out only to take away from all.';
      expect(refusal(wide, { computerid })).toBe(message);
      expect(refusal(wide, { ComputerID: computerid })).toBe(message);
      expect(checkInput(wide, {})).toEqual({});
      expect(checkInput(wide, { computerid: undefined })).toEqual({});
      expect(checkInput(wide, { computerid: 'C' })).toEqual({ computerid: 'C' });
    },
  );
});

describe('rules', () => {
  const operation = (rule: Rule): Operation =>
    row([field({ name: 'a' }), field({ name: 'b' }), field({ name: 'c' })], { rules: [rule] });

  test.each<[Rule, Input, string]>([
    [{ kind: 'exactly-one', fields: ['a', 'b'] }, {}, 'One of --a or --b is required.'],
    [{ kind: 'exactly-one', fields: ['a', 'b'] }, { a: '1', b: '1' }, 'Give only one of --a and --b.'],
    [{ kind: 'exactly-one', fields: ['a', 'b'] }, { a: '1', b: '' }, 'accepted'],
    [{ kind: 'at-most-one', fields: ['a', 'b', 'c'] }, { a: '1', c: '1' }, 'Give only one of --a and --c.'],
    [{ kind: 'at-most-one', fields: ['a', 'b'] }, {}, 'accepted'],
    [{ kind: 'at-least-one', fields: ['a', 'b', 'c'] }, {}, 'At least one of --a, --b or --c is required.'],
    [{ kind: 'at-least-one', fields: ['a', 'b'] }, { b: '1' }, 'accepted'],
    [{ kind: 'needs', field: 'a', needs: ['b', 'c'] }, { a: '1' }, '--a also needs --b and --c.'],
    [{ kind: 'needs', field: 'a', needs: ['b', 'c'] }, { b: '1' }, 'accepted'],
    [{ kind: 'needs-when', field: 'a', equals: 'x', needs: 'b' }, { a: 'X' }, '--a x also needs --b.'],
    [{ kind: 'needs-when', field: 'a', equals: 'x', needs: 'b' }, { a: 'y' }, 'accepted'],
    [
      { kind: 'refuses-when', field: 'a', equals: 'x', target: 'b', refused: 'reset' },
      { a: 'x', b: 'RESET' },
      '--a x does not go with --b reset.',
    ],
    [
      { kind: 'refuses-when', field: 'a', equals: 'x', target: 'b', refused: 'reset' },
      { a: 'x', b: 'y' },
      'accepted',
    ],
  ])('%j with %j', (rule, input, expected) => {
    expect(refusal(operation(rule), input)).toBe(expected);
  });
});

describe('how it travels', () => {
  const fields = [field({ name: 'id' }), field({ name: 'note' }), field({ name: 'n', type: 'integer' })];

  test('JSON, also when nothing is given', () => {
    expect(encodeInput(row(fields), {})).toEqual({
      path: '/api/Test',
      body: '{}',
      contentType: 'application/json',
    });
  });

  test('JSON without what stands in the path', () => {
    expect(encodeInput(row(fields, { path: '/api/{id}/x' }), { id: 'a b', n: 1 })).toEqual({
      path: '/api/a%20b/x',
      body: '{"n":1}',
      contentType: 'application/json',
    });
  });

  test('a query', () => {
    const operation = row(fields, { encoding: 'query', method: 'GET' });
    expect(encodeInput(operation, { note: 'a b&c=d+é', n: 1 })).toEqual({
      path: '/api/Test?note=a%20b%26c%3Dd%2B%C3%A9&n=1',
    });
    expect(encodeInput(operation, {})).toEqual({ path: '/api/Test' });
  });

  test('text', () => {
    expect(encodeInput(row([field()], { encoding: 'text' }), { value: 'QUJD\n' })).toEqual({
      path: '/api/Test',
      body: 'QUJD\n',
      contentType: 'text/plain',
    });
  });

  test('nothing', () => {
    expect(encodeInput(row([], { encoding: 'none' }), {})).toEqual({ path: '/api/Test' });
  });

  test('any text in a query comes back as it was', () => {
    const operation = row([field()], { encoding: 'query' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const { path } = encodeInput(operation, checkInput(operation, { value }));
        expect(new URL(path, 'http://h').searchParams.get('value')).toBe(value);
      }),
    );
  });

  test('codes of any length keep every digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,25}$/), (value) => {
        expect(wire({}, value)).toEqual({ value });
      }),
    );
  });
});
