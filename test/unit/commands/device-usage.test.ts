/** Commands about what a device uses: from the command line to what the system is asked, and what is said then. */
import { describe, expect, it } from 'vitest';
import type { BorrowRecord, ConsumptionRecord, TrialKeyRecord } from '../../../src/api/device-records.js';
import type { Input } from '../../../src/api/operation.js';
import type { Capabilities } from '../../../src/api/provider.js';
import type { DeactivationRecord } from '../../../src/api/records.js';
import { command as bundleDeactivate } from '../../../src/commands/bundle/deactivate.js';
import type { Command, Parsed } from '../../../src/commands/command.js';
import { command as consumptionAdd } from '../../../src/commands/consumption/add.js';
import { command as featureBorrow } from '../../../src/commands/feature/borrow.js';
import { command as featureConsume } from '../../../src/commands/feature/consume.js';
import { command as featureRelease } from '../../../src/commands/feature/release.js';
import { command as seatBorrow } from '../../../src/commands/seat/borrow.js';
import { command as seatRelease } from '../../../src/commands/seat/release.js';
import { command as trialCreate } from '../../../src/commands/trial/create.js';
import { command as variableSet } from '../../../src/commands/variable/set.js';
import type { Outcome } from '../../../src/output/result.js';
import {
  type FakeOptions,
  fakeContext,
  listIn,
  never,
  noting,
  parsedFor,
  recordIn,
  rowsIn,
} from './fake-context.js';

const KEY = 'FLOA-T000-0000-0001';
const DEVICE = { product: 'lsfloat', 'hardware-id': 'HWID-1' };
const SENT = { product: 'lsfloat', hardware_id: 'HWID-1', license_key: KEY };

interface Ran {
  readonly outcome: Outcome;
  readonly inputs: readonly Input[];
  readonly fake: ReturnType<typeof fakeContext>;
}

async function run(
  command: Command,
  args: readonly string[],
  options: Parsed['options'],
  capabilities: (inputs: Input[]) => Capabilities,
  more: FakeOptions = {},
): Promise<Ran> {
  const inputs: Input[] = [];
  const fake = fakeContext({ provider: 'licensespring', capabilities: capabilities(inputs), ...more });
  const outcome = await command.run(fake.context, parsedFor(command, args, { ...DEVICE, ...options }));
  return { outcome, inputs, fake };
}

const SEATS = { request: never, heartbeat: never, release: never };

const BORROWED: BorrowRecord = {
  provider: 'licensespring',
  key: KEY,
  licenseId: '1654083900000021',
  product: 'lsfloat',
  feature: null,
  deviceId: 'HWID-1',
  borrowedUntil: '2026-11-27T12:00:00.000Z',
  maxBorrowHours: 168,
};

describe('seat borrow', () => {
  it.each([
    [{}, null],
    [{ 'borrowed-until': 'max' }, null],
    [{ 'borrowed-until': '2026-11-27 18:00' }, '2026-11-27 18:00'],
    [{ 'borrowed-until': '12h' }, '2026-11-21T00:00:00.000Z'],
  ])('%j sends %j', async (options, borrowed_until) => {
    const { inputs, outcome } = await run(seatBorrow, [KEY], options, (seen) => ({
      seats: { ...SEATS, borrow: noting(seen, BORROWED) },
    }));
    expect(inputs).toEqual([{ ...SENT, borrowed_until }]);
    expect(recordIn(outcome)).toMatchObject({
      id: 'borrowedUntil',
      message: 'HWID-1 has borrowed a seat until 2026-11-27T12:00:00.000Z.',
    });
  });

  it('refuses an end that is no time before anything is asked or sent', async () => {
    const ran = run(seatBorrow, [KEY], { 'borrowed-until': 'friday' }, () => ({
      seats: { ...SEATS, borrow: never },
    }));
    await expect(ran).rejects.toMatchObject({
      code: 'invalid_value',
      message: expect.stringContaining("not 'friday'"),
    });
  });

  it('takes a user with a password', async () => {
    const { inputs, fake } = await run(
      seatBorrow,
      [],
      { username: 'someone@example.com', 'password-stdin': true },
      (seen) => ({ seats: { ...SEATS, borrow: noting(seen, BORROWED) } }),
      { stdin: 'somepassword\n' },
    );
    expect(inputs).toMatchObject([
      { username: 'someone@example.com', password: 'somepassword', borrowed_until: null },
    ]);
    expect(fake.secrets).toContain('somepassword');
  });
});

describe('feature borrow', () => {
  it('names the feature', async () => {
    const { inputs, outcome } = await run(featureBorrow, ['render'], { key: KEY }, (seen) => ({
      licenseFeatures: {
        check: never,
        consume: never,
        release: never,
        borrow: noting(seen, { ...BORROWED, feature: 'render', borrowedUntil: null }),
      },
    }));
    expect(inputs).toEqual([{ ...SENT, feature: 'render', borrowed_until: null }]);
    expect(recordIn(outcome).message).toBe('HWID-1 has borrowed a seat of feature render.');
  });
});

describe('giving back', () => {
  const RELEASED: DeactivationRecord = {
    provider: 'licensespring',
    key: KEY,
    product: 'lsfloat',
    deviceId: 'HWID-1',
    status: 'released',
    removed: 0,
    activationsUsed: null,
    activationsAllowed: null,
  };

  it('a seat, without a question', async () => {
    const { inputs, outcome, fake } = await run(seatRelease, [KEY], {}, (seen) => ({
      seats: { ...SEATS, release: noting(seen, RELEASED) },
    }));
    expect(inputs).toEqual([SENT]);
    expect(fake.questions).toEqual([]);
    expect(recordIn(outcome)).toMatchObject({
      id: 'deviceId',
      message: 'The seat that HWID-1 held is free.',
    });
  });

  it('a seat of Babel, by its token', async () => {
    const inputs: Input[] = [];
    const fake = fakeContext({
      provider: 'babel',
      capabilities: { seats: { ...SEATS, release: noting(inputs, { ...RELEASED, deviceId: null }) } },
      stdin: 'fltk_1\n',
    });
    const outcome = await seatRelease.run(fake.context, parsedFor(seatRelease, [], { 'token-stdin': true }));
    expect(inputs).toMatchObject([{ licenseToken: 'fltk_1' }]);
    expect(fake.secrets).toEqual(['fltk_1']);
    expect(recordIn(outcome).message).toBe('The seat is free.');
  });

  it('a seat of a feature', async () => {
    const { inputs, outcome } = await run(featureRelease, ['render'], { key: KEY }, (seen) => ({
      licenseFeatures: {
        check: never,
        consume: never,
        borrow: never,
        release: noting(seen, { ...RELEASED, feature: 'render' }),
      },
    }));
    expect(inputs).toEqual([{ ...SENT, feature: 'render' }]);
    expect(recordIn(outcome).message).toBe('The seat of feature render that HWID-1 held is free.');
  });
});

describe('counting', () => {
  const COUNTED: ConsumptionRecord = {
    provider: 'licensespring',
    key: KEY,
    licenseId: '1',
    product: 'lsfloat',
    feature: null,
    consumptionsUsed: 45,
    consumptionsAllowed: 100,
    overagesAllowed: null,
    maxOverages: null,
    resets: null,
    resetPeriod: null,
  };

  it('sends what was typed, less than nothing too, and asks nothing', async () => {
    const options = {
      consumptions: '-5',
      'max-overages': '3',
      'allow-overages': true,
      event: 'CONSUMPTION_ADD',
    };
    const { inputs, fake } = await run(consumptionAdd, [KEY], options, (seen) => ({
      consumption: { add: noting(seen, COUNTED) },
    }));
    expect(inputs).toEqual([
      { ...SENT, consumptions: '-5', max_overages: '3', allow_overages: true, event: 'CONSUMPTION_ADD' },
    ]);
    expect(fake.questions).toEqual([]);
  });

  it.each<[Partial<ConsumptionRecord>, string]>([
    [{}, `${KEY}: 45 of 100 used.`],
    [{ consumptionsAllowed: null }, `${KEY}: 45 used.`],
    [{ consumptionsUsed: 103 }, `${KEY}: 103 of 100 used, 3 above the limit.`],
    [{ consumptionsUsed: null }, `Counted on ${KEY}.`],
    [{ key: null }, 'The licence: 45 of 100 used.'],
    [{ key: null, consumptionsUsed: null }, 'Counted on the licence.'],
  ])('%j reads %s', async (change, message) => {
    const { outcome } = await run(consumptionAdd, [KEY], {}, (seen) => ({
      consumption: { add: noting(seen, { ...COUNTED, ...change }) },
    }));
    expect(recordIn(outcome)).toMatchObject({ id: 'consumptionsUsed', message });
  });

  it('names the feature', async () => {
    const { inputs, outcome } = await run(featureConsume, ['pages'], { key: KEY }, (seen) => ({
      licenseFeatures: {
        check: never,
        borrow: never,
        release: never,
        consume: noting(seen, { ...COUNTED, feature: 'pages' }),
      },
    }));
    expect(inputs).toEqual([{ ...SENT, feature: 'pages' }]);
    expect(recordIn(outcome).message).toBe(`${KEY}, feature pages: 45 of 100 used.`);
  });
});

describe('bundle deactivate', () => {
  it.each([
    [[KEY], {}, KEY],
    [[], { username: 'team@example.com' }, 'team@example.com'],
  ])('asks first, naming the holder: %j %j', async (args, options, holder) => {
    const question = `Deactivate all licences of bundle lsfloat (${holder}) on HWID-1?`;
    const inputs: Input[] = [];
    const fake = fakeContext({
      provider: 'licensespring',
      declines: true,
      capabilities: { bundles: { activate: never, check: never, deactivate: never } },
    });
    const parsed = parsedFor(bundleDeactivate, args, { ...DEVICE, ...options });
    await expect(bundleDeactivate.run(fake.context, parsed)).rejects.toMatchObject({ code: 'not_confirmed' });
    expect(fake.questions).toEqual([question]);
    expect(inputs).toEqual([]);
  });
});

describe('variable set', () => {
  it('sends text, numbers and booleans as what they are', async () => {
    const { inputs, outcome } = await run(
      variableSet,
      [KEY],
      { variable: ['region=eu', 'cores:=8', 'beta:=true', 'text:="8"', 'none='] },
      (seen) => ({
        variables: {
          list: never,
          set: noting(seen, [{ id: null, name: 'region', value: 'eu', deviceId: '5', createdAt: null }]),
        },
      }),
    );
    expect(inputs).toEqual([
      { ...SENT, variables: { region: 'eu', cores: 8, beta: true, text: '8', none: '' } },
    ]);
    expect(await rowsIn(listIn(outcome))).toMatchObject([{ name: 'region', value: 'eu' }]);
  });

  it('needs a variable', async () => {
    const ran = run(variableSet, [KEY], {}, () => ({ variables: { list: never, set: never } }));
    await expect(ran).rejects.toMatchObject({ code: 'missing_input', message: 'Missing --variable.' });
  });
});

describe('trial create', () => {
  const TRIAL: TrialKeyRecord = {
    provider: 'licensespring',
    product: 'lsuser',
    deviceId: 'HWID-1',
    key: null,
    username: 'new@example.com',
    initialPassword: 'first-pass-1',
    licenseId: '9',
    type: 'perpetual',
    created: true,
  };
  const creating = (trial: TrialKeyRecord) => (seen: Input[]) => ({
    trialKeys: { create: noting(seen, trial) },
  });

  it('keeps an initial password to itself, and says where it can be had', async () => {
    const { fake, outcome } = await run(trialCreate, [], { email: 'new@example.com' }, creating(TRIAL));
    expect(fake.secrets).toEqual(['first-pass-1']);
    expect(fake.warnings).toEqual(['initial_password_hidden']);
    expect(fake.notices[0]).toContain('licensectl customer users EMAIL --product PRODUCT --show-passwords');
    expect(recordIn(outcome)).toMatchObject({
      id: 'username',
      message: 'Made the trial new@example.com for HWID-1.',
    });
  });

  it('prints it where that was asked for', async () => {
    const { fake, outcome, inputs } = await run(
      trialCreate,
      [],
      { 'initial-password': true },
      creating(TRIAL),
    );
    expect(inputs).toEqual([{ product: 'lsfloat', hardware_id: 'HWID-1' }]);
    expect({ secrets: fake.secrets, notices: fake.notices }).toEqual({ secrets: [], notices: [] });
    expect(recordIn(outcome).record).toMatchObject({ initialPassword: 'first-pass-1' });
  });

  it('takes a password of one’s own from standard input', async () => {
    const own = { ...TRIAL, initialPassword: 'mine-1' };
    const { fake, inputs } = await run(trialCreate, [], { 'password-stdin': true }, creating(own), {
      stdin: 'mine-1\n',
    });
    expect(inputs).toMatchObject([{ password: 'mine-1' }]);
    expect({ secrets: fake.secrets, notices: fake.notices }).toEqual({ secrets: ['mine-1'], notices: [] });
  });

  it.each<[Partial<TrialKeyRecord>, string, string]>([
    [{ key: KEY, created: false }, 'key', `HWID-1 already has the trial ${KEY}.`],
    [{ key: KEY, created: null }, 'key', `HWID-1 has the trial ${KEY}.`],
    [{ username: null }, 'username', 'Made a trial for HWID-1.'],
  ])('%j', async (change, id, message) => {
    const { outcome } = await run(
      trialCreate,
      [],
      {},
      creating({ ...TRIAL, initialPassword: null, ...change }),
    );
    expect(recordIn(outcome)).toMatchObject({ id, message });
  });
});
