/** One emulated world with all that surrounds it, apart from sockets. */
import { join } from 'node:path';
import type { ProviderId } from '../api/operation.js';
import { type Classification, createClassifier } from './classify.js';
import { createClock, type MovableClock, REAL_TIME } from './clock.js';
import { createFaults, type Faults } from './faults.js';
import { openStore } from './open-store.js';
import { createRandom, type SeededRandom } from './random.js';
import { createRequestLog, type RequestLog } from './request-log.js';
import { claimVersion, openSavedState, type SavedState } from './saved-state.js';
import { defaultSettings } from './settings.js';
import type { Store } from './store.js';
import type { EmulatedRequest, EmulatedSystem, SystemDeps } from './system.js';
import {
  definedOnly,
  emptyTables,
  loadWorld,
  saveWorld,
  type World,
  type WorldParts,
  worldTables,
} from './world.js';

export interface MountedSystem {
  readonly system: EmulatedSystem;
  readonly classify: (request: EmulatedRequest) => Classification;
}

export interface Emulation {
  readonly systems: ReadonlyMap<string, MountedSystem>;
  readonly store: Store;
  readonly saved: SavedState;
  readonly clock: MovableClock;
  readonly random: SeededRandom;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly deps: SystemDeps;
  /** Rows in each table of each system. */
  counts(): Record<ProviderId, Record<string, number>>;
  /** The default world again, with the clock, settings and randomness of the start; no faults, an empty log. */
  reset(): void;
  saveWorld(): World;
  /** @throws WorldError */
  loadWorld(document: unknown): void;
  /** Changes the clock and the settings, and writes both beside the tables. All or nothing, as reset and load. */
  change(work: (parts: Pick<WorldParts, 'clock' | 'settings'>) => void): void;
  /** Keeps the state and closes the store, which is closed also when the state cannot be kept. */
  close(): void;
}

export interface EmulationOptions {
  readonly systems: readonly EmulatedSystem[];
  /** An existing folder for the state; in memory when absent. */
  readonly dataDir?: string | undefined;
  /** Milliseconds since the epoch to start at; real time when absent. */
  readonly startAt?: number | undefined;
  readonly seed: string;
}

export const STATE_FILE = 'world.sqlite';

/** @throws DataFolderError when the folder holds another version's state. */
export function createEmulation(options: EmulationOptions): Emulation {
  const store = openStore(options.dataDir === undefined ? ':memory:' : join(options.dataDir, STATE_FILE));
  try {
    return mount(store, options);
  } catch (error) {
    store.close();
    throw error;
  }
}

function mount(store: Store, { systems, startAt, seed }: EmulationOptions): Emulation {
  const clock = createClock();
  const random = createRandom({ seed, counter: 0 });
  const settings = defaultSettings();
  const faults = createFaults();
  const log = createRequestLog();
  const saved = openSavedState(store);
  const deps: SystemDeps = { store, now: clock.now, randomHex: random.hex, settings };
  const providers = systems.map((system) => system.provider);
  const parts: WorldParts = { store, clock, random, settings, providers };

  const setToStart = (): void => {
    clock.load(REAL_TIME);
    if (startAt !== undefined) clock.set(startAt);
    random.load({ seed, counter: 0 });
    Object.assign(settings, defaultSettings());
  };

  /** Writes clock, settings and randomness beside the tables. */
  const keep = (): void => {
    saved.write('clock', clock.state());
    saved.write('random', random.state());
    saved.write('settings', settings);
  };

  /** Tables and what stands beside them change together or not at all, in the store as in memory. */
  const change = (work: () => void): void => {
    const before = { clock: clock.state(), random: random.state(), settings: { ...settings } };
    try {
      store.transaction(() => {
        work();
        keep();
      });
    } catch (error) {
      clock.load(before.clock);
      random.load(before.random);
      Object.assign(settings, before.settings);
      throw error;
    }
  };

  const reset = (): void => {
    change(() => {
      setToStart();
      emptyTables(store, providers);
      for (const system of systems) system.seed(deps);
    });
    faults.clear();
    log.clear();
  };

  const resume = (): void => {
    clock.load(saved.read('clock') ?? REAL_TIME);
    if (startAt !== undefined) clock.set(startAt);
    random.load(saved.read('random') ?? { seed, counter: 0 });
    Object.assign(settings, definedOnly(saved.read('settings') ?? {}));
  };

  store.transaction(() => {
    claimVersion(saved, systems);
    for (const system of systems) store.exec(system.schema);
    if (saved.fresh) reset();
    else change(resume);
  });

  return {
    systems: new Map(
      systems.map((system) => [system.provider, { system, classify: createClassifier(system.operations) }]),
    ),
    store,
    saved,
    clock,
    random,
    faults,
    log,
    deps,
    counts: () => countRows(store, providers),
    reset,
    saveWorld: () => saveWorld(parts),
    loadWorld: (document) => change(() => loadWorld(parts, document)),
    change: (work) => change(() => work(parts)),
    close: () => {
      try {
        store.transaction(keep);
      } finally {
        store.close();
      }
    },
  };
}

function countRows(
  store: Store,
  providers: readonly ProviderId[],
): Record<ProviderId, Record<string, number>> {
  const counts = (provider: ProviderId): Record<string, number> =>
    Object.fromEntries(
      worldTables(store, [provider]).map((table) => [
        table,
        Number(store.get(`select count(*) as n from "${table}"`)?.n ?? 0),
      ]),
    );
  return Object.fromEntries(providers.map((provider) => [provider, counts(provider)])) as Record<
    ProviderId,
    Record<string, number>
  >;
}
