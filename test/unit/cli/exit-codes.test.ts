import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../src/cli/exit-codes.js';
import {
  AuthenticationError,
  InterruptedError,
  NetworkError,
  NotFoundError,
  PartialError,
  PermissionError,
  RateLimitError,
  RejectedError,
  UnknownOutcomeError,
  UnsupportedError,
  UsageError,
} from '../../../src/errors.js';
import { EXIT_CODES } from '../../../src/exit-codes.js';

const details = { code: 'x' };

describe('exit codes', () => {
  it.each([
    [new Error('x'), 1],
    ['text', 1],
    [undefined, 1],
    [new UsageError('x', details), 2],
    [new NotFoundError('x', details), 3],
    [new AuthenticationError('x', details), 4],
    [new PermissionError('x', details), 5],
    [new RejectedError('x', details), 6],
    [new RateLimitError('x', details), 7],
    [new NetworkError('x', details), 8],
    [new UnsupportedError('x', details), 9],
    [new PartialError('x', details), 10],
    [new UnknownOutcomeError('x', details), 11],
    [new InterruptedError('SIGINT'), 130],
    [new InterruptedError('SIGTERM'), 143],
  ])('%s ends with %d', (error, code) => {
    expect(exitCodeOf(error)).toBe(code);
  });

  it('are numbered without a gap and each means one thing', () => {
    expect(EXIT_CODES.map(({ code }) => code)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(new Set(EXIT_CODES.map(({ kind }) => kind)).size).toBe(EXIT_CODES.length);
  });
});
