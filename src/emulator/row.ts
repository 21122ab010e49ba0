/** Typed reading and writing of store rows, shared by the emulated systems. */
import type { SqlRow, SqlValue, Store } from './store.js';

/** Text of a column that is never null in the schema; an empty string otherwise. */
export function textOf(row: SqlRow, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
}

export function textOrNull(row: SqlRow, column: string): string | null {
  const value = row[column];
  return value === null || value === undefined ? null : String(value);
}

/** Number of a column that is never null in the schema; 0 otherwise. */
export function numberOf(row: SqlRow, column: string): number {
  return numberOrNull(row, column) ?? 0;
}

export function numberOrNull(row: SqlRow, column: string): number | null {
  const value = row[column];
  return value === null || value === undefined ? null : Number(value);
}

/** A boolean kept as 0 or 1. */
export function flagOf(row: SqlRow, column: string): boolean {
  return numberOf(row, column) !== 0;
}

export type Columns = Readonly<Record<string, SqlValue | boolean>>;

/** Adds one row; booleans are kept as 0 or 1. Table and column names come from our code, never from a request. */
export function insertRow(store: Store, table: string, columns: Columns): number {
  const names = Object.keys(columns);
  const marks = names.map(() => '?').join(', ');
  const values = Object.values(columns).map((value) => (typeof value === 'boolean' ? Number(value) : value));
  return store.run(`insert into ${table} (${names.join(', ')}) values (${marks})`, ...values).lastId;
}
