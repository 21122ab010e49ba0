/**
 * The documented rates: a burst of 2,000 checks by 16 workers keeps within them, alone or beside another program that
 * uses up part of the same windows; none is lost, and once the server has said “too many” it need not say so again.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LoggedRequest } from '../../src/emulator/request-log.js';
import { meeting } from './meeting.js';
import { rowOf } from './row-of.js';

// Some ten thousand signatures are made on the way.
vi.setConfig({ testTimeout: 240_000 });

const lab = meeting();
beforeEach(() => lab.reset({ licensespringPlan: 'free' }));

const CHECK = 'licensespring.license.check';
const INPUT = { license_key: '1111-2222-3333-4444', product: 'lsprod', hardware_id: 'office-pc-01' };
const WORKERS = 16;
/** The workers' client waits on clocks that move as it sleeps: hours pass in moments. */
const LIMITS = { pausesTakeTime: true, timeoutMs: 60_000 };

/** How many of so many checks were answered. */
async function burst(checks: number): Promise<number> {
  const { client } = await lab.connect('licensespring', {}, LIMITS);
  const check = await rowOf('licensespring', CHECK);
  let begun = 0;
  let answered = 0;
  const worker = async (): Promise<void> => {
    while (begun < checks) {
      begun += 1;
      const { value } = await client.call(check, INPUT);
      if ((value as { license_active?: unknown }).license_active === true) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return answered;
}

/** Another program on this computer, which keeps within the rates. */
async function programBeside(calls: number): Promise<void> {
  const { client } = await lab.connect('licensespring', {}, LIMITS);
  const check = await rowOf('licensespring', CHECK);
  for (let call = 0; call < calls; call += 1) await client.call(check, INPUT);
}

/** Programs of the same company on other computers: calls that only the minute of the plan has counted. */
async function programsElsewhere(calls: number): Promise<void> {
  const world = await lab.saveWorld();
  const table = world.tables.licensespring_recent_call;
  const value = (column: string, number: number): string | number =>
    column === 'scope' ? 'company free' : column === 'at' ? Date.now() : number;
  const columns = table?.columns ?? [];
  const rows = Array.from({ length: calls }, (_, number) => columns.map((column) => value(column, number)));
  await lab.loadWorld({
    ...world,
    tables: { ...world.tables, licensespring_recent_call: { columns, rows } },
  });
}

const refused = (log: readonly LoggedRequest[]): readonly LoggedRequest[] =>
  log.filter(({ status }) => status === 429);

/** Requests that were refused though they came after the answer to the first that was. */
function refusedAgain(log: readonly LoggedRequest[]): readonly LoggedRequest[] {
  const first = refused(log)[0];
  // As many as there are workers may be under way while the first refusal is on its way back.
  return first === undefined
    ? []
    : refused(log).filter(({ sequence }) => sequence > first.sequence + WORKERS);
}

it('checks alone are never refused', async () => {
  const checks = 450;
  expect(await burst(checks)).toBe(checks);
  const log = await lab.arrivals(CHECK);
  expect(log.map(({ status }) => status)).toEqual(Array(checks).fill(200));
});

describe.each([true, false])('where the server tells when to come back: %s', (licensespringRetryAfter) => {
  it.each([
    {
      what: '150 calls of a program beside stand in the ten seconds of the address',
      use: () => programBeside(150),
      checks: 2000,
    },
    {
      what: '1,790 calls of programs elsewhere stand in the minute of the plan',
      use: () => programsElsewhere(1790),
      checks: 300,
    },
  ])('$what, and $checks checks are all answered', async ({ use, checks }) => {
    await lab.reset({ licensespringPlan: 'free', licensespringRetryAfter });
    await use();
    const before = (await lab.arrivals(CHECK)).length;
    expect(await burst(checks)).toBe(checks);
    const log = (await lab.arrivals(CHECK)).slice(before);
    expect(log.filter(({ status }) => status === 200)).toHaveLength(checks);
    expect(refused(log).length).toBeGreaterThan(0);
    expect(refusedAgain(log)).toEqual([]);
  });
});
