import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDuration, parseDuration, toUnit } from '../../../src/commands/durations.js';

describe('parseDuration', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['1h30m', 5_400_000],
    ['2D', 172_800_000],
    ['2w', 1_209_600_000],
    [' 5m ', 300_000],
  ])('%s is %i ms', (text, ms) => expect(parseDuration(text, '--for')).toBe(ms));

  it.each(['', '10', '0s', '-5m', '1.5h', '5 m', 'm', '10x', '99999999999999w', '1h30'])(
    'refuses %j',
    (text) => {
      expect(() => parseDuration(text, '--for')).toThrow(
        expect.objectContaining({ code: 'invalid_duration' }),
      );
    },
  );
});

describe('toUnit', () => {
  it.each([
    ['30d', 'hours', 720],
    ['30d', 'days', 30],
    ['36h', 'minutes', 2160],
    ['48h', 'days', 2],
    ['2w', 'days', 14],
    ['1d12h', 'hours', 36],
    ['720', 'hours', 720],
    ['0', 'days', 0],
    ['-3', 'days', -3],
    ['0d', 'hours', 0],
  ] as const)('%s in %s is %i', (text, unit, amount) => expect(toUnit(text, unit, '--lease')).toBe(amount));

  it('refuses what does not come out whole, and says so', () => {
    expect(() => toUnit('36h', 'days', '--offline-lease')).toThrow(
      '--offline-lease counts whole days, and 36h is not a whole number of them.',
    );
  });

  it.each(['soon', '', '1.5d', '12 h', '99999999999999999999'])('refuses %j', (text) => {
    expect(() => toUnit(text, 'hours', '--lease')).toThrow(
      expect.objectContaining({ code: 'invalid_duration' }),
    );
  });

  it('agrees with itself across units', () => {
    const letters = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;
    const amounts = fc.array(fc.tuple(fc.nat(10_000), fc.constantFrom('s', 'm', 'h', 'd', 'w')), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(amounts, (parts) => {
        const text = parts.map(([amount, letter]) => `${amount}${letter}`).join('');
        const seconds = parts.reduce((sum, [amount, letter]) => sum + amount * letters[letter], 0);
        expect(toUnit(text, 'seconds', '--x')).toBe(seconds);
        if (seconds % 3600 === 0) expect(toUnit(text, 'hours', '--x')).toBe(seconds / 3600);
        else
          expect(() => toUnit(text, 'hours', '--x')).toThrow(
            expect.objectContaining({ code: 'inexact_duration' }),
          );
      }),
    );
  });
});

describe('describeDuration', () => {
  it.each([
    [0, '0s'],
    [999, '1s'],
    [61_000, '1m 1s'],
    [3_600_000, '1h'],
    [90_061_000, '1d 1h'],
    [-5, '0s'],
  ])('%i ms reads %s', (ms, text) => expect(describeDuration(ms)).toBe(text));
});
