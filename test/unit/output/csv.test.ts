import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMULA_STARTS, neutralCell } from '../../../src/output/csv.js';
import { print } from '../../../src/output/print.js';
import type { Row } from '../../../src/output/result.js';
import { printing } from './collect.js';

const COLUMNS = [
  { key: 'code', header: 'Code' },
  { key: 'note', header: 'Note' },
];

async function csvOf(rows: readonly Row[], csvExact: boolean, columns = COLUMNS): Promise<string> {
  const { stdout, options } = printing({ format: 'csv', csvExact });
  await print({ kind: 'list', columns, rows, id: 'code' }, options);
  return stdout.text;
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", ' ', 'a', '1'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
);

describe('csv', () => {
  it('has a header of keys, CRLF and quotes where needed', async () => {
    const text = await csvOf([{ code: 'A-1', note: 'say "hi", then go' }], false);
    expect(text).toBe('code,note\r\nA-1,"say ""hi"", then go"\r\n');
  });

  it('protects codes of many digits and leading zeros from spreadsheets', async () => {
    const text = await csvOf([{ code: '206454320110930859', note: '007' }], false);
    expect(text).toBe("code,note\r\n'206454320110930859,'007\r\n");
  });

  it.each([
    [false, "'=cmd()\r\nA-1\r\n"],
    [true, '=cmd()\r\nA-1\r\n'],
  ])('protects the header too: a server may have named the members; exact %s', async (exact, expected) => {
    expect(await csvOf([{ '=cmd()': 'A-1' }], exact, [{ key: '=cmd()', header: 'Odd' }])).toBe(expected);
  });

  it('changes nothing under --csv-exact', async () => {
    const text = await csvOf([{ code: '206454320110930859', note: '=cmd()' }], true);
    expect(text).toBe('code,note\r\n206454320110930859,=cmd()\r\n');
  });

  it('round-trips exactly under --csv-exact', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ code: cell, note: cell }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const records: string[][] = parse(await csvOf(rows, true), { record_delimiter: '\r\n' });
          expect(records).toEqual([['code', 'note'], ...rows.map(({ code, note }) => [code, note])]);
        },
      ),
    );
  });

  it('begins no cell like a formula otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ code: cell, note: cell }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const records: string[][] = parse(await csvOf(rows, false));
          expect(records).toHaveLength(rows.length + 1);
          // Some spreadsheets pass over blanks in front.
          for (const value of records.flat())
            expect(FORMULA_STARTS).not.toContain(value.trimStart().charAt(0));
        },
      ),
    );
  });

  it.each([
    [-5, '-5'],
    ['-5', "'-5"],
    ['＝1+1', "'＝1+1"],
    ['\u001b[2J', '\\u{1b}[2J'],
    ['123456789012', "'123456789012"],
    ['12345678901', '12345678901'],
    ['0', '0'],
    [null, ''],
    [true, 'true'],
    [['a', 'b'], 'a, b'],
  ])('turns %j into %j', (value, text) => {
    expect(neutralCell(value)).toBe(text);
  });

  it('prints a record as header and one row', async () => {
    const { stdout, options } = printing({ format: 'csv' });
    await print({ kind: 'record', id: 'a', record: { a: 'x', b: null, list: [1, 2] } }, options);
    expect(stdout.text).toBe('a,b,list\r\nx,,"1, 2"\r\n');
  });
});
