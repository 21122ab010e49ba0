import { verify } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { PUBLIC_KEY } from '../../../src/emulator/licensespring/signing-key.js';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import { startEmulator } from '../../../src/emulator/server.js';
import type { EmulatedResponse } from '../../../src/emulator/system.js';
import { caller, expectRefusal, license, signedHeaders } from './signed-calls.js';

function isSigned(message: string, signature: unknown): boolean {
  return verify('sha256', Buffer.from(message), PUBLIC_KEY, Buffer.from(String(signature), 'base64'));
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
    expect(isSigned(message, object.license_signature)).toBe(true);
    expect(isSigned(`${message} `, object.license_signature)).toBe(false);
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
  expect(isSigned('pc#someone@example.com#', named.license_signature)).toBe(true);
  const sso = {
    product: 'lsuser',
    hardware_id: 'pc',
    code: 'emulator-sso-code-8a2b',
    customer_account_code: 'harbour-sso',
  };
  const signedOn = license(api.post('activate_license', sso));
  expect(isSigned('pc#sso@example.com#', signedOn.license_signature)).toBe(true);
});

test('the header signs the body as sent, non-ASCII and all; texts are not signed', () => {
  const api = caller();
  const body = { product: 'lsprod', license_key: 'FEAT-URES-0000-0001', hardware_id: 'pc' };
  const response = api.post('activate_license', body);
  expect(response.body).toContain('Zürich');
  expect(isSigned(response.body ?? '', headerOf(response))).toBe(true);
  expect(isSigned(JSON.stringify(license(response)), headerOf(response))).toBe(true);
  const details = api.get('product_details', { product: 'lsprod' });
  expect(isSigned(details.body ?? '', headerOf(details))).toBe(true);
  expect(headerOf(api.post('deactivate_license', body))).toBe('');
});

test('white space between the tokens of an answer changes nothing of what is signed', () => {
  const api = caller();
  const ask = () => api.get('product_details', { product: 'lsprod' });
  const compact = ask();
  api.system.settings.licensespringJson = 'spaced';
  const spaced = ask();
  expect(spaced.body).toMatch(/^\{\n {2}"product_id": \d+,\n/);
  expect(JSON.stringify(JSON.parse(spaced.body ?? ''))).toBe(compact.body);
  expect(headerOf(spaced)).toBe(headerOf(compact));
  expect(isSigned(compact.body ?? '', headerOf(spaced))).toBe(true);
  expect(isSigned(spaced.body ?? '', headerOf(spaced))).toBe(false);
});

test('calls that no document names answer not_found', () => {
  const api = caller();
  expectRefusal(api.get('activate_license', {}), 'not_found', 404);
  expectRefusal(api.post('no_such_call', {}), 'not_found', 404);
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
