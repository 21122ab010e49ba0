import type { Row } from './result.js';

/** Takes the rows of a list, one after the other, and writes them in one format. */
export interface RowPrinter {
  /** A promise comes back only when the caller must wait. */
  row(row: Row): Promise<void> | undefined;
  /** After the last row. */
  end(meta: Row): Promise<void>;
  /** Frees what is held; called however the work ends. */
  discard(): void;
}
