/** What a command returns to the printer. Commands never print. */
import type { PartialError } from '../errors.js';

export type CellFormat = 'text' | 'number' | 'date' | 'boolean' | 'list';

export interface Column {
  /** Key in the record; also the name for `--columns`. */
  readonly key: string;
  readonly header: string;
  readonly format?: CellFormat;
  /** Left out of tables and delimited text unless asked for with `--columns`. */
  readonly hidden?: boolean;
}

export type Row = Readonly<Record<string, unknown>>;

/** Many records. A stream is never held whole. */
export interface ListResult {
  readonly kind: 'list';
  readonly columns: readonly Column[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
  /** The key that `-q` prints. */
  readonly id: string;
  /** Asked for after the last row. */
  readonly meta?: () => Row;
  /** Bodies as they came, one a page, for `--raw`. */
  readonly raw?: () => AsyncIterable<string> | Iterable<string>;
  /** What to say on standard error, on a terminal, when there is no row. */
  readonly empty?: string;
  /** What stands on a terminal in place of a table, where its cells would be cut: sentences to read. */
  readonly prose?: string;
}

/** One record, shown as a key/value table. */
export interface RecordResult {
  readonly kind: 'record';
  readonly record: Row;
  readonly id: string;
  readonly meta?: Row;
  readonly raw?: string;
  /** One sentence for a person on standard error, for example "Activated on HWID-1 (2 of 5 used)." */
  readonly message?: string;
  /** Text that stands alone on standard output when neither a format nor columns are asked for: a certificate. */
  readonly document?: string;
  /** It tells what would happen, in place of the answer: `--columns` and `--raw` are about the answer. */
  readonly preview?: boolean;
  /** Keys that a table leaves out unless `--columns` names them: long or nested ones. */
  readonly hidden?: readonly string[];
}

export type Result = ListResult | RecordResult | { readonly kind: 'none' };

export interface Outcome {
  readonly result: Result;
  /** Other than 0: 6 for a "no" under `--exit-status`, a child's status. */
  readonly exitCode?: number;
  /** Some of the work failed: reported once the data is printed. */
  readonly partial?: PartialError;
  /** What goes on once the data is printed, such as serving in the foreground; the command ends when it settles. */
  readonly afterPrint?: () => Promise<void>;
  /** Puts what cannot be had twice elsewhere when printing fails, and tells where in the error to end with. */
  readonly unprinted?: (failure: Error) => Promise<Error>;
}
