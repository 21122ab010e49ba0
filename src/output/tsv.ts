/** Tab-separated text for pipes: no header, no colour, one line a row whatever the values hold. */
import { cellText } from './cells.js';
import type { Column, Row } from './result.js';
import type { RowPrinter } from './row-printer.js';
import type { Writer } from './writer.js';

export function createTsvRows(writer: Writer, columns: readonly Column[]): RowPrinter {
  return {
    row: (row) =>
      writer.write(`${columns.map((column) => cellText(row[column.key], 'machine')).join('\t')}\n`),
    end: () => writer.flush(),
    discard: () => undefined,
  };
}

/** A record as `key<TAB>value` lines. */
export function tsvRecord(record: Row, keys: readonly string[]): string {
  return keys.map((key) => `${sanitizedKey(key)}\t${cellText(record[key], 'machine')}\n`).join('');
}

const sanitizedKey = (key: string): string => cellText(key, 'machine');
