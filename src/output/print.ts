/** The one printer: everything that commands return goes to standard output here. */
import type { Writable } from 'node:stream';
import type { Warning } from '../notice.js';
import { type SelectedRecord, selectColumns, selectRecord } from './columns.js';
import { type Format, isJsonFormat } from './format.js';
import { createJsonRows, createNdjsonRows, jsonDocument } from './json.js';
import { printRaw } from './raw.js';
import { redactJson } from './redact-json.js';
import type { ListResult, RecordResult, Result, Row } from './result.js';
import type { RowPrinter } from './row-printer.js';
import { escapeJson, sanitizeBlock, sanitizeLine } from './sanitize.js';
import { createTsvRows, tsvRecord } from './tsv.js';
import { createWriter, type Writer } from './writer.js';

export interface PrintOptions {
  readonly stdout: Writable;
  /** Whether standard output is a terminal. */
  readonly terminal: boolean;
  /** Columns of the terminal; null in a pipe. */
  readonly width: number | null;
  readonly color: boolean;
  /** null when none was asked for: a table on a terminal, tab-separated in a pipe. */
  readonly format: Format | null;
  /** `--columns`; null for the usual ones. */
  readonly columns: readonly string[] | null;
  /** Ids only. */
  readonly quiet: boolean;
  /** Bodies as received. */
  readonly raw: boolean;
  /** CSV without protection against spreadsheets. */
  readonly csvExact: boolean;
  readonly redact: (text: string) => string;
  /** A sentence for the person, on standard error. */
  readonly say: (text: string) => void;
  /** Warnings that nobody has been told of yet. A JSON document takes them into its `meta`, and away from here. */
  readonly warnings: Warning[];
  /** Ends a list between two rows, with its reason. */
  readonly signal?: AbortSignal;
  /** Called before anything reaches standard output. */
  readonly beforeWrite?: () => void;
}

const formatOf = (options: PrintOptions): Format => options.format ?? (options.terminal ? 'table' : 'tsv');

function openWriter(options: PrintOptions, transform = options.redact): Writer {
  return createWriter(options.stdout, {
    transform,
    beforeWrite: options.beforeWrite,
  });
}

function openJsonWriter(options: PrintOptions): Writer {
  return openWriter(options, (text) => redactJson(escapeJson(text), options.redact));
}

/** Ids, one a line; a record may have several. */
function createIdRows(writer: Writer, id: string): RowPrinter {
  return {
    row(row) {
      const values: readonly unknown[] = [row[id]].flat();
      const ids = values.filter((value) => value !== null && value !== undefined);
      return ids.length === 0
        ? undefined
        : writer.write(ids.map((value) => `${sanitizeLine(String(value))}\n`).join(''));
    },
    end: () => writer.flush(),
    discard: () => undefined,
  };
}

async function csvRows(options: PrintOptions, keys: readonly string[]): Promise<RowPrinter> {
  const [{ stringify }, { createCsvRows }] = await Promise.all([
    import('csv-stringify/sync'),
    import('./csv.js'),
  ]);
  return createCsvRows(openWriter(options), keys, options.csvExact, stringify);
}

async function openRowPrinter(list: ListResult, options: PrintOptions): Promise<RowPrinter> {
  if (options.quiet) return createIdRows(openWriter(options), list.id);
  const columns = selectColumns(list.columns, options.columns);
  const keys = options.columns === null ? null : columns.map((column) => column.key);
  switch (formatOf(options)) {
    case 'json':
      return createJsonRows(openWriter(options), { keys, pretty: options.terminal, redact: options.redact });
    case 'ndjson':
      return createNdjsonRows(openJsonWriter(options), { keys });
    case 'csv':
      return csvRows(
        options,
        columns.map((column) => column.key),
      );
    case 'tsv':
      return createTsvRows(openWriter(options), columns);
    case 'table': {
      const { createTableRows } = await import('./table.js');
      const style = { color: options.color, width: options.width, chosen: keys !== null };
      return createTableRows(openWriter(options), columns, { ...style, id: list.id, say: options.say });
    }
  }
}

/** Writes with `meta`, to which a JSON document adds the warnings; once it is written they are told. */
async function withWarnings(
  meta: Row,
  options: PrintOptions,
  write: (meta: Row) => Promise<void>,
): Promise<void> {
  if (formatOf(options) !== 'json') return write(meta);
  const told = [...options.warnings];
  await write(told.length === 0 ? meta : { ...meta, warnings: told });
  options.warnings.splice(0, told.length);
}

async function printList(list: ListResult, options: PrintOptions): Promise<void> {
  const asked = options.format !== null || options.columns !== null || options.quiet;
  if (list.prose !== undefined && options.terminal && !asked) {
    const writer = openWriter(options);
    await writer.write(documentText(list.prose, true));
    return writer.flush();
  }
  const printer = await openRowPrinter(list, options);
  let count = 0;
  try {
    for await (const row of list.rows) {
      count += 1;
      const wait = printer.row(row);
      if (wait !== undefined) await wait;
      options.signal?.throwIfAborted();
    }
    await withWarnings({ count, ...list.meta?.() }, options, (meta) => printer.end(meta));
  } finally {
    printer.discard();
  }
  if (count === 0 && list.empty !== undefined && options.terminal) options.say(list.empty);
}

function selected({ record }: RecordResult, columns: PrintOptions['columns']): SelectedRecord {
  if (columns === null) return { keys: Object.keys(record), row: record, problem: null };
  return selectRecord(record, columns);
}

/** What a person wants to see of a record: not what is empty, nor what its command calls hidden. */
function telling({ record, hidden = [] }: RecordResult): readonly string[] {
  const empty = (value: unknown): boolean =>
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  /** A date as the server wrote it, beside the same date as it was understood. */
  const told = (key: string): boolean => key.endsWith('Raw') && !empty(record[key.slice(0, -'Raw'.length)]);
  return Object.keys(record).filter((key) => !empty(record[key]) && !hidden.includes(key) && !told(key));
}

async function recordText(
  result: RecordResult,
  { row, keys }: SelectedRecord,
  meta: Row,
  options: PrintOptions,
): Promise<string> {
  switch (formatOf(options)) {
    case 'json':
      return jsonDocument(row, meta, { pretty: options.terminal, redact: options.redact });
    case 'ndjson':
      return `${escapeJson(JSON.stringify(row))}\n`;
    case 'tsv':
      return tsvRecord(row, keys);
    default: {
      const { tableRecord } = await import('./table.js');
      return tableRecord(row, options.columns === null ? telling(result) : keys, options);
    }
  }
}

/** Text that stands alone: unchanged in a pipe, harmless on a terminal. */
function documentText(text: string, terminal: boolean): string {
  const shown = terminal ? sanitizeBlock(text) : text;
  return shown.endsWith('\n') ? shown : `${shown}\n`;
}

async function printRecord(result: RecordResult, options: PrintOptions): Promise<void> {
  const selection = selected(result, options.columns);
  if (options.quiet) {
    const printer = createIdRows(openWriter(options), result.id);
    await printer.row(result.record);
    await printer.end({});
    return;
  }
  if (formatOf(options) === 'csv') {
    const printer = await csvRows(options, selection.keys);
    await printer.row(selection.row);
    await printer.end({});
  } else {
    const alone = options.format === null && options.columns === null ? result.document : undefined;
    const writer = isJsonFormat(options.format) ? openJsonWriter(options) : openWriter(options);
    await withWarnings(result.meta ?? {}, options, async (meta) => {
      await writer.write(
        alone === undefined
          ? await recordText(result, selection, meta, options)
          : documentText(alone, options.terminal),
      );
      await writer.flush();
    });
  }
  if (result.message !== undefined) options.say(result.message);
  if (selection.problem !== null) throw selection.problem;
}

/**
 * Prints what a command returned.
 *
 * @throws UsageError unknown column of a list; UnknownColumnError unknown column of a record, once it is printed;
 *   PartialError standard output cannot be written; OutputClosedError when the reader of standard output has gone;
 *   whatever the rows throw.
 */
export async function print(result: Result, options: PrintOptions): Promise<void> {
  if (result.kind === 'none') return;
  if (result.kind === 'record' && result.preview === true) {
    return printRecord(result, { ...options, columns: null });
  }
  if (options.raw) {
    if (await printRaw(result, openWriter(options), options.terminal)) return;
    options.say('This command has no server answer to show with --raw.');
  }
  if (result.kind === 'list') return printList(result, options);
  return printRecord(result, options);
}
