import { describe, expect, test } from 'vitest';
import { exampleInput, startService } from './service.js';

const PRODUCT = { productid: '6872450105' };

describe('NetworkMasterLicense', () => {
  test('each call makes another certificate and keeps whose it is', () => {
    const service = startService();
    const make = (input: object) => String(service.ok('POST NetworkMasterLicense', input));
    const texts = [make(exampleInput('POST NetworkMasterLicense')), make(PRODUCT), make(PRODUCT)];
    for (const text of texts) {
      expect(text).toMatch(/^Network Master License Created Successfully\.\n[0-9a-f]{1392}$/);
    }
    expect(new Set(texts).size).toBe(3);
    expect(service.deps.store.all('select * from zentitle_network_masters')).toEqual([
      { seq: 1, productId: '6872450105', companyId: 17, created: '2026-03-02T09:00:00' },
      { seq: 2, productId: '6872450105', companyId: 0, created: '2026-03-02T09:00:00' },
      { seq: 3, productId: '6872450105', companyId: 0, created: '2026-03-02T09:00:00' },
    ]);
  });

  test('the certificate comes alone or in a record, as set', () => {
    const service = startService();
    service.settings.zentitleCreated = 'id';
    expect(service.ok('POST NetworkMasterLicense', PRODUCT)).toMatch(/^[0-9a-f]{1392}$/);
    service.settings.zentitleCreated = 'record';
    expect(service.ok('POST NetworkMasterLicense', PRODUCT)).toEqual({
      certificate: expect.stringMatching(/^[0-9a-f]{1392}$/),
    });
  });

  test.each([
    [{}, /Missing mandatory field: productid/],
    [{ productid: '1' }, /Product 1 was not found/],
    [{ ...PRODUCT, companyid: 999_999 }, /Company 999999 was not found/],
    [{ productid: '3659400101', companyid: 2 }, /does not belong to product 3659400101/],
  ])('%j is refused and keeps nothing', (input, wanted) => {
    const service = startService();
    expect(service.refused('POST NetworkMasterLicense', input)).toMatch(wanted);
    expect(service.deps.store.all('select * from zentitle_network_masters')).toEqual([]);
  });
});
