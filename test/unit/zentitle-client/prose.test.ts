/** Texts that no service sends, from a server that wants to keep us busy. */
import { describe, expect, it } from 'vitest';
import { certificateIn, isCodeList, isSuccess, proseOf } from '../../../src/api/zentitle/prose.js';

const MILLION = 1_000_000;

describe('a text of millions of characters', () => {
  it.each([' ', '\n', '.', '!', '. '])('is judged at once when it is full of %j', (run) => {
    const text = `Done${run.repeat(MILLION)}or not`;
    expect([isSuccess(text), isCodeList(text), certificateIn(text)]).toEqual([false, false, null]);
  });

  it('is a certificate of any length', () => {
    const certificate = 'ab'.repeat(10 * MILLION);
    expect(certificateIn(`Passive License Created Successfully.\n${certificate}`)).toBe(certificate);
    expect(certificateIn(`${certificate}!`)).toBeNull();
  });

  it('is never taken for a whole one when it is cut', () => {
    const text = proseOf('ab'.repeat(10 * MILLION)) ?? '';
    expect([text.length, text.at(-1), certificateIn(text)]).toEqual([1024 * 1024 + 1, '…', null]);
  });
});

describe('the mark at the end of a sentence', () => {
  it.each(['ok', 'OK.', 'Success !', 'true'])('does not matter: %j', (text) => {
    expect(isSuccess(text)).toBe(true);
  });
});
