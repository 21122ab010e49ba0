import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSecretName, redactBody, redactHeaders, redactUrl } from '../../../src/api/redact-fields.js';
import { createRedactor, REDACTED, type Redactor } from '../../../src/api/redactor.js';

function knowing(...secrets: readonly string[]): Redactor {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.protect(secret);
  return redactor;
}

/** Secrets of any characters. A lone surrogate cannot travel as UTF-8, so it is in none. */
const secretText = fc
  .string({ minLength: 4, maxLength: 40, unit: 'binary' })
  .filter((text) => text.trim().length >= 4 && Buffer.from(text).toString('utf8') === text);

const jsonText = (secret: string): string => JSON.stringify(secret).slice(1, -1);
const ascii = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Whatever is no letter or digit, as the encoders of web frameworks write it. */
const entities = (text: string, entity: (code: number) => string): string =>
  text.replace(/[^A-Za-z0-9]/gu, (char) => `&${entity(char.codePointAt(0) ?? 0)};`);

const percentEach = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const unicodeEach = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => ascii16(text.charCodeAt(at))).join('');
const ascii16 = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** The ways a secret gets into text: what stands before it, how it is spelt there, what stands behind. */
const CONTEXTS: Readonly<Record<string, (secret: string) => readonly [string, string, string]>> = {
  plain: (secret) => ['<<', secret, '>>'],
  JSON: (secret) => ['{"v": "', jsonText(secret), '"}'],
  'JSON in JSON': (secret) => ['{"v": "{\\"w\\": \\"', jsonText(jsonText(secret)), '\\"}"}'],
  'JSON with escaped slashes': (secret) => ['"', jsonText(secret).replaceAll('/', '\\/'), '"'],
  'JSON in ASCII': (secret) => ['"', ascii(jsonText(secret)), '"'],
  'a URL component': (secret) => ['?v=', encodeURIComponent(secret), '&w=1'],
  'a URL component in lower case': (secret) => [
    '?v=',
    encodeURIComponent(secret).replace(/%../g, (hex) => hex.toLowerCase()),
    '&w=1',
  ],
  'a URL component, encoded twice': (secret) => [
    '?v=',
    encodeURIComponent(encodeURIComponent(secret)),
    '&w=1',
  ],
  'a form': (secret) => ['', new URLSearchParams({ v: secret }).toString().slice(2), '&w=1'],
  'a path': (secret) => ['https://h.example/', encodeURI(secret), ''],
  'a header': (secret) => ['authorization: bearer 1234:', secret, '\r\n'],
  'HTML entities': (secret) => ['<p>', entities(secret, (code) => `#${code}`), '</p>'],
  'HTML entities in hex': (secret) => [
    '<p>',
    entities(secret, (code) => `#x${code.toString(16).toUpperCase()}`),
    '</p>',
  ],
  capitals: (secret) => ['<<', secret.replace(/[a-z]/g, (letter) => letter.toUpperCase()), '>>'],
  'lower case': (secret) => [
    'https://',
    secret.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    '.example/',
  ],
  'a URL component of escapes alone': (secret) => ['?v=', percentEach(secret), '&w=1'],
  'JSON of escapes alone': (secret) => ['"', unicodeEach(secret), '"'],
  'HTML of entities alone': (secret) => [
    '<p>',
    Array.from(secret, (char) => `&#${char.codePointAt(0)};`).join(''),
    '</p>',
  ],
  base64: (secret) => ['Basic ', Buffer.from(secret).toString('base64'), '\r\n'],
  base64url: (secret) => ['?v=', Buffer.from(secret).toString('base64url'), '&w=1'],
};

describe('a registered secret', () => {
  for (const [name, context] of Object.entries(CONTEXTS)) {
    test(`is replaced whole in ${name}`, () => {
      fc.assert(
        fc.property(secretText, (secret) => {
          const [before, spelt, after] = context(secret);
          const redactor = knowing(secret);
          fc.pre(redactor.redact(before + after) === before + after);
          expect(redactor.redact(before + spelt + after)).toBe(`${before}${REDACTED}${after}`);
        }),
      );
    });
  }

  test('does not survive in base64 of a longer text', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 9, maxLength: 30 }),
        fc.string({ maxLength: 9 }),
        fc.string({ maxLength: 9 }),
        (secret, before, after) => {
          fc.pre(secret.trim().length >= 9);
          const shown = knowing(secret).redact(Buffer.from(before + secret + after).toString('base64'));
          const found = shown.split(REDACTED).map((piece) => Buffer.from(piece, 'base64').toString('utf8'));
          expect(shown).toContain(REDACTED);
          expect(found.join('')).not.toContain(secret.trim());
        },
      ),
    );
  });

  test('text without it is untouched', () => {
    expect(knowing('hunter2-planted').redact('nothing to see, hunter2')).toBe('nothing to see, hunter2');
  });

  test.each([
    ['the short one known first', ['abc-def-ghi-0', 'abc-def-ghi-0-and-more']],
    ['the long one known first', ['abc-def-ghi-0-and-more', 'abc-def-ghi-0']],
  ])('the longest is found first, so that no half of it is left: %s', (_order, secrets) => {
    expect(knowing(...secrets).redact('abc-def-ghi-0-and-more abc-def-ghi-0')).toBe(
      `${REDACTED} ${REDACTED}`,
    );
  });

  test('user:password goes as one where it was given as one', () => {
    const basic = Buffer.from('1234:planted-key').toString('base64');
    expect(knowing('1234:planted-key', 'planted-key').redact(`Basic ${basic}`)).toBe('Basic [secret]');
  });

  test('redacting twice changes nothing, also when "secret" is one', () => {
    const redactor = knowing('secret', 'planted');
    const once = redactor.redact('planted secret');
    expect(once).toBe('[secret] [secret]');
    expect(redactor.redact(once)).toBe(once);
  });

  test('a run of a million backslashes is gone through once', () => {
    const text = `${'\\'.repeat(1_000_000)}x`;
    expect(knowing('+planted-secret', '"planted', '\\planted-2').redact(text)).toBe(text);
  });

  test('blank text is no secret', () => {
    expect(knowing('', '   ').redact('a   b')).toBe('a   b');
  });

  test('one read from a file with its line end is found without it', () => {
    expect(knowing('planted\n').redact('x planted y')).toBe('x [secret] y');
  });
});

describe('a secret of fewer than four characters', () => {
  const redactor = knowing('abc');

  test.each([
    ['a JSON value', '{"password":"abc"}', '{"password":"[secret]"}'],
    ['in a JSON list', '["x", "abc"]', '["x", "[secret]"]'],
    ['a header', 'x-api-key: abc', 'x-api-key: [secret]'],
    ['a traced header', '> x-api-key: abc', '> x-api-key: [secret]'],
    ['a query value', 'http://h/?a=abc&b=1', 'http://h/?a=[secret]&b=1'],
  ])('is replaced as %s', (_, text, expected) => {
    expect(redactor.redact(text)).toBe(expected);
  });

  test.each(['the abc of it', '{"abc":1}', '{"a":"abcd"}', 'x-abc: 1', '/abc/'])('stays in %j', (text) => {
    expect(redactor.redact(text)).toBe(text);
  });
});

describe('a long secret', () => {
  /** As long as a token of single sign-on, and of no letters that repeat. */
  const token = Array.from({ length: 80 }, (_, at) =>
    createHash('sha256').update(`${at}`).digest('hex'),
  ).join('');
  const umlauts = 'password'.padEnd(2000, 'ß');

  test.each([
    ['as it is', token, (secret: string) => secret],
    ['in a query', umlauts, encodeURIComponent],
    ['with letters escaped', token, (secret: string) => `%41 ${secret}`],
    ['with its letters escaped', token.slice(0, 600), (secret: string) => secret.replaceAll('a', '\\u0061')],
    ['in base64', umlauts, (secret: string) => Buffer.from(`user:${secret}`).toString('base64')],
    ['beyond 16,384 characters', token.repeat(12), (secret: string) => secret],
    ['where it repeats itself', 'abc'.repeat(999), (secret: string) => secret],
  ])('is found %s, and shown as one', (_how, secret, spell) => {
    const redactor = createRedactor();
    redactor.protect(secret);
    const shown = redactor.redact(`before ${spell(secret)} behind`);
    expect(shown).toMatch(/^before (?:%41 )?\S{0,8}\[secret\]\S{0,4} behind$/);
  });

  test('leaves other text alone', () => {
    const redactor = createRedactor();
    redactor.protect(token);
    expect(redactor.redact(`id ${token.slice(0, 20)} and ${token.slice(-20)}`)).toContain(token.slice(0, 20));
  });
});

describe('by name', () => {
  const none = createRedactor();

  test.each([
    'Authorization',
    'x-api-key',
    'auth_token',
    'authToken',
    'sharedKey',
    'LICENSETOKEN',
    'id_token',
  ])('%s is a credential', (name) => expect(isSecretName(name)).toBe(true));

  test.each(['code', 'licensecode', 'apiKeyHeader', 'hardware_id', 'passwordless'])('%s is none', (name) =>
    expect(isSecretName(name)).toBe(false),
  );

  test('headers lose their credentials and keep the scheme', () => {
    const headers = {
      Authorization: 'bearer 1234:key',
      authorization: 'algorithm="hmac-sha256",apikey="k"',
      'X-Licence-Key': 'planted',
      Date: 'today',
    };
    expect(redactHeaders(none, headers, ['x-licence-key'])).toEqual({
      Authorization: 'bearer [secret]',
      authorization: '[secret]',
      'X-Licence-Key': '[secret]',
      Date: 'today',
    });
  });

  test.each([
    ['{"password":"a\\"b","n":1}', '{"password":"[secret]","n":1}'],
    [
      '{"outer":{"api_key" : 12},"x":[{"token":"t"}]}',
      '{"outer":{"api_key" : "[secret]"},"x":[{"token":"[secret]"}]}',
    ],
    ['{"password":null}', '{"password":null}'],
    ['{"password":"cut off he', '{"password":"[secret]"'],
    ['grant_type=x&client_secret=planted&a=b', 'grant_type=x&client_secret=[secret]&a=b'],
    ['{"code":"206454320110930859"}', '{"code":"206454320110930859"}'],
    ['License Code Details Updated Successfully', 'License Code Details Updated Successfully'],
  ])('body %s', (body, expected) => {
    expect(redactBody(none, body)).toBe(expected);
  });

  test('secret fields of an operation', () => {
    expect(redactBody(none, '{"code":"sso-code"}', ['code'])).toBe('{"code":"[secret]"}');
  });

  test('URLs', () => {
    expect(redactUrl(none, 'https://h/user?username=a&password=b%20c')).toBe(
      'https://h/user?username=a&password=[secret]',
    );
    expect(redactUrl(none, 'https://h/user?token=planted&username=a')).toBe(
      'https://h/user?token=[secret]&username=a',
    );
  });
});
