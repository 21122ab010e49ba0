import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/emulator/open-store.js';
import { createRandom } from '../../../src/emulator/random.js';
import { defaultSettings } from '../../../src/emulator/settings.js';
import { API_KEYS } from '../../../src/emulator/zentitle/authorize.js';
import { addDays, formatDate, normaliseDate, parseStoredDate } from '../../../src/emulator/zentitle/dates.js';
import { zentitleSystem } from '../../../src/emulator/zentitle/system.js';
import { zentitleWorldNotes } from '../../../src/emulator/zentitle/world/notes.js';
import { DAY, START, startService } from './service.js';

type Row = Readonly<Record<string, unknown>>;

describe('the default world', () => {
  test('is the same for the same second and seed, and another for another seed', () => {
    const rows = (seed: string, millisecond: number): unknown => {
      const store = openStore(':memory:');
      onTestFinished(() => store.close());
      store.exec(zentitleSystem.schema);
      const randomHex = createRandom({ seed, counter: 0 }).hex;
      const now = () => Date.parse(START) + millisecond;
      zentitleSystem.seed({ store, now, randomHex, settings: defaultSettings() });
      return store.all('select * from zentitle_codes order by seq');
    };
    expect(rows('one', 0)).toEqual(rows('one', 999));
    expect(rows('one', 0)).not.toEqual(rows('two', 0));
  });

  test.each(['2015-06-01T00:00:00Z', '2026-03-02T09:00:00Z', '2031-12-31T23:59:59.5Z'])(
    'has codes in every state, seen from %s',
    (at) => {
      const service = startService(at);
      const rows = service.ok('GET LicenseCodes', { pagenumber: 1 }) as Row[];
      const end = (row: Row): number => parseStoredDate(String(row.subscriptionEnddate)) - Date.parse(at);
      const states: Readonly<Record<string, (row: Row) => boolean>> = {
        free: (row) => row.acquiredbywebservice === 'false' && row.numActivations === 0,
        'handed out, not used': (row) =>
          row.acquiredbywebservice === 'true' && row.subscriptionlastActivated === null,
        'active on one': (row) => row.numActivations === 1,
        'active on several': (row) => Number(row.numActivations) > 1,
        full: (row) => row.numActivations === row.activationsAllowed,
        disabled: (row) => row.enabledforuse === 'false',
        'with deactivations': (row) => Number(row.numDeActivations) > 0,
        'subscription running': (row) => row.licensetype === 'SubscriptionPeriod' && end(row) > 30 * DAY,
        'subscription ending soon': (row) =>
          row.licensetype === 'SubscriptionPeriod' && end(row) > 0 && end(row) < 14 * DAY,
        'subscription over': (row) => row.licensetype === 'SubscriptionPeriod' && end(row) < 0,
        'date ahead': (row) => row.licensetype === 'ExpirationDate' && end(row) > 0,
        'date past': (row) => row.licensetype === 'ExpirationDate' && end(row) < 0,
        network: (row) => row.concurrencyMode === 'Network',
        cloud: (row) => row.concurrencyMode === 'Cloud',
      };
      for (const [name, inState] of Object.entries(states)) {
        expect([name, rows.filter(inState).length > 2]).toEqual([name, true]);
      }
    },
  );
});

test('what the notes of the world name is in it', () => {
  const service = startService();
  const tables: Readonly<Record<string, string>> = {
    code: 'select 1 as found from zentitle_codes where code = ?',
    profile: 'select 1 as found from zentitle_profiles where name = ?',
    computer: `select 1 as found from zentitle_trials where computerId = ?1
      union select 1 from zentitle_systems where computerId = ?1
      union select 1 from zentitle_consumers where computerId = ?1`,
    company: 'select 1 as found from zentitle_companies where name = ?',
    group: 'select 1 as found from zentitle_groups where name = ?',
    user: 'select 1 as found from zentitle_group_users where username = ?',
  };
  for (const { kind, value } of zentitleWorldNotes) {
    const sql = tables[kind];
    if (sql !== undefined) expect([value, service.deps.store.get(sql, value)]).toEqual([value, { found: 1 }]);
  }
  expect(zentitleWorldNotes.filter(({ kind }) => kind === 'API key').map(({ value }) => value)).toEqual(
    Object.values(API_KEYS),
  );
});

describe('dates', () => {
  test.each([
    ['2026-04-30', '2026-04-30T00:00:00'],
    ['2026-04-30T12:05', '2026-04-30T12:05:00'],
    ['2026-04-30 12:05:06', '2026-04-30T12:05:06'],
    ['2026-04-30T12:05:06.700', '2026-04-30T12:05:06.7'],
    ['2026-04-30T12:05:06.1239999', '2026-04-30T12:05:06.123'],
    ['2026-04-30T12:05:10Z', '2026-04-30T12:05:10'],
    ['2026-04-30T12:05:10+02:00', '2026-04-30T10:05:10'],
    ['2026-04-30T24:05:10', undefined],
    ['2026-02-29', undefined],
    ['30.04.2026', undefined],
    ['2026-4-30', undefined],
    ['tomorrow', undefined],
  ])('%s is read as %s', (text, wanted) => {
    expect(normaliseDate(text)).toBe(wanted);
  });

  test('the stored form sorts by time and reads back', () => {
    const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(moment, moment, (left, right) => {
        expect(parseStoredDate(formatDate(left))).toBe(left);
        expect(Math.sign(Number(formatDate(left) > formatDate(right)))).toBe(Number(left > right));
        expect(formatDate(left)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,2}[1-9])?$/);
      }),
    );
    expect(addDays('2026-02-27T00:00:00.5', 2)).toBe('2026-03-01T00:00:00.5');
  });
});
