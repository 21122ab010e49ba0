/** What a data folder keeps beside the systems' tables: versions, clock, settings, randomness, certificate. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { settingsSchema } from './settings.js';
import type { Store } from './store.js';
import type { EmulatedSystem } from './system.js';
import { clockStateSchema, randomStateSchema, WORLD_VERSION } from './world.js';

const ENTRIES = {
  version: z.strictObject({ world: z.literal(WORLD_VERSION), schemas: z.record(z.string(), z.string()) }),
  clock: clockStateSchema,
  random: randomStateSchema,
  settings: settingsSchema.partial(),
  certificate: z.strictObject({ certPem: z.string(), keyPem: z.string() }),
} as const;

type Entries = typeof ENTRIES;
type Key = keyof Entries;
type Value<K extends Key> = z.infer<Entries[K]>;

export interface SavedState {
  /** undefined when it is not there. @throws DataFolderError when it is not readable as this version's */
  read<K extends Key>(key: K): Value<K> | undefined;
  write<K extends Key>(key: K, value: Value<K>): void;
  /** Whether anything was ever written here. */
  readonly fresh: boolean;
}

/** The data folder belongs to another version or another program, or is damaged. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

export function openSavedState(store: Store): SavedState {
  store.exec('create table if not exists emulator_state (key text primary key, value text not null)');
  const text = (key: Key): unknown => store.get('select value from emulator_state where key = ?', key)?.value;
  return {
    read: <K extends Key>(key: K): Value<K> | undefined => {
      const value = text(key);
      if (value === undefined) return undefined;
      const parsed = ENTRIES[key].safeParse(parseJson(value));
      if (!parsed.success) throw new DataFolderError(`The ${key} kept in this folder cannot be read.`);
      return parsed.data as Value<K>;
    },
    write: (key, value) => {
      store.run(
        'insert into emulator_state values (?, ?) on conflict (key) do update set value = excluded.value',
        key,
        JSON.stringify(value),
      );
    },
    fresh: store.get('select 1 as one from emulator_state limit 1') === undefined,
  };
}

/** undefined for what is no JSON text. */
function parseJson(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return undefined;
  }
}

function versionOf(systems: readonly EmulatedSystem[]): Value<'version'> {
  const hash = (schema: string): string => createHash('sha256').update(schema).digest('hex').slice(0, 16);
  return {
    world: WORLD_VERSION,
    schemas: Object.fromEntries(systems.map((system) => [system.provider, hash(system.schema)])),
  };
}

/**
 * Notes this version in a fresh folder; compares in a used one.
 * @throws DataFolderError when the tables in it were made by another version.
 */
export function claimVersion(state: SavedState, systems: readonly EmulatedSystem[]): void {
  const version = versionOf(systems);
  if (state.fresh) {
    state.write('version', version);
    return;
  }
  if (JSON.stringify(state.read('version')) !== JSON.stringify(version)) {
    throw new DataFolderError('The state in this folder was made by another version of the emulator.');
  }
}
