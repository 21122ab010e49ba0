/** Paging as in the sections LicenseCodes, Profiles and Trials: page 0 or none asks for the count alone. */
import type { Inputs } from './input.js';

export const MAX_PAGE_SIZE = 10_000;
const MAX_PAGE_NUMBER = 1_000_000_000;

export interface Page {
  readonly size: number;
  readonly offset: number;
}

/** The page asked for, or undefined when the count is asked for. */
export function readPage(input: Inputs): Page | undefined {
  const number = input.integer('pageNumber', 0, MAX_PAGE_NUMBER) ?? 0;
  const size = input.integer('pageSize', 1, MAX_PAGE_SIZE) ?? MAX_PAGE_SIZE;
  return number === 0 ? undefined : { size, offset: (number - 1) * size };
}
