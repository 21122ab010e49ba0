import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readBytes,
  readDuration,
  readLicensingMode,
  readTimestamp,
} from '../../../src/api/babel/encoding.js';

/** Milliseconds from 1970 to 9999, never in the first second, which stands for no date. */
const moment = fc.integer({ min: 1_000, max: 253_402_300_799_999 });

describe('timestamps', () => {
  it('reads the same moment from every encoding', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 999_999 }), (ms, rest) => {
        const iso = new Date(ms).toISOString();
        const seconds = Math.floor(ms / 1000);
        const nanos = (ms % 1000) * 1_000_000 + rest;
        for (const value of [
          { seconds, nanos },
          { seconds: String(seconds), nanos },
          { Seconds: seconds, Nanos: nanos },
          iso,
          iso.replace('Z', '+00:00'),
        ]) {
          expect(readTimestamp(value)).toBe(iso);
        }
      }),
    );
  });

  it('leaves nanoseconds out when the server does', () => {
    expect(readTimestamp({ seconds: 1_700_000_000 })).toBe('2023-11-14T22:13:20.000Z');
  });

  it.each([
    [null],
    [undefined],
    [''],
    [{}],
    [{ seconds: 0, nanos: 0 }],
    [{ seconds: '0' }],
    [{ nanos: 5 }],
    ['1970-01-01T00:00:00Z'],
    ['0001-01-01T00:00:00'],
    ['soon'],
    ['2026-13-45T00:00:00Z'],
    [{ seconds: 9e15 }],
    [[]],
  ])('has no date in %j', (value) => {
    expect(readTimestamp(value)).toBeNull();
  });

  it('moves another zone to UTC and invents none', () => {
    expect(readTimestamp('2026-11-20T12:00:00+02:00')).toBe('2026-11-20T10:00:00.000Z');
    expect(readTimestamp('2026-11-20T12:00:00')).toBe('2026-11-20T12:00:00');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = readTimestamp(value);
        expect(read === null || !Number.isNaN(Date.parse(read))).toBe(true);
      }),
    );
  });
});

describe('durations', () => {
  it('reads whole seconds from every encoding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 * 86_400 }), (seconds) => {
        const two = (value: number): string => String(value).padStart(2, '0');
        const days = Math.floor(seconds / 86_400);
        const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two);
        for (const value of [
          { seconds, nanos: 0 },
          { seconds: String(seconds) },
          `${seconds}s`,
          `${seconds}.000s`,
          seconds,
          String(seconds),
          `${days}.${clock.join(':')}`,
        ]) {
          expect(readDuration(value)).toBe(seconds);
        }
      }),
    );
  });

  it.each([
    ['1.5s', 1.5],
    [{ seconds: 1, nanos: 500_000_000 }, 1.5],
    [{ nanos: 250_000_000 }, 0.25],
    ['00:05:00', 300],
    ['01:00:00.5', 3600.5],
    ['1.00:00:00', 86_400],
  ])('reads %j', (value, seconds) => {
    expect(readDuration(value)).toBe(seconds);
  });

  it.each([
    [null],
    [undefined],
    [''],
    [0],
    ['0s'],
    [{ seconds: 0, nanos: 0 }],
    [-5],
    ['-5s'],
    ['5 minutes'],
    [true],
  ])('has no duration in %j', (value) => {
    expect(readDuration(value)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readDuration(value)));
  });
});

describe('bytes', () => {
  it('reads the same bytes from an array and from Base64 of either alphabet, padded or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (array) => {
        const bytes = Buffer.from(array);
        const base64 = bytes.toString('base64');
        for (const value of [[...array], base64, base64.replace(/=+$/, ''), bytes.toString('base64url')]) {
          expect(readBytes(value)).toEqual(bytes);
        }
      }),
    );
  });

  it.each([[null], [undefined], [''], [[]], [[256]], [[-1]], [[1.5]], [['1']], ['not base 64'], [{}]])(
    'has no bytes in %j',
    (value) => {
      expect(readBytes(value)).toBeNull();
    },
  );
});

describe('licensing mode', () => {
  it.each([
    [undefined, 'license-file'],
    [0, 'license-file'],
    ['0', 'license-file'],
    [1, 'activation'],
    ['1', 'activation'],
    ['Activation', 'activation'],
    [2, 'floating'],
    ['FLOATING', 'floating'],
    [7, '7'],
    ['Consumption', 'Consumption'],
  ])('reads %j', (value, mode) => {
    expect(readLicensingMode(value)).toBe(mode);
  });
});
