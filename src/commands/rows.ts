/** Records as the printer takes them. */
import type { RecordResult, Row } from '../output/result.js';
import type { GlobalSettings } from './run-context.js';

/** A record's interface has no index signature, so TypeScript has to be told that any of them is a row. */
export function asRow(record: object): Row {
  return record as Row;
}

export function recordOf(
  record: object,
  id: string,
  more: Omit<RecordResult, 'kind' | 'record' | 'id'> = {},
): RecordResult {
  return { kind: 'record', record: asRow(record), id, ...more };
}

/** Whether `--columns` leaves this key of a record out. */
export function leavesOut({ columns }: Pick<GlobalSettings, 'columns'>, key: string): boolean {
  return columns !== null && !columns.some((name) => name.toLowerCase() === key.toLowerCase());
}

/** `3 of 5 used`, `3 used`, or nothing when the server tells neither. */
export function usage(used: number | null, allowed: number | null): string | null {
  if (used === null) return null;
  return allowed === null ? `${used} used` : `${used} of ${allowed} used`;
}

/** `1 code`, `2 codes`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
