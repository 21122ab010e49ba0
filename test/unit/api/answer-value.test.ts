import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOT_JSON, parseJson, readAnswer } from '../../../src/api/answer-value.js';
import { MAX_JSON_DEPTH } from '../../../src/api/json-depth.js';

const value = (body: string, type?: string): unknown => {
  const answer = readAnswer({
    status: 200,
    headers: type === undefined ? {} : { 'content-type': type },
    body,
  });
  return answer === NOT_JSON ? NOT_JSON : answer.value;
};

test.each<[string, string | undefined, unknown]>([
  ['{"a":1}', 'application/json', { a: 1 }],
  ['\ufeff{"a":1}\r\n', 'text/plain', { a: 1 }],
  ['"license_deactivated"', 'application/json', 'license_deactivated'],
  ['License Code Details Updated Successfully\n', 'text/html', 'License Code Details Updated Successfully'],
  ['OK', 'application/json', 'OK'],
  ['', 'application/json', undefined],
  [' \n', undefined, undefined],
  ['null', 'application/json', null],
  ['false', 'application/json', false],
  ['0', 'application/json', 0],
  ['[]', undefined, []],
  ['{"a":', 'application/json', NOT_JSON],
  ['[{"a":1},', 'text/plain', NOT_JSON],
  ['"cut', 'application/json; charset=utf-8', NOT_JSON],
  ['"quoted" prose', 'text/plain', '"quoted" prose'],
  [
    '"Passive License Created Successfully.\r\n4A6F"',
    'application/json',
    'Passive License Created Successfully.\r\n4A6F',
  ],
])('%j as %s', (body, type, expected) => {
  expect(value(body, type)).toEqual(expected);
});

const nested = (depth: number): string => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

test('no depth of nesting is beyond what recursion can bear', () => {
  expect(value(nested(MAX_JSON_DEPTH))).toEqual(JSON.parse(nested(MAX_JSON_DEPTH)));
  expect(value(nested(MAX_JSON_DEPTH + 1))).toBe(NOT_JSON);
  expect(value(nested(200_000))).toBe(NOT_JSON);
  expect(value(`[${'{},'.repeat(1000)}{}]`)).toHaveLength(1001);
});

test('whole numbers past 2^53 keep their digits as text', () => {
  expect(parseJson('206454320110930859')).toBe('206454320110930859');
  expect(parseJson('{"code":206454320110930859,"n":[ -9007199254740993, 9007199254740991]}')).toEqual({
    code: '206454320110930859',
    n: ['-9007199254740993', 9007199254740991],
  });
  expect(parseJson('{"s":":206454320110930859,","f":[0.1234567890123456,1e20]}')).toEqual({
    s: ':206454320110930859,',
    f: [0.1234567890123456, 1e20],
  });
});

test('any JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const plain: unknown = JSON.parse(text);
      fc.pre(!/\d{16}/.test(text));
      expect(parseJson(text)).toEqual(plain);
    }),
  );
});

test('a long text does not exhaust the reader', () => {
  const long = `${'x'.repeat(3_000_000)}\\n"q"`;
  expect(parseJson(JSON.stringify([long, '1'.repeat(20)]).replace(/"(1+)"/, '$1'))).toEqual([
    long,
    '1'.repeat(20),
  ]);
});
