import { beforeEach, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../src/emulator/fault-rules.js';
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

describe('sessions of Parallels RAS', () => {
  beforeEach(() => lab.reset());
  const ACTIVATE = 'parallels.license.activate';
  const openSessions = async () => (await lab.saveWorld()).tables.parallels_session?.rows.length;

  it('one that ends at work is renewed once, and the change is made once', async () => {
    await lab.fault({ kind: 'status', status: 401, operation: ACTIVATE, times: 1 });
    const { capabilities, client } = await lab.connect('parallels');
    expect((await capabilities.activate?.({ ...ACCOUNT, key: KEY }))?.value).toMatchObject({
      confirmed: true,
    });
    expect((await lab.arrivals(ACTIVATE)).map(({ status, committed }) => [status, committed])).toEqual([
      [401, false],
      [200, true],
    ]);
    expect(await lab.arrivals('parallels.session.logon')).toHaveLength(2);
    await client.close();
    expect(await openSessions()).toBe(0);
  });

  it('one that is never accepted is given up after two', async () => {
    await lab.fault({ kind: 'status', status: 401, operation: ACTIVATE });
    const { capabilities, client } = await lab.connect('parallels');
    await expect(capabilities.activate?.({ ...ACCOUNT, key: KEY })).rejects.toMatchObject({
      kind: 'authentication',
      code: 'session_refused',
    });
    expect(await lab.arrivals(ACTIVATE)).toHaveLength(2);
    await client.close();
    expect(await openSessions()).toBe(0);
  });

  it.each<FaultRule>([
    { kind: 'status', status: 400 },
    { kind: 'reset-after' },
    { kind: 'truncate' },
    { kind: 'status', status: 503 },
  ])('is closed after %j', async (rule) => {
    await lab.fault({ ...rule, operation: 'parallels.license.deactivate' });
    const { capabilities, client } = await lab.connect('parallels');
    await expect(capabilities.deactivate?.(ACCOUNT)).rejects.toThrow();
    expect(await openSessions()).toBe(1);
    await client.close();
    expect(await openSessions()).toBe(0);
  });

  it('one that cannot be closed is told of, and does not keep anybody waiting', async () => {
    const { capabilities, client } = await lab.connect('parallels');
    await capabilities.show?.({});
    await lab.fault({ kind: 'reset-before', operation: 'parallels.session.logoff' });
    await client.close();
    expect(lab.notices).toEqual([expect.stringContaining('stays open until it times out')]);
    expect(await lab.arrivals('parallels.session.logoff')).toHaveLength(1);
  });
});

describe('a farm that takes its time', () => {
  const SHOW = 'parallels.license.show';
  const slow = async (parallelsApplyMs: number) => {
    await lab.reset({ parallelsApplyMs });
    return (await lab.connect('parallels', {}, { pausesTakeTime: true })).capabilities;
  };

  it('is asked until the licence shows', async () => {
    const capabilities = await slow(5000);
    const activated = (await capabilities.activate?.({ ...ACCOUNT, key: KEY }))?.value;
    expect(activated).toMatchObject({
      status: 'activated',
      confirmed: true,
      expiresAtRaw: expect.any(String),
    });
    expect(activated?.key).toMatch(/CV55K2$/);
    expect(activated?.key).not.toBe('****-ME****-****-B9****-CV55K2');
    // Before the activation, at once, after one, three and five seconds.
    expect(await lab.arrivals(SHOW)).toHaveLength(5);
  });

  it('a trial is not confirmed by the licence from before', async () => {
    const capabilities = await slow(5000);
    expect((await capabilities.activate?.(ACCOUNT))?.value).toMatchObject({ confirmed: true, trial: true });
    expect(await lab.arrivals(SHOW)).toHaveLength(5);
  });

  it('is asked until the licence is gone', async () => {
    const capabilities = await slow(5000);
    expect((await capabilities.deactivate?.(ACCOUNT))?.value).toMatchObject({ confirmed: true });
    // At once, after one, three and five seconds.
    expect(await lab.arrivals(SHOW)).toHaveLength(4);
  });

  it('is not claimed to have it after half a minute', async () => {
    const capabilities = await slow(3_600_000);
    expect((await capabilities.activate?.({ ...ACCOUNT, key: KEY }))?.value).toMatchObject({
      status: 'unknown',
      confirmed: false,
    });
    expect(lab.notices).toEqual([expect.stringContaining('To look again: licensectl show')]);
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
