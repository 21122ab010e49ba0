import { beforeEach, describe, expect, it } from 'vitest';
import { licensespringWorldNotes } from '../../src/emulator/licensespring/world-named.js';
import { meeting } from './meeting.js';

const lab = meeting();
beforeEach(() => lab.reset());

const device = (license_key: string, hardware_id = 'CONTRACT-HW', product = 'lsprod') => ({
  license_key,
  hardware_id,
  product,
});

describe('LicenseSpring', () => {
  it('activates, checks, shows and frees a device', async () => {
    const { capabilities } = await lab.connect('licensespring');
    const key = device('1111-2222-3333-4444');
    const activated = (await capabilities.activate?.(key))?.value;
    expect(activated).toMatchObject({ status: 'activated', activationsUsed: 3, activationsAllowed: 5 });
    expect((await capabilities.check?.(key))?.value).toMatchObject({ valid: true, reason: null });
    expect((await capabilities.show?.(key))?.value).toMatchObject({ key: key.license_key, status: 'active' });
    await capabilities.deactivate?.(key);
    expect((await capabilities.check?.(key))?.value).toMatchObject({
      valid: false,
      reason: 'device_not_found',
    });
  });

  const refusals = licensespringWorldNotes.flatMap(({ kind, value, shows }) => {
    const code = /^[a-z]+(?:_[a-z]+)+/.exec(shows)?.[0];
    return kind.startsWith('licence key of') && code && !/check|borrow/.test(shows)
      ? [{ kind, value, shows, code }]
      : [];
  });
  it('has keys for many documented refusals', () => {
    expect(new Set(refusals.map(({ code }) => code)).size).toBeGreaterThan(6);
  });
  it.each(refusals.map((refusal) => [refusal.value, refusal.shows, refusal] as const))(
    '%s: %s',
    async (_key, _shows, refusal) => {
      const { capabilities } = await lab.connect('licensespring');
      const { value, kind, shows, code } = refusal;
      const named = /(?:hardware id|used by|device) ([a-z]+-[a-z]+-\d+)/.exec(shows)?.[1];
      const hardware = code === 'blacklisted' && named ? named : 'CONTRACT-HW';
      const input = { ...device(value, hardware, kind.split(' ').at(-1)), is_vm: code === 'vm_not_allowed' };
      await expect(capabilities.activate?.(input)).rejects.toMatchObject({ code, provider: 'licensespring' });
    },
  );

  it('an unknown key is not found, an unknown product too', async () => {
    const { capabilities } = await lab.connect('licensespring');
    await expect(capabilities.activate?.(device('NO-SUCH-KEY'))).rejects.toMatchObject({
      kind: 'not-found',
      code: 'license_not_found',
    });
    await expect(
      capabilities.activate?.(device('1111-2222-3333-4444', 'H', 'nothing')),
    ).rejects.toMatchObject({
      kind: 'not-found',
      code: 'unknown_product',
    });
  });

  it.each([
    [{ apiKey: 'emulator-api-key-9d3f7c21', sharedKey: 'wrong' }, 'signature_mismatch', 'authentication'],
    [{ apiKey: 'nobody', sharedKey: 'wrong' }, 'invalid_api_key', 'authentication'],
  ])('credentials %j: %s', async (secrets, code, kind) => {
    const { capabilities } = await lab.connect('licensespring', { secrets });
    await expect(capabilities.activate?.(device('1111-2222-3333-4444'))).rejects.toMatchObject({
      code,
      kind,
    });
  });

  it('says in seconds how far the clocks are apart', async () => {
    const { capabilities } = await lab.connect('licensespring');
    await lab.skewServer(3600);
    const refused = capabilities.activate?.(device('1111-2222-3333-4444'));
    await expect(refused).rejects.toMatchObject({ code: 'date_header_diff', kind: 'authentication' });
    await expect(refused).rejects.toMatchObject({ hint: expect.stringMatching(/3(599|600|601)/) });
  });

  it('OAuth works in place of the shared key', async () => {
    const { context } = await lab.connect('licensespring');
    const { capabilities } = await lab.connect('licensespring', {
      settings: {
        oauthClientId: 'emulator-client',
        oauthTokenUrl: `${context.baseUrl}/realms/user-portal/protocol/openid-connect/token`,
      },
      secrets: { oauthClientSecret: 'emulator-client-secret-88c1d2' },
    });
    expect((await capabilities.activate?.(device('1111-2222-3333-4444')))?.value.status).toBe('activated');
  });

  it('a floating slot is taken, renewed, given back, and lapses by the clock', async () => {
    const floating = licensespringWorldNotes.find(
      ({ kind, shows }) => kind.startsWith('licence key') && /floating/.test(shows) && /works/.test(shows),
    );
    if (floating === undefined) throw new Error('no floating key in the world');
    const { capabilities } = await lab.connect('licensespring');
    const key = device(floating.value, 'FLOAT-HW', floating.kind.split(' ').at(-1));
    await capabilities.activate?.(key);
    const taken = (await capabilities.seats?.request(key))?.value;
    expect(taken).toMatchObject({ active: true, token: null });
    expect(taken?.heartbeatSeconds).toBeGreaterThan(0);
    expect((await capabilities.seats?.heartbeat(key))?.value.seatsUsed).toBe(taken?.seatsUsed);
    await capabilities.seats?.release(key);
    const again = (await capabilities.seats?.request(key))?.value;
    expect(again?.seatsUsed).toBe(taken?.seatsUsed);
    await lab.advance(30 * 86_400);
    expect((await capabilities.seats?.request(key))?.value.seatsUsed).toBe(1);
  });
});
