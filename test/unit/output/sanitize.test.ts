import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeJson, sanitizeBlock, sanitizeLine, UNSAFE_RANGES } from '../../../src/output/sanitize.js';

const isUnsafe = (codePoint: number): boolean =>
  UNSAFE_RANGES.some(([from, to]) => codePoint >= from && codePoint <= to);

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...['\u001b[31m', '\r', '\n', '\t', '\u0000', '\u007f', '\u009b', '\u202e', '\u2066', '\u200b'],
        ...['\ufeff', '\u2028', '\u061c', '\ud800', '\u{e0041}', 'a', '"', '\\', '日', '😀'],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

const unsafeIn = (text: string): string[] =>
  [...text].filter((character) => isUnsafe(character.codePointAt(0) ?? 0));

describe('sanitizeLine', () => {
  it('never lets an unsafe code point through', () => {
    fc.assert(fc.property(hostile, (text) => unsafeIn(sanitizeLine(text)).length === 0));
  });

  it.each([
    ['plain text, Ünïcode, 日本 and 😀', 'plain text, Ünïcode, 日本 and 😀'],
    ['\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
    ['a\tb\nc\rd', 'a\\tb\\nc\\rd'],
    ['abc\u202egnp.exe', 'abc\\u{202e}gnp.exe'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
    ['c1 \u009b2J and del \u007f', 'c1 \\u{9b}2J and del \\u{7f}'],
    ['tag \u{e0041}', 'tag \\u{e0041}'],
    ['half \ud83d', 'half \\u{d83d}'],
  ])('shows %j as %j', (text, shown) => {
    expect(sanitizeLine(text)).toBe(shown);
  });
});

describe('sanitizeBlock', () => {
  it('keeps newlines and tabs and nothing else that is unsafe', () => {
    expect(sanitizeBlock('-----BEGIN\n\tAB\r\n\u001b]0;x\u0007')).toBe(
      '-----BEGIN\n\tAB\\r\n\\u{1b}]0;x\\u{7}',
    );
  });
});

describe('escapeJson', () => {
  it('keeps every value as it was, and carries no unsafe code point', () => {
    fc.assert(
      fc.property(hostile, hostile, (key, value) => {
        const json = escapeJson(JSON.stringify({ [`k${key}`]: [value] }, null, 2));
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [`k${key}`]: [value] })));
        expect(unsafeIn(json).filter((character) => character !== '\n')).toEqual([]);
      }),
    );
  });

  it('writes escapes that JSON knows', () => {
    expect(escapeJson(JSON.stringify('\u202e\u007f\u{e0041}'))).toBe('"\\u202e\\u007f\\udb40\\udc41"');
  });
});
