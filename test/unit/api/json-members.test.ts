import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementTexts, memberText, memberTexts, withoutMembers } from '../../../src/api/json-members.js';

const SPACED = '{ "a" : {"x":[1,{"a":2}]} ,\n "b":"},{\\"", "c":[],"d":null, "e" : 1.50 }';

describe('the members of an object as they are written', () => {
  it('keep their white space and numbers', () => {
    expect(memberTexts(SPACED).map(({ name, value }) => [name, value])).toEqual([
      ['a', '{"x":[1,{"a":2}]}'],
      ['b', '"},{\\""'],
      ['c', '[]'],
      ['d', 'null'],
      ['e', '1.50'],
    ]);
    expect(withoutMembers(SPACED, ['b', 'd'])).toBe('{"a" : {"x":[1,{"a":2}]},"c":[],"e" : 1.50}');
  });

  it('are taken away at every place, and at the first level alone', () => {
    expect(withoutMembers('{"a":1,"b":{"a":2},"a":3}', ['a'])).toBe('{"b":{"a":2}}');
    expect(withoutMembers('{"\\u0061":1,"b":2}', ['a'])).toBe('{"b":2}');
    expect(withoutMembers('{}', ['a'])).toBe('{}');
  });

  it('the last of a name is the one that parsers take', () => {
    expect(memberText('{"a":1,"a":[2]}', 'a')).toBe('[2]');
    expect(memberText('{"b":1}', 'a')).toBeNull();
  });

  it('agree with the parser for any object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (object, pretty) => {
        const text = JSON.stringify(object, null, pretty ? 2 : undefined);
        const parsed = JSON.parse(text) as Record<string, unknown>;
        const members = memberTexts(text);
        expect(members.map(({ name }) => name)).toEqual(Object.keys(parsed));
        for (const { name, value } of members) expect(JSON.parse(value)).toEqual(parsed[name]);
        const [first] = Object.keys(parsed);
        if (first === undefined) return;
        const { [first]: _gone, ...rest } = parsed;
        expect(JSON.parse(withoutMembers(text, [first]))).toEqual(rest);
      }),
    );
  });
});

it('the elements of any array agree with the parser', () => {
  expect(elementTexts('[ {"a":[1,2]}, 3 ,"x,y", [] ]')).toEqual(['{"a":[1,2]}', '3', '"x,y"', '[]']);
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.boolean(), (array, pretty) => {
      const text = JSON.stringify(array, null, pretty ? 2 : undefined);
      expect(elementTexts(text).map((one) => JSON.parse(one))).toEqual(JSON.parse(text));
    }),
  );
});
