/** The whole state of an emulator as one JSON document, and back. */
import { z } from 'zod';
import type { ProviderId } from '../api/operation.js';
import { isUsableClock, type MovableClock } from './clock.js';
import type { SeededRandom } from './random.js';
import { defaultSettings, settingsSchema } from './settings.js';
import type { SqlRow, Store } from './store.js';
import type { EmulatorSettings } from './system.js';

export const WORLD_VERSION = 1;

export const clockStateSchema = z
  .strictObject({ offsetMs: z.number(), frozenAt: z.number().nullable() })
  .refine((state) => isUsableClock(state), 'The clock goes from year 1 to year 9999.');

export const randomStateSchema = z.strictObject({ seed: z.string(), counter: z.number().int().min(0) });

const tableSchema = z.strictObject({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});

const worldSchema = z.strictObject({
  schemaVersion: z.literal(WORLD_VERSION),
  /** ISO 8601, on the emulator's clock. */
  savedAt: z.string(),
  clock: clockStateSchema,
  settings: settingsSchema.partial(),
  random: randomStateSchema,
  tables: z.record(z.string(), tableSchema),
  /** The last number given out in each table that numbers its rows; without it, the highest in use counts. */
  counters: z.record(z.string(), z.number().int().min(0)).optional(),
});

type Table = z.infer<typeof tableSchema>;
export type World = z.infer<typeof worldSchema>;

/** The parts of an emulator that a world holds. */
export interface WorldParts {
  readonly store: Store;
  readonly clock: MovableClock;
  readonly random: SeededRandom;
  readonly settings: EmulatorSettings;
  readonly providers: readonly ProviderId[];
}

/** The document is not a world of this version; nothing was changed. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
}

/** Tables change from version to version; there is no way to bring a saved world along. */
const OTHER_VERSION = 'it was saved by another version, or changed by hand.';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables of the mounted systems, by name. */
export function worldTables(store: Store, providers: readonly ProviderId[]): string[] {
  return store
    .all("select name from sqlite_master where type = 'table' order by name")
    .map((row) => String(row.name))
    .filter((name) => providers.some((provider) => name.startsWith(`${provider}_`)));
}

/** Columns that hold values: generated ones are made from the others. */
function columnsOf(store: Store, table: string): string[] {
  return store
    .all('select name from pragma_table_xinfo(?) where hidden = 0', table)
    .map((row) => String(row.name));
}

function saveTable(store: Store, name: string): Table {
  const columns = columnsOf(store, name);
  const rows = store.all(`select ${columns.map(quoted).join(', ')} from ${quoted(name)}`);
  return { columns, rows: rows.map((row: SqlRow) => columns.map((column) => row[column] ?? null)) };
}

/** Where the store keeps counters; there only once a table numbers its rows. */
const COUNTERS = 'sqlite_sequence';

function hasCounters(store: Store): boolean {
  return store.get('select 1 from sqlite_master where name = ?', COUNTERS) !== undefined;
}

function numbersRows(store: Store, name: string): boolean {
  const made = store.get("select sql from sqlite_master where type = 'table' and name = ?", name);
  return /\bautoincrement\b/i.test(String(made?.sql ?? ''));
}

function saveCounters(store: Store, names: readonly string[]): Record<string, number> {
  if (!hasCounters(store)) return {};
  const rows = store.all(`select name, seq from ${COUNTERS} order by name`);
  const ours = rows.filter(({ name }) => names.includes(String(name)));
  return Object.fromEntries(ours.map(({ name, seq }) => [String(name), Number(seq)]));
}

/** Filling the tables has set each counter to its highest row; those that were further are set on. */
function loadCounters(store: Store, counters: Readonly<Record<string, number>>): void {
  for (const [name, last] of Object.entries(counters)) {
    const { changes } = store.run(`update ${COUNTERS} set seq = max(seq, ?) where name = ?`, last, name);
    if (changes === 0) store.run(`insert into ${COUNTERS} (name, seq) values (?, ?)`, name, last);
  }
}

export function saveWorld({ store, clock, random, settings, providers }: WorldParts): World {
  const names = worldTables(store, providers);
  return {
    schemaVersion: WORLD_VERSION,
    savedAt: new Date(clock.now()).toISOString(),
    clock: clock.state(),
    settings: { ...settings },
    random: random.state(),
    tables: Object.fromEntries(names.map((name) => [name, saveTable(store, name)])),
    counters: saveCounters(store, names),
  };
}

/** Empties every table and lets it number its rows from 1 again. Inside a transaction only: references are checked when it ends. */
export function emptyTables(store: Store, providers: readonly ProviderId[]): void {
  store.exec('pragma defer_foreign_keys = on');
  const counted = hasCounters(store);
  for (const name of worldTables(store, providers)) {
    store.run(`delete from ${quoted(name)}`);
    if (counted) store.run(`delete from ${COUNTERS} where name = ?`, name);
  }
}

function loadTable(store: Store, name: string, table: Table): void {
  const known = columnsOf(store, name);
  const stranger = table.columns.find((column) => !known.includes(column));
  if (stranger !== undefined)
    throw new WorldError(`Table ${name} has no column ${stranger}: ${OTHER_VERSION}`);
  if (new Set(table.columns).size < table.columns.length) {
    throw new WorldError(`Table ${name} names a column twice.`);
  }
  if (table.columns.length === 0) {
    if (table.rows.length > 0) throw new WorldError(`Table ${name} has rows but no columns.`);
    return;
  }
  const places = table.columns.map(() => '?').join(', ');
  const insert = `insert into ${quoted(name)} (${table.columns.map(quoted).join(', ')}) values (${places})`;
  table.rows.forEach((row, index) => {
    if (row.length !== table.columns.length) {
      throw new WorldError(
        `Row ${index + 1} of table ${name} has ${row.length} values for ${table.columns.length} columns.`,
      );
    }
    store.run(insert, ...row);
  });
}

/** Said here, since the end of an outer transaction would say less. */
function requireReferences(store: Store): void {
  const [broken] = store.all('select "table", parent from pragma_foreign_key_check');
  if (broken === undefined) return;
  throw new WorldError(`Table ${broken.table} refers to a row that table ${broken.parent} does not have.`);
}

function parseWorld(document: unknown): World {
  const parsed = worldSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  throw new WorldError(
    `Not a world of version ${WORLD_VERSION}: ${place === '' ? '' : `${place}: `}${issue?.message}`,
  );
}

/**
 * Puts a saved world in place of the present one, wholly or not at all. The tables must be the present ones.
 * @throws WorldError saying what is wrong with the document.
 */
export function loadWorld(parts: WorldParts, document: unknown): void {
  const { store, clock, random, settings, providers } = parts;
  const world = parseWorld(document);
  const names = worldTables(store, providers);
  const missing = names.find((name) => !Object.hasOwn(world.tables, name));
  if (missing !== undefined) throw new WorldError(`The world has no table ${missing}: ${OTHER_VERSION}`);
  const unknown = Object.keys(world.tables).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new WorldError(`The world has a table ${unknown}, which no system here has: ${OTHER_VERSION}`);
  const counted = Object.keys(world.counters ?? {}).find((name) => !numbersRows(store, name));
  if (counted !== undefined)
    throw new WorldError(`The world has a counter for ${counted}, which numbers no rows.`);
  try {
    store.transaction(() => {
      emptyTables(store, providers);
      for (const [name, table] of Object.entries(world.tables)) loadTable(store, name, table);
      loadCounters(store, world.counters ?? {});
      requireReferences(store);
    });
  } catch (error) {
    if (error instanceof WorldError) throw error;
    throw new WorldError(
      `The rows do not fit the tables: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  clock.load(world.clock);
  random.load(world.random);
  Object.assign(settings, defaultSettings(), definedOnly(world.settings));
}

/** Leaves out members that are there but undefined, which a partial schema allows. */
export function definedOnly<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>;
}
