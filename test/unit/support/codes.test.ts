/** Every code that a person can meet is explained, and nothing is explained that nobody can meet. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BABEL_CODES } from '../../../src/api/babel/error-codes.js';
import { LICENSESPRING_CODES } from '../../../src/api/licensespring/error-codes.js';
import { PARALLELS_CODES } from '../../../src/api/parallels/error-codes.js';
import { ZENTITLE_CODES } from '../../../src/api/zentitle/error-codes.js';
import { EXIT_CODES } from '../../../src/exit-codes.js';
import { allCodes } from '../../../src/support/codes/all-codes.js';
import { explain, explanationText } from '../../../src/support/codes/explanation.js';
import { findCodes, similarCodes } from '../../../src/support/codes/find-codes.js';
import { CALL_CODES } from '../../../src/support/codes/own-calls.js';
import { CONTEXT_CODES } from '../../../src/support/codes/own-contexts.js';
import { EMULATOR_CODES } from '../../../src/support/codes/own-emulator.js';
import { USAGE_CODES } from '../../../src/support/codes/own-usage.js';
import { WARNING_CODES } from '../../../src/support/codes/own-warnings.js';
import { documentedCodes } from '../../fixtures/licensespring/document.js';

const SRC = fileURLToPath(new URL('../../../src/', import.meta.url));
const OWN = [...USAGE_CODES, ...CONTEXT_CODES, ...CALL_CODES, ...WARNING_CODES, ...EMULATOR_CODES].map(
  ([code]) => code,
);
const KNOWN = new Set(allCodes().map(({ code }) => code));

/** Functions that take a code as an argument, up to the parenthesis. */
const TAKER = /\b(?:notice|refused?|problem|fault|verdict|complaint)(?:\?\.)?\(/g;
/** Members that hold a code, with what may follow: a fallback, a choice, a union of types. */
const MEMBER = /\b(?:code|reason): ([^,;}\n]+)/g;
const LITERAL = /'([a-z]+(?:_[a-z0-9]+)+)'/g;

/** The emulated systems speak for themselves, the tables explain, and rows name fields. */
function isSource(file: string): boolean {
  return (
    file.endsWith('.ts') &&
    !/^(?:emulator|support\/codes)\//.test(file) &&
    !/error-codes\.ts$|network-codes\.ts$/.test(file)
  );
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter(isSource);

/** The codes that one file can raise. */
function codesIn(text: string): readonly string[] {
  const members = [...text.matchAll(MEMBER)].map(([, value = '']) => value);
  const calls = [...text.matchAll(TAKER)].map((match) => argumentsFrom(text, match.index + match[0].length));
  const found = [...members, ...calls].flatMap((part) => [...part.matchAll(LITERAL)]);
  return [...new Set(found.map(([, code = '']) => code))];
}

/** What stands between a parenthesis and the one that closes it. */
function argumentsFrom(text: string, start: number): string {
  let open = 1;
  let at = start;
  for (; open > 0 && at < text.length; at += 1) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
  }
  return text.slice(start, at);
}

const sources = files.map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') }));

describe('the codes in the sources', () => {
  it('are found where they are raised', () => {
    const found = codesIn(`
      throw new UsageError('A', { code: wide ? 'one_code' : 'other_code' });
      notice('B', 'third_code'); context.notice('C', 'fourth_code');
      const refusal = { kind: 'fault', code: said ?? 'fifth_code' }; const no = { reason: 'sixth_code' };
      interface Problem { readonly code: 'seventh_code' | 'eighth_code' }
      const name = 'no_code';
    `);
    expect([...found].sort()).toEqual([
      'eighth_code',
      'fifth_code',
      'fourth_code',
      'one_code',
      'other_code',
      'seventh_code',
      'sixth_code',
      'third_code',
    ]);
  });

  it('are many', () => {
    expect(sources.flatMap(({ text }) => codesIn(text)).length).toBeGreaterThan(150);
  });

  it.each(sources.filter(({ text }) => codesIn(text).length > 0))('of $file are explained', ({ text }) => {
    expect(codesIn(text).filter((code) => !KNOWN.has(code))).toEqual([]);
  });

  it.each([...OWN, ...ZENTITLE_CODES.keys(), ...PARALLELS_CODES.keys()])(
    'hold %s, which is explained',
    (code) => {
      if (code.startsWith('would_')) return;
      // The failures on the way have a table of their own, and so has Babel's service.
      const tables = ['api/network-codes.ts'].map((file) => readFileSync(join(SRC, file), 'utf8'));
      const raised = [...sources.map(({ text }) => text), ...tables].some(
        (text) => text.includes(`'${code}'`) || text.includes(`  ${code}: {`),
      );
      expect(raised).toBe(true);
    },
  );
});

describe('documented codes', () => {
  it.each(documentedCodes)('$code of LicenseSpring has a meaning and a next step', ({ code }) => {
    const meaning = LICENSESPRING_CODES.get(code);
    expect(meaning?.meaning).toMatch(/^[A-Z].*\.$/);
    expect(meaning?.next).toBeTruthy();
    expect(allCodes()).toContainEqual(
      expect.objectContaining({ code, system: 'licensespring', documented: true }),
    );
  });

  it('are told from our names for what a system says in its own words', () => {
    expect(findCodes('token_expired')).toMatchObject([{ system: 'babel', documented: true }]);
    expect(findCodes('resource_exhausted')).toMatchObject([{ system: 'babel', documented: false }]);
    expect(findCodes('code_bank_empty')).toMatchObject([{ system: 'zentitle', documented: false }]);
  });
});

describe('every entry', () => {
  it.each(allCodes().map((entry) => [`${entry.code} of ${entry.system}`, entry] as const))(
    '%s says what it is in sentences',
    (_, { meaning, customer, next, exitCodes }) => {
      expect(meaning).toMatch(/^[\p{Lu}-].*\.$/u);
      expect(customer).toMatch(/^\p{Lu}.*\.$/u);
      expect(next === null || next.trim() !== '').toBe(true);
      expect(exitCodes.length).toBeGreaterThan(0);
    },
  );

  it('stands once for its system', () => {
    const names = allCodes().map(({ code, system, kind }) => `${code} ${system} ${kind}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('ends with an exit code that is promised', () => {
    const promised = new Set([...EXIT_CODES.map(({ code }) => code), 129, 130, 143]);
    expect(allCodes().flatMap(({ exitCodes }) => exitCodes.filter((code) => !promised.has(code)))).toEqual(
      [],
    );
  });
});

describe('looking up', () => {
  it('shows all meanings of a code that several systems have', () => {
    expect(explain('signature_mismatch')?.meanings).toMatchObject([
      { system: 'licensespring', exitCodes: [4], documented: true },
      { system: 'licensectl', exitCodes: [6], documented: false },
    ]);
    expect(explain('license_expired')?.meanings.map(({ system }) => system)).toEqual([
      'licensespring',
      'babel',
      'parallels',
    ]);
  });

  it.each(['LicenseExpired', 'license-expired', 'LICENSE_EXPIRED'])(
    'takes %s for license_expired',
    (text) => {
      expect(explain(text)?.code).toBe('license_expired');
    },
  );

  it('knows a code of an HTTP status', () => {
    expect(explain('http_503')?.meanings).toMatchObject([{ kind: 'fault', exitCodes: [8, 11] }]);
    expect(explain('http_404')?.meanings).toMatchObject([{ kind: 'not-found', exitCodes: [3] }]);
  });

  it.each(EXIT_CODES)('explains exit code $code', ({ code, meaning }) => {
    const explanation = explain(String(code));
    expect(explanation?.meanings[0]?.meaning.toLowerCase()).toBe(`${meaning.toLowerCase()}.`);
    expect(explanation?.meanings[0]?.exitCodes).toEqual([code]);
  });

  it('lists the codes behind an exit code', () => {
    expect(explain('7')?.codes).toEqual(['rate_limited']);
    expect(explain('130')?.codes).toContain('interrupted');
  });

  it('knows neither other numbers nor other names', () => {
    expect([explain('12'), explain('999'), explain('nonsense_code'), explain('')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('finds what may have been meant', () => {
    expect(similarCodes('licence_expird')[0]).toBe('license_expired');
    expect(similarCodes('activated_max')).toEqual([
      'license_activated_max_times',
      'license_user_activated_max_times',
    ]);
    expect(similarCodes('qqqqqqqq')).toEqual([]);
    expect(similarCodes('x'.repeat(10_000))).toEqual([]);
  });

  it('is text to read', () => {
    const explanation = explain('token_expired');
    expect(explanation === null ? '' : explanationText(explanation)).toBe(
      [
        'token_expired',
        '',
        'Babel Licensing Service, documented',
        '  Meaning   The seat was not renewed in time.',
        '  Customer  The device has no seat; another may have it by now.',
        '  Next      The seat has lapsed; ask for a new one.',
        '  Exit      6',
      ].join('\n'),
    );
  });
});

it('each published name of Babel has its code', () => {
  expect([...BABEL_CODES].filter(([, { ours }]) => ours === undefined).map(([code]) => code)).toEqual([
    'license_key_not_found',
    'token_not_found',
    'license_revoked',
    'license_expired',
    'token_expired',
    'server_reached_max_token_allowed',
    'license_tampered',
    'token_tampered',
  ]);
});
