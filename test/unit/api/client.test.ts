import { describe, expect, test } from 'vitest';
import { DryRunStop, type WireDeps } from '../../../src/api/client.js';
import type { Effect } from '../../../src/api/operation.js';
import { InterruptedError, LicensectlError } from '../../../src/errors.js';
import { API_KEY, bearerWire, bench, NOW, operation, PASSWORD, provider } from './fake-provider.js';
import { closedPort, cut, json, type Reply, reply, reset, type Seen, serve, silence } from './servers.js';

async function failureOf(work: Promise<unknown>): Promise<LicensectlError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LicensectlError))
    throw new Error(`expected a LicensectlError, got ${String(error)}`);
  return error;
}

/** The number of a wide call, as a person confirmed it. */
const CONSENT = { count: 1 };
const CHANGING: readonly Effect[] = ['consume', 'write', 'create', 'destroy', 'destroy-wide'];
const PAGE = '<!DOCTYPE html><html><body>Sign in</body></html>';
const page = (status: number): Reply => reply(status, PAGE, { 'content-type': 'text/html' });

describe('a call', () => {
  test('is checked, signed and sent behind the base URL', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, json(200, { code: '206454320110930859' }));
    const { client } = await bench(`${server.url}/zentitle`);
    const answer = await client.call(operation('read'), { CODE: '1' });
    expect(answer).toMatchObject({ status: 200, value: { code: '206454320110930859' } });
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/zentitle/api/Test', body: '{"code":"1"}' });
    expect(seen[0]?.headers).toMatchObject({
      authorization: `bearer 1234:${API_KEY}`,
      'content-type': 'application/json',
    });
  });

  test('with wrong input is not sent', async () => {
    const server = await serve([], json(200, 1));
    const { client } = await bench(server.url);
    expect(await failureOf(client.call(operation('read'), { nope: 1 }))).toMatchObject({
      code: 'invalid_input',
    });
    expect(server.connections()).toBe(0);
  });

  test('that the key may not make is not sent', async () => {
    const server = await serve([], json(200, 1));
    const { client } = await bench(server.url, { settings: { keyKind: 'read-only' } });
    const error = await failureOf(
      client.call(operation('write', { keyKinds: ['read-write', 'offline'] }), {}),
    );
    expect(error).toMatchObject({
      kind: 'permission',
      code: 'key_kind_refused',
      operation: 'zentitle.test.write',
    });
    expect(error.message).toBe(
      "The key of context 'prod' is of the kind read-only; this call takes read-write or offline keys.",
    );
    expect(server.connections()).toBe(0);
    await client.call(operation('read', { keyKinds: ['read-only'] }), {});
  });

  test('in the raw goes as it is', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, reply(200, 'OK'));
    const { client } = await bench(`${server.url}/base`);
    const answer = await client.raw({
      method: 'PUT',
      path: '/x?y=1',
      body: '<a/>',
      contentType: 'text/xml',
      effect: 'write',
    });
    expect(answer.value).toBe('OK');
    expect(seen[0]).toMatchObject({ method: 'PUT', url: '/base/x?y=1', body: '<a/>' });
    expect(seen[0]?.headers['content-type']).toBe('text/xml');
    expect(await failureOf(client.raw({ method: 'GET', path: 'x', effect: 'read' }))).toMatchObject({
      code: 'bad_path',
    });
  });

  test('measures the clock of the server', async () => {
    const server = await serve([], json(200, 1, { date: 'Fri, 20 Nov 2026 12:20:00 GMT' }));
    const { client } = await bench(server.url);
    expect(client.clockSkewMs()).toBeNull();
    await client.call(operation('read'), {});
    expect(client.clockSkewMs()).toBe(20 * 60_000);
  });

  test('with credentials does not go over plain http to another computer', async () => {
    await expect(bench('http://licences.example')).rejects.toMatchObject({ code: 'insecure_base_url' });
    await expect(bench('http://licences.example', { secrets: {} })).resolves.toBeDefined();
  });
});

describe('a wide call', () => {
  test('sends nothing wide whose number nobody confirmed, whichever way it comes', async () => {
    const server = await serve([], json(200, {}));
    const { client } = await bench(server.url);
    const wide = operation('destroy-wide', { narrowedBy: 'computerid' });
    const unconfirmed = { kind: 'usage', code: 'not_confirmed' };
    expect(await failureOf(client.call(wide, {}))).toMatchObject(unconfirmed);
    expect(
      await failureOf(client.raw({ method: 'DELETE', path: '/x', effect: 'destroy-wide' })),
    ).toMatchObject(unconfirmed);
    expect(server.connections()).toBe(0);
    await client.call(wide, { computerid: 'PC-1' });
    expect(server.connections()).toBe(1);
  });
});

describe('a dry run', () => {
  test.each(CHANGING)('refuses %s before the network', async (effect) => {
    const server = await serve([], json(200, 1));
    const { client } = await bench(server.url, { dryRun: true });
    const stop = await client
      .call(operation(effect), { code: '1', password: PASSWORD })
      .catch((e: unknown) => e);
    if (!(stop instanceof DryRunStop)) throw new Error(`expected a DryRunStop, got ${String(stop)}`);
    expect(stop.plan).toEqual({
      operation: `zentitle.test.${effect}`,
      effect,
      method: 'POST',
      url: `${server.url}/api/Test`,
      headers: { 'Content-Type': 'application/json', Authorization: 'bearer [secret]' },
      body: { code: '1', password: '[secret]' },
    });
    expect(server.connections()).toBe(0);
  });

  test('sends reads', async () => {
    const server = await serve([], json(200, 1));
    const { client } = await bench(server.url, { dryRun: true });
    expect((await client.call(operation('read'), {})).value).toBe(1);
  });

  test('names the effect that the input narrows', async () => {
    const { client } = await bench('http://127.0.0.1:1', { dryRun: true });
    const wide = operation('destroy-wide', { narrowedBy: 'computerid' });
    await expect(client.call(wide, { computerid: 'C' })).rejects.toMatchObject({
      plan: { effect: 'destroy' },
    });
    await expect(client.call(wide, {})).rejects.toMatchObject({ plan: { effect: 'destroy-wide' } });
  });

  test('refuses a narrowing value that is blank: it would take away from all', async () => {
    const { client } = await bench('http://127.0.0.1:1', { dryRun: true });
    const wide = operation('destroy-wide', { narrowedBy: 'computerid' });
    await expect(client.call(wide, { computerid: '' })).rejects.toMatchObject({ kind: 'usage' });
  });

  test('opens no session', async () => {
    const server = await serve([], json(200, 1));
    const { client } = await bench(server.url, { dryRun: true, provider: provider(sessionWire) });
    const stop = await client.call(operation('write'), {}).catch((e: unknown) => e);
    expect(stop).toMatchObject({ plan: { headers: { 'Content-Type': 'application/json' } } });
    expect(server.connections()).toBe(0);
  });

  test('still refuses wrong input', async () => {
    const { client } = await bench('http://127.0.0.1:1', { dryRun: true });
    expect(await failureOf(client.call(operation('write'), { nope: 1 }))).toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('failures', () => {
  test('of a read are repeated, with growing pauses', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, reset, reply(502), cut, json(200, 'there'));
    const { client, pauses } = await bench(server.url);
    expect((await client.call(operation('read'), {})).value).toBe('there');
    expect(seen).toHaveLength(4);
    expect(pauses).toEqual([250, 500, 1000]);
  });

  test('of a read that last are a network error', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, reset);
    const { client } = await bench(server.url);
    expect(await failureOf(client.call(operation('read'), {}))).toMatchObject({
      kind: 'network',
      code: 'connection_reset',
      retryable: true,
      provider: 'zentitle',
      operation: 'zentitle.test.read',
    });
    expect(seen).toHaveLength(4);
  });

  test.each<[Effect, number]>([
    ['write', 3],
    ['create', 3],
    ['destroy', 3],
    ['consume', 0],
    ['destroy-wide', 0],
  ])('before a %s was sent: %i more attempts, then a network error', async (effect, repeats) => {
    const { client, pauses } = await bench(`http://127.0.0.1:${await closedPort()}`);
    expect(await failureOf(client.call(operation(effect), {}, CONSENT))).toMatchObject({
      kind: 'network',
      code: 'connection_refused',
    });
    expect(pauses).toHaveLength(repeats);
  });

  const lost: readonly (readonly [string, Reply])[] = [
    ['a reset', reset],
    ['half an answer', cut],
    ['half of the JSON', reply(200, '{"a":', { 'content-type': 'application/json' })],
    ['502', reply(502, PAGE)],
    ['503 without Retry-After', reply(503)],
    ['504', reply(504)],
    ['500 with a web page', page(500)],
    ['500 with nothing', reply(500)],
    ['an answer that is too large', reply(200, 'x'.repeat(100_001))],
  ];
  test.each(CHANGING.flatMap((effect) => lost.map(([what, answer]) => ({ effect, what, answer }))))(
    '$effect that ends in $what is sent once, and its outcome unknown',
    async ({ effect, answer }) => {
      const seen: Seen[] = [];
      const server = await serve(seen, answer);
      const { client, pauses } = await bench(server.url);
      const error = await failureOf(client.call(operation(effect), {}, CONSENT));
      expect(error).toMatchObject({ kind: 'unknown-outcome', code: 'outcome_unknown', retryable: false });
      expect(error.message).toMatch(/ The call was sent; whether it took effect is not known\.$/);
      expect(error.hint).toBeTruthy();
      expect([seen.length, pauses.length]).toEqual([1, 0]);
    },
  );

  test('a changing call without an answer names the command that shows the state', async () => {
    const server = await serve([], silence);
    const { client } = await bench(server.url, { timeoutMs: 40 });
    const error = await failureOf(client.call(operation('write'), {}));
    expect(error).toMatchObject({ code: 'outcome_unknown' });
    expect(error.hint).toBe(
      'Sending it again is harmless: it sets the same state. To see: licensectl profile show NAME',
    );
  });

  test('timeouts of a read are told while it goes on', async () => {
    const server = await serve([], silence, json(200, 1));
    // Long enough for the second attempt on a machine under load.
    const { client, notices } = await bench(server.url, { timeoutMs: 500 });
    await client.call(operation('read'), {});
    expect(notices).toEqual([`${server.host} did not answer in time (limit 500 ms). Trying again (2 of 4).`]);
  });
});

describe('Retry-After', () => {
  test.each<Effect>(['read', 'write', 'create', 'destroy'])('is obeyed by %s', async (effect) => {
    const server = await serve(
      [],
      reply(429, '', { 'retry-after': '5' }),
      reply(503, '', { 'retry-after': '2' }),
      json(200, 1),
    );
    const { client, pauses, notices } = await bench(server.url);
    await client.call(operation(effect), {}, CONSENT);
    expect(pauses).toEqual([5125, 2125]);
    expect(notices[0]).toBe('The server answers HTTP 429. Trying again in 6 s (2 of 4).');
  });

  test('as a date', async () => {
    const server = await serve(
      [],
      reply(429, '', { 'retry-after': new Date(NOW + 9000).toUTCString() }),
      json(200, 1),
    );
    const { client, pauses } = await bench(server.url);
    await client.call(operation('read'), {});
    expect(pauses).toEqual([9125]);
  });

  test('that is too long is told', async () => {
    const server = await serve([], reply(429, '', { 'retry-after': '600' }));
    const { client, pauses } = await bench(server.url);
    const error = await failureOf(client.call(operation('read'), {}));
    expect(error).toMatchObject({
      kind: 'rate-limited',
      code: 'rate_limited',
      httpStatus: 429,
      retryable: true,
    });
    expect(error.message).toBe('The server asks to slow down (HTTP 429), and to wait 600 s.');
    expect(error.hint).toBe('That is longer than this tool waits by itself; run it again in 600 s.');
    expect(pauses).toEqual([]);
  });

  test.each<Effect>(['consume', 'destroy-wide'])('does not repeat %s', async (effect) => {
    const seen: Seen[] = [];
    const server = await serve(seen, reply(429, '', { 'retry-after': '1' }));
    const { client } = await bench(server.url);
    expect(await failureOf(client.call(operation(effect), {}, CONSENT))).toMatchObject({
      kind: 'rate-limited',
    });
    expect(seen).toHaveLength(1);
  });

  test('with a 503 says that a changing call was not done', async () => {
    const server = await serve([], reply(503, '', { 'retry-after': '1' }));
    const { client } = await bench(server.url);
    expect(await failureOf(client.call(operation('create'), {}))).toMatchObject({
      kind: 'network',
      code: 'service_unavailable',
    });
  });
});

describe('answers that are not of the API', () => {
  test.each<[string, Reply, string, Effect]>([
    ['a redirect', reply(302, '', { location: 'https://login.example/?x' }), 'unexpected_redirect', 'read'],
    [
      'a redirect of a changing call',
      reply(307, '', { location: '/other' }),
      'unexpected_redirect',
      'create',
    ],
    ['a web page', page(200), 'not_the_api', 'read'],
    ['a web page for a changing call', page(200), 'not_the_api', 'create'],
    ['a web page for what is not there', page(404), 'not_the_api', 'read'],
    ['a proxy that wants credentials', reply(407), 'proxy_authentication', 'write'],
    ['broken JSON', reply(200, '{"a":', { 'content-type': 'application/json' }), 'not_json', 'read'],
    ['too much', reply(200, 'x'.repeat(100_001)), 'answer_too_large', 'read'],
  ])('%s', async (_, answer, code, effect) => {
    const seen: Seen[] = [];
    const server = await serve(seen, answer);
    const { client } = await bench(server.url);
    const error = await failureOf(client.call(operation(effect), {}, CONSENT));
    expect(error).toMatchObject({ kind: 'network', code });
    expect(error.hint).toBeTruthy();
    expect(seen).toHaveLength(1);
  });

  test('the target of a redirect is named, and gets nothing', async () => {
    const other: Seen[] = [];
    const elsewhere = await serve(other, json(200, 1));
    const server = await serve([], reply(301, '', { location: `${elsewhere.url}/x` }));
    const { client } = await bench(server.url);
    const error = await failureOf(client.call(operation('read'), {}));
    expect(error.message).toContain(`redirects to ${elsewhere.host} (HTTP 301)`);
    expect(other).toEqual([]);
  });

  test.each([401, 403])('a %i with a web page is left to the provider', async (status) => {
    const server = await serve([], page(status));
    const { client } = await bench(server.url);
    expect(await failureOf(client.call(operation('read'), {}))).toMatchObject({ code: `http_${status}` });
  });
});

describe('a changing call is in doubt after', () => {
  test.each<[string, Reply]>([
    ['a request time-out', reply(408)],
    ['a fault of a content network', page(530)],
    ['any fault of a server with a web page', page(507)],
    ['an empty fault', reply(506)],
    ['success without the answer that is documented', reply(200, '')],
  ])('%s', async (_, answer) => {
    const seen: Seen[] = [];
    const server = await serve(seen, answer);
    const { client } = await bench(server.url);
    expect(await failureOf(client.call(operation('create'), {}))).toMatchObject({
      kind: 'unknown-outcome',
      code: 'outcome_unknown',
    });
    expect(seen).toHaveLength(1);
  });

  test('the fault of a server at a call that is in no table', async () => {
    const server = await serve([], json(500, 'x'));
    const { client } = await bench(server.url);
    const call = { method: 'POST', path: '/api/Unknown', body: '{}' } as const;
    expect(await failureOf(client.raw({ ...call, effect: 'create' }))).toMatchObject({
      kind: 'unknown-outcome',
      httpStatus: 500,
    });
    expect(await failureOf(client.raw({ ...call, effect: 'read' }))).toMatchObject({ kind: 'network' });
  });

  test.each([
    ['a server that lacks the call', page(501), {}],
    ['204', reply(204), null],
    ['silence where nothing is documented', reply(200, ''), null],
  ] as const)('but not after %s', async (_, answer, failure) => {
    const server = await serve([], answer);
    const { client } = await bench(server.url);
    const call = client.call(operation('create', { answer: { kind: 'undocumented' } }), {});
    if (failure === null) await call;
    else expect(await failureOf(call)).toMatchObject({ kind: 'network' });
  });

  test('silence of a consuming call, documented or not', async () => {
    const server = await serve([], reply(200, ''));
    const { client } = await bench(server.url);
    const call = client.call(operation('consume', { answer: { kind: 'undocumented' } }), {});
    expect(await failureOf(call)).toMatchObject({ kind: 'unknown-outcome' });
  });
});

test('a read without its answer is a failure', async () => {
  const server = await serve([], reply(200, ''));
  const { client } = await bench(server.url);
  expect(await failureOf(client.call(operation('read'), {}))).toMatchObject({
    kind: 'network',
    code: 'empty_answer',
  });
});

describe('the judge of the provider', () => {
  test('decides whether a 500 of a read is repeated', async () => {
    const faulty: Seen[] = [];
    const fault = await bench((await serve(faulty, json(500, 'x'))).url);
    expect(await failureOf(fault.client.call(operation('read'), {}))).toMatchObject({ code: 'http_500' });
    expect(faulty).toHaveLength(4);

    const final: Seen[] = [];
    const refusing = provider((deps) => ({
      ...bearerWire(deps),
      judge: () => {
        throw new (class extends LicensectlError {
          override readonly kind = 'rejected';
        })('Tampered.', { code: 'tampered' });
      },
    }));
    const refused = await bench((await serve(final, json(500, 'x'))).url, { provider: refusing });
    expect(await failureOf(refused.client.call(operation('read'), {}))).toMatchObject({ code: 'tampered' });
    expect(final).toHaveLength(1);
  });

  test('a long text is cut, and what it repeats of the secrets is gone', async () => {
    const server = await serve([], reply(400, `bad key ${API_KEY} ${'x'.repeat(1000)}`));
    const { client } = await bench(server.url);
    const error = await failureOf(client.call(operation('read'), {}));
    expect(error.message).toHaveLength(300);
    expect(error.message).toMatch(/^Refused: bad key \[secret\] x+…$/);
  });
});

/** Logs on, sends the token, logs on again once when it is refused, logs off. */
function sessionWire(deps: WireDeps): ReturnType<typeof bearerWire> {
  let token: string | null = null;
  return {
    ...bearerWire(deps),
    async authorize(draft) {
      if (token === null) {
        const { body } = await deps.send({
          method: 'POST',
          url: `${deps.baseUrl}/logon`,
          headers: {},
          body: '{}',
        });
        token = body;
        deps.protect(token);
      }
      draft.headers.auth_token = token;
    },
    renew({ status }) {
      if (status !== 401) return false;
      token = null;
      return true;
    },
    async close() {
      if (token === null) return;
      await deps.send({ method: 'POST', url: `${deps.baseUrl}/logoff`, headers: { auth_token: token } });
    },
  };
}

describe('a session', () => {
  const sessions = { provider: provider(sessionWire) };
  const urls = (seen: readonly Seen[]): string[] =>
    seen.map(({ url, headers }) => `${url} ${headers.auth_token ?? '-'}`);

  test('is opened once, and closed', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, reply(200, 'token-1'), json(200, 1));
    const { client } = await bench(server.url, sessions);
    await client.call(operation('read'), {});
    await client.call(operation('write'), {});
    await Promise.all([client.close(), client.close()]);
    expect(urls(seen)).toEqual(['/logon -', '/api/Test token-1', '/api/Test token-1', '/logoff token-1']);
  });

  test.each(CHANGING)('that was refused is opened again once, also for %s', async (effect) => {
    const seen: Seen[] = [];
    const server = await serve(
      seen,
      reply(200, 'token-1'),
      reply(401),
      reply(200, 'token-2'),
      json(200, 'done'),
    );
    const { client } = await bench(server.url, sessions);
    expect((await client.call(operation(effect), {}, CONSENT)).value).toBe('done');
    expect(urls(seen)).toEqual(['/logon -', '/api/Test token-1', '/logon -', '/api/Test token-2']);
  });

  test('that is refused again is an error', async () => {
    const seen: Seen[] = [];
    const server = await serve(
      seen,
      reply(200, 'token-1'),
      reply(401),
      reply(200, 'token-2'),
      reply(401, 'no'),
    );
    const { client } = await bench(server.url, sessions);
    expect(await failureOf(client.call(operation('read'), {}))).toMatchObject({ code: 'http_401' });
    expect(seen).toHaveLength(4);
  });

  test('is closed after an interruption too, and a server that fails then does not matter', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, reply(200, 'token-1'), json(200, 1), reset);
    const { client, interrupt } = await bench(server.url, sessions);
    await client.call(operation('read'), {});
    interrupt.abort(new InterruptedError('SIGINT'));
    await client.close();
    expect(urls(seen)).toEqual(['/logon -', '/api/Test token-1', '/logoff token-1']);
  });

  test('a logon over plain http to another computer is refused', async () => {
    const leaking = provider((deps) => ({
      ...bearerWire(deps),
      authorize: async () => {
        await deps.send({ method: 'POST', url: 'http://tokens.example/', headers: {} });
      },
    }));
    const { client } = await bench('http://127.0.0.1:1', { provider: leaking });
    expect(await failureOf(client.call(operation('read'), {}))).toMatchObject({ code: 'insecure_base_url' });
  });
});

const ONE_IN_A_MINUTE = { rates: [{ requests: 1, perMs: 60_000 }], windowMs: 60_000 };

test('a request for a token does not wait behind the calls that wait for the token', async () => {
  const seen: Seen[] = [];
  const server = await serve(seen, json(200, {}), json(200, {}));
  const withToken = provider((deps) => ({
    ...bearerWire(deps),
    async authorize() {
      await deps.send({ method: 'POST', url: `${server.url}/token`, headers: {}, body: '' });
    },
  }));
  const { client } = await bench(server.url, { provider: { ...withToken, rateLimits: ONE_IN_A_MINUTE } });
  await client.call(operation('read'), {});
  expect(seen.map(({ url }) => url)).toEqual(['/token', '/api/Test']);
});

describe('an interruption', () => {
  const reason = new InterruptedError('SIGTERM');

  test('of a read is the reason itself', async () => {
    const { client, interrupt } = await bench((await serve([], () => interrupt.abort(reason))).url);
    await expect(client.call(operation('read'), {})).rejects.toBe(reason);
  });

  test('before anything was sent is the reason itself', async () => {
    const server = await serve([], json(200, 1));
    const { client, interrupt } = await bench(server.url);
    interrupt.abort(reason);
    await expect(client.call(operation('create'), {})).rejects.toBe(reason);
    expect(server.connections()).toBe(0);
  });

  test.each(CHANGING)('of %s at work says that the outcome is unknown', async (effect) => {
    const { client, interrupt } = await bench((await serve([], () => interrupt.abort(reason))).url);
    const error = await failureOf(client.call(operation(effect), {}, CONSENT));
    expect(error).toBeInstanceOf(InterruptedError);
    expect(error).toMatchObject({ signal: 'SIGTERM', code: 'interrupted_outcome_unknown' });
    expect(error.message).toContain('whether the call took effect is not known');
    expect(error.hint).toBeTruthy();
  });

  test('of a wait for its turn ends it, and sends nothing', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, json(200, {}));
    const interrupt = new AbortController();
    const { client } = await bench(server.url, {
      provider: { ...provider(), rateLimits: ONE_IN_A_MINUTE },
      signal: interrupt.signal,
      clock: {
        now: () => NOW,
        sleep: () => {
          interrupt.abort(reason);
          return Promise.reject(reason);
        },
      },
    });
    await client.call(operation('read'), {});
    await expect(client.call(operation('write'), {})).rejects.toBe(reason);
    expect(seen).toHaveLength(1);
  });

  test('does not keep what is given back after it waiting for its turn', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, json(200, {}), json(200, {}));
    const { client } = await bench(server.url, {
      provider: { ...provider(), rateLimits: ONE_IN_A_MINUTE },
      clock: { now: () => NOW, sleep: () => Promise.reject(reason) },
    });
    await client.call(operation('read'), {});
    await client.call(operation('write'), {});
    expect(seen).toHaveLength(2);
  });

  test('in a pause ends it', async () => {
    const seen: Seen[] = [];
    const server = await serve(seen, reply(502));
    const { client } = await bench(server.url, {
      clock: { now: () => NOW, sleep: () => Promise.reject(reason) },
    });
    await expect(client.call(operation('read'), {})).rejects.toBe(reason);
    expect(seen).toHaveLength(1);
  });
});

describe('the trace', () => {
  test('shows requests and answers without what is secret', async () => {
    const answer = { code: '1', licenseToken: 'token-planted-by-server', echo: API_KEY };
    const server = await serve([], reset, json(200, answer, { date: 'Fri, 20 Nov 2026 12:00:00 GMT' }));
    const { client, trace } = await bench(server.url);
    await client.call(operation('read'), { code: '1', password: PASSWORD });
    expect(trace.filter((line) => !/^< (connection|keep-alive|content-length|transfer)/.test(line))).toEqual([
      `> GET ${server.url}/api/Test`,
      '> Content-Type: application/json',
      '> Authorization: bearer [secret]',
      '> {"code":"1","password":"[secret]"}',
      `< reset (0 ms, sent): ${server.host} closed the connection without an answer (ECONNRESET).`,
      '* waiting 250 ms',
      `> GET ${server.url}/api/Test (attempt 2)`,
      '> Content-Type: application/json',
      '> Authorization: bearer [secret]',
      '> {"code":"1","password":"[secret]"}',
      '< 200 (0 ms)',
      '< content-type: application/json',
      '< date: Fri, 20 Nov 2026 12:00:00 GMT',
      '< {"code":"1","licenseToken":"[secret]","echo":"[secret]"}',
    ]);
  });

  test('cuts long bodies, and no secret with them', async () => {
    const server = await serve([], reply(200, `${'x'.repeat(4090)}${API_KEY}`));
    const { client, trace } = await bench(server.url);
    await client.call(operation('read'), {});
    expect(trace.at(-1)).toBe(`< ${'x'.repeat(4090)}[secre… (4098 characters)`);
  });
});
