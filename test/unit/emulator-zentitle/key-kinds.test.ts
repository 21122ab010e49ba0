/** Which keys may make which calls: the line "Accessible API Keys" of each section of the document, as data. */
import { expect, test } from 'vitest';
import type { KeyKind } from '../../../src/api/operation.js';
import { API_KEYS } from '../../../src/emulator/zentitle/authorize.js';
import { documentedTable } from '../../fixtures/zentitle-document/document.js';
import { HEADERS, startService } from './service.js';

const KINDS: readonly KeyKind[] = ['read-only', 'read-write', 'offline', 'datastreamer'];
const cases = documentedTable.flatMap(({ call, keys }) =>
  KINDS.map((kind) => ({ name: call, kind, may: keys.includes(kind) })),
);

/** These take no input that must be there. */
const NEEDS_NOTHING = [
  'GET LicenseCodes',
  'GET Products',
  'GET Profiles',
  'GET Trials',
  'GET CompaniesProducts',
];

test('there are 61 sections, and so 244 cases', () => {
  expect([documentedTable.length, cases.length]).toEqual([61, 244]);
  const counts = KINDS.map((kind) => cases.filter((one) => one.kind === kind && one.may).length);
  expect(counts).toEqual([22, 60, 2, 1]);
});

/** With no input, so that a call which is let in is refused for what it lacks, except where it lacks nothing. */
test.each(KINDS)('a %s key may make the calls whose sections name it', (kind) => {
  const service = startService();
  const headers = { ...HEADERS, authorization: `bearer 1234:${API_KEYS[kind]}` };
  const found = cases
    .filter((one) => one.kind === kind)
    .map(({ name, may }) => {
      const { status, body } = service.raw(name, headers, '{}');
      const wanted = NEEDS_NOTHING.includes(name) ? 200 : 400;
      return { name, found: [status, body], expected: may ? [wanted, body] : [403, denied(kind, name)] };
    });
  expect(found).toHaveLength(61);
  for (const { name, found: answered, expected } of found) {
    expect([name, ...answered]).toEqual([name, ...expected]);
    if (answered[0] === 400) expect([name, answered[1]]).toEqual([name, expect.stringMatching(LACKING)]);
  }
});

const LACKING = /Missing mandatory field|Please supply/;

function denied(kind: KeyKind, name: string): string {
  return `"Access denied: a ${kind} API key may not call ${name}."`;
}
