/** JSON: one whole document, or one bare record a line. */
import { pick } from './columns.js';
import { redactJson } from './redact-json.js';
import type { Row } from './result.js';
import type { RowPrinter } from './row-printer.js';
import { escapeJson } from './sanitize.js';
import { createSpool } from './spool.js';
import type { Writer } from './writer.js';

export const SCHEMA_VERSION = 1;

export interface JsonOptions {
  /** Keys to keep; null for all. */
  readonly keys: readonly string[] | null;
  /** Laid out for reading, on a terminal. */
  readonly pretty: boolean;
  readonly redact: (text: string) => string;
}

const keep = (row: Row, keys: readonly string[] | null): Row => (keys === null ? row : pick(row, keys));

/** The document of one record. */
export function jsonDocument(data: Row | null, meta: Row, options: Omit<JsonOptions, 'keys'>): string {
  const document = { schemaVersion: SCHEMA_VERSION, data, meta };
  return `${escapeJson(JSON.stringify(document, null, options.pretty ? 2 : 0))}\n`;
}

/**
 * The document of many records. Nothing is written before the last row is there, so that a command that fails
 * midway leaves standard output empty.
 */
export function createJsonRows(writer: Writer, options: JsonOptions): RowPrinter {
  const spool = createSpool((text) => redactJson(escapeJson(text), options.redact));
  let separator = '\n';
  spool.write(`{"schemaVersion":${SCHEMA_VERSION},"data":[`);
  return {
    row(row) {
      const text = JSON.stringify(keep(row, options.keys), null, options.pretty ? 2 : 0);
      // Strings hold no bare newline in JSON, so only the layout is moved.
      spool.write(separator + (options.pretty ? text.replaceAll(/^/gm, '  ') : text));
      separator = ',\n';
      return undefined;
    },
    async end(meta) {
      spool.write(`${separator === '\n' ? '' : '\n'}],"meta":${JSON.stringify(meta)}}\n`);
      await spool.copyTo(writer);
    },
    discard: () => spool.discard(),
  };
}

/** One line a record, sent as it comes. */
export function createNdjsonRows(writer: Writer, options: Pick<JsonOptions, 'keys'>): RowPrinter {
  return {
    row: (row) => writer.write(`${JSON.stringify(keep(row, options.keys))}\n`),
    end: () => writer.flush(),
    discard: () => undefined,
  };
}
