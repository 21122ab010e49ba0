import { afterEach, describe, expect, it } from 'vitest';
import { checkLicense, releaseFloating } from '../../../src/api/licensespring/operations.js';
import { productDetails } from '../../../src/api/licensespring/operations-catalog.js';
import { addConsumption } from '../../../src/api/licensespring/operations-usage.js';
import { licensespring } from '../../../src/api/licensespring/provider.js';
import type { Operation } from '../../../src/api/operation.js';
import {
  AuthenticationError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RejectedError,
  UnknownOutcomeError,
} from '../../../src/errors.js';
import { createHarness } from './test-client.js';
import { type Reply, startServer, type TestServer } from './test-server.js';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function failureOf(reply: Reply, operation: Operation = productDetails): Promise<unknown> {
  server = await startServer(() => reply);
  const { client } = await createHarness(licensespring, {
    baseUrl: server.baseUrl,
    secrets: { apiKey: 'emulator-api-key-9d3f7c21', sharedKey: 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja' },
  });
  const input = { product: 'paint', hardware_id: 'HWID-1', license_key: 'K' };
  return await client.call(operation, operation === productDetails ? { product: 'paint' } : input).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('documented error codes', () => {
  it.each([
    [AuthenticationError, 'missing_headers'],
    [AuthenticationError, 'authorization_missing_params'],
    [AuthenticationError, 'authorization_invalid_headers'],
    [AuthenticationError, 'hmac_required'],
    [AuthenticationError, 'invalid_api_key'],
    [AuthenticationError, 'revoked_api_key'],
    [AuthenticationError, 'signature_mismatch'],
    [AuthenticationError, 'date_header_diff'],
    [PermissionError, 'read_only_api_key'],
    [PermissionError, 'api_key_product_not_allowed'],
    [NotFoundError, 'unknown_product'],
    [NotFoundError, 'license_not_found'],
    [NotFoundError, 'device_not_found'],
    [NotFoundError, 'customer_not_found'],
    [NotFoundError, 'version_not_found'],
    [RejectedError, 'license_not_active'],
    [RejectedError, 'license_not_enabled'],
    [RejectedError, 'license_expired'],
    [RejectedError, 'trial_expired'],
    [RejectedError, 'blacklisted'],
    [RejectedError, 'vm_not_allowed'],
    [RejectedError, 'floating_not_available'],
    [RejectedError, 'license_activated_max_times'],
    [RejectedError, 'license_user_activated_max_times'],
    [RejectedError, 'license_transferred_max_times'],
    [RejectedError, 'license_borrow_not_allowed'],
    [RejectedError, 'validation_error'],
    [RejectedError, 'a_code_of_next_year'],
  ])('is %o for %s', async (expected, code) => {
    const failure = await failureOf({ status: 400, body: { status: 400, code, message: `About ${code}.` } });
    expect(failure).toBeInstanceOf(expected);
    expect(failure).toMatchObject({
      code,
      message: `About ${code}.`,
      provider: 'licensespring',
      operation: 'licensespring.product.show',
      httpStatus: 400,
      retryable: false,
    });
  });

  it('gives a signature mismatch the same class with 401', async () => {
    const body = { status: 401, code: 'signature_mismatch', message: 'Signature mismatch' };
    expect(await failureOf({ status: 401, body })).toBeInstanceOf(AuthenticationError);
  });

  it('gives a device clash (409) as a refusal with a way on', async () => {
    const body = { status: 409, code: 'license_device_exists', message: 'Already created.' };
    const failure = await failureOf({ status: 409, body });
    expect(failure).toBeInstanceOf(RejectedError);
    expect(failure).toMatchObject({ hint: expect.stringContaining('licensectl check') });
  });
});

describe('the documented error body with a status of success', () => {
  it.each([
    [releaseFloating, { status: 400, code: 'device_not_found', message: 'No such device.' }, NotFoundError],
    [checkLicense, { status: 400, code: 'license_expired', message: 'It is over.' }, RejectedError],
    [addConsumption, { status: 500, code: 'internal_error', message: 'Out of order.' }, UnknownOutcomeError],
  ])('is an error all the same: %#', async (operation, body, expected) => {
    const failure = await failureOf({ body }, operation);
    expect(failure).toBeInstanceOf(expected);
    expect(failure).toMatchObject({ code: body.code, message: body.message, httpStatus: 200 });
  });

  it('is told from a success that has a code of its own', async () => {
    const body = { id: 1, code: 'F1', status: 'ok', message: 'Fine.' };
    expect(await failureOf({ body }, releaseFloating)).toBeUndefined();
  });
});

describe('answers without a code', () => {
  it.each([
    [401, AuthenticationError],
    [403, PermissionError],
    [404, NotFoundError],
    [418, RejectedError],
    [500, NetworkError],
  ])('judges %i by its status', async (status, expected) => {
    const failure = await failureOf({ status, body: 'nothing to read here' });
    expect(failure).toBeInstanceOf(expected);
    expect(failure).toMatchObject({ code: `http_${status}`, httpStatus: status });
  });
});

describe('a server that failed', () => {
  const reply = { status: 500, body: { status: 500, code: 'internal_error', message: 'Internal error' } };

  it('may be asked again when the call was a read', async () => {
    const failure = await failureOf(reply);
    expect(failure).toBeInstanceOf(NetworkError);
    expect(failure).toMatchObject({ code: 'internal_error', retryable: true });
  });

  it('leaves the outcome of a changing call unknown', async () => {
    const failure = await failureOf(reply, addConsumption);
    expect(failure).toBeInstanceOf(UnknownOutcomeError);
    expect(failure).toMatchObject({ code: 'internal_error', retryable: false });
  });
});
