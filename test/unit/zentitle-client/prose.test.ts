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

describe('a sentence with "successfully" in it', () => {
  it.each([
    'The licence code was not updated successfully',
    'Unable to update: the code must be successfully activated first',
    'The note cannot be successfully added',
    "The group couldn't be created successfully",
    'The code must have been activated successfully',
    'No codes were created successfully',
    'Access denied: sign in successfully first',
    'The product is invalid; nothing was updated successfully',
  ])('may be a refusal: %s', (text) => {
    expect(isSuccess(text, ['License Code Details Updated Successfully'])).toBe(false);
  });

  it.each(['Note No. 12 Added Successfully', 'License Code Details Updated Successfully'])(
    'is a success otherwise: %s',
    (text) => {
      expect(isSuccess(text)).toBe(true);
    },
  );
});

describe('the mark at the end of a sentence', () => {
  it.each(['ok', 'OK.', 'Success !', 'true'])('does not matter: %j', (text) => {
    expect(isSuccess(text)).toBe(true);
  });
});
