import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/emulator/clock.js';
import { createEmulation, type Emulation } from '../../../src/emulator/emulation.js';
import { openStore } from '../../../src/emulator/open-store.js';
import { createRandom } from '../../../src/emulator/random.js';
import { defaultSettings } from '../../../src/emulator/settings.js';
import { loadWorld, saveWorld, type World, type WorldParts } from '../../../src/emulator/world.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { fakeSystem } from './fake-system.js';
import { useEmulators } from './harness.js';

// Folders go after the emulators in them: the last hook runs first.
const folder = temporaryFolders();
const start = useEmulators();

function parts(seed: string): WorldParts {
  const store = openStore(':memory:');
  store.exec(fakeSystem.schema);
  return {
    store,
    clock: createClock(() => 0),
    random: createRandom({ seed, counter: 0 }),
    settings: defaultSettings(),
    providers: ['babel'],
  };
}

/** Text that the store can hold: libsql reads up to a NUL, and UTF-8 has no lone surrogates. */
const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));

describe('a world', () => {
  it('is the same after it was saved, sent as JSON and loaded elsewhere', () => {
    const row = fc.record({ name: text, at: fc.maxSafeInteger(), token: fc.option(text) });
    const size = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: ({ name }) => name, maxLength: 8 }),
        fc.array(size, { maxLength: 4 }),
        fc.nat(),
        (things, sizes, advance) => {
          const source = parts('source');
          for (const { name, at, token } of things) {
            source.store.run('insert into babel_thing values (?, ?, ?)', name, at, token);
          }
          for (const half of things.length === 0 ? [] : sizes) {
            source.store.run(
              'insert into babel_part (thing, size) values (?, ?)',
              things[0]?.name ?? '',
              half,
            );
          }
          source.clock.advance(advance);
          source.random.hex(advance % 50);
          const saved = JSON.stringify(saveWorld(source));
          const target = parts('target');
          fakeSystem.seed({ ...target, now: target.clock.now, randomHex: target.random.hex });
          loadWorld(target, JSON.parse(saved));
          expect(JSON.stringify(saveWorld(target))).toBe(saved);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes from one emulator to another over the control path', async () => {
    const source = await start();
    await source.add('second');
    await source.control('PATCH', '/settings', { parallelsShape: 'v21' });
    await source.control('POST', '/clock', { set: '2030-01-01T00:00:00Z', frozen: true });
    const world = await source.world();
    const target = await start({ seed: 'other' });
    const loaded = await target.control('PUT', '/world', world);
    expect(loaded.json()).toEqual({ systems: { babel: { babel_thing: 2, babel_part: 1, babel_ticket: 0 } } });
    expect(await target.world()).toEqual(world);
    const drawn = async (emulator: typeof source) => (await emulator.system('/v1/random')).json();
    expect(await drawn(target)).toBe(await drawn(source));
  });

  it('goes on numbering where it was, and from 1 after a reset', async () => {
    const source = await start();
    const ticket = async (emulator: typeof source) => (await emulator.system('/v1/ticket')).json();
    expect([await ticket(source), await ticket(source)]).toEqual([1, 2]);
    const world = await source.world();
    const target = await start();
    await target.control('PUT', '/world', world);
    expect(await ticket(target)).toBe(3);
    await target.control('PUT', '/world', world);
    expect(await ticket(target)).toBe(3);
    await target.control('POST', '/reset', {});
    expect(await ticket(target)).toBe(1);
  });

  const damage: readonly [string, (world: World) => unknown][] = [
    ['another version', (world) => ({ ...world, schemaVersion: 2 })],
    ['a list', () => []],
    ['a member too many', (world) => ({ ...world, more: 1 })],
    ['a table missing', ({ tables: { babel_part, ...tables }, ...world }) => ({ ...world, tables })],
    [
      'a table too many',
      (world) => ({ ...world, tables: { ...world.tables, other: { columns: [], rows: [] } } }),
    ],
    ['an unknown column', (world) => withThings(world, ['name', 'colour'], [['a', 'b']])],
    ['a column twice', (world) => withThings(world, ['name', 'name'], [['a', 'b']])],
    ['rows without columns', (world) => withThings(world, [], [[]])],
    ['a short row', (world) => withThings(world, ['name', 'made_at'], [['first', 1], ['b']])],
    ['a value of another kind', (world) => withThings(world, ['name', 'made_at'], [['first', true]])],
    [
      'a key twice',
      (world) =>
        withThings(
          world,
          ['name', 'made_at'],
          [
            ['first', 1],
            ['first', 2],
          ],
        ),
    ],
    ['a reference to nothing', (world) => withThings(world, ['name', 'made_at'], [['a', 1]])],
    ['a counter of nothing', (world) => ({ ...world, counters: { babel_thing: 3 } })],
    ['a setting out of range', (world) => ({ ...world, settings: { babelMissedBeats: 0 } })],
    ['a clock beyond all dates', (world) => ({ ...world, clock: { offsetMs: 1e300, frozenAt: null } })],
    ['a clock that stands there', (world) => ({ ...world, clock: { offsetMs: 0, frozenAt: 1e17 } })],
  ];

  function withThings(world: World, columns: string[], rows: unknown[][]): unknown {
    return { ...world, tables: { ...world.tables, babel_thing: { columns, rows } } };
  }

  it.each(damage)('is refused with %s, and nothing is changed', async (_case, spoil) => {
    const emulator = await start({ clock: '2024-02-29T12:00:00Z' });
    await emulator.control('POST', '/clock', { set: '2024-02-29T12:00:00Z', frozen: true });
    await emulator.add('second');
    const before = await emulator.world();
    const reply = await emulator.control('PUT', '/world', spoil(before));
    expect([reply.status, reply.json<{ error: { code: string } }>().error.code]).toEqual([400, 'bad_world']);
    expect(await emulator.world()).toEqual(before);
  });

  it.each([
    ['a table missing', 'The world has no table babel_part'],
    ['a table too many', 'The world has a table other, which no system here has'],
    ['an unknown column', 'Table babel_thing has no column colour'],
  ])('says of %s that the version may be another', async (what, message) => {
    const emulator = await start();
    const spoil = new Map(damage).get(what);
    const reply = await emulator.control('PUT', '/world', spoil?.(await emulator.world()));
    expect(reply.json<{ error: { message: string } }>().error.message).toBe(
      `${message}: it was saved by another version, or changed by hand.`,
    );
  });
});

describe('a state that cannot be written', () => {
  const changes: readonly [string, (emulation: Emulation) => void][] = [
    ['a reset', (emulation) => emulation.reset()],
    [
      'a load',
      (emulation) => emulation.loadWorld({ ...emulation.saveWorld(), clock: { offsetMs: 5, frozenAt: 5 } }),
    ],
    ['a change', (emulation) => emulation.change(({ clock }) => clock.set(0))],
  ];

  it.each(changes)('leaves all as it was: %s', (_name, change) => {
    const emulation = createEmulation({ systems: [fakeSystem], startAt: Date.UTC(2035, 0), seed: 'test' });
    emulation.change(({ clock, settings }) => {
      clock.set(Date.UTC(2040, 0));
      clock.freeze();
      settings.babelAnonymous = true;
    });
    emulation.deps.randomHex(3);
    emulation.store.run("insert into babel_thing values ('second', 0, null)");
    emulation.store.exec(
      "create trigger full before insert on emulator_state begin select raise(abort, 'disk is full'); end",
    );
    const before = emulation.saveWorld();
    expect(() => change(emulation)).toThrow('disk is full');
    expect(emulation.saveWorld()).toEqual(before);
  });
});

describe('a data folder', () => {
  it('keeps rows, clock, settings and the course of randomness from one start to the next', async () => {
    const dataDir = join(await folder(), 'deep', 'folder');
    const first = await start({ dataDir });
    await first.add('second');
    await first.control('PATCH', '/settings', { babelAnonymous: true });
    await first.control('POST', '/clock', { set: '2030-01-01T00:00:00Z', frozen: true });
    const world = await first.world();
    await first.emulator.stop();
    expect((await stat(join(dataDir, 'world.sqlite'))).mode & 0o777).toBe(0o600);
    const second = await start({ dataDir });
    expect(await second.world()).toEqual(world);
  });

  it('starts where --clock says, when it is given again', async () => {
    const dataDir = await folder();
    await (await start({ dataDir })).emulator.stop();
    const again = await start({ dataDir, clock: '2035-01-01T00:00:00Z' });
    expect((await again.control('GET', '/clock')).text).toContain('"2035-01-01T00:00:0');
  });

  it('goes on from --clock when it was not stopped in good order', async () => {
    const dataDir = await folder();
    await (await start({ dataDir })).emulator.stop();
    const killed = createEmulation({
      systems: [fakeSystem],
      dataDir,
      startAt: Date.UTC(2035, 0),
      seed: 'test',
    });
    killed.store.close();
    const again = await start({ dataDir });
    expect((await again.control('GET', '/clock')).text).toContain('"2035-01-01T00:00:0');
  });

  it.each(['{broken', '{"offsetMs":"x","frozenAt":null}', '{"offsetMs":1e300,"frozenAt":null}'])(
    'is refused when what it keeps beside the tables is damaged: %s',
    async (value) => {
      const dataDir = await folder();
      await (await start({ dataDir })).emulator.stop();
      const store = openStore(join(dataDir, 'world.sqlite'));
      store.run("update emulator_state set value = ? where key = 'clock'", value);
      store.close();
      await expect(start({ dataDir })).rejects.toMatchObject({ name: 'DataFolderError' });
    },
  );

  it('serves one emulator at a time', async () => {
    const dataDir = await folder();
    await start({ dataDir });
    await expect(start({ dataDir })).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
  });

  it('of other tables is refused', async () => {
    const dataDir = await folder();
    await (await start({ dataDir })).emulator.stop();
    const newer = { ...fakeSystem, schema: `${fakeSystem.schema} create table if not exists babel_new (a);` };
    await expect(start({ dataDir, systems: [newer] })).rejects.toMatchObject({ name: 'DataFolderError' });
  });

  it('with something else in it is refused', async () => {
    const dataDir = await folder();
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'world.sqlite'), 'no database'.repeat(100));
    await expect(start({ dataDir })).rejects.toMatchObject({ code: 'SQLITE_NOTADB' });
  });
});
