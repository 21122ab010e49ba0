import { createHmac, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PUBLIC_KEY } from '../../../src/emulator/licensespring/signing-key.js';
import {
  BY_CLIENT,
  BY_KEY,
  base64,
  type Fields,
  fiveLines,
  flatFile,
  multipart,
  nestedFile,
  offlineCaller,
} from './offline-files.js';
import { expectRefusal, license, signedHeaders } from './signed-calls.js';

const KEY = { product: 'lsprod', license_key: '1111-2222-3333-4444', hardware_id: 'Far-PC' };
const USER = {
  product: 'lsuser',
  username: 'someone@example.com',
  password: 'somepassword',
  hardware_id: 'Far-PC',
};

function isSigned(message: string, signature: unknown): boolean {
  return verify('sha256', Buffer.from(message), PUBLIC_KEY, Buffer.from(String(signature), 'base64'));
}

describe('an activation from a file', () => {
  test.each([
    ['a key, flat', flatFile(KEY)],
    ['a key, schema version 2', nestedFile({ ...KEY, request: 'activation' })],
    ['a key, schema version 2 with a signature in hexadecimal', nestedFile(KEY, BY_KEY, 'hex')],
    ['a user, flat', flatFile(USER)],
    ['a user, schema version 2', nestedFile(USER)],
    ['an OAuth client, flat', flatFile(KEY, BY_CLIENT)],
    ['an OAuth client, schema version 2', nestedFile(KEY, BY_CLIENT)],
  ])('%s', (_what, file) => {
    const api = offlineCaller();
    const response = api.send('activate_offline', file);
    const answer = license(response);
    expect(answer).toMatchObject({ active: true, request: 'activation', hardware_id: 'Far-PC' });
    const fields = (file.request ?? file) as Fields;
    const signer = fields.client_id === undefined ? BY_KEY : BY_CLIENT;
    const { license_signature, license_signature_v2, ...signed } = answer;
    expect(signed.date).toBe('Mon, 04 May 2026 10:00:00 GMT');
    expect(signed.offline_signature).toBe(
      createHmac('sha256', signer.secret)
        .update(fiveLines(fields, String(signed.date), signer.id))
        .digest('base64'),
    );
    const holder = fields.license_key ?? 'someone@example.com';
    expect(isSigned(`far-pc#${holder}#`, license_signature)).toBe(true);
    expect(isSigned(JSON.stringify(signed), license_signature_v2)).toBe(true);
    expect(isSigned(JSON.stringify({ ...signed, license_signature }), license_signature_v2)).toBe(false);
    expect(isSigned(response.body ?? '', response.headers?.LicenseSignature)).toBe(true);
    expect('username' in answer).toBe('username' in fields);
  });

  test('counts, and the device can be checked online afterwards', () => {
    const api = offlineCaller();
    expect(license(api.send('activate_offline', flatFile(KEY)))).toMatchObject({ times_activated: 3 });
    expect(license(api.get('check_license', KEY))).toMatchObject({ times_activated: 3 });
  });

  test('the licence tells what the request told of the device', () => {
    const api = offlineCaller();
    const file = nestedFile({ ...KEY, hostname: 'FAR-01', variables: { site: 'Zürich', floor: 3 } });
    expect(license(api.send('activate_offline', file))).toMatchObject({
      variables: [
        { variable: 'site', value: 'Zürich' },
        { variable: 'floor', value: '3' },
      ],
    });
  });

  test('names the user by e-mail, bar and account', () => {
    const api = offlineCaller();
    const initial = { ...USER, username: 'initial@example.com', password: 'initial-3f9a' };
    const answer = license(api.send('activate_offline', flatFile(initial)));
    const { customer_account: account } = answer.customer as { customer_account: { code: string } };
    expect(answer.username).toBe(`initial@example.com|${account.code}`);
    const known = flatFile({ ...USER, username: 'someone@example.com|harbour-sso' });
    expect(license(api.send('activate_offline', known))).toMatchObject({
      username: 'someone@example.com|harbour-sso',
    });
  });

  test('files travel for weeks: no age of theirs is refused', () => {
    const api = offlineCaller();
    api.system.advance(400 * 86_400_000);
    expect(api.send('activate_offline', flatFile(KEY)).status).toBe(200);
  });
});

describe('how the file arrives', () => {
  const text = base64(flatFile(KEY));
  test.each<[string, string, Record<string, string>]>([
    ['as plain text', text, { 'content-type': 'text/plain; charset=utf-8' }],
    ['without a type', text, {}],
    ['in lines of 76', `${text.replaceAll(/.{76}/g, '$&\r\n')}\r\n`, { 'content-type': 'text/plain' }],
    ['as a form', multipart(text).body, multipart(text).headers],
    [
      'as a form with a quoted boundary',
      multipart(text).body,
      { 'content-type': 'multipart/form-data; boundary="----rehearsal-7d1"' },
    ],
  ])('%s', (_what, body, headers) => {
    const api = offlineCaller();
    expect(api.sendText('activate_offline/', body, headers).status).toBe(200);
  });

  test.each<[string, string, Record<string, string>]>([
    ['missing_content', '', {}],
    ['missing_content', ' \r\n', { 'content-type': 'text/plain' }],
    ['missing_content', multipart('').body, multipart('').headers],
    ['missing_parameters', multipart(text, 'request').body, multipart(text).headers],
    ['missing_parameters', multipart(text).body, { 'content-type': 'multipart/form-data' }],
    ['invalid_json', JSON.stringify(flatFile(KEY)), {}],
    ['invalid_json', Buffer.from('no JSON').toString('base64'), {}],
    [
      'invalid_json',
      Buffer.from(`{"request":{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`).toString('base64'),
      {},
    ],
    ['validation_error', base64([KEY]), {}],
  ])('%s', (code, body, headers) => {
    const api = offlineCaller();
    for (const name of ['activate_offline', 'deactivate_offline']) {
      expectRefusal(api.sendText(name, body, headers), code);
    }
  });

  test('with the headers of other calls, which must hold then, both of them', () => {
    const api = offlineCaller();
    const { date = '', authorization = '' } = signedHeaders(api.system.deps.now());
    const send = (headers: Record<string, string>) => api.sendText('activate_offline', text, headers);
    expect(send({ date, authorization }).status).toBe(200);
    expectRefusal(send({ date }), 'missing_headers');
    expectRefusal(send({ authorization }), 'missing_headers');
    const short = authorization.split(', ').slice(1).join(', ');
    expectRefusal(send({ date, authorization: short }), 'authorization_missing_params');
    const wrong = authorization.replace(/signature="./, 'signature="_');
    expectRefusal(send({ date, authorization: wrong }), 'signature_mismatch');
  });
});

describe('a file that lacks a field', () => {
  test.each(['product', 'hardware_id', 'license_key', 'date', 'signature', 'api_key'])('%s', (name) => {
    const { [name]: _left, ...flat } = flatFile(KEY);
    expectRefusal(offlineCaller().send('activate_offline', flat), 'missing_parameters');
  });

  test.each([
    ['product', 'missing_parameters'],
    ['hardware_id', 'missing_parameters'],
    ['license_key', 'license_key_required'],
    ['date', 'missing_parameters'],
    ['api_key', 'missing_parameters'],
  ])('%s, schema version 2: %s', (name, code) => {
    const nested = nestedFile({ ...KEY, [name]: undefined });
    expectRefusal(offlineCaller().send('activate_offline', nested), code);
  });

  test('the signature of schema version 2', () => {
    const { request } = nestedFile(KEY);
    expectRefusal(offlineCaller().send('activate_offline', { request }), 'missing_parameters');
  });
});

describe('a file that was tampered with', () => {
  const flat = flatFile(KEY);
  test.each([
    ['product', 'lsmeter', 'license_not_found'],
    ['product', 'no-such-product', 'unknown_product'],
    ['license_key', 'YEAR-0000-0000-0001', 'signature_mismatch'],
    ['hardware_id', 'far-pc', 'signature_mismatch'],
    ['date', 'Sun, 03 May 2026 08:00:01 GMT', 'signature_mismatch'],
    ['api_key', 'emulator-lsfloat-only-key-2c4e', 'signature_mismatch'],
    ['api_key', 'nobody', 'invalid_api_key'],
    ['api_key', 'emulator-revoked-key-77b0', 'revoked_api_key'],
    ['api_key', 'emulator-read-only-key-51aa', 'read_only_api_key'],
    ['client_id', 'emulator-client', 'validation_error'],
    ['signature', `A${String(flat.signature).slice(1)}`, 'signature_mismatch'],
    ['request', 'deactivation', 'validation_error'],
    ['is_vm', 'perhaps', 'validation_error'],
    ['license_id', 1, 'license_not_found'],
  ])('%s %s: %s', (name, value, code) => {
    const api = offlineCaller();
    expectRefusal(api.send('activate_offline', { ...flat, [name]: value }), code);
    expect(license(api.get('check_license', { ...KEY, hardware_id: 'office-pc-01' }))).toMatchObject({
      times_activated: 2,
    });
  });

  test('the password of a user', () => {
    const file = { ...flatFile(USER), password: 'another' };
    expectRefusal(offlineCaller().send('activate_offline', file), 'license_not_found');
  });

  test('schema version 2: any field, any order, and one more', () => {
    const api = offlineCaller();
    const { request, signature } = nestedFile({
      ...KEY,
      request: 'activation',
      request_id: 'd010714e-72dd-e4cf-bebb-4105ec1b2a0f',
      hostname: 'FAR-01',
      sdk_ver: '1.4.17',
      is_vm: false,
      variables: { site: 'Zürich' },
    }) as { request: Fields; signature: string };
    const send = (changed: Fields, given = signature) =>
      api.send('activate_offline', { request: changed, signature: given });
    for (const name of Object.keys(request).filter((one) => one !== 'schema_version' && one !== 'api_key')) {
      expectRefusal(send({ ...request, [name]: `${request[name]}x` }), 'signature_mismatch');
      const { [name]: _left, ...less } = request;
      expectRefusal(send(less), name === 'date' ? 'missing_parameters' : 'signature_mismatch');
    }
    expectRefusal(send({ ...request, schema_version: 3 }), 'validation_error');
    expectRefusal(send({ ...request, api_key: 'nobody' }), 'invalid_api_key');
    expectRefusal(send({ ...request, ip: '10.0.0.1' }), 'signature_mismatch');
    expectRefusal(send(Object.fromEntries(Object.entries(request).toReversed())), 'signature_mismatch');
    expectRefusal(send(request, signature.toLowerCase()), 'signature_mismatch');
    expect(send(request).status).toBe(200);
  });

  test('an unknown OAuth client, and one whose secret did not sign', () => {
    const api = offlineCaller();
    expectRefusal(
      api.send('activate_offline', flatFile(KEY, { ...BY_CLIENT, id: 'nobody' })),
      'invalid_api_key',
    );
    const wrong = flatFile(KEY, { ...BY_CLIENT, secret: 'another' });
    expectRefusal(api.send('activate_offline', wrong), 'signature_mismatch');
    api.system.settings.licensespringMismatchStatus = 401;
    expectRefusal(api.send('activate_offline', wrong), 'signature_mismatch', 401);
  });
});

describe('refusals of licences', () => {
  const on = (license_key: string, more: object = {}) => ({ ...KEY, license_key, ...more });
  test.each<[string, Fields]>([
    ['offline_floating_cloud_not_supported', on('FLOA-T000-0000-0001', { product: 'lsfloat' })],
    ['validation_error', on('YEAR-0000-0000-0001')],
    ['license_not_enabled', on('DISA-BLED-0000-0001')],
    ['vm_not_allowed', on('NOVM-0000-0000-0001', { is_vm: true })],
    ['license_start_date_error', on('SOON-0000-0000-0001')],
    ['license_activated_max_times', on('FULL-0000-0000-0001')],
    ['trial_expired', on('TRIA-LEND-0000-0001')],
    ['license_transferred_max_times', on('MOVE-D000-0000-0001')],
    ['license_not_found', on('0000-0000-0000-0000')],
  ])('%s', (code, fields) => {
    expectRefusal(offlineCaller().send('activate_offline', flatFile(fields)), code);
  });

  test('in the order of the document: a floating cloud licence on no machine, full or not', () => {
    const api = offlineCaller();
    const fields = on('FULL-0000-0000-0001', { is_vm: true });
    const set = (columns: string) =>
      api.system.deps.store.run(
        `update licensespring_license set ${columns} where license_key = ?`,
        'FULL-0000-0000-0001',
      );
    set('is_floating_cloud = 1');
    expectRefusal(api.send('activate_offline', flatFile(fields)), 'offline_floating_cloud_not_supported');
    set('prevent_vm = 1');
    expectRefusal(api.send('activate_offline', flatFile(fields)), 'vm_not_allowed');
  });

  test.each([
    ['a trial, though it ends', 'TRIA-L000-0000-0001', 'lsprod'],
    ['a consumption licence', 'METE-R000-0000-0001', 'lsmeter'],
  ])('%s may be activated offline', (_what, license_key, product) => {
    const response = offlineCaller().send('activate_offline', flatFile({ ...KEY, license_key, product }));
    expect(response.status).toBe(200);
  });

  test('one that does not allow offline activation, and then has no device', () => {
    const api = offlineCaller();
    const fields = on('STAY-ONLI-NE00-0001');
    expectRefusal(api.send('activate_offline', flatFile(fields)), 'validation_error');
    expectRefusal(api.get('check_license', fields), 'license_not_active');
    expect(license(api.post('activate_license', fields))).toMatchObject({ allow_offline_activation: false });
  });

  test('a key that is bound to another product', () => {
    const signer = { ...BY_KEY, id: 'emulator-lsfloat-only-key-2c4e' };
    expectRefusal(
      offlineCaller().send('activate_offline', flatFile(KEY, signer)),
      'api_key_product_not_allowed',
    );
  });
});

describe('deactivation from a file', () => {
  test.each([
    ['flat', flatFile(KEY)],
    ['schema version 2', nestedFile({ ...KEY, request: 'deactivation' })],
  ])('%s: the documented text, not signed', (_what, file) => {
    const api = offlineCaller();
    expectRefusal(api.send('deactivate_offline', file), 'device_not_found');
    expect(api.send('activate_offline', flatFile(KEY)).status).toBe(200);
    const response = api.send('deactivate_offline', file);
    expect(response).toMatchObject({ status: 200, body: 'license_deactivated' });
    expect(response.headers).toEqual({ 'content-type': 'text/plain; charset=utf-8' });
    expectRefusal(api.get('check_license', KEY), 'device_not_found');
  });

  test('refuses a file for activation, and one that was tampered with', () => {
    const api = offlineCaller();
    api.send('activate_offline', flatFile(KEY));
    const activation = nestedFile({ ...KEY, request: 'activation' });
    expectRefusal(api.send('deactivate_offline', activation), 'validation_error');
    const other = { ...flatFile(KEY), hardware_id: 'office-pc-01' };
    expectRefusal(api.send('deactivate_offline', other), 'signature_mismatch');
  });
});

describe('the same file again', () => {
  test.each(['success', 'conflict'] as const)('activation answers the licence (%s)', (reactivation) => {
    const api = offlineCaller();
    api.system.settings.licensespringReactivation = reactivation;
    const file = nestedFile({ ...KEY, request_id: 'one' });
    const first = license(api.send('activate_offline', file));
    api.system.advance(86_400_000);
    const second = license(api.send('activate_offline', file));
    expect(second).toMatchObject({ device_id: first.device_id, times_activated: 3 });
    expect(second.date).not.toBe(first.date);
    const another = api.send('activate_offline', nestedFile({ ...KEY, request_id: 'two' }));
    if (reactivation === 'success') expect(another.status).toBe(200);
    else expectRefusal(another, 'license_device_exists', 409);
  });

  test('deactivation changes nothing more: neither a new activation nor consumptions', () => {
    const api = offlineCaller();
    const meter = { product: 'lsmeter', license_key: 'METE-R000-0000-0001', hardware_id: 'Far-PC' };
    api.post('activate_license', meter);
    const file = nestedFile({ ...meter, request: 'deactivation', request_id: 'one', consumptions: 5 });
    expect(api.send('deactivate_offline', file).body).toBe('license_deactivated');
    expect(api.send('deactivate_offline', file).body).toBe('license_deactivated');
    expect(license(api.post('activate_license', meter))).toMatchObject({ total_consumptions: 45 });
    expect(api.send('deactivate_offline', file).body).toBe('license_deactivated');
    expect(license(api.get('check_license', meter))).toMatchObject({
      times_activated: 1,
      total_consumptions: 45,
    });
  });

  test('one that was refused is not remembered', () => {
    const api = offlineCaller();
    const file = nestedFile({ ...KEY, request: 'deactivation' });
    expectRefusal(api.send('deactivate_offline', file), 'device_not_found');
    api.post('activate_license', KEY);
    api.send('deactivate_offline', file);
    expectRefusal(api.get('check_license', KEY), 'device_not_found');
  });
});
