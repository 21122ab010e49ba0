import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../src/api/operation.js';
import { deleteActivity } from '../../src/api/zentitle/operations/activity.js';
import { zentitleOperations } from '../../src/api/zentitle/operations.js';
import { makeActivationRequest } from '../../src/emulator/zentitle/certificates.js';
import { meeting } from './meeting.js';

interface Example {
  readonly call: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly output?: unknown;
}

const EXAMPLES: readonly Example[] = JSON.parse(
  readFileSync(new URL('../fixtures/zentitle/examples.json', import.meta.url), 'utf8'),
);

/** Controllers that the emulator answers for; the others say that they are not imitated yet. */
const IN_REACH = new Set([
  'LicenseCode',
  'LicenseCodes',
  'Products',
  'Product',
  'NextLicenseCode',
  'ActivatedLicenseCodes',
  'LicenseCodeActivity',
  'PassiveLicense',
  'Profile',
  'Profiles',
  'Trial',
  'Trials',
  'OfflineActivation',
  'SystemDetails',
  'CompanyID',
  'CompaniesProducts',
  'LicenseNote',
]);
const CHANGED_BY_THEMSELVES = new Set([
  'POST Product',
  'PUT Product',
  'POST Profile',
  'PUT LicenseNote',
  'DELETE LicenseNote',
]);

const COUNT_SHAPES = ['number', 'string', 'object', 'array'] as const;
const lab = meeting();

function rowOf(call: string): Operation {
  const [method, controller] = call.split(' ');
  const row = zentitleOperations.find((one) => one.method === method && one.path === `/api/${controller}`);
  if (row === undefined) throw new Error(`no row for ${call}`);
  return row;
}

/** Names in lower case, so that records compare whatever casing a section prints. */
function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), folded(inner)]));
}

describe('documented examples: the client sends the input, the emulator gives the output', () => {
  beforeEach(() => lab.reset());
  const examples = EXAMPLES.filter(
    ({ call }) => IN_REACH.has(call.split(' ')[1] ?? '') && !CHANGED_BY_THEMSELVES.has(call),
  );
  it.each(examples.map((example, index) => [`${example.call} (${index})`, example] as const))(
    '%s',
    async (_title, example) => {
      const { client } = await lab.connect('zentitle');
      const answer = await client.call(rowOf(example.call), example.input ?? {}, { count: 1 });
      const { output } = example;
      if (Array.isArray(output))
        expect(folded(answer.value)).toEqual(expect.arrayContaining([folded(output[0])]));
      else if (typeof output === 'object' && output !== null)
        expect(folded(answer.value)).toMatchObject(folded(output) as object);
      else if (typeof output === 'string') expect(textShape(answer.value)).toBe(textShape(output));
    },
  );
});

/** A success text with its codes and certificates made alike: those are new on every server. */
function textShape(value: unknown): string {
  return String(value)
    .replace(/[0-9a-f]{64,}/gi, 'CERTIFICATE')
    .replace(/\d{17,19}/g, 'CODE')
    .replace(/\s+/g, ' ');
}

describe.each(COUNT_SHAPES)('a count that comes as %s', (zentitleCount) => {
  it('is read as the same number', async () => {
    await lab.reset({ zentitleCount });
    const { capabilities } = await lab.connect('zentitle');
    const all = (await capabilities.codes?.count({}))?.value;
    expect(all).toBeGreaterThan(200);
    const trials = (await capabilities.trials?.count({ trialStatus: 'inTrial' }))?.value;
    expect(trials).toBe(
      (await capabilities.trials?.page({ trialStatus: 'inTrial' }, 1, 10_000))?.rows.length,
    );
  });
});

describe.each([200, 400] as const)('refusals at status %i', (zentitleErrorStatus) => {
  beforeEach(() => lab.reset({ zentitleErrorStatus }));

  it('an unknown profile, code and product are not found', async () => {
    const { capabilities } = await lab.connect('zentitle');
    await expect(
      capabilities.profiles?.show({ productid: '6453300110', profilename: 'Nobody' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await expect(capabilities.show?.({ licensecode: '999999999999999999' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('a wrong key is an authentication error', async () => {
    const { capabilities } = await lab.connect('zentitle', { secrets: { apiKey: 'nobodys-key' } });
    await expect(capabilities.codes?.count({})).rejects.toMatchObject({ kind: 'authentication' });
  });

  it('a read-only key may read and not write', async () => {
    const { capabilities } = await lab.connect('zentitle', { secrets: { apiKey: 'ro-7Hq2Lm9Xc4Vb1Nz8' } });
    expect((await capabilities.codes?.count({}))?.value).toBeGreaterThan(0);
    await expect(
      capabilities.trials?.reset({ productid: '6872450105', computerid: 'BLXRrZJ5T9imK7qPrJSL' }),
    ).rejects.toMatchObject({ kind: 'permission' });
  });

  it('a trial that is not there cannot be reset, and its status is an answer', async () => {
    const { capabilities } = await lab.connect('zentitle');
    const trial = { productid: '6872450105', computerid: 'AAAAAAAAAAAAAAAAAAAA' };
    expect((await capabilities.trials?.status(trial))?.value.status).toBe('none');
    await expect(capabilities.trials?.reset(trial)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('changes show', () => {
  beforeEach(() => lab.reset());

  it('a profile update, with units in and out', async () => {
    const { capabilities } = await lab.connect('zentitle');
    const profile = { productid: '6453300110', profilename: 'TestProfile' };
    await capabilities.profiles?.update({
      ...profile,
      clientofflineleaseperiod: 30,
      clientsallowed: 5,
      concurrencymode: 'cloud',
      features: [{ featurecode: 'FLOAT', featureavailability: 'on', limit: 150 }],
      udfvalues: [{ fieldname: 'TEST1', defaultvalue: 'gold' }],
    });
    const { value } = (await capabilities.profiles?.show(profile)) ?? {};
    expect(value).toMatchObject({ offlineLeaseHours: 720, activationsAllowed: 5, concurrencyMode: 'cloud' });
    expect(value?.features.find(({ code }) => code === 'FLOAT')).toMatchObject({ limit: 150, enabled: true });
    expect(value?.customFields).toContainEqual({ name: 'TEST1', value: 'gold' });
  });

  it('a trial runs, expires by the clock, and is reset once', async () => {
    const { capabilities } = await lab.connect('zentitle');
    const trial = { productid: '6872450105', computerid: 'BLXRrZJ5T9imK7qPrJSL' };
    expect((await capabilities.trials?.status(trial))?.value.status).toBe('in-trial');
    await lab.advance(400 * 86_400);
    expect((await capabilities.trials?.status(trial))?.value.status).toBe('expired');
    await capabilities.trials?.reset(trial);
    expect((await capabilities.trials?.status(trial))?.value.status).toBe('none');
  });

  it('an offline activation takes a place, and a deactivated computer gives it back', async () => {
    const { capabilities } = await lab.connect('zentitle');
    const code = { productid: '6872450105', licensecode: '206454320110930859' };
    const present = async () => (await capabilities.reach?.(deleteActivity, code))?.names ?? [];
    const before = await present();
    const certificate = await capabilities.offline?.certificate({
      productid: '6872450105',
      activationcertificate: makeActivationRequest({
        productId: '6872450105',
        code: '206454320110930859',
        computerId: 'CONTRACTCOMPUTER0001',
      }),
    });
    expect(certificate?.value.certificate).toMatch(/^[0-9a-f]{500,}$/);
    const after = await present();
    expect(after).toHaveLength(before.length + 1);
    const [gone] = after;
    const freed = await capabilities.deactivate?.({ ...code, computerid: gone });
    expect(freed?.value).toMatchObject({ removed: 1 });
    expect(await present()).toHaveLength(before.length);
  });

  it('every activation of a code goes at once', async () => {
    const { capabilities } = await lab.connect('zentitle');
    const code = { productid: '6872450105', licensecode: '206454320110930859' };
    const count = (await capabilities.reach?.(deleteActivity, code))?.count ?? 0;
    expect(count).toBeGreaterThan(0);
    await expect(capabilities.deactivate?.(code)).rejects.toMatchObject({ code: 'not_confirmed' });
    expect((await capabilities.reach?.(deleteActivity, code))?.count).toBe(count);
    await capabilities.deactivate?.(code, { count });
    expect((await capabilities.reach?.(deleteActivity, code))?.count).toBe(0);
  });

  it('pages of any size add up to the count, each code once in its product', async () => {
    const { capabilities } = await lab.connect('zentitle');
    const count = (await capabilities.codes?.count({}))?.value;
    for (const size of [7, 100, 10_000]) {
      const seen = new Set<string>();
      for (let page = 1; ; page += 1) {
        const rows = (await capabilities.codes?.page({}, page, size))?.rows ?? [];
        for (const { product, code } of rows) seen.add(`${product} ${code}`);
        if (rows.length < size) break;
      }
      expect(seen.size).toBe(count);
    }
  });
});
