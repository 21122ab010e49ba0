/** The answers of the licensing operations page, member by member, in both encodings. */
import { describe, expect, test } from 'vitest';
import { babelSystem } from '../../../src/emulator/babel/system.js';
import { jsonOf, type OneSystem, oneSystem } from '../../support/one-system.js';

const NOW = '2026-05-04T10:00:00.250Z';
const SECONDS = Date.parse('2026-05-04T10:00:00Z') / 1000;
const HEADERS = {
  'x-api-key': 'api_emulator0000000000000001',
  'content-type': 'application/json-patch+json',
  accept: 'text/plain',
};
const CLIENT = { machineId: 'M1', clientId: 'C1', clientName: 'DESK-01' };

type Json = Record<string, unknown>;

function post(service: OneSystem, verb: string, body: object): Json {
  const response = service.call({ method: 'POST', path: `/v1/license/${verb}`, headers: HEADERS, body });
  expect(response.status).toBe(200);
  return jsonOf(response) as Json;
}

describe.each(['object', 'string'] as const)('%s encoding', (encoding) => {
  const time = (seconds: number) =>
    encoding === 'object' ? { seconds, nanos: 250_000_000 } : new Date(seconds * 1000 + 250).toISOString();
  const interval = encoding === 'object' ? { seconds: 300 } : '300s';

  function start(): OneSystem {
    const service = oneSystem(babelSystem, NOW);
    service.settings.babelEncoding = encoding;
    return service;
  }

  function textOf(licenseKey: unknown): string {
    if (typeof licenseKey === 'string') return Buffer.from(licenseKey, 'base64').toString();
    return Buffer.from(licenseKey as number[]).toString();
  }

  test('request, heartbeat, release', () => {
    const service = start();
    const seat = post(service, 'request', { userKey: 'FLOAT-BUILD-FARM0-00001', ...CLIENT });
    expect(seat).toEqual({
      granted: true,
      licenseToken: expect.stringMatching(/^fltk_[0-9a-f]{12}$/),
      tokenExpireAt: time(SECONDS + 600),
      heartbeatInterval: interval,
      activeClientCount: 1,
      maxClientCount: 3,
      license: {
        licenseId: expect.stringMatching(/^lic[0-9A-F]{8}$/),
        licensingMode: 2,
        supportExpireAt: expect.anything(),
        licenseKey: encoding === 'object' ? expect.any(Array) : expect.any(String),
      },
    });
    const { license, licenseToken } = seat as { license: Json; licenseToken: string };
    expect(textOf(license.licenseKey)).toMatch(/^<\?xml .*<signature>[^<]{44}<\/signature><\/signed>$/);

    service.advance(60_000);
    expect(post(service, 'heartbeat', { licenseToken, ...CLIENT })).toEqual({
      active: true,
      activeClientCount: 1,
      maxClientCount: 3,
      tokenExpireAt: time(SECONDS + 660),
      heartbeatInterval: interval,
    });
    expect(post(service, 'release', { licenseToken, ...CLIENT })).toEqual({
      licenseId: license.licenseId,
      maxClientCount: 3,
    });
  });

  test('activate, validate, info, deactivate', () => {
    const service = start();
    const key = { userKey: 'ACTIV-ATION-DESK0-00001', ...CLIENT };
    const activated = post(service, 'activate', key);
    expect(activated).toEqual({
      success: true,
      licenseToken: expect.stringMatching(/^actk_[0-9a-f]{12}$/),
      activeClientCount: 1,
      maxClientCount: 2,
      license: expect.objectContaining({ licensingMode: 1 }),
    });
    expect(post(service, 'validate', key)).toEqual(activated);
    const { licenseToken, license } = activated as { licenseToken: string; license: Json };
    expect(post(service, 'info', { userKey: key.userKey })).toEqual({
      licenseTokens: [
        {
          token: licenseToken,
          licenseId: license.licenseId,
          clientId: 'C1',
          clientAddr: '127.0.0.1',
          clientName: 'DESK-01',
          machineId: 'M1',
          issuedAt: time(SECONDS),
          lastHearbeat: time(SECONDS),
        },
      ],
      licenseId: license.licenseId,
      maxClientCount: 2,
      activeClientCount: 1,
      licensingMode: 1,
      issuedAt: expect.anything(),
      supportExpireAt: expect.anything(),
    });
    expect(post(service, 'deactivate', key)).toEqual({ licenseId: license.licenseId, maxClientCount: 2 });
  });
});

test('answers are indented, as the shipped configuration has it', () => {
  const service = oneSystem(babelSystem, NOW);
  const body = { userKey: 'FLOAT-SINGL-SEAT0-00001' };
  const response = service.call({ method: 'POST', path: '/v1/license/info', headers: HEADERS, body });
  expect(response.headers).toEqual({ 'content-type': 'application/json' });
  expect(response.body).toMatch(/^\{\n {2}"licenseId": "lic[0-9A-F]{8}",\n/);
});
