import { describe, expect, test } from 'vitest';
import type { KeyKind } from '../../../src/api/operation.js';
import { zentitleOperations } from '../../../src/api/zentitle/operations.js';
import { API_KEYS } from '../../../src/emulator/zentitle/authorize.js';
import { HANDLERS } from '../../../src/emulator/zentitle/dispatch.js';
import { HEADERS, startService } from './service.js';

const PRODUCT = JSON.stringify({ productid: '6872450105' });

describe('the authorization header', () => {
  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['without a scheme', `1234:${API_KEYS['read-write']}`],
    ['another scheme', `Basic 1234:${API_KEYS['read-write']}`],
    ['an unknown key', 'bearer 1234:nope'],
    ['another customer', `bearer 4321:${API_KEYS['read-write']}`],
    ['no customer', `bearer ${API_KEYS['read-write']}`],
    ['a key in another case', `bearer 1234:${API_KEYS['read-write'].toUpperCase()}`],
  ])('%s is refused with 401 and prose, whatever the setting', (_title, authorization) => {
    const service = startService();
    for (const status of [200, 400] as const) {
      service.settings.zentitleErrorStatus = status;
      const headers = {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
      };
      const response = service.raw('GET Product', headers, PRODUCT);
      expect(response.status).toBe(401);
      expect(JSON.parse(response.body ?? '')).toMatch(/^Authorization denied: /);
    }
  });

  test.each(['bearer', 'Bearer', 'BEARER'])('the scheme %s is taken', (scheme) => {
    const headers = { ...HEADERS, authorization: `${scheme} 1234:${API_KEYS['read-write']}` };
    expect(startService().raw('GET Product', headers, PRODUCT).status).toBe(200);
  });
});

describe('the kinds of keys', () => {
  /** The call as it is refused for its kind, or not. */
  const mayCall = (service: ReturnType<typeof startService>, kind: KeyKind, name: string): boolean => {
    const headers = { ...HEADERS, authorization: `bearer 1234:${API_KEYS[kind]}` };
    return service.raw(name, headers, '{}').status !== 403;
  };
  const names = zentitleOperations.map(({ method, path }) => `${method} ${path.slice('/api/'.length)}`);

  test.each([
    ['read-only', 22],
    ['read-write', 60],
    ['offline', 2],
    ['datastreamer', 1],
  ] as const)('a %s key may make %i of the 61 calls', (kind, count) => {
    const service = startService();
    expect(names).toHaveLength(61);
    expect(names.filter((name) => mayCall(service, kind, name))).toHaveLength(count);
  });

  test('a read-only key may take the next code, which changes it, and may not change anything else', () => {
    const service = startService();
    expect(mayCall(service, 'read-only', 'GET NextLicenseCode')).toBe(true);
    expect(names.filter((name) => !name.startsWith('GET ') && mayCall(service, 'read-only', name))).toEqual(
      [],
    );
  });
});

describe('routing', () => {
  test('an unknown controller and a wrong verb are told apart', () => {
    const service = startService();
    expect(service.raw('GET Licence', HEADERS).status).toBe(404);
    const wrong = service.raw('DELETE LicenseCode', HEADERS);
    expect([wrong.status, wrong.headers?.allow]).toEqual([405, 'GET, POST, PUT']);
    expect(service.raw('PATCH LicenseCode', HEADERS).status).toBe(405);
  });

  test('controllers are found in any case', () => {
    expect(startService().raw('GET licensecodes', HEADERS, '{}').status).toBe(200);
  });

  test('every call of the document is imitated, and no other', () => {
    const names = zentitleOperations.map(({ method, path }) => `${method} ${path.slice('/api/'.length)}`);
    expect(Object.keys(HANDLERS).sort()).toEqual(names.sort());
    expect(names).toHaveLength(61);
  });
});

describe('the body', () => {
  test.each([
    ['{"productid":', /not JSON/],
    ['[]', /one JSON object/],
    ['"6872450105"', /one JSON object/],
    ['', /Missing mandatory field: productid/],
    ['{}', /Missing mandatory field: productid/],
    ['{"productid":""}', /Missing mandatory field: productid/],
    ['{"productid":null}', /Missing mandatory field: productid/],
    ['{"productid":{}}', /productid must be text/],
    ['{"productid":"1"}', /Product 1 was not found/],
  ])('%s is refused', (body, wanted) => {
    const response = startService().raw('GET Product', HEADERS, body);
    expect(response.status).toBe(400);
    expect(JSON.parse(response.body ?? '')).toMatch(wanted);
  });

  test('refusals have status 200 where the setting says so', () => {
    const service = startService();
    service.settings.zentitleErrorStatus = 200;
    expect(service.call('GET Product', { productid: '1' })).toEqual({
      status: 200,
      body: 'Product 1 was not found.',
    });
  });

  test('names are taken in any case, numbers as numbers', () => {
    const service = startService();
    const plain = service.ok('GET Product', { productid: '6872450105' });
    expect(service.ok('GET Product', { ProductID: 6_872_450_105 })).toEqual(plain);
  });

  test('a body needs the content type of the document, with parameters or not', () => {
    const service = startService();
    const authorization = HEADERS.authorization;
    expect(service.raw('GET Product', { authorization }, PRODUCT).status).toBe(415);
    for (const type of ['text/plain', 'application/json-patch+json', 'application/jsonish']) {
      expect(service.raw('GET Product', { authorization, 'content-type': type }, PRODUCT).status).toBe(415);
    }
    const withCharset = { authorization, 'content-type': 'Application/JSON; charset=utf-8' };
    expect(service.raw('GET Product', withCharset, PRODUCT).status).toBe(200);
    expect(service.raw('GET Products', { authorization }).status).toBe(200);
  });

  test('integers and switches out of range are refused by name', () => {
    const service = startService();
    expect(service.refused('GET LicenseCodes', { pagenumber: '1.5' })).toMatch(
      /pagenumber must be a whole number/i,
    );
    expect(service.refused('GET LicenseCodes', { pagenumber: -1 })).toMatch(/pagenumber must be between/i);
    expect(service.refused('GET LicenseCodes', { pagesize: 10_001 })).toMatch(/between 1 and 10000/);
    expect(service.refused('GET LicenseCodes', { getsfs: 2 })).toMatch(/getsfs must be either 1 or 0/);
    expect(service.refused('GET LicenseCodes', { used: 'yes' })).toMatch(/used must be one of true, false/);
    expect(service.refused('GET LicenseCode', { licensecode: '1', showfeatures: 'off' })).toMatch(/on, all/);
  });
});
