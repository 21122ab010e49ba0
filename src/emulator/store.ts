/** The emulator's state: SQLite behind a narrow contract. `open-store.ts` implements it with libsql. */

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface Store {
  /** Statements are prepared once and kept. Parameters are positional (`?`). */
  all(sql: string, ...values: readonly SqlValue[]): SqlRow[];
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined;
  /** Returns the number of rows changed and the last inserted row id. */
  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number; readonly lastId: number };
  exec(sql: string): void;
  /**
   * All or nothing. A nested one that throws is undone alone, so that its caller may go on with the outer one; what it
   * did well stays only if the outer one does.
   */
  transaction<T>(work: () => T): T;
  close(): void;
}
