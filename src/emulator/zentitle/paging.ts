/** Paging as in the sections LicenseCodes, Profiles and Trials: page 0 or none asks for the count alone. */
import type { SqlRow, SqlValue } from '../store.js';
import type { SystemDeps } from '../system.js';
import { type Answer, answer, countAnswer } from './answer.js';
import { type Inputs, MAX_INTEGER } from './input.js';

export const MAX_PAGE_SIZE = 10_000;

export interface Page {
  readonly size: number;
  readonly offset: number;
}

/** The rows that a request selects. */
export interface Selection {
  /** A table that numbers its rows by `seq`, with an alias where `where` uses one. */
  readonly table: string;
  /** Empty for all rows. */
  readonly where: string;
  readonly values: readonly SqlValue[];
}

/** The page asked for, or undefined when the count is asked for. */
export function readPage(input: Inputs): Page | undefined {
  const number = input.integer('pageNumber', 0, MAX_INTEGER) ?? 0;
  const size = input.integer('pageSize', 1, MAX_PAGE_SIZE) ?? MAX_PAGE_SIZE;
  return number === 0 ? undefined : { size, offset: (number - 1) * size };
}

export function countRows({ store, settings }: SystemDeps, { table, where, values }: Selection): Answer {
  const row = store.get(`select count(*) as n from ${table} ${where}`, ...values);
  return countAnswer(Number(row?.n), settings.zentitleCount);
}

/** The records of a page, or the count when no page is asked for. */
export function listRows(
  deps: SystemDeps,
  selection: Selection,
  page: Page | undefined,
  print: (row: SqlRow) => unknown,
): Answer {
  if (page === undefined) return countRows(deps, selection);
  const { table, where, values } = selection;
  const sql = `select * from ${table} ${where} order by seq limit ? offset ?`;
  return answer(deps.store.all(sql, ...values, page.size, page.offset).map(print));
}
