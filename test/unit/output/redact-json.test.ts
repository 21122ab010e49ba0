import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../src/api/redactor.js';
import { redactJson } from '../../../src/output/redact-json.js';
import { escapeJson } from '../../../src/output/sanitize.js';

function redacted(json: string, ...secrets: readonly string[]): string {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.protect(secret);
  return redactJson(json, redactor.redact);
}

/** Secrets that are something else in JSON, or that begin or end like a piece of an escape. */
const AWKWARD = [
  ...[
    '1234',
    '123456789012',
    '12.5',
    '-1234',
    'true',
    'null',
    'nothing-else1',
    '202eabcdefgh',
    'u202eabcdefg',
  ],
  ...['abcd\\', '\\abcd', '"abcd"', '","a', '":"b', '\n\n\n\n'],
] as const;

const piece = fc.oneof(
  fc.string({ maxLength: 3, unit: 'binary' }),
  fc.constantFrom('\\', '"', '\n', '\\\\', '\u202e', '/', ','),
);

describe('secrets in JSON', () => {
  test('leave JSON behind, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...AWKWARD),
        fc.array(piece, { maxLength: 4 }),
        fc.boolean(),
        fc.array(piece, { maxLength: 4 }),
        fc.constantFrom(0, 2),
        (secret, before, whole, after, indent) => {
          const text = `${before.join('')}${whole ? secret : secret.slice(1)}${after.join('')}`;
          const number = Number(secret);
          const value = {
            [text]: text,
            list: [text, number, -number, number / 8, true, null],
            number,
            yes: true,
          };
          const json = escapeJson(JSON.stringify(value, null, indent));
          const shown = redacted(json, secret);
          const back = JSON.parse(shown) as Record<string, unknown>;
          expect(Object.keys(back)).toHaveLength(Object.keys(value).length);
          // Nothing else has changed.
          if (shown === json) expect(back).toEqual(JSON.parse(json));
          expect(back.yes).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['{"n":11112222}', '{"n":"[secret]"}'],
    ['{"n": -11112222.5, "m":[11112222,1]}', '{"n": "-[secret].5", "m":["[secret]",1]}'],
    ['{"n":111122223,"m":"x11112222"}', '{"n":111122223,"m":"x11112222"}'],
    ['{"11112222":"a, 11112222, b"}', '{"[secret]":"a, [secret], b"}'],
  ])('that are numbers: %s', (json, expected) => {
    expect(redacted(json, '11112222')).toBe(expected);
  });

  test('that end in a backslash, before a quote', () => {
    const json = JSON.stringify({ message: 'password "abcd\\" is wrong' });
    expect(JSON.parse(redacted(json, 'abcd\\'))).toEqual({ message: 'password "[secret]" is wrong' });
  });

  test('that begin like the rest of an escape', () => {
    const json = JSON.stringify({ message: 'wrong:\nothing-else1' });
    expect(JSON.parse(redacted(json, 'nothing-else1'))).toEqual({ message: 'wrong:\nothing-else1' });
  });

  test('that are very short, where they are a whole value', () => {
    expect(redacted('{"a":"abc","b":"abcd"}', 'abc')).toBe('{"a":"[secret]","b":"abcd"}');
  });

  test('in pieces of a document', () => {
    expect(redacted('"data":[\n{"a":"x planted-1"}', 'planted-1')).toBe('"data":[\n{"a":"x [secret]"}');
  });
});
