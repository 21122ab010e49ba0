import { beforeEach, describe, expect, it } from 'vitest';
import { deleteActivity } from '../../src/api/zentitle/operations/activity.js';
import { makeActivationRequest } from '../../src/emulator/zentitle/certificates.js';
import { meeting } from './meeting.js';

const COUNT_SHAPES = ['number', 'string', 'object', 'array'] as const;
const lab = meeting();

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
