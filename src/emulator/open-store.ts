/** The {@link Store} of the emulator on libsql: one synchronous connection, statements prepared once. */
import Database from 'libsql';
import type { SqlRow, SqlValue, Store } from './store.js';

type Bound = string | number | bigint | null;

const OUTER = { begin: 'begin', commit: 'commit', rollback: 'rollback' } as const;
/** Savepoints of one name stack: each statement means the innermost. */
const NESTED = {
  begin: 'savepoint nested',
  commit: 'release nested',
  rollback: 'rollback to nested; release nested',
} as const;

interface Statement {
  run(values: Bound[]): { changes: number; lastInsertRowid: number | bigint };
  get(values: Bound[]): unknown;
  all(values: Bound[]): unknown[];
}

/**
 * libsql binds every number as a REAL, which a TEXT column would keep as "1.0"; whole numbers go as integers.
 * Anything that is not text, number or null would end the whole process inside libsql, so it is refused here.
 */
function bind(values: readonly SqlValue[]): Bound[] {
  return values.map((value) => {
    if (typeof value === 'string' || value === null) return value;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new TypeError(`A value of type ${typeof value} cannot be stored: ${String(value)}`);
    }
    return Number.isSafeInteger(value) ? BigInt(value) : value;
  });
}

/** libsql adds its timing to single rows. */
function withoutTiming(row: unknown): SqlRow | undefined {
  if (row === undefined) return undefined;
  const { _metadata, ...rest } = row as Record<string, SqlValue>;
  return rest;
}

/** Finds a damaged page at the start, before a request needs it; takes about a second for 300,000 licence codes. */
function requireIntact(database: Database.Database): void {
  const found = database.prepare('pragma quick_check(1)').all([]) as readonly { quick_check: string }[];
  const [{ quick_check: message } = { quick_check: '' }] = found;
  if (message !== 'ok') throw Object.assign(new Error(message), { code: 'SQLITE_CORRUPT' });
}

/**
 * Opens a store in a file, which is made when missing, or in memory. A file belongs to one store at a time.
 *
 * Text is read back only up to a NUL character: a limit of libsql.
 * @throws the error of libsql, code `SQLITE_BUSY` when another process has the file open, `SQLITE_NOTADB` when
 *   it is not a database, `SQLITE_CORRUPT` when it is a damaged one.
 */
export function openStore(file: string | ':memory:'): Store {
  const database = new Database(file);
  try {
    if (file !== ':memory:') {
      database.exec(
        'pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = normal',
      );
    }
    database.exec('pragma foreign_keys = on');
    // An exclusive lock is only taken by the first write; take it now, so that a second emulator fails here.
    if (file !== ':memory:') {
      database.exec('begin immediate; commit');
      requireIntact(database);
    }
  } catch (error) {
    database.close();
    throw error;
  }
  const statements = new Map<string, Statement>();
  let depth = 0;

  const prepared = (sql: string): Statement => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare<[Bound[]]>(sql);
      statements.set(sql, statement);
    }
    return statement;
  };

  return {
    all: (sql, ...values) => prepared(sql).all(bind(values)) as SqlRow[],
    get: (sql, ...values) => withoutTiming(prepared(sql).get(bind(values))),
    run: (sql, ...values) => {
      const { changes, lastInsertRowid } = prepared(sql).run(bind(values));
      return { changes, lastId: Number(lastInsertRowid) };
    },
    exec: (sql) => {
      database.exec(sql);
    },
    transaction: (work) => {
      const { begin, commit, rollback } = depth === 0 ? OUTER : NESTED;
      database.exec(begin);
      depth += 1;
      try {
        const result = work();
        database.exec(commit);
        return result;
      } catch (error) {
        // Some failures, such as a full disk, have ended the whole transaction already.
        if (database.inTransaction) database.exec(rollback);
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => {
      // The connection, and its lock, outlive close() until the statements are collected as garbage.
      if (file !== ':memory:') {
        database.exec(
          'pragma journal_mode = delete; pragma locking_mode = normal; select 1 from sqlite_master',
        );
      }
      statements.clear();
      database.close();
    },
  };
}
