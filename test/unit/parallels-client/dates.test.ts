import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver, readDate } from '../../../src/api/parallels/dates.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** A minute between 1970 and 2100, as its parts. */
const minute = fc
  .integer({ min: 0, max: 4_102_444_800 / 60 - 1 })
  .map((minutes) => new Date(minutes * 60_000));

describe('dates', () => {
  it('are read day first, with and without a time', () => {
    fc.assert(
      fc.property(minute, (at) => {
        const iso = at.toISOString();
        const spelled = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
        const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
        expect(readDate(spelled)).toBe(iso.slice(0, 10));
        expect(readDate(`${spelled} ${clock}`)).toBe(`${iso.slice(0, 16)}:00`);
      }),
    );
  });

  it('are read month first only where there is no other way', () => {
    fc.assert(
      fc.property(minute, (at) => {
        fc.pre(at.getUTCDate() > 12);
        const american = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`;
        expect(readDate(american)).toBe(at.toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    ['03/05/2019 05:30', '2019-05-03T05:30:00'],
    ['23/03/2021', '2021-03-23'],
    ['2/21/2021 5:30:15 PM', '2021-02-21T17:30:15'],
    ['2/21/2021 12:05 AM', '2021-02-21T00:05:00'],
    ['21.02.2021', '2021-02-21'],
    ['2021-02-21', '2021-02-21'],
    ['2021-02-21T05:30', '2021-02-21T05:30:00'],
    ['2021-02-21T05:30:00Z', '2021-02-21T05:30:00Z'],
    ['  23/03/2021 ', '2021-03-23'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %j', (text, iso) => {
    expect(readDate(text)).toBe(iso);
  });

  it.each([
    [null],
    [''],
    ['Never'],
    ['31/02/2021'],
    ['29/02/2023'],
    ['13/13/2021'],
    ['0/1/2021'],
    ['21/02/2021 25:00'],
    ['21/02/21'],
  ])('reads no date in %j', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('never throws, and gives what Date can read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readDate(text);
        expect(read === null || !Number.isNaN(Date.parse(read))).toBe(true);
      }),
    );
  });
});

describe('whether a date is over', () => {
  it.each([
    ['2021-02-21', '2021-02-22T11:59:59Z', false],
    ['2021-02-21', '2021-02-22T12:00:00Z', true],
    ['2021-02-21T05:30:00', '2021-02-21T17:29:59Z', false],
    ['2021-02-21T05:30:00', '2021-02-21T17:30:00Z', true],
    ['2021-02-21T05:30:00Z', '2021-02-21T05:30:01Z', true],
    ['2021-02-21T05:30:00+02:00', '2021-02-21T03:29:59Z', false],
  ])('%s at %s: %s', (date, now, over) => {
    expect(isOver(date, Date.parse(now))).toBe(over);
  });
});
