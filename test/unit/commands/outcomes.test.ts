/** What a command asks of its capability → what it returns to the printer. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import type { Capabilities } from '../../../src/api/provider.js';
import type {
  ActivationRecord,
  CertificateRecord,
  CodeRecord,
  DeactivationRecord,
  LicenseRecord,
  SeatRecord,
  TrialRecord,
  Verdict,
} from '../../../src/api/records.js';
import { command as activate } from '../../../src/commands/activate.js';
import { command as check } from '../../../src/commands/check.js';
import { command as showCode } from '../../../src/commands/codes/show.js';
import { command as deactivate } from '../../../src/commands/deactivate.js';
import { command as heartbeat } from '../../../src/commands/heartbeat.js';
import { command as offlineCert } from '../../../src/commands/offline/cert.js';
import { command as offlineDeactivate } from '../../../src/commands/offline/deactivate.js';
import { command as createPassive } from '../../../src/commands/passive/create.js';
import { command as updateProfile } from '../../../src/commands/profile/update.js';
import { command as show } from '../../../src/commands/show.js';
import { command as resetTrial } from '../../../src/commands/trial/reset.js';
import { command as trialStatus } from '../../../src/commands/trial/status.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { fakeContext, listIn, noting, parsedFor, recordIn, rowsIn } from './fake-context.js';

const temporaryFolder = temporaryFolders();
const never = () => Promise.reject(new Error('must not be called'));

const ACTIVATION: ActivationRecord = {
  provider: 'licensespring',
  key: '1111-2222-3333-4444',
  product: 'lsprod',
  deviceId: 'HWID-1',
  status: 'activated',
  activatedAt: null,
  expiresAt: null,
  activationsUsed: 2,
  activationsAllowed: 5,
};
const DEACTIVATION: DeactivationRecord = {
  provider: 'zentitle',
  key: '206454320110930859',
  product: '6872450105',
  deviceId: null,
  status: 'deactivated',
  removed: 3,
  activationsUsed: null,
  activationsAllowed: null,
};
const CERTIFICATE: CertificateRecord = {
  provider: 'zentitle',
  product: '6872450105',
  kind: 'activation',
  certificate: 'c0ffee',
  clientId: null,
};

describe('activate', () => {
  it('says what was activated and how much is used', async () => {
    const inputs: Input[] = [];
    const fake = fakeContext({
      provider: 'licensespring',
      capabilities: { activate: noting(inputs, ACTIVATION) },
    });
    const options = { product: 'lsprod', 'hardware-id': 'HWID-1' };
    const outcome = await activate.run(fake.context, parsedFor(activate, ['1111-2222-3333-4444'], options));
    expect(inputs).toHaveLength(1);
    expect(recordIn(outcome)).toEqual({
      kind: 'record',
      record: ACTIVATION,
      id: 'key',
      raw: 'as received',
      message: 'Activated 1111-2222-3333-4444 on HWID-1 (2 of 5 used).',
    });
  });

  it('turns the request file of a Zentitle client into a certificate', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'customer.req'), 'd0801330\n');
    const inputs: Input[] = [];
    const offline = { certificate: noting(inputs, CERTIFICATE), deactivate: never };
    const fake = fakeContext({ cwd, capabilities: { activate: never, offline } });
    const options = { product: '6872450105', certificate: 'customer.req' };
    const outcome = await activate.run(fake.context, parsedFor(activate, [], options));
    expect(inputs).toEqual([{ productid: '6872450105', activationcertificate: 'd0801330' }]);
    expect(recordIn(outcome).document).toBe('c0ffee');
  });

  it.each([
    ['zentitle', { product: '1' }, 'Missing --certificate.'],
    [
      'babel',
      { 'machine-id': 'M', 'client-id': 'C', certificate: '-' },
      '--certificate means nothing to babel here.',
    ],
    ['babel', { 'machine-id': 'M', 'client-id': 'C', out: 'file' }, 'there is nothing for --out.'],
  ] as const)('on %s refuses %j', async (provider, options, message) => {
    const cwd = await temporaryFolder();
    const fake = fakeContext({ provider, cwd, stdin: 'd0', capabilities: { activate: never } });
    const args = provider === 'babel' ? ['K'] : [];
    await expect(activate.run(fake.context, parsedFor(activate, args, options))).rejects.toThrow(message);
  });
});

describe('deactivate', () => {
  const CODE = '206454320110930859';
  const computers = (count: number): ActivationRecord[] =>
    Array.from({ length: count }, (_, index) => ({
      ...ACTIVATION,
      provider: 'zentitle',
      deviceId: `PC-${index + 1}`,
    }));

  function zentitle(present: number, options: Parameters<typeof fakeContext>[0] = {}) {
    const inputs: Input[] = [];
    const capabilities: Capabilities = {
      activations: async () => ({ value: computers(present), raw: '' }),
      deactivate: noting(inputs, DEACTIVATION),
    };
    return { inputs, fake: fakeContext({ capabilities, ...options }) };
  }

  it('asks about one computer, naming it', async () => {
    const { inputs, fake } = zentitle(3);
    const options = { product: '6872450105', computer: 'PC-1' };
    await deactivate.run(fake.context, parsedFor(deactivate, [CODE], options));
    expect(fake.questions).toEqual([`Deactivate ${CODE} (product 6872450105, computer PC-1)?`]);
    expect(inputs).toEqual([{ licensecode: CODE, productid: '6872450105', computerid: 'PC-1' }]);
  });

  it('counts what --all takes away and asks for the number', async () => {
    const { inputs, fake } = zentitle(3);
    const options = { product: '6872450105', all: true, expect: '3' };
    const outcome = await deactivate.run(fake.context, parsedFor(deactivate, [CODE], options));
    expect(fake.questions).toEqual([
      `This deactivates 3 activations of code ${CODE}: PC-1, PC-2, PC-3. [3, expected 3]`,
    ]);
    expect(inputs).toEqual([{ licensecode: CODE, productid: '6872450105' }]);
    expect(recordIn(outcome).message).toBe(`Deactivated ${CODE}, 3 activations removed.`);
  });

  it('names ten computers at most', async () => {
    const { fake } = zentitle(12);
    await deactivate.run(fake.context, parsedFor(deactivate, [CODE], { product: '1', all: true }));
    expect(fake.questions[0]).toContain('PC-10 and 2 more.');
  });

  it('sends nothing when there is nothing to take away', async () => {
    const { inputs, fake } = zentitle(0);
    const outcome = await deactivate.run(
      fake.context,
      parsedFor(deactivate, [CODE], { product: '1', all: true }),
    );
    expect(inputs).toEqual([]);
    expect(fake.questions).toEqual([]);
    expect(outcome.exitCode).toBeUndefined();
    expect(recordIn(outcome).record).toMatchObject({ key: CODE, product: '1', removed: 0 });
  });

  it('asks nothing in a dry run, and says what would go', async () => {
    const { inputs, fake } = zentitle(2, { settings: { dryRun: true } });
    await deactivate.run(fake.context, parsedFor(deactivate, [CODE], { product: '1', all: true }));
    expect(fake.questions).toEqual([]);
    expect(fake.notices).toEqual([`Would deactivate 2 activations of code ${CODE}: PC-1, PC-2.`]);
    // The guard of the client is what stops it there.
    expect(inputs).toHaveLength(1);
  });

  it('takes nothing away when the person declines', async () => {
    const { inputs, fake } = zentitle(2, { declines: true });
    const run = deactivate.run(
      fake.context,
      parsedFor(deactivate, [CODE], { product: '1', computer: 'PC-1' }),
    );
    await expect(run).rejects.toMatchObject({ code: 'not_confirmed' });
    expect(inputs).toEqual([]);
  });

  it.each([
    ['zentitle', { product: '1' }, 'Say which activations: --computer for one, or --all.'],
    ['zentitle', { product: '1', computer: 'PC-1', all: true }, '--computer and --all exclude each other.'],
    ['zentitle', { product: '1', computer: 'PC-1', expect: '1' }, '--expect goes with --all.'],
    [
      'zentitle',
      { product: '1', all: true, expect: 'some' },
      "--expect takes a whole number from 0, not 'some'.",
    ],
    ['babel', { 'machine-id': 'M', 'client-id': 'C', all: true }, '--all means nothing to it.'],
  ] as const)('on %s refuses %j', async (provider, options, message) => {
    const fake = fakeContext({ provider, capabilities: { activations: never, deactivate: never } });
    await expect(deactivate.run(fake.context, parsedFor(deactivate, ['K'], options))).rejects.toThrow(
      message,
    );
  });

  it('names the farm of Parallels, and the account but not its password', async () => {
    const inputs: Input[] = [];
    const fake = fakeContext({
      provider: 'parallels',
      env: { LICENSECTL_ACCOUNT_PASSWORD: 'pw' },
      capabilities: { deactivate: noting(inputs, { ...DEACTIVATION, key: null, removed: null }) },
    });
    const options = { email: 'someone@parallels.com' };
    const outcome = await deactivate.run(fake.context, parsedFor(deactivate, [], options));
    expect(fake.questions).toEqual([
      'Deactivate the licence of https://licences.test (email someone@parallels.com)?',
    ]);
    expect(recordIn(outcome).message).toBe('Deactivated the licence.');
  });
});

describe('show and check', () => {
  const license = { provider: 'babel', key: null, id: 'lic1', status: 'active' } as unknown as LicenseRecord;
  const verdict = (valid: boolean): Verdict => ({
    provider: 'babel',
    key: 'K',
    valid,
    reason: valid ? null : 'LicenseExpired',
    message: valid ? 'Valid.' : 'The licence has expired.',
    license: null,
  });
  const options = { 'machine-id': 'M', 'client-id': 'C' };

  it('shows the key that was asked for when the answer has none', async () => {
    const fake = fakeContext({ provider: 'babel', capabilities: { show: noting([], license) } });
    const { record, raw } = recordIn(await show.run(fake.context, parsedFor(show, ['K'], options)));
    expect(record).toMatchObject({ key: 'K', id: 'lic1' });
    expect(raw).toBe('as received');
  });

  it.each([
    [true, {}, undefined],
    [false, {}, undefined],
    [true, { 'exit-status': true }, undefined],
    [false, { 'exit-status': true }, 6],
  ])('a verdict of %s with %j exits %s', async (valid, more, exitCode) => {
    const fake = fakeContext({ provider: 'babel', capabilities: { check: noting([], verdict(valid)) } });
    const outcome = await check.run(fake.context, parsedFor(check, ['K'], { ...options, ...more }));
    expect(outcome.exitCode).toBe(exitCode);
    expect(recordIn(outcome).record).toEqual(verdict(valid));
  });
});

describe('codes show', () => {
  const code = (product: string) => ({ code: '206454320110930859', product }) as unknown as CodeRecord;
  const run = (records: readonly CodeRecord[]) => {
    const codes = { count: never, page: never, maxPageSize: 1, show: noting([], records) };
    return showCode.run(
      fakeContext({ capabilities: { codes } }).context,
      parsedFor(showCode, ['206454320110930859']),
    );
  };

  it('is one record', async () => expect(recordIn(await run([code('1')])).record).toEqual(code('1')));

  it('wants a product when there are several', async () => {
    await expect(run([code('1'), code('2')])).rejects.toMatchObject({
      kind: 'usage',
      message: 'Code 206454320110930859 belongs to 2 products: 1, 2.',
      hint: 'Choose one with --product.',
    });
  });

  it('is not found when there is none', async () =>
    await expect(run([])).rejects.toMatchObject({ kind: 'not-found' }));
});

describe('profile update', () => {
  function zentitle(options: Parameters<typeof fakeContext>[0] = {}) {
    const inputs: Input[] = [];
    const counted: Input[] = [];
    const capabilities: Capabilities = {
      codes: { count: noting(counted, 42), page: never, maxPageSize: 1, show: never },
      profiles: {
        count: never,
        page: never,
        maxPageSize: 1,
        show: never,
        update: noting(inputs, { profile: 'TestProfile', message: 'Profile Updated Successfully' }),
      },
    };
    return { inputs, counted, fake: fakeContext({ capabilities, ...options }) };
  }
  const naming = { profilename: 'TestProfile', productid: '6453300110' };

  it('changes codes to come without a question', async () => {
    const { inputs, counted, fake } = zentitle();
    const options = { product: '6453300110', 'clients-allowed': '5' };
    const outcome = await updateProfile.run(fake.context, parsedFor(updateProfile, ['TestProfile'], options));
    expect(inputs).toEqual([{ ...naming, clientsallowed: '5' }]);
    expect([fake.questions, counted]).toEqual([[], []]);
    expect(recordIn(outcome).message).toBe('Profile TestProfile is updated.');
  });

  it.each(['true', 'True'])('counts the codes that inherit the change and asks (%s)', async (word) => {
    const { inputs, counted, fake } = zentitle();
    const options = { product: '6453300110', 'clients-allowed': '5', 'inherit-profile': word };
    await updateProfile.run(fake.context, parsedFor(updateProfile, ['TestProfile'], options));
    expect(counted).toEqual([naming]);
    expect(fake.questions).toEqual(['This changes 42 codes of profile TestProfile, too. Go on?']);
    expect(inputs).toHaveLength(1);
  });

  it('does not ask in a dry run, and says how many', async () => {
    const { fake } = zentitle({ settings: { dryRun: true } });
    const options = { product: '6453300110', 'inherit-profile': 'true' };
    await updateProfile.run(fake.context, parsedFor(updateProfile, ['TestProfile'], options));
    expect([fake.questions, fake.notices]).toEqual([
      [],
      ['Would change 42 codes of profile TestProfile, too.'],
    ]);
  });

  it('takes a body with names in any case, from standard input', async () => {
    const body = {
      ProductId: '6453300110',
      profileName: 'TestProfile',
      CLIENTSALLOWED: 5,
      features: [{ FeatureCode: 'FLOAT', featureavailability: 'on' }],
    };
    const { inputs, fake } = zentitle({ stdin: JSON.stringify(body) });
    await updateProfile.run(fake.context, parsedFor(updateProfile, [], { 'from-file': '-' }));
    expect(inputs).toEqual([
      { ...naming, clientsallowed: 5, features: [{ featurecode: 'FLOAT', featureavailability: 'on' }] },
    ]);
  });

  it('lets NAME and --product complete a body', async () => {
    const { inputs, fake } = zentitle({ stdin: '{"clientsallowed":5,"productid":"6453300110"}' });
    const options = { 'from-file': '-', product: '6453300110' };
    await updateProfile.run(fake.context, parsedFor(updateProfile, ['TestProfile'], options));
    expect(inputs).toEqual([{ ...naming, clientsallowed: 5 }]);
  });

  it.each([
    ['nothing to change', '{}', {}, ['TestProfile'], 'There is nothing to change'],
    [
      'a flag beside a body',
      '{}',
      { 'clients-allowed': '5' },
      ['P'],
      '--clients-allowed and --from-file do not go together',
    ],
    [
      'two names',
      '{"profilename":"Other","clientsallowed":5}',
      {},
      ['P'],
      'NAME and --from-file do not go together',
    ],
    [
      'an unknown name',
      '{"clientsalowed":5}',
      {},
      ['P'],
      "Standard input: there is no 'clientsalowed' in this call.",
    ],
    ['a name twice', '{"heartbeat":5,"HEARTBEAT":6}', {}, ['P'], "Standard input has 'heartbeat' twice."],
    ['a list', '[]', {}, ['P'], 'Standard input holds JSON, but not an object.'],
    ['no JSON', '{"a":', {}, ['P'], 'Standard input is not JSON'],
    ['no name at all', '{"clientsallowed":5}', {}, [], 'Missing NAME.'],
  ] as const)('refuses %s', async (_, stdin, options, args, message) => {
    const { inputs, fake } = zentitle({ stdin });
    const given = { 'from-file': '-', product: '1', ...options };
    await expect(updateProfile.run(fake.context, parsedFor(updateProfile, args, given))).rejects.toThrow(
      message,
    );
    expect(inputs).toEqual([]);
  });
});

describe('certificates', () => {
  it('offline cert checks the output file before it sends anything', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'answer.cert'), 'precious');
    const fake = fakeContext({
      cwd,
      stdin: 'd0',
      capabilities: { offline: { certificate: never, deactivate: never } },
    });
    const options = { product: '1', request: '-', out: 'answer.cert' };
    await expect(offlineCert.run(fake.context, parsedFor(offlineCert, [], options))).rejects.toMatchObject({
      code: 'file_exists',
    });
  });

  it('offline deactivate asks, naming the file', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'back.cert'), 'd0\n');
    const inputs: Input[] = [];
    const offline = { certificate: never, deactivate: noting(inputs, DEACTIVATION) };
    const fake = fakeContext({ cwd, capabilities: { offline } });
    const options = { product: '1', certificate: 'back.cert' };
    await offlineDeactivate.run(fake.context, parsedFor(offlineDeactivate, [], options));
    expect(fake.questions).toEqual(["Deactivate the client that made 'back.cert', for product 1?"]);
    expect(inputs).toEqual([{ productid: '1', deactivationcertificate: 'd0' }]);
  });

  it('passive create writes where it is told', async () => {
    const cwd = await temporaryFolder();
    const passive = { create: noting([], { ...CERTIFICATE, kind: 'passive' as const, clientId: 'C' }) };
    const fake = fakeContext({ cwd, capabilities: { passive } });
    const options = { product: '1', 'client-id': '3487abcdefgh12345', out: 'passive.cert' };
    const { record, message } = recordIn(
      await createPassive.run(fake.context, parsedFor(createPassive, [], options)),
    );
    expect(record).toMatchObject({ kind: 'passive', clientId: 'C', file: join(cwd, 'passive.cert') });
    expect(message).toBe(`Wrote the certificate (6 characters) to ${join(cwd, 'passive.cert')}.`);
  });
});

describe('trials', () => {
  const status = {
    product: '6872450105',
    computer: 'BLXR',
    status: 'in-trial',
    statusText: 'In Trial',
  } as unknown as TrialRecord;
  const options = { product: '6872450105', computer: 'BLXR' };

  function zentitle(more: Parameters<typeof fakeContext>[0]) {
    const resets: Input[] = [];
    const reads: Input[] = [];
    const trials = {
      count: never,
      page: never,
      maxPageSize: 1,
      status: noting(reads, status),
      reset: noting(resets, {
        product: '6872450105',
        computer: 'BLXR',
        message: 'Trial Deleted Successfully',
      }),
    };
    return { resets, reads, fake: fakeContext({ capabilities: { trials }, ...more }) };
  }

  it('shows the status', async () => {
    const { fake } = zentitle({});
    expect(recordIn(await trialStatus.run(fake.context, parsedFor(trialStatus, [], options))).record).toEqual(
      status,
    );
  });

  it.each([
    [
      'a person',
      { interactive: true },
      1,
      ['Reset the trial of product 6872450105 on computer BLXR? It stands at: In Trial.'],
    ],
    [
      'a person with --yes',
      { interactive: true, settings: { yes: true } },
      0,
      ['Reset the trial of product 6872450105 on computer BLXR?'],
    ],
    ['nobody', {}, 0, ['Reset the trial of product 6872450105 on computer BLXR?']],
    ['a dry run', { interactive: true, settings: { dryRun: true } }, 0, []],
  ])('resets for %s', async (_, more, reads, questions) => {
    const story = zentitle(more);
    await resetTrial.run(story.fake.context, parsedFor(resetTrial, [], options));
    expect(story.reads).toHaveLength(reads);
    expect(story.fake.questions).toEqual(questions);
    expect(story.resets).toEqual([{ productid: '6872450105', computerid: 'BLXR' }]);
  });
});

describe('heartbeat', () => {
  const held: SeatRecord = {
    provider: 'babel',
    key: 'K',
    licenseId: 'lic1',
    token: 'fltk_secret',
    active: true,
    expiresAt: null,
    heartbeatSeconds: 300,
    seatsUsed: 1,
    seatsAllowed: 2,
  };
  const machine = { 'machine-id': 'M', 'client-id': 'C', 'client-name': 'desk' };

  function babel(seat: SeatRecord = held) {
    const requests: Input[] = [];
    const beats: Input[] = [];
    const releases: Input[] = [];
    let time = Date.parse('2026-11-20T12:00:00Z');
    const clock = {
      now: () => time,
      sleep: async (ms: number) => {
        time += ms;
      },
    };
    const seats = {
      request: noting(requests, held),
      heartbeat: noting(beats, seat),
      release: noting(releases, DEACTIVATION),
    };
    return {
      requests,
      beats,
      releases,
      fake: fakeContext({ provider: 'babel', capabilities: { seats }, clock }),
    };
  }

  it('holds the seat with its token, which is not among the data', async () => {
    const story = babel();
    const outcome = await heartbeat.run(
      story.fake.context,
      parsedFor(heartbeat, ['K'], { ...machine, for: '6m' }),
    );
    const rows = await rowsIn(listIn(outcome));
    expect(rows.map(({ event, active }) => [event, active])).toEqual([
      ['requested', true],
      ['renewed', true],
      ['released', false],
    ]);
    const token = { licenseToken: 'fltk_secret', machineId: 'M', clientId: 'C', clientName: 'desk' };
    expect(story.beats).toEqual([token]);
    expect(story.releases).toEqual([token]);
    expect(story.fake.secrets).toContain('fltk_secret');
    expect(JSON.stringify(rows)).not.toContain('fltk_secret');
  });

  it('takes no seat before anybody reads', async () => {
    const story = babel();
    await heartbeat.run(story.fake.context, parsedFor(heartbeat, ['K'], { ...machine, for: '6m' }));
    expect(story.requests).toEqual([]);
  });

  it('sends a single beat for a seat of somebody else', async () => {
    const story = babel();
    const options = { ...machine, once: true, token: 'fltk_other' };
    const outcome = await heartbeat.run(story.fake.context, parsedFor(heartbeat, [], options));
    expect(story.beats).toEqual([
      { licenseToken: 'fltk_other', machineId: 'M', clientId: 'C', clientName: 'desk' },
    ]);
    expect([story.requests, story.releases]).toEqual([[], []]);
    expect(story.fake.secrets).toEqual(['fltk_other']);
    expect(recordIn(outcome).message).toBe('The seat is renewed (1 of 2 used).');
  });

  it('exits with seat_lost when that seat is gone', async () => {
    const story = babel({ ...held, active: false });
    const options = { ...machine, once: true, token: 'fltk_other' };
    await expect(heartbeat.run(story.fake.context, parsedFor(heartbeat, [], options))).rejects.toMatchObject({
      kind: 'rejected',
      code: 'seat_lost',
    });
  });

  it.each([
    [['K'], { ...machine, token: 'T' }, '--token goes with --once'],
    [[], { ...machine, once: true }, 'Missing --token.'],
    [[], { ...machine, once: true, token: 'T', for: '1m' }, '--for means nothing to it.'],
    [['K'], { ...machine, for: '10' }, '--for takes a duration such as 90s'],
    [['K'], { ...machine, once: true, token: 'T' }, 'babel takes no KEY here.'],
  ])('refuses %j %j', async (args, options, message) => {
    await expect(heartbeat.run(babel().fake.context, parsedFor(heartbeat, args, options))).rejects.toThrow(
      message,
    );
  });
});
