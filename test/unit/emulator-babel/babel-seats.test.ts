import fc from 'fast-check';
import { expect, test } from 'vitest';
import { babelSystem } from '../../../src/emulator/babel/system.js';
import { LAPSED_SEAT } from '../../../src/emulator/babel/world.js';
import { jsonOf, type OneSystem, oneSystem } from '../../support/one-system.js';

const NOW = '2026-05-04T10:00:00Z';
const HEADERS = { 'x-api-key': 'api_emulator0000000000000001' };
const SINGLE = 'FLOAT-SINGL-SEAT0-00001';
const FARM = 'FLOAT-BUILD-FARM0-00001';

interface Reply {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

function post(service: OneSystem, verb: string, body: object | string): Reply {
  const response = service.call({ method: 'POST', path: `/v1/license/${verb}`, headers: HEADERS, body });
  return { status: response.status, json: jsonOf(response) as Record<string, unknown> };
}

function client(name: string): { machineId: string; clientId: string; clientName: string } {
  return { machineId: `machine-${name}`, clientId: `client-${name}`, clientName: name };
}

function refusal(code: number, name: string): object {
  return { code, message: expect.stringMatching(new RegExp(`^${name}: `)), details: [] };
}

function requestSeat(service: OneSystem, userKey: string, name: string): Reply {
  return post(service, 'request', { userKey, ...client(name) });
}

test('the same machine and client get their live seat again', () => {
  const service = oneSystem(babelSystem, NOW);
  const first = requestSeat(service, FARM, 'a');
  service.advance(100_000);
  const second = requestSeat(service, FARM, 'a');
  expect(second.json.licenseToken).toBe(first.json.licenseToken);
  expect(second.json.activeClientCount).toBe(1);
  const sameMachine = post(service, 'request', {
    userKey: FARM,
    ...client('a'),
    clientId: 'another process',
  });
  expect(sameMachine.json.activeClientCount).toBe(2);
});

test('no seat is an error or not granted, as set', () => {
  const service = oneSystem(babelSystem, NOW);
  requestSeat(service, SINGLE, 'a');
  expect(requestSeat(service, SINGLE, 'b')).toEqual({
    status: 403,
    json: refusal(7, 'FloatingReachedMaxTokenAllowed'),
  });
  service.settings.babelNoSeat = 'not-granted';
  expect(requestSeat(service, SINGLE, 'b')).toEqual({
    status: 200,
    json: { activeClientCount: 1, maxClientCount: 1 },
  });
});

test('a silent seat lapses by the clock, then belongs to who asks for it', () => {
  const service = oneSystem(babelSystem, NOW);
  const { licenseToken } = requestSeat(service, SINGLE, 'a').json;
  const beat = () => post(service, 'heartbeat', { licenseToken, ...client('a') });
  service.advance(599_999);
  expect(beat().json.active).toBe(true);
  service.advance(600_000);
  expect(beat()).toEqual({ status: 403, json: refusal(7, 'TokenExpired') });
  expect(post(service, 'validate', { userKey: SINGLE, ...client('a') }).json).toEqual(
    refusal(7, 'TokenExpired'),
  );
  expect(requestSeat(service, SINGLE, 'b').json.granted).toBe(true);
  expect(beat()).toEqual({ status: 404, json: refusal(5, 'TokenNotFound') });
});

test('a lapsed client that asks again gets a new token', () => {
  const service = oneSystem(babelSystem, NOW);
  const old = requestSeat(service, FARM, 'a').json.licenseToken;
  service.advance(600_000);
  const fresh = requestSeat(service, FARM, 'a').json.licenseToken;
  expect(fresh).not.toBe(old);
  expect(post(service, 'heartbeat', { licenseToken: old, ...client('a') }).json).toEqual(
    refusal(5, 'TokenNotFound'),
  );
});

test('interval and missed beats follow the settings', () => {
  const service = oneSystem(babelSystem, NOW);
  service.settings.babelHeartbeatSeconds = 2;
  service.settings.babelMissedBeats = 3;
  const seat = requestSeat(service, SINGLE, 'a').json;
  expect(seat.heartbeatInterval).toEqual({ seconds: 2 });
  service.advance(6000);
  expect(requestSeat(service, SINGLE, 'b').status).toBe(200);
});

test('a token shown by another machine is unknown', () => {
  const service = oneSystem(babelSystem, NOW);
  const { licenseToken } = requestSeat(service, SINGLE, 'a').json;
  for (const verb of ['heartbeat', 'release']) {
    expect(post(service, verb, { licenseToken, ...client('b') }).json).toEqual(refusal(5, 'TokenNotFound'));
  }
});

test('the lapsed seat of the default world answers TokenExpired', () => {
  const service = oneSystem(babelSystem, NOW);
  expect(post(service, 'heartbeat', LAPSED_SEAT).json).toEqual(refusal(7, 'TokenExpired'));
});

test('activations: limit, the same client again, a place freed', () => {
  const service = oneSystem(babelSystem, NOW);
  const activate = (name: string) =>
    post(service, 'activate', { userKey: 'ACTIV-ATION-DESK0-00001', ...client(name) });
  const first = activate('a').json;
  expect(activate('b').json.activeClientCount).toBe(2);
  expect(activate('a').json.licenseToken).toBe(first.licenseToken);
  expect(activate('c')).toEqual({ status: 403, json: refusal(7, 'ActivationReachedMaxTokenAllowed') });
  service.advance(400 * 86_400_000);
  const gone = post(service, 'deactivate', { userKey: 'ACTIV-ATION-DESK0-00001', ...client('b') });
  expect(gone.json.activeClientCount).toBe(1);
  expect(activate('c').status).toBe(200);
  const twice = post(service, 'deactivate', { userKey: 'ACTIV-ATION-DESK0-00001', ...client('b') });
  expect(twice).toEqual({ status: 404, json: refusal(5, 'TokenNotFound') });
});

test.each([
  ['activate', 'EXPIR-EDKEY-00000-00001', 403, 7, 'LicenseExpired'],
  ['validate', 'EXPIR-EDKEY-00000-00001', 403, 7, 'LicenseExpired'],
  ['activate', 'REVOK-EDKEY-00000-00001', 403, 7, 'LicenseRevoked'],
  ['activate', 'TAMPR-EDKEY-00000-00001', 500, 15, 'LicenseTampered'],
  ['activate', 'NOSUC-HKEY0-00000-00000', 404, 5, 'LicenseKeyNotFound'],
  ['info', 'NOSUC-HKEY0-00000-00000', 404, 5, 'LicenseKeyNotFound'],
  ['activate', 'ACTIV-FULLY-USED0-00001', 403, 7, 'ActivationReachedMaxTokenAllowed'],
  ['request', 'FLOAT-FULLY-TAKEN-00001', 403, 7, 'FloatingReachedMaxTokenAllowed'],
  ['request', 'ACTIV-ATION-DESK0-00001', 400, 9, 'LicensingModeMismatch'],
  ['activate', 'LFILE-ONLYA-FILE0-00001', 400, 9, 'LicensingModeMismatch'],
  ['validate', 'ACTIV-ATION-DESK0-00001', 404, 5, 'TokenNotFound'],
])('%s with %s answers %i', (verb, userKey, status, code, name) => {
  const service = oneSystem(babelSystem, NOW);
  expect(post(service, verb, { userKey, ...client('a') })).toEqual({ status, json: refusal(code, name) });
});

test('an activation is no seat: each is given back and kept alive by the calls of its own mode', () => {
  const service = oneSystem(babelSystem, NOW);
  const mismatch = { status: 400, json: refusal(9, 'LicensingModeMismatch') };
  const activation = { userKey: 'ACTIV-ATION-DESK0-00001', ...client('a') };
  const { licenseToken } = post(service, 'activate', activation).json;
  for (const verb of ['heartbeat', 'release']) {
    expect(post(service, verb, { licenseToken, ...client('a') })).toEqual(mismatch);
  }
  expect(post(service, 'validate', activation).json.licenseToken).toBe(licenseToken);
  requestSeat(service, FARM, 'a');
  expect(post(service, 'deactivate', { userKey: FARM, ...client('a') })).toEqual(mismatch);
  expect(post(service, 'info', { userKey: FARM }).json.activeClientCount).toBe(1);
});

test('info tells about revoked and expired licences', () => {
  const service = oneSystem(babelSystem, NOW);
  expect(post(service, 'info', { userKey: 'REVOK-EDKEY-00000-00001' }).json).toMatchObject({ revoked: true });
  expect(post(service, 'info', { userKey: 'EXPIR-EDKEY-00000-00001' }).status).toBe(200);
});

test('the edition of the server caps all tokens together', () => {
  const service = oneSystem(babelSystem, NOW);
  const answers = Array.from({ length: 130 }, (_, index) =>
    requestSeat(service, 'FLOAT-WHOLE-FIRM0-00001', String(index)),
  );
  const refused = answers.filter(({ status }) => status === 403);
  expect(answers[0]?.status).toBe(200);
  expect(refused[0]?.json).toEqual(refusal(7, 'ServerReachedMaxTokenAllowed'));
  expect(answers.at(-1)?.status).toBe(403);
});

test.each(['', 'null', '[]', '{', '{"userKey":7}', '{"userKey":"FLOAT-SINGL-SEAT0-00001"}'])(
  'the body %j is an error, not a crash',
  (body) => {
    const service = oneSystem(babelSystem, NOW);
    expect(post(service, 'request', body)).toEqual({ status: 400, json: refusal(3, 'InvalidArgument') });
  },
);

test('never more live seats than the licence has, whatever the order of calls', () => {
  const step = fc.record({
    verb: fc.constantFrom('request', 'heartbeat', 'release', 'wait'),
    who: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const service = oneSystem(babelSystem, NOW);
      const tokens = new Map<string, unknown>();
      for (const { verb, who } of steps) {
        if (verb === 'wait') service.advance(250_000);
        else if (verb === 'request') {
          const reply = requestSeat(service, FARM, who);
          if (reply.status === 200) tokens.set(who, reply.json.licenseToken);
        } else post(service, verb, { licenseToken: tokens.get(who) ?? 'none', ...client(who) });
        const info = post(service, 'info', { userKey: FARM }).json as {
          licenseTokens?: { expireAt: { seconds: number } }[];
          activeClientCount?: number;
        };
        const rows = info.licenseTokens ?? [];
        const live = rows.filter(({ expireAt }) => expireAt.seconds * 1000 > service.deps.now()).length;
        expect(live).toBe(info.activeClientCount ?? 0);
        expect(rows.length).toBeLessThanOrEqual(3);
      }
    }),
    { numRuns: 40 },
  );
});
