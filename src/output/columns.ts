/** Which columns are shown, and which keys JSON keeps. */
import { UsageError } from '../errors.js';
import type { Column, Row } from './result.js';

/** @throws UsageError listing what there is, for a name that is not among `known`. */
export function matchColumns(names: readonly string[], known: readonly string[]): readonly string[] {
  const byLowerCase = new Map(known.map((key) => [key.toLowerCase(), key]));
  return names.map((name) => {
    const key = byLowerCase.get(name.toLowerCase());
    if (key !== undefined) return key;
    throw new UsageError(`There is no column '${name}'.`, {
      code: 'unknown_column',
      hint: `Columns: ${known.join(', ')}.`,
    });
  });
}

/** The columns of a table or of delimited text: the named ones in their order, else all that are not hidden. */
export function selectColumns(
  columns: readonly Column[],
  names: readonly string[] | null,
): readonly Column[] {
  if (names === null) return columns.filter((column) => column.hidden !== true);
  const keys = matchColumns(
    names,
    columns.map((column) => column.key),
  );
  return keys.flatMap((key) => columns.filter((column) => column.key === key));
}

/** Only these keys of a row, in this order. */
export function pick(row: Row, keys: readonly string[]): Row {
  return Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
}
