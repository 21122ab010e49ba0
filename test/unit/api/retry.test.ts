import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/api/operation.js';
import { type Attempt, parseRetryAfter, retryDelayMs } from '../../../src/api/retry.js';
import { type FailureReason, TransportFailure } from '../../../src/api/transport.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const EFFECTS: readonly Effect[] = ['read', 'consume', 'write', 'create', 'destroy', 'destroy-wide'];

const failed = (reason: FailureReason, sent: boolean): Attempt => ({
  failure: new TransportFailure('x', reason, sent),
});
const answered = (status: number, retryAfter?: string, fault = false): Attempt => ({
  response: { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter }, body: '' },
  fault,
});
const repeats = (outcome: Attempt, attempt = 1): readonly Effect[] =>
  EFFECTS.filter((effect) => retryDelayMs(effect, attempt, outcome, NOW, () => 0) !== null);

describe('which effects are repeated', () => {
  const unseen: readonly Effect[] = ['read', 'write', 'create', 'destroy'];

  test.each<[string, Attempt, readonly Effect[]]>([
    ['refused', failed('refused', false), unseen],
    ['reset before it was sent', failed('reset', false), unseen],
    ['reset behind it', failed('reset', true), ['read']],
    ['timeout behind it', failed('timeout', true), ['read']],
    ['truncated', failed('truncated', true), ['read']],
    ['certificate', failed('tls', false), []],
    ['proxy refusal', failed('proxy', false), []],
    ['too large', failed('too-large', true), []],
    ['not HTTP', failed('not-http', true), []],
    ['429', answered(429), ['read']],
    ['429 with Retry-After', answered(429, '1'), unseen],
    ['503', answered(503), ['read']],
    ['503 with Retry-After', answered(503, '1'), unseen],
    ['503 with a wait that is too long', answered(503, '61'), []],
    ['502', answered(502), ['read']],
    ['502 with Retry-After', answered(502, '1'), ['read']],
    ['504', answered(504), ['read']],
    ['522', answered(522), ['read']],
    ['530', answered(530), ['read']],
    ['408', answered(408), ['read']],
    ['500 that is a fault', answered(500, undefined, true), ['read']],
    ['500 that is a refusal', answered(500), []],
    ['400', answered(400), []],
    ['401', answered(401), []],
  ])('%s', (_, outcome, expected) => {
    expect(repeats(outcome)).toEqual(expected);
  });

  test('a bare 429 of a system that documents its limits: also what is harmless twice, after the longest window', () => {
    const delays = EFFECTS.map((effect) => retryDelayMs(effect, 1, answered(429), NOW, () => 0, 60_000));
    expect(delays).toEqual([60_000, null, 60_000, null, null, null]);
  });

  test('four attempts are the end', () => {
    expect(repeats(failed('refused', false), 3)).not.toEqual([]);
    expect(repeats(failed('refused', false), 4)).toEqual([]);
  });
});

describe('how long it waits', () => {
  const delays = (random: number): (number | null)[] =>
    [1, 2, 3].map((attempt) => retryDelayMs('read', attempt, answered(502), NOW, () => random));

  test('doubles, with jitter over the whole span', () => {
    expect(delays(0)).toEqual([0, 0, 0]);
    expect(delays(0.5)).toEqual([250, 500, 1000]);
    expect(delays(0.999)).toEqual([499, 999, 1998]);
  });

  test('never less than the server asks, up to a minute', () => {
    const asked = (header: string): number | null =>
      retryDelayMs('read', 1, answered(429, header), NOW, () => 0.5);
    expect(asked('7')).toBe(7125);
    expect(asked('60')).toBe(60_125);
    expect(asked('61')).toBeNull();
    expect(asked('Fri, 20 Nov 2026 12:00:10 GMT')).toBe(10_125);
    expect(asked('soon')).toBe(250);
  });
});

test.each<[string | undefined, number | null]>([
  [undefined, null],
  ['', null],
  ['0', 0],
  [' 120 ', 120_000],
  ['1.5', null],
  ['-1', null],
  ['soon', null],
  ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
  ['Friday, 20-Nov-26 12:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
])('Retry-After: %s', (header, expected) => {
  expect(parseRetryAfter(header, NOW)).toBe(expected);
});
