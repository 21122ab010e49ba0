/**
 * CSV after RFC 4180: a header line of keys, CRLF, quotes where needed.
 *
 * Spreadsheets run cells that begin like a formula, and turn long numbers into floating point, which destroys a
 * code of 17 to 19 digits. So text that begins like a formula, runs of 12 or more digits, and digits behind a
 * leading zero get a leading apostrophe, the spreadsheet's own mark for "this is text"; control and direction
 * characters are made visible. The exact form changes nothing and reads back as it was.
 */
import type { stringify } from 'csv-stringify/sync';
import { cellText } from './cells.js';
import type { Row } from './result.js';
import type { RowPrinter } from './row-printer.js';
import type { Writer } from './writer.js';

/** First characters with which a spreadsheet may take a cell for a formula, full-width forms included. */
export const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'] as const;
const STARTS: ReadonlySet<string> = new Set(FORMULA_STARTS);
const MISREAD_DIGITS = /^(?:\d{12,}|0\d+)$/;

/** A value as the text of a cell that a spreadsheet leaves alone. */
export function neutralCell(value: unknown): string {
  const text = cellText(value, 'machine');
  // A number of ours is no formula: -5 stays a number. A server's text "-5" cannot be told from one.
  if (typeof value === 'number') return text;
  const raw = typeof value === 'string' ? value : text;
  // Some spreadsheets pass over blanks in front.
  const formula = STARTS.has(raw.charAt(0)) || STARTS.has(raw.trimStart().charAt(0));
  return formula || MISREAD_DIGITS.test(text) ? `'${text}` : text;
}

/** A value as the text of a cell, unchanged. */
export function exactCell(value: unknown): string {
  return typeof value === 'string' ? value : cellText(value, 'machine');
}

export type Stringify = typeof stringify;

/** One line, or several of them, of CSV. */
function lines(stringifyRows: Stringify, rows: readonly (readonly string[])[]): string {
  return stringifyRows([...rows], { record_delimiter: 'windows', quoted_match: [/[\r\n]/] });
}

/** Rows are handed to the library in groups of this many. */
const GROUP = 256;

/** @param stringifyRows `stringify` of csv-stringify/sync, loaded by the caller. */
export function createCsvRows(
  writer: Writer,
  keys: readonly string[],
  exact: boolean,
  stringifyRows: Stringify,
): RowPrinter {
  const cell = exact ? exactCell : neutralCell;
  let group: string[][] = [keys.map((key) => cell(key))];
  const send = (): Promise<void> | undefined => {
    if (group.length === 0) return undefined;
    const text = lines(stringifyRows, group);
    group = [];
    return writer.write(text);
  };
  return {
    row(row: Row) {
      group.push(keys.map((key) => cell(row[key])));
      return group.length >= GROUP ? send() : undefined;
    },
    async end() {
      await send();
      await writer.flush();
    },
    discard: () => undefined,
  };
}
