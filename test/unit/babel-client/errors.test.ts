import { afterEach, describe, expect, it } from 'vitest';
import {
  activateLicense,
  deactivateLicense,
  licenseInfo,
  releaseLicense,
  requestLicense,
} from '../../../src/api/babel/operations.js';
import { babel } from '../../../src/api/babel/provider.js';
import type { Input, Operation } from '../../../src/api/operation.js';
import {
  AuthenticationError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  RejectedError,
} from '../../../src/errors.js';
import { createHarness } from '../licensespring-client/test-client.js';
import { type Reply, startServer, type TestServer } from '../licensespring-client/test-server.js';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function failureOf(
  reply: Reply,
  operation: Operation = licenseInfo,
  input: Input = { userKey: 'K' },
): Promise<unknown> {
  server = await startServer(() => reply);
  const { client } = await createHarness(babel, { baseUrl: server.baseUrl });
  return await client.call(operation, input).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('published names', () => {
  const names = [
    ['LicenseKeyNotFound', 'license_key_not_found', NotFoundError, 404, 5],
    ['TokenNotFound', 'token_not_found', NotFoundError, 404, 5],
    ['LicenseRevoked', 'license_revoked', RejectedError, 403, 7],
    ['LicenseExpired', 'license_expired', RejectedError, 403, 7],
    ['TokenExpired', 'token_expired', RejectedError, 403, 7],
    ['ServerReachedMaxTokenAllowed', 'server_reached_max_token_allowed', RejectedError, 403, 7],
    ['LicenseTampered', 'license_tampered', RejectedError, 500, 15],
    ['TokenTampered', 'token_tampered', RejectedError, 500, 15],
  ] as const;

  const forms: readonly [string, (name: string, status: number, number: number) => unknown][] = [
    ['google.rpc message', (name, _status, code) => ({ code, message: name, details: [] })],
    [
      'google.rpc detail',
      (name, _status, code) => ({ code, message: 'Sorry.', details: [{ reason: name }] }),
    ],
    ['ProblemDetails title', (name, status) => ({ type: 'about:blank', title: name, status })],
    ['ProblemDetails detail', (name, status) => ({ title: 'Error', status, detail: `${name}: no.` })],
    ['plain text', (name) => name],
    ['a sentence', (name) => `${name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}.`],
  ];

  it.each(names.flatMap((name) => forms.map(([form, make]) => ({ name, form, make }))))(
    '$name.0 as $form',
    async ({ name: [name, code, expected, status, number], make }) => {
      const failure = await failureOf({ status, body: make(name, status, number) });
      expect(failure).toBeInstanceOf(expected);
      expect(failure).toMatchObject({ code, httpStatus: status, provider: 'babel', retryable: false });
    },
  );
});

describe('refusals without a published name', () => {
  it.each([
    ['google.rpc 5', 404, { code: 5, message: 'Nothing there', details: [] }, NotFoundError, 'not_found'],
    ['google.rpc 7', 403, { code: 7, message: 'No', details: [] }, PermissionError, 'permission_denied'],
    ['google.rpc 8', 400, { code: 8, message: 'Full', details: [] }, RejectedError, 'resource_exhausted'],
    ['google.rpc 9', 400, { code: '9', message: 'Not now' }, RejectedError, 'failed_precondition'],
    ['google.rpc 13', 500, { code: 13, message: 'Oops' }, NetworkError, 'http_500'],
    ['google.rpc 15', 500, { code: 15, message: 'Hash mismatch' }, RejectedError, 'data_loss'],
    ['google.rpc 16', 401, { code: 16, message: 'Who?' }, AuthenticationError, 'unauthenticated'],
    ['empty 401', 401, '', AuthenticationError, 'unauthenticated'],
    ['an expired bearer token', 401, 'Token expired', AuthenticationError, 'unauthenticated'],
    ['empty 403', 403, '', PermissionError, 'permission_denied'],
    ['empty 404', 404, '', NotFoundError, 'no_such_path'],
    ['ProblemDetails 404', 404, { title: 'Not Found', status: 404 }, NotFoundError, 'not_found'],
    [
      'ProblemDetails 400',
      400,
      { title: 'Invalid', errors: { userKey: ['?'] } },
      RejectedError,
      'invalid_argument',
    ],
    ['text 409', 409, 'All seats are taken', RejectedError, 'http_409'],
    ['empty 500', 500, '', NetworkError, 'http_500'],
  ])('%s', async (_name, status, body, expected, code) => {
    const failure = await failureOf({ status, body });
    expect(failure).toBeInstanceOf(expected);
    expect(failure).toMatchObject({ code, httpStatus: status });
  });

  it('shows what the server says, wherever it says it', async () => {
    expect(await failureOf({ status: 409, body: 'All seats are taken' })).toMatchObject({
      message: 'All seats are taken',
    });
  });

  it('says that it says nothing', async () => {
    expect(await failureOf({ status: 409 })).toMatchObject({
      message: 'The Babel service answered HTTP 409 without an explanation.',
    });
  });
});

describe('429', () => {
  const exhausted = { code: 8, message: 'All seats are taken.', details: [] };
  it.each<[string, Reply, typeof RejectedError | typeof RateLimitError, string]>([
    [
      'with a gRPC status is a full pool',
      { status: 429, body: exhausted },
      RejectedError,
      'resource_exhausted',
    ],
    [
      'with the name of one of the unpublished groups, too',
      { status: 429, body: { ...exhausted, message: 'FloatingPoolEmpty: none left' } },
      RejectedError,
      'floating_pool_empty',
    ],
    [
      'with a time to wait is a limiter',
      { status: 429, body: exhausted, headers: { 'retry-after': '3600' } },
      RateLimitError,
      'rate_limited',
    ],
    ['with nothing is a limiter', { status: 429 }, RateLimitError, 'rate_limited'],
    [
      'with ProblemDetails is a limiter',
      { status: 429, body: { title: 'Too many', status: 429 } },
      RateLimitError,
      'rate_limited',
    ],
  ])('%s', async (_, reply, expected, code) => {
    server = await startServer(() => reply);
    const { client } = await createHarness(babel, { baseUrl: server.baseUrl });
    const identity = { userKey: 'K', machineId: 'M', clientId: 'C' };
    const failure = await client.call(requestLicense, identity).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(expected);
    expect(failure).toMatchObject({ code, httpStatus: 429 });
    expect(server.seen).toHaveLength(1);
  });

  it('of a read is a limiter', async () => {
    expect(await failureOf({ status: 429, body: exhausted })).toBeInstanceOf(RateLimitError);
  });
});

describe('a refusal with a status of success', () => {
  const seat = { licenseToken: 'fltk_000000000000', machineId: 'M', clientId: 'C' };
  const machine = { userKey: 'K', machineId: 'M', clientId: 'C' };

  it.each<[string, Operation, Input, unknown, string]>([
    ['by its name', releaseLicense, seat, { code: 5, message: 'TokenNotFound' }, 'token_not_found'],
    ['by its number', deactivateLicense, machine, { code: 9, message: 'No.' }, 'failed_precondition'],
    ['by a flag alone', deactivateLicense, machine, { success: false }, 'not_successful'],
    ['by an error', licenseInfo, { userKey: 'K' }, { error: 'LicenseRevoked' }, 'license_revoked'],
    ['by an error in data', deactivateLicense, machine, { licenseId: 'lic1', error: 'No.' }, 'http_200'],
    ['of an activation', activateLicense, machine, { code: 7, message: 'LicenseExpired' }, 'license_expired'],
  ])('%s', async (_, operation, input, body, code) => {
    const failure = await failureOf({ body }, operation, input);
    expect(failure).toMatchObject({ code, httpStatus: 200, operation: operation.id });
  });

  it('is in the words of the service', async () => {
    const body = { licenseId: 'lic1', error: 'The machine is locked.' };
    expect(await failureOf({ body }, deactivateLicense, machine)).toMatchObject({
      message: 'The machine is locked.',
    });
  });
});

describe('management answers', () => {
  it('can fail with 200', async () => {
    const failure = await failureOf({ body: { success: false, code: 3, message: 'No such template' } });
    expect(failure).toBeInstanceOf(RejectedError);
    expect(failure).toMatchObject({ code: 'not_successful', message: 'No such template' });
  });

  it('have not failed when they say nothing', async () => {
    expect(await failureOf({ body: { licenses: [] } })).toBeUndefined();
  });
});
