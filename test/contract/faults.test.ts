/**
 * A bad day for every changing call: what the person is told, how often the call arrived, and whether the change
 * was made once or not at all. Reads are repeated until they come through.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Effect,
  effectOf,
  type Input,
  type Operation,
  type ProviderId,
} from '../../src/api/operation.js';
import { loadProvider } from '../../src/api/providers.js';
import type { FaultRule } from '../../src/emulator/fault-rules.js';
import type { World } from '../../src/emulator/world.js';
import { HANDLERS } from '../../src/emulator/zentitle/dispatch.js';
import { LicensectlError } from '../../src/errors.js';
import { CHANGING_CALLS, type ChangingCall } from './changing-calls.js';
import { meeting } from './meeting.js';
import { rowOf } from './row-of.js';

/** What comes of a call: a kind of error, or `done`. */
interface Expected {
  readonly outcome: string;
  readonly arrivals: number;
  readonly made: boolean;
}

interface BadDay {
  readonly title: string;
  readonly rule: FaultRule;
  readonly expected: (effect: Effect, operation: Operation) => Expected;
}

const TIMEOUT_MS = 200;
const PRODUCTS: ReadonlySet<string> = new Set(['6872450105', '6453300110']);
const MAX_BODY_BYTES = 256 * 1024;

const inDoubt = (made: boolean) => (): Expected => ({ outcome: 'unknown-outcome', arrivals: 1, made });
const isRepeated = (effect: Effect): boolean => effect !== 'consume' && effect !== 'destroy-wide';
const repeated =
  (otherwise: string) =>
  (effect: Effect): Expected =>
    isRepeated(effect)
      ? { outcome: 'done', arrivals: 2, made: true }
      : { outcome: otherwise, arrivals: 1, made: false };

const BAD_DAYS: readonly BadDay[] = [
  { title: 'reset before the work', rule: { kind: 'reset-before' }, expected: inDoubt(false) },
  { title: 'reset after the work', rule: { kind: 'reset-after' }, expected: inDoubt(true) },
  { title: 'answer cut in half', rule: { kind: 'truncate' }, expected: inDoubt(true) },
  { title: 'no answer in time', rule: { kind: 'delay', ms: 1.5 * TIMEOUT_MS }, expected: inDoubt(true) },
  { title: 'answer too large', rule: { kind: 'huge', bytes: 2 * MAX_BODY_BYTES }, expected: inDoubt(true) },
  {
    title: '429 with Retry-After',
    rule: { kind: 'rate-limit', retryAfterSeconds: 1 },
    expected: repeated('rate-limited'),
  },
  {
    title: '429 with a date to wait for',
    rule: { kind: 'rate-limit', retryAfterSeconds: 1, as: 'date' },
    expected: repeated('rate-limited'),
  },
  {
    title: '429 for an hour',
    rule: { kind: 'rate-limit', retryAfterSeconds: 3600 },
    expected: () => ({ outcome: 'rate-limited', arrivals: 1, made: false }),
  },
  {
    title: '429 without Retry-After',
    rule: { kind: 'status', status: 429 },
    // LicenseSpring documents how long its windows are: after the longest, what is harmless twice is sent again.
    expected: (effect, { provider }) =>
      provider === 'licensespring' && effect === 'write'
        ? { outcome: 'done', arrivals: 2, made: true }
        : { outcome: 'rate-limited', arrivals: 1, made: false },
  },
  {
    title: '503 with Retry-After',
    rule: { kind: 'status', status: 503, retryAfterSeconds: 1 },
    expected: repeated('network'),
  },
  { title: '503 without Retry-After', rule: { kind: 'status', status: 503 }, expected: inDoubt(false) },
  {
    title: '504 of a gateway after the work',
    rule: { kind: 'status', status: 504, committed: true },
    expected: inDoubt(true),
  },
  { title: '500 without a body', rule: { kind: 'status', status: 500 }, expected: inDoubt(false) },
  {
    title: '500 with a web page after the work',
    rule: { kind: 'html', status: 500, committed: true },
    expected: inDoubt(true),
  },
  {
    title: '530 with a web page after the work',
    rule: { kind: 'html', status: 530, committed: true },
    expected: inDoubt(true),
  },
  {
    title: '408 after the work',
    rule: { kind: 'status', status: 408, committed: true },
    expected: inDoubt(true),
  },
  {
    title: 'an empty answer after the work',
    rule: { kind: 'empty' },
    // What is not documented may be silent; what a consuming call took must be in its answer.
    expected: (effect, { answer }) => {
      const silent = ['undocumented', 'empty'].includes(answer.kind) && effect !== 'consume';
      return { outcome: silent ? 'done' : 'unknown-outcome', arrivals: 1, made: true };
    },
  },
  {
    title: 'a server whose clock is off',
    rule: { kind: 'skew', seconds: 7200 },
    expected: () => ({ outcome: 'done', arrivals: 1, made: true }),
  },
];

const lab = meeting();
let world: World;
beforeAll(async () => {
  await lab.reset();
  await lab.freeze();
  // The key that answers are signed with is made by the first of them.
  await (await lab.connect('licensespring')).client.call(
    await rowOf('licensespring', 'licensespring.licenses.on-device'),
    { hardware_id: 'nobody' },
  );
  world = await lab.saveWorld();
});

/** What the calls are about: one system, and two products of Zentitle. All else would only take time. */
function worldOf(provider: ProviderId): World {
  const tables = Object.entries(world.tables).map(([name, { columns, rows }]) => {
    const product = columns.indexOf('productId');
    const kept = rows.filter((row) => product === -1 || PRODUCTS.has(String(row[product])));
    return [name, { columns, rows: name.startsWith(`${provider}_`) ? kept : [] }];
  });
  return { ...world, tables: Object.fromEntries(tables) };
}

/** The rows of a system, but for sessions: how often somebody logged on is no change. */
function stateOf({ tables }: World, provider: ProviderId): Readonly<Record<string, string>> {
  const own = Object.entries(tables).filter(
    ([name]) => name.startsWith(`${provider}_`) && name !== 'parallels_session',
  );
  return Object.fromEntries(own.map(([name, { rows }]) => [name, JSON.stringify(rows)]));
}

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof LicensectlError) return error.kind;
    throw error;
  }
}

const credentialsOf = ({ secrets }: ChangingCall) => (secrets === undefined ? {} : { secrets });

/** Plays a call on the same world, at the same moment and with the same chance each time. */
async function play(call: ChangingCall, rule?: FaultRule) {
  await lab.loadWorld(worldOf(call.provider));
  const operation = await rowOf(call.provider, call.id);
  const input = await call.prepare(await lab.connect(call.provider), () => lab.skewServer(60));
  const before = rule === undefined ? stateOf(await lab.saveWorld(), call.provider) : {};
  const earlier = (await lab.arrivals(call.id)).length;
  if (rule !== undefined) await lab.fault({ ...rule, operation: call.id, times: 1 });
  const timeoutMs = rule?.kind === 'delay' ? TIMEOUT_MS : 5000;
  const { client } = await lab.connect(call.provider, credentialsOf(call), {
    maxBodyBytes: MAX_BODY_BYTES,
    timeoutMs,
  });
  const outcome = await outcomeOf(client.call(operation, input, { count: 1 }));
  await vi.waitFor(async () => expect((await lab.arrivals(call.id)).length).toBeGreaterThan(earlier));
  const arrivals = (await lab.arrivals(call.id)).length - earlier;
  const after = stateOf(await lab.saveWorld(), call.provider);
  return { outcome, arrivals, before, after, operation, effect: effectOf(operation, input) };
}

describe.each(CHANGING_CALLS.map((call) => [call.id, call] as const))('%s', (_id, call) => {
  let clean: Awaited<ReturnType<typeof play>>;
  beforeAll(async () => {
    clean = await play(call);
  });

  it('changes something on a good day', () => {
    expect(clean).toMatchObject({ outcome: 'done', arrivals: 1 });
    expect(clean.after).not.toEqual(clean.before);
  });

  it.each(BAD_DAYS.map((day) => [day.title, day] as const))('%s', async (_title, { rule, expected }) => {
    const { outcome, arrivals, after, operation, effect } = await play(call, rule);
    const { made, ...told } = expected(effect, operation);
    expect({ outcome, arrivals }).toEqual(told);
    expect(after).toEqual(made ? clean.after : clean.before);
  });
});

describe('a read', () => {
  const READS: readonly (readonly [ProviderId, string, Input])[] = [
    ['zentitle', 'zentitle.codes.list', { pagenumber: 1 }],
    ['zentitle', 'zentitle.activity.show', { productid: '6872450105', licensecode: '206454320110930859' }],
    ['licensespring', 'licensespring.licenses.on-device', { hardware_id: 'HW-1' }],
    ['babel', 'babel.license.info', { userKey: 'ACTIV-ATION-DESK0-00001' }],
    ['parallels', 'parallels.license.show', {}],
  ];
  const PASSING: readonly FaultRule[] = [
    { kind: 'reset-before' },
    { kind: 'reset-after' },
    { kind: 'truncate' },
    { kind: 'delay', ms: 1.5 * TIMEOUT_MS },
    { kind: 'rate-limit', retryAfterSeconds: 1 },
    { kind: 'status', status: 429 },
    { kind: 'status', status: 503 },
    { kind: 'status', status: 504 },
    { kind: 'status', status: 408 },
    { kind: 'html', status: 500 },
  ];

  it.each(READS)('of %s, %s, comes through every fault that passes', async (provider, id, input) => {
    await lab.loadWorld(worldOf(provider));
    const operation = await rowOf(provider, id);
    const clean = (await (await lab.connect(provider)).client.call(operation, input)).value;
    for (const rule of PASSING) {
      const { client } = await lab.connect(provider, {}, { timeoutMs: TIMEOUT_MS });
      await lab.fault({ ...rule, operation: id, times: 1 });
      const earlier = (await lab.arrivals(id)).length;
      expect((await client.call(operation, input)).value, rule.kind).toEqual(clean);
      await vi.waitFor(async () =>
        expect((await lab.arrivals(id)).length - earlier, JSON.stringify(rule)).toBe(2),
      );
    }
  });

  it.each(READS)('of %s, %s, gives up after four attempts', async (provider, id, input) => {
    await lab.loadWorld(worldOf(provider));
    await lab.fault({ kind: 'reset-before', operation: id });
    const { client } = await lab.connect(provider);
    await expect(client.call(await rowOf(provider, id), input)).rejects.toMatchObject({ kind: 'network' });
    expect(await lab.arrivals(id)).toHaveLength(4);
  });
});

it('plays every changing call of LicenseSpring, all of which are imitated', async () => {
  const { operations } = await loadProvider('licensespring');
  const changing = operations.filter(({ effect }) => effect !== 'read').map(({ id }) => id);
  const played = CHANGING_CALLS.filter(({ provider }) => provider === 'licensespring').map(({ id }) => id);
  expect(changing.toSorted()).toEqual(played.toSorted());
});

it('plays every changing call that the Zentitle emulator imitates', async () => {
  const { operations } = await loadProvider('zentitle');
  const imitated = operations.filter(
    ({ method, path, effect }) => effect !== 'read' && Object.hasOwn(HANDLERS, `${method} ${path.slice(5)}`),
  );
  const played = CHANGING_CALLS.filter(({ provider }) => provider === 'zentitle').map(({ id }) => id);
  expect(imitated.map(({ id }) => id).sort()).toEqual([...played].sort());
});
