import { beforeEach, describe, expect, it } from 'vitest';
import { meeting } from './meeting.js';

const lab = meeting();

const machine = (userKey: string, name = 'A') => ({
  userKey,
  machineId: `MACHINE-${name}`,
  clientId: `client-${name}`,
  clientName: `host-${name}`,
});

describe.each(['object', 'string'] as const)('Babel with %s encoding', (babelEncoding) => {
  beforeEach(() => lab.reset({ babelEncoding }));

  it('activates to the limit and no further, and frees', async () => {
    const { capabilities } = await lab.connect('babel');
    const key = 'ACTIV-ATION-DESK0-00001';
    expect((await capabilities.activate?.(machine(key)))?.value).toMatchObject({
      activationsUsed: 1,
      activationsAllowed: 2,
    });
    expect((await capabilities.activate?.(machine(key)))?.value).toMatchObject({ activationsUsed: 1 });
    await capabilities.activate?.(machine(key, 'B'));
    await expect(capabilities.activate?.(machine(key, 'C'))).rejects.toMatchObject({ kind: 'rejected' });
    expect((await capabilities.check?.(machine(key)))?.value).toMatchObject({ valid: true });
    expect((await capabilities.show?.(machine(key)))?.value).toMatchObject({
      activationsUsed: 2,
      status: 'active',
    });
    expect((await capabilities.deactivate?.(machine(key)))?.value).toMatchObject({ activationsUsed: 1 });
    expect((await capabilities.check?.(machine(key)))?.value).toMatchObject({ valid: false });
    await capabilities.activate?.(machine(key, 'C'));
  });

  it('holds a floating seat by heartbeats, and loses it without', async () => {
    const { capabilities } = await lab.connect('babel');
    const key = machine('FLOAT-SINGL-SEAT0-00001');
    const seat = (await capabilities.seats?.request(key))?.value;
    expect(seat).toMatchObject({ active: true, heartbeatSeconds: 300, seatsUsed: 1, seatsAllowed: 1 });
    const { userKey: _key, ...identity } = key;
    const proof = { ...identity, licenseToken: seat?.token };
    await lab.advance(299);
    const beaten = (await capabilities.seats?.heartbeat(proof))?.value;
    expect(beaten).toMatchObject({ active: true });
    expect(Date.parse(beaten?.expiresAt ?? '')).toBeGreaterThan(Date.parse(seat?.expiresAt ?? ''));
    await lab.advance(601);
    await expect(capabilities.seats?.heartbeat(proof)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'token_expired',
    });
    expect((await capabilities.seats?.request(machine(key.userKey, 'B')))?.value.active).toBe(true);
    await expect(capabilities.seats?.heartbeat(proof)).rejects.toMatchObject({ code: 'token_not_found' });
  });

  it.each(['error', 'not-granted'] as const)('says no when no seat is free (%s)', async (babelNoSeat) => {
    await lab.reset({ babelEncoding, babelNoSeat });
    const { capabilities } = await lab.connect('babel');
    const first = (await capabilities.seats?.request(machine('FLOAT-SINGL-SEAT0-00001')))?.value;
    await expect(capabilities.seats?.request(machine('FLOAT-SINGL-SEAT0-00001', 'B'))).rejects.toMatchObject({
      kind: 'rejected',
    });
    const { userKey: _key, ...identity } = machine('FLOAT-SINGL-SEAT0-00001');
    const released = await capabilities.seats?.release({ ...identity, licenseToken: first?.token });
    expect(released?.value.activationsUsed).toBe(0);
    expect((await capabilities.seats?.request(machine('FLOAT-SINGL-SEAT0-00001', 'B')))?.value.active).toBe(
      true,
    );
  });

  it.each([
    ['EXPIR-EDKEY-00000-00001', 'license_expired', 'rejected'],
    ['REVOK-EDKEY-00000-00001', 'license_revoked', 'rejected'],
    ['NO-SUCH-KEY', 'license_key_not_found', 'not-found'],
  ])('refuses %s with %s', async (key, code, kind) => {
    const { capabilities } = await lab.connect('babel');
    await expect(capabilities.activate?.(machine(key))).rejects.toMatchObject({ code, kind });
  });
});

describe('Babel access', () => {
  it('takes an API key, a bearer token, or nothing when the server allows it', async () => {
    await lab.reset();
    const key = machine('ACTIV-ATION-DESK0-00001');
    const bearer = await lab.connect('babel', { secrets: { token: 'emulator-bearer-token-6b2e90' } });
    expect((await bearer.capabilities.show?.(key))?.value.key).toBe(key.userKey);
    const nobody = await lab.connect('babel', { secrets: {} });
    await expect(nobody.capabilities.show?.(key)).rejects.toMatchObject({ kind: 'authentication' });
    await lab.reset({ babelAnonymous: true });
    const allowed = await lab.connect('babel', { secrets: {} });
    expect((await allowed.capabilities.show?.(key))?.value.key).toBe(key.userKey);
  });
});
