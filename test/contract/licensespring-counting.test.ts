/** How activations and transfers are counted (page on activations and device transfers), as the command line shows it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/emulator/world.js';
import { commandLine, type Ended } from './licensespring-line.js';

const line = commandLine();
const KEY = 'IDLE-0000-0000-0001';

let world: World;
beforeAll(async () => {
  const whole = (await line.control('GET', '/world')) as World;
  const own = Object.entries(whole.tables).map(([name, table]) => [
    name,
    name.startsWith('licensespring_') ? table : { ...table, rows: [] },
  ]);
  world = { ...whole, tables: Object.fromEntries(own) };
});

/** The world with one licence that nobody has activated, with these columns. */
async function licenseWith(values: Readonly<Record<string, number>>): Promise<void> {
  const table = world.tables.licensespring_license;
  const columns = table?.columns ?? [];
  const keyAt = columns.indexOf('license_key');
  const rows = (table?.rows ?? []).map((row) =>
    row[keyAt] === KEY ? row.map((cell, at) => values[columns[at] ?? ''] ?? cell) : row,
  );
  await line.control('PUT', '/world', {
    ...world,
    tables: { ...world.tables, licensespring_license: { columns, rows } },
  });
}

const on = (device: string): readonly string[] => [
  KEY,
  '--product',
  'lsprod',
  '--hardware-id',
  device,
  '--json',
];

/** `A` activates on that device, `-A` frees it. */
const step = (word: string): Promise<Ended> =>
  word.startsWith('-')
    ? line.run(['deactivate', ...on(word.slice(1)), '--yes'])
    : line.run(['activate', ...on(word)]);

async function play(steps: string): Promise<void> {
  for (const word of steps.split(' ')) expect(await step(word), word).toMatchObject({ status: 0 });
}

/** The licence as `show` tells it, from a device that is active on it. */
async function counts(device: string): Promise<{ activationsUsed: number; transfersUsed: number }> {
  const { status, out, err } = await line.run(['show', ...on(device)]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const { activationsUsed, transfersUsed } = JSON.parse(out).data;
  return { activationsUsed, transfersUsed };
}

const codeOf = ({ status, err }: Ended): readonly unknown[] => [status, JSON.parse(err).error.code];

describe('a licence for two devices', () => {
  it('refuses a third, and takes it once one of them is freed', async () => {
    await licenseWith({ max_activations: 2 });
    await play('A B');
    expect(codeOf(await step('C'))).toEqual([6, 'license_activated_max_times']);
    expect(await counts('A')).toEqual({ activationsUsed: 2, transfersUsed: 0 });
    await play('-A C');
    expect(await counts('C')).toEqual({ activationsUsed: 2, transfersUsed: 1 });
    expect(codeOf(await step('A'))).toEqual([6, 'license_activated_max_times']);
  });

  it('has no end of devices where it allows any number', async () => {
    await licenseWith({ max_activations: 2, allow_unlimited_activations: 1 });
    await play('A B C D E');
    expect(await counts('E')).toEqual({ activationsUsed: 5, transfersUsed: 0 });
  });
});

describe('transfers', () => {
  it.each<[steps: string, transfers: number]>([
    ['A', 0],
    ['A A', 0],
    ['A -A A', 0],
    ['A -A A -A A', 0],
    ['A -A B', 1],
    ['A -A B -B A', 2],
    ['A -A B -B C', 2],
    ['A -A B -B C -C A', 3],
    ['A -A B -B A -A B', 3],
    ['A -A A -A B', 1],
    // Others stay active all the while.
    ['X A', 0],
    ['X A -A A', 0],
    ['X A -A B', 1],
    ['X A -A B -B A', 2],
    ['A B -A C', 1],
    ['A B -A C -B A', 2],
    // One activation takes the place of one freed device.
    ['A B -A -B C', 1],
    ['A B -A -B C D', 2],
  ])('%s: %i', async (steps, transfersUsed) => {
    await licenseWith({ max_activations: 5 });
    await play(steps);
    const last = steps.split(' ').at(-1) ?? '';
    expect(await counts(last)).toMatchObject({ transfersUsed });
  });

  it.each<[maxTransfers: number, steps: string, refused: string]>([
    [-1, 'A -A', 'B'],
    [-1, 'X A -A', 'B'],
    [1, 'A -A B -B', 'A'],
    [1, 'A -A B -B', 'C'],
    [2, 'A -A B -B A -A', 'B'],
    [3, 'A -A B -B C -C D -D', 'E'],
  ])('with max_transfers %i, after %s, %s is refused and nothing is counted', async (max, steps, refused) => {
    await licenseWith({ max_activations: 5, max_transfers: max });
    await play(steps);
    expect(codeOf(await step(refused))).toEqual([6, 'license_transferred_max_times']);
    const last = steps.replace(/.*-(\w+)$/, '$1');
    await play(last);
    expect(await counts(last)).toMatchObject({ transfersUsed: Math.max(0, max) });
  });

  it.each<[maxTransfers: number, steps: string, transfers: number]>([
    [-1, 'A -A A B', 0],
    [0, 'A -A B -B A -A B -B A', 4],
    [2, 'A -A B -B A', 2],
  ])('with max_transfers %i, %s is allowed', async (max, steps, transfersUsed) => {
    await licenseWith({ max_activations: 5, max_transfers: max });
    await play(steps);
    expect(await counts(steps.split(' ').at(-1) ?? '')).toMatchObject({ transfersUsed });
  });
});
