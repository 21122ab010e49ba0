/** Many clients at the same moment: no seat, activation or code is given out twice. */
import { beforeEach, describe, expect, it } from 'vitest';
import { makeActivationRequest } from '../../src/emulator/zentitle/certificates.js';
import { meeting } from './meeting.js';

const lab = meeting();
beforeEach(() => lab.reset());

const CLIENTS = Array.from({ length: 20 }, (_, index) => index);

/** How many of the calls were granted, and the kinds of the refusals. */
async function tally(calls: readonly (Promise<unknown> | undefined)[]) {
  const settled = await Promise.allSettled(calls);
  const refused = settled.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as { kind: string }] : [],
  );
  return { granted: settled.length - refused.length, kinds: [...new Set(refused.map(({ kind }) => kind))] };
}

describe('twenty at once', () => {
  it('get the three slots of a floating LicenseSpring licence', async () => {
    const { capabilities } = await lab.connect('licensespring');
    const device = (index: number) => ({
      license_key: 'FLOA-T000-0000-0001',
      product: 'lsfloat',
      hardware_id: `HW-${index}`,
    });
    const activated = await Promise.allSettled(
      CLIENTS.map((index) => capabilities.activate?.(device(index))),
    );
    const active = CLIENTS.filter((index) => activated[index]?.status === 'fulfilled');
    expect(active.length).toBeGreaterThan(3);
    expect(await tally(active.map((index) => capabilities.seats?.request(device(index))))).toEqual({
      granted: 3,
      kinds: ['rejected'],
    });
  });

  it('get the one seat of a floating Babel licence, each in a connection of its own', async () => {
    const connections = await Promise.all(CLIENTS.map(() => lab.connect('babel')));
    const requests = connections.map(({ capabilities }, index) =>
      capabilities.seats?.request({
        userKey: 'FLOAT-SINGL-SEAT0-00001',
        machineId: `M-${index}`,
        clientId: 'build',
      }),
    );
    expect(await tally(requests)).toEqual({ granted: 1, kinds: ['rejected'] });
  });

  it('get the two activations of a Babel licence', async () => {
    const { capabilities } = await lab.connect('babel');
    const activations = CLIENTS.map((index) =>
      capabilities.activate?.({
        userKey: 'ACTIV-ATION-DESK0-00001',
        machineId: `M-${index}`,
        clientId: 'app',
      }),
    );
    expect(await tally(activations)).toEqual({ granted: 2, kinds: ['rejected'] });
  });

  it('get the places that a Zentitle code has left', async () => {
    const { capabilities, client } = await lab.connect('zentitle');
    const code = { productid: '6872450105', licensecode: '206454320110930859' };
    const used = (await capabilities.show?.(code))?.value.activationsUsed ?? 0;
    await client.raw({
      method: 'PUT',
      path: '/api/LicenseCode',
      effect: 'write',
      contentType: 'application/json',
      body: JSON.stringify({ ...code, clientsallowed: String(used + 3) }),
    });
    const requests = CLIENTS.map((index) =>
      capabilities.offline?.certificate({
        productid: code.productid,
        activationcertificate: makeActivationRequest({
          productId: code.productid,
          code: code.licensecode,
          computerId: `COMPUTER${String(index).padStart(12, '0')}`,
        }),
      }),
    );
    expect(await tally(requests)).toEqual({ granted: 3, kinds: ['rejected'] });
  });

  it('never get the same code from the bank', async () => {
    const { client } = await lab.connect('zentitle');
    await client.raw({
      method: 'POST',
      path: '/api/LicenseCode',
      effect: 'create',
      contentType: 'application/json',
      body: '{"productid":"6872450105","numcodes":"40"}',
    });
    const answers = await Promise.all(
      CLIENTS.map(() =>
        client.raw({
          method: 'GET',
          path: '/api/NextLicenseCode',
          effect: 'consume',
          contentType: 'application/json',
          body: '{"productid":"6872450105","amount":"2"}',
        }),
      ),
    );
    const codes = answers.flatMap(({ body }) => body.match(/\d{17,19}/g) ?? []);
    expect(codes).toHaveLength(40);
    expect(new Set(codes).size).toBe(40);
  });
});

it('pages of ten thousand add up to every code, each once', async () => {
  const { client, capabilities } = await lab.connect('zentitle', {}, { timeoutMs: 60_000 });
  const productid = '3659400101';
  const earlier = (await capabilities.codes?.count({ productid }))?.value ?? 0;
  const imported = 50_000;
  for (let start = 0; start < imported; start += 10_000) {
    const codes = Array.from({ length: 10_000 }, (_, index) =>
      String(800_000_000_000_000_000n + BigInt(start + index)),
    );
    await client.raw({
      method: 'POST',
      path: '/api/LicenseCode',
      effect: 'create',
      contentType: 'application/json',
      body: JSON.stringify({ productid, licensecodes: codes.join(',') }),
    });
  }
  const seen = new Set<string>();
  for (let page = 1; ; page += 1) {
    const rows = (await capabilities.codes?.page({ productid }, page, 10_000))?.rows ?? [];
    for (const { code } of rows) seen.add(code);
    if (rows.length < 10_000) break;
  }
  expect(seen.size).toBe(earlier + imported);
});
