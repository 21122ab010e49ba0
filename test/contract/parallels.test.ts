import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_PASSWORD } from '../e2e/lab.js';
import { meeting } from './meeting.js';

const lab = meeting();
const ACCOUNT = { email: 'someone@parallels.com', password: ACCOUNT_PASSWORD };
const KEY = 'RAS1-PREP-AID0-0050-CV55K2';

describe('Parallels RAS', () => {
  beforeEach(() => lab.reset());

  it('shows the licence of the documented sample', async () => {
    const { capabilities } = await lab.connect('parallels');
    expect((await capabilities.show?.({}))?.value).toMatchObject({
      key: '****-ME****-****-B9****-CV55K2',
      expiresAt: '2021-02-21',
      expiresAtRaw: '21/02/2021',
      accountEmail: 'edanilenko@parallels.com',
    });
  });

  it('refuses a wrong account with the documented text', async () => {
    const { capabilities } = await lab.connect('parallels');
    await expect(
      capabilities.activate?.({ ...ACCOUNT, password: '11112222', key: 'XXX' }),
    ).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('invalid login or password'),
    });
  });

  it('deactivates once, and then says that there is nothing to deactivate', async () => {
    const { capabilities } = await lab.connect('parallels');
    await capabilities.deactivate?.(ACCOUNT);
    await expect(capabilities.deactivate?.(ACCOUNT)).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('not activated with a license key'),
    });
  });

  it('a wrong administrator is an authentication error', async () => {
    const { capabilities } = await lab.connect('parallels', { secrets: { password: 'wrong' } });
    await expect(capabilities.show?.({})).rejects.toMatchObject({ kind: 'authentication' });
  });

  it('logs on again, once, when the session has ended', async () => {
    const { capabilities } = await lab.connect('parallels');
    await capabilities.show?.({});
    await lab.advance(31 * 60);
    expect((await capabilities.show?.({}))?.value.provider).toBe('parallels');
  });
});

describe.each(['v20', 'v21'] as const)('Parallels RAS, licence shape %s', (parallelsShape) => {
  it('activates with a key, confirmed by reading back', async () => {
    await lab.reset({ parallelsShape });
    const { capabilities } = await lab.connect('parallels');
    const activated = (await capabilities.activate?.({ ...ACCOUNT, key: KEY }))?.value;
    expect(activated).toMatchObject({ status: 'activated', confirmed: true });
    expect((await capabilities.show?.({}))?.value).toMatchObject({ status: 'active', seatsAllowed: 50 });
    expect((await capabilities.check?.({}))?.value).toMatchObject({ valid: true });
  });

  it('activates a trial without a key', async () => {
    await lab.reset({ parallelsShape });
    const { capabilities } = await lab.connect('parallels');
    await capabilities.deactivate?.(ACCOUNT);
    expect((await capabilities.activate?.(ACCOUNT))?.value).toMatchObject({ confirmed: true });
  });
});
