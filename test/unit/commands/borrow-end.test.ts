import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borrowEnd } from '../../../src/commands/borrow-end.js';
import { UsageError } from '../../../src/errors.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('--borrowed-until', () => {
  it.each([
    '2027-06-30',
    '2027-06-30 18:00',
    '2027-06-30 18:00:05',
    '2027-06-30 18:00:05.250',
    '2027-06-30T18:00:05Z',
    '2027-06-30T18:00:05.250Z',
    '2028-02-29',
  ])('goes as it was typed: %s', (text) => {
    expect(borrowEnd(text, NOW)).toBe(text);
    expect(borrowEnd(` ${text} `, NOW)).toBe(text);
  });

  it.each([undefined, 'max', 'MAX'])('%s is the longest time: null', (text) => {
    expect(borrowEnd(text, NOW)).toBeNull();
  });

  it.each([
    ['12h', '2026-11-21T00:00:00.000Z'],
    ['1d12h', '2026-11-22T00:00:00.000Z'],
    ['45m', '2026-11-20T12:45:00.000Z'],
  ])('%s is counted from now', (text, end) => {
    expect(borrowEnd(text, NOW)).toBe(end);
  });

  it.each([
    '',
    'null',
    'tomorrow',
    '12',
    '0h',
    '-1h',
    '99999999w',
    '2027-06',
    '20270630',
    '2027-06-30T18:00',
    '2027-06-30T18:00:05',
    '2027-06-30T18:00Z',
    '2027-06-30 18:00Z',
    '2027-06-30T18:00:05+02:00',
    '2027-06-30 18',
    '2027-06-30 18:00:05.2500',
    '2027-6-30',
    '2027-02-30',
    '2027-06-30 24:00',
    '2027-06-30 18:60',
    '0000-01-01',
  ])('is not %j', (text) => {
    expect(() => borrowEnd(text, NOW)).toThrow(UsageError);
    expect(() => borrowEnd(text, NOW)).toThrow(/^--borrowed-until takes/);
  });

  it('takes the ISO text of every instant, as a person copies it from an answer', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(NOW), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(borrowEnd(date.toISOString(), NOW)).toBe(date.toISOString());
          const spaced = date.toISOString().replace('T', ' ').replace('Z', '');
          expect(borrowEnd(spaced, NOW)).toBe(spaced);
        },
      ),
    );
  });
});
