/** Which columns are shown, and which keys JSON keeps. */
import { PartialError, UsageError } from '../errors.js';
import type { Column, Row } from './result.js';

/** A column was named that a record does not have; what it has was printed, for its command was carried out. */
export class UnknownColumnError extends PartialError {}

interface Matched {
  /** The key of each name, in its order; null for a name that is none. */
  readonly keys: readonly (string | null)[];
  /** The first such name. */
  readonly unknown: string | undefined;
}

/** Finds keys by their names, whose case does not count. */
function matchColumns(names: readonly string[], known: readonly string[]): Matched {
  const byLowerCase = new Map(known.map((key) => [key.toLowerCase(), key]));
  const keys = names.map((name) => byLowerCase.get(name.toLowerCase()) ?? null);
  return { keys, unknown: names.find((_name, index) => keys[index] === null) };
}

const complaint = (name: string, known: readonly string[]) =>
  [
    `There is no column '${name}'.`,
    { code: 'unknown_column', hint: `Columns: ${known.join(', ')}.` },
  ] as const;

/**
 * The columns of a table or of delimited text: the named ones in their order, else all that are not hidden.
 * @throws UsageError listing what there is, for a name that is none; nothing has been asked for by then
 */
export function selectColumns(
  columns: readonly Column[],
  names: readonly string[] | null,
): readonly Column[] {
  if (names === null) return columns.filter((column) => column.hidden !== true);
  const known = columns.map((column) => column.key);
  const { keys, unknown } = matchColumns(names, known);
  if (unknown !== undefined) throw new UsageError(...complaint(unknown, known));
  return keys.flatMap((key) => columns.filter((column) => column.key === key));
}

export interface SelectedRecord {
  readonly keys: readonly string[];
  readonly row: Row;
  /** What to end with once it is printed; null when every column is there. */
  readonly problem: UnknownColumnError | null;
}

/** The named keys of a record in their order, those that it does not have being null. */
export function selectRecord(record: Row, names: readonly string[]): SelectedRecord {
  const known = Object.keys(record);
  const { keys: found, unknown } = matchColumns(names, known);
  const keys = names.map((name, index) => found[index] ?? name);
  return {
    keys,
    row: Object.fromEntries(keys.map((key) => [key, known.includes(key) ? record[key] : null])),
    problem: unknown === undefined ? null : new UnknownColumnError(...complaint(unknown, known)),
  };
}

/** Only these keys of a row, in this order. */
export function pick(row: Row, keys: readonly string[]): Row {
  return Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
}
