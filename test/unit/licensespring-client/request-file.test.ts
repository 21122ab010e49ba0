import { describe, expect, it } from 'vitest';
import { licensespringFiles } from '../../../src/api/licensespring/offline-files.js';
import type { RequestOrder } from '../../../src/api/offline-files.js';
import { AuthenticationError, UsageError } from '../../../src/errors.js';
import { ACCOUNT, answerFor, base64, bundleAnswer, hmac, LICENSE, renewal } from './offline-vendor.js';

const { makeRequest, readRequest } = licensespringFiles;

const ORDER: RequestOrder = {
  kind: 'activation',
  form: 'documented',
  input: { hardware_id: 'HW-One', product: 'paint', license_key: '1111-2222-3333-4444' },
  account: ACCOUNT,
  requestId: '00000000-0000-4000-8000-000000000000',
  now: Date.parse('2026-11-20T22:15:37Z'),
};
const BY_USER = {
  hardware_id: 'HW-One',
  product: 'paint',
  username: 'u@example.com',
  password: 'a-password',
};

const contentOf = (order: Partial<RequestOrder>): Record<string, unknown> =>
  JSON.parse(Buffer.from(makeRequest({ ...ORDER, ...order }).content, 'base64').toString('utf8'));

describe('the documented form', () => {
  it('is one object, with five lines signed', () => {
    expect(contentOf({})).toEqual({
      api_key: 'an-api-key',
      date: 'Fri, 20 Nov 2026 22:15:37 GMT',
      request: 'activation',
      request_id: '00000000-0000-4000-8000-000000000000',
      hardware_id: 'HW-One',
      product: 'paint',
      license_key: '1111-2222-3333-4444',
      signature: hmac(
        'licenseSpring\ndate: Fri, 20 Nov 2026 22:15:37 GMT\n1111-2222-3333-4444\nHW-One\nan-api-key',
      ),
    });
  });

  it('names the user in place of a key, and holds the password', () => {
    expect(contentOf({ kind: 'deactivation', input: BY_USER })).toMatchObject({
      request: 'deactivation',
      username: 'u@example.com',
      password: 'a-password',
      signature: hmac(
        'licenseSpring\ndate: Fri, 20 Nov 2026 22:15:37 GMT\nu@example.com\nHW-One\nan-api-key',
      ),
    });
  });

  it('takes all that a device may say', () => {
    const more = {
      request_id: 'R-1',
      license_id: 1654083847299523,
      bundle_code: 'suite',
      is_vm: true,
      vm_info: 'KVM',
      os_ver: '12',
      hostname: 'desk-7',
      os_hostname: 'desk-7.local',
      ip: '192.0.2.7',
      ip_local: '10.0.0.7',
      app_ver: '2.0',
      sdk_ver: '1.0',
      mac_address: '00:11:22:33:44:55',
      variables: { region: 'eu' },
      consumptions: -3,
    };
    const texts = { ...more, license_id: '1654083847299523', is_vm: 'true', consumptions: '-3' };
    expect(contentOf({ input: { ...ORDER.input, ...texts } })).toMatchObject(more);
  });

  it('has an OAuth client in the place of the API key', () => {
    const account = {
      settings: { oauthClientId: 'a-client' },
      secrets: { oauthClientSecret: ACCOUNT.secrets.sharedKey },
    };
    const { api_key, ...content } = contentOf({ account });
    expect(api_key).toBeUndefined();
    expect(content).toMatchObject({
      client_id: 'a-client',
      signature: hmac(
        'licenseSpring\ndate: Fri, 20 Nov 2026 22:15:37 GMT\n1111-2222-3333-4444\nHW-One\na-client',
      ),
    });
  });
});

describe('the form of newer clients', () => {
  it('has all of it in `request`, whose compact text is signed', () => {
    const { request, signature } = contentOf({ form: 'sdk', input: { ...ORDER.input, app_name: 'Paint' } });
    expect(request).toEqual({
      schema_version: 2,
      app_name: 'Paint',
      api_key: 'an-api-key',
      date: 'Fri Nov 20 2026 22:15:37 GMT+0000',
      request: 'activation',
      request_id: '00000000-0000-4000-8000-000000000000',
      hardware_id: 'HW-One',
      product: 'paint',
      license_key: '1111-2222-3333-4444',
    });
    expect(signature).toBe(hmac(JSON.stringify(request)));
  });

  it('names this program where no application is named', () => {
    expect(contentOf({ form: 'sdk' })).toMatchObject({ request: { app_name: 'licensectl' } });
    expect(contentOf({})).not.toHaveProperty('app_name');
  });
});

describe('nothing is made', () => {
  it.each<[string, RequestOrder['input'], string]>([
    ['without a licence', { hardware_id: 'H', product: 'p' }, '--key (license_key)'],
    ['of key and user', { ...ORDER.input, username: 'u', password: 'p' }, 'only one of'],
    ['for a user without a password', { hardware_id: 'H', product: 'p', username: 'u' }, '--password-stdin'],
    ['with a password and no user', { ...ORDER.input, password: 'p' }, 'also needs --user'],
    ['without a device', { product: 'p', license_key: 'K' }, '--hardware-id'],
    ['with a number that is none', { ...ORDER.input, consumptions: 'many' }, '--consumptions'],
    ['with a name that only the newer form has', { ...ORDER.input, app_name: 'Paint' }, '--form sdk'],
    ['by single sign-on', { ...ORDER.input, id_token: 't' }, 'id_token'],
  ])('%s', (_name, input, said) => {
    expect(() => makeRequest({ ...ORDER, input })).toThrowError(UsageError);
    expect(() => makeRequest({ ...ORDER, input })).toThrowError(said);
  });

  it('without a key to sign with', () => {
    const account = { settings: {}, secrets: { apiKey: 'a' } };
    expect(() => makeRequest({ ...ORDER, account })).toThrowError(AuthenticationError);
  });
});

describe('a request that is read', () => {
  it.each(['documented', 'sdk'] as const)('says what it was made of, form %s', (form) => {
    const made = makeRequest({ ...ORDER, form, input: BY_USER });
    expect(readRequest(`\n${made.content.replace(/.{60}/g, '$&\r\n')}\n`, "'x.req'", 'activation')).toEqual({
      provider: 'licensespring',
      form,
      kind: 'activation',
      key: null,
      username: 'u@example.com',
      product: 'paint',
      deviceId: 'HW-One',
      requestId: '00000000-0000-4000-8000-000000000000',
      madeAt: '2026-11-20T22:15:37.000Z',
      content: made.content,
      secrets: ['a-password', 'an-api-key'],
    });
  });

  it('may say in capitals what it is for', () => {
    const text = base64(JSON.stringify({ ...contentOf({}), request: 'ACTIVATION' }));
    expect(readRequest(text, 'it', 'activation')).toMatchObject({ kind: 'activation', content: text });
  });

  it('may leave out what it is for', () => {
    const { request: _word, ...content } = contentOf({});
    const text = base64(JSON.stringify(content));
    expect(readRequest(text, 'it', 'deactivation')).toMatchObject({ kind: null, content: text });
  });

  it.each<[string, string, string]>([
    ['text', 'nonsense!', 'it is not Base64'],
    ['Base64 of something else', base64('hello'), 'it is not Base64 of a JSON object'],
    ['Base64 of bytes', Buffer.from([255, 254, 0]).toString('base64'), 'it is not Base64 of a JSON object'],
    ['Base64 of a list', base64('[1]'), 'it is not Base64 of a JSON object'],
    ['a request of Zentitle', 'ab12'.repeat(3365), 'it is not Base64 of a JSON object'],
    ['JSON', `\n ${JSON.stringify(contentOf({}))}`, 'it is JSON'],
    ['a list of JSON', '[{}]', 'it is JSON'],
    ['an answer', base64(JSON.stringify(answerFor())), 'it is a licence file'],
    ['a renewal', base64(JSON.stringify({ request: renewal() })), 'it is a licence file'],
    ['an answer for a bundle', base64(JSON.stringify(bundleAnswer([LICENSE]))), 'it is a licence file'],
    [
      'a request without a product',
      base64(JSON.stringify({ ...contentOf({}), product: null })),
      'it lacks product.',
    ],
    [
      'half a request',
      base64('{"api_key":"a","product":"p"}'),
      'it lacks hardware_id, license_key or username, signature',
    ],
    [
      'another word',
      base64(JSON.stringify({ ...contentOf({}), request: 'renewal' })),
      'neither activation nor deactivation',
    ],
  ])('is not %s', (_name, text, said) => {
    expect(() => readRequest(text, "'x.req'")).toThrowError(
      expect.objectContaining({ code: 'not_a_request_file', message: expect.stringContaining(said) }),
    );
  });

  it.each([
    ['deactivation', 'activation', 'deactivate'],
    ['activation', 'deactivation', 'activate'],
  ] as const)('for %s is refused for %s, and told where to', (kind, wanted, verb) => {
    const { content } = makeRequest({ ...ORDER, kind });
    expect(() => readRequest(content, "'x.req'", wanted)).toThrowError(
      expect.objectContaining({
        code: 'wrong_request',
        message: `'x.req' is a request for ${kind}, not for ${wanted}.`,
        hint: `It goes to: licensectl offline ${verb}. Nothing was sent.`,
      }),
    );
  });
});
