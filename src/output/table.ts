/** Tables for people: lists in columns, records as key and value. Loaded only when a table is printed. */
import Table from 'cli-table3';
import { cellLines } from './cell-lines.js';
import { cellText, tableCell } from './cells.js';
import type { CellFormat, Column, Row } from './result.js';
import type { RowPrinter } from './row-printer.js';
import { createStyle } from './style.js';
import { GAP, layOut } from './table-layout.js';
import { displayWidth, trimTo } from './text-width.js';
import type { Writer } from './writer.js';

export interface TableStyle {
  /** Decided once for the stream. */
  readonly color: boolean;
  /** Columns of the terminal; null for a pipe, where nothing is trimmed. */
  readonly width: number | null;
}

/** Rows that decide the widths; the widths then stay. */
export const LAYOUT_ROWS = 200;
/** Milliseconds after which fewer rows decide, so that slow rows can be watched. */
export const LAYOUT_WAIT_MS = 250;
const FIXED: ReadonlySet<CellFormat | undefined> = new Set<CellFormat>(['number', 'date', 'boolean']);
/** What a cell without a value shows. */
const EMPTY_CELL = '-';
/** A column is not trimmed below this. */
const MINIMUM_WIDTH = 8;

const BLANK_CHARS = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((name) => [name, '']),
);

/** The library's layout takes time with the square of the lines; cells come padded, so it can take few at a time. */
const LINES_AT_A_TIME = 16;

/** Lines of padded cells as text; the library's own colours are off, since it would colour pipes too. */
function render(lines: readonly (readonly string[])[]): string {
  let text = '';
  for (let from = 0; from < lines.length; from += LINES_AT_A_TIME) {
    const table = new Table({
      chars: BLANK_CHARS,
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP, compact: true },
    });
    for (const line of lines.slice(from, from + LINES_AT_A_TIME)) table.push([...line]);
    // From the start of a run only: a long one inside a cell would be gone through from each of its blanks.
    text += `${table.toString().replaceAll(/(?<! ) +$/gm, '')}\n`;
  }
  return text;
}

function fitCell(text: string, width: number, right: boolean, trim: boolean): string {
  const shown = trim ? trimTo(text, width) : text;
  const padding = ' '.repeat(Math.max(0, width - displayWidth(shown)));
  return right ? padding + shown : shown + padding;
}

/** Further lines of a table whose widths are fixed: the library would lay them out again, at a hundred times the cost. */
function continued(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${cells.join(' '.repeat(GAP)).trimEnd()}\n`).join('');
}

export interface TableRowsOptions extends TableStyle {
  /** Key of the column that identifies a row. */
  readonly id: string;
  /** Asked for by name: trimmed if need be, but none is left out. */
  readonly chosen: boolean;
  /** Says something on standard error. */
  readonly say: (text: string) => void;
}

/** A table of many rows: the first ones decide the widths, the others are written as they come. */
export function createTableRows(
  writer: Writer,
  columns: readonly Column[],
  options: TableRowsOptions,
): RowPrinter {
  let waiting: (readonly string[])[] = [];
  let widths: readonly (number | null)[] | null = null;
  let timer: NodeJS.Timeout | null = null;
  const style = createStyle(options.color);

  const line = (cells: readonly string[], fixed: readonly (number | null)[]): string[] =>
    columns.flatMap((column, index) => {
      const width = fixed[index] ?? null;
      if (width === null) return [];
      return [fitCell(cells[index] ?? '', width, column.format === 'number', options.width !== null)];
    });

  /** @param whole these are all rows, so that a column that is empty here is empty */
  const decide = (rows: readonly (readonly string[])[], whole: boolean): readonly (number | null)[] => {
    const sizes = columns.map((column, index) => {
      const header = displayWidth(column.header);
      const natural = rows.reduce((most, cells) => Math.max(most, displayWidth(cells[index] ?? '')), header);
      // Half a number is another number: ids are left out rather than cut.
      const fixed = FIXED.has(column.format) || rows.some((cells) => /^\d+$/.test(cells[index] ?? ''));
      const minimum = fixed ? natural : Math.min(natural, Math.max(header, MINIMUM_WIDTH));
      const empty = rows.every((cells) => cells[index] === EMPTY_CELL);
      return { natural, minimum, pinned: column.key === options.id, empty };
    });
    const layout = layOut(sizes, options.width, !options.chosen);
    const hidden = columns
      .filter((_, index) => layout.widths[index] === null && !(whole && sizes[index]?.empty))
      .map((column) => column.key);
    if (hidden.length > 0) {
      options.say(
        `Hidden to fit the terminal: ${hidden.join(', ')}. Choose with --columns, or use --output json.`,
      );
    }
    return layout.widths;
  };

  const send = (whole = false): Promise<void> | undefined => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0) return undefined;
    const batch = waiting;
    waiting = [];
    if (widths !== null) {
      const fixed = widths;
      return writer.write(continued(batch.map((cells) => line(cells, fixed))));
    }
    const decided = decide(batch, whole);
    widths = decided;
    const headers = columns.map((column) => column.header);
    const head = line(headers, decided).map((header) => style.bold(header));
    return writer.write(render([head, ...batch.map((cells) => line(cells, decided))]));
  };

  return {
    row(row) {
      waiting.push(columns.map((column) => tableCell(row[column.key], column.format)));
      if (waiting.length >= LAYOUT_ROWS) return send();
      timer ??= setTimeout(() => {
        timer = null;
        send()?.catch(() => undefined);
      }, LAYOUT_WAIT_MS);
      return undefined;
    },
    async end() {
      await send(true);
      await writer.flush();
    },
    discard() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

const ACRONYMS = /\b(?:url|id|vm|ca|pid|ip|os|md5|eula)\b/g;

/** `activationsUsed` as "Activations used", `baseUrl` as "Base URL". */
export function label(key: string): string {
  const words = cellText(key, 'human')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(ACRONYMS, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One record as key and value; long values stay whole, so that they can be copied. */
export function tableRecord(record: Row, keys: readonly string[], terminal: TableStyle): string {
  const style = createStyle(terminal.color);
  const width = Math.max(0, ...keys.map((key) => displayWidth(label(key))));
  const room = terminal.width === null ? null : terminal.width - width - GAP;
  const lines = keys.flatMap((key) =>
    cellLines(record[key], room).map((value, index) => {
      const name = fitCell(index === 0 ? label(key) : '', width, false, false);
      return [style.dim(name), value];
    }),
  );
  return lines.length === 0 ? '' : render(lines);
}
