import { verify } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { licensespringOperations } from '../../../src/api/licensespring/operations.js';
import { licensespringPublicKey } from '../../../src/emulator/licensespring/signatures.js';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import { startEmulator } from '../../../src/emulator/server.js';
import type { EmulatedResponse } from '../../../src/emulator/system.js';
import { oneSystem } from '../../support/one-system.js';
import { type Caller, caller, expectRefusal, license, NOW, signedHeaders } from './signed-calls.js';

function isSigned(api: Caller, message: string, signature: unknown): boolean {
  const key = licensespringPublicKey(api.system.deps);
  return verify('sha256', Buffer.from(message), key, Buffer.from(String(signature), 'base64'));
}

function headerOf(response: EmulatedResponse): string {
  return response.headers?.LicenseSignature ?? '';
}

test('license_signature covers hardware id, key and validity', () => {
  const api = caller();
  const body = { product: 'lsprod', license_key: 'YEAR-0000-0000-0001', hardware_id: 'Mixed-CASE' };
  for (const response of [api.post('activate_license', body), api.get('check_license', body)]) {
    const object = license(response);
    expect(object.validity_period).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const message = `mixed-case#YEAR-0000-0000-0001#${object.validity_period}`;
    expect(isSigned(api, message, object.license_signature)).toBe(true);
    expect(isSigned(api, `${message} `, object.license_signature)).toBe(false);
  }
});

test('for users it covers the e-mail up to the bar, or that of the answer', () => {
  const api = caller();
  const login = {
    product: 'lsuser',
    hardware_id: 'pc',
    username: 'someone@example.com|hq',
    password: 'somepassword',
  };
  const named = license(api.post('activate_license', login));
  expect(isSigned(api, 'pc#someone@example.com#', named.license_signature)).toBe(true);
  const sso = {
    product: 'lsuser',
    hardware_id: 'pc',
    code: 'emulator-sso-code-8a2b',
    customer_account_code: 'harbour-sso',
  };
  const signedOn = license(api.post('activate_license', sso));
  expect(isSigned(api, 'pc#sso@example.com#', signedOn.license_signature)).toBe(true);
});

test('the header signs the body as sent, non-ASCII and all; texts are not signed', () => {
  const api = caller();
  const body = { product: 'lsprod', license_key: 'FEAT-URES-0000-0001', hardware_id: 'pc' };
  const response = api.post('activate_license', body);
  expect(response.body).toContain('Zürich');
  expect(isSigned(api, response.body ?? '', headerOf(response))).toBe(true);
  expect(isSigned(api, JSON.stringify(license(response)), headerOf(response))).toBe(true);
  const details = api.get('product_details', { product: 'lsprod' });
  expect(isSigned(api, details.body ?? '', headerOf(details))).toBe(true);
  expect(headerOf(api.post('deactivate_license', body))).toBe('');
});

test('a world makes its key pair when it first signs, and keeps it', () => {
  const system = oneSystem(licensespringSystem, NOW);
  const call = {
    method: 'GET',
    path: '/api/v4/product_details',
    query: { product: 'lsprod' },
    headers: signedHeaders(Date.parse(NOW)),
  } as const;
  const [first, second] = [system.call(call), system.call(call)];
  expect(headerOf(first)).toBe(headerOf(second));
  const key = licensespringPublicKey(system.deps);
  expect(verify('sha256', Buffer.from(first.body ?? ''), key, Buffer.from(headerOf(first), 'base64'))).toBe(
    true,
  );
});

test('documented endpoints that are not imitated, and unknown ones, answer not_found', () => {
  const api = caller();
  const imitated = ['activate_license', 'deactivate_license', 'check_license', 'floating/borrow'];
  imitated.push('floating/release', 'product_details', 'device_licenses');
  for (const { method, path } of licensespringOperations) {
    const name = path.replace('/api/v4/', '');
    const response = method === 'GET' ? api.get(name, {}) : api.post(name, {});
    if (imitated.includes(name)) expectRefusal(response, 'missing_parameters');
    else expectRefusal(response, 'not_found', 404);
  }
  expectRefusal(api.get('activate_license', {}), 'not_found', 404);
});

test('over a socket, with the credentials of the ready context', async () => {
  const emulator = await startEmulator({ systems: [licensespringSystem] });
  onTestFinished(() => emulator.stop());
  const [context] = emulator.contexts();
  const response = await fetch(`${context?.baseUrl}/api/v4/activate_license/`, {
    method: 'POST',
    headers: { ...signedHeaders(Date.now(), context?.secrets.apiKey), 'Content-Type': 'application/json' },
    body: JSON.stringify({ product: 'lsprod', license_key: '1111-2222-3333-4444', hardware_id: 'pc' }),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('LicenseSignature')).toMatch(/^[A-Za-z0-9+/]{342}==$/);
  expect(await response.json()).toMatchObject({ times_activated: 3 });
});
