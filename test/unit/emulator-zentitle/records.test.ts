import { describe, expect, test } from 'vitest';
import { exampleInput, firstOf, startService } from './service.js';

const CODE = { productid: '6872450105', licensecode: '206454320110930859' };
const NOTED = { productid: '6872450105', licensecode: '27835001310249256' };

describe('LicenseCodeActivity', () => {
  test('PUT returns every activation of the code', () => {
    const service = startService();
    expect(service.ok('PUT LicenseCodeActivity', CODE)).toBe('OK');
    expect(service.ok('GET LicenseCodeActivity', { ...CODE, activated: 1 })).toEqual([]);
    const sets = service.ok('GET LicenseCodeActivity', CODE) as Record<string, unknown>[];
    expect(sets.map(({ status, deactivated }) => [status, deactivated])).toEqual([
      ['RETURNED', '2026-03-02T09:00:00'],
      ['RETURNED', '2026-03-02T09:00:00'],
      ['RETURNED', '2026-03-02T09:00:00'],
    ]);
    expect(firstOf(service.ok('GET LicenseCode', CODE)).numActivations).toBe(0);
    expect(service.ok('GET ActivatedLicenseCodes', { computerid: 'BLXRrZJ5T9imK7qPrJSL' })).toEqual([
      { productID: '6872450105', licenseCode: '286901020157066211' },
    ]);
  });

  test('DELETE with a computer takes that one, without it all of them, and the code counts as unused', () => {
    const service = startService();
    const computerid = 'kQe0MRH12bYgemkYW2bc';
    service.ok('DELETE LicenseCodeActivity', { ...CODE, computerid });
    expect(firstOf(service.ok('GET LicenseCode', CODE)).numActivations).toBe(2);
    expect(service.refused('DELETE LicenseCodeActivity', { ...CODE, computerid })).toMatch(/has no activity/);
    service.ok('DELETE LicenseCodeActivity', CODE);
    expect(firstOf(service.ok('GET LicenseCode', CODE)).numActivations).toBe(0);
    const unused = service.ok('GET LicenseCodes', {
      productid: CODE.productid,
      used: 'false',
      pagenumber: 1,
    });
    expect((unused as Record<string, unknown>[]).map((row) => row.licenseCode)).toContain(CODE.licensecode);
    expect(service.ok('DELETE LicenseCodeActivity', CODE)).toBe('OK');
  });

  test('system information only when asked for', () => {
    const service = startService();
    expect(service.ok('GET LicenseCodeActivity', { ...CODE, activated: '1' })).not.toHaveProperty(
      'systemInfo',
    );
  });

  test('the counts of every code agree with its activities', () => {
    const service = startService();
    const rows = service.ok('GET LicenseCodes', { pagenumber: 1, activated: 'true' }) as Record<
      string,
      unknown
    >[];
    // Two activations of the documented code are not listed.
    for (const row of rows.filter((one) => one.licenseCode !== CODE.licensecode)) {
      const key = { productid: row.productID, licensecode: row.licenseCode, activated: 1 };
      const sets = [service.ok('GET LicenseCodeActivity', key)].flat();
      expect([row.licenseCode, sets.length]).toEqual([row.licenseCode, row.numActivations]);
      expect(Number(row.activationsAllowed)).toBeGreaterThanOrEqual(sets.length);
    }
  });
});

test.each(['PUT', 'DELETE'])('%s LicenseCodeActivity answers OK or nothing, as set', (method) => {
  const input = { productid: '6872450105', licensecode: '206454320110930859' };
  for (const [variant, wanted] of [
    ['sentence', 'OK'],
    ['ok', 'OK'],
    ['empty', ''],
  ] as const) {
    const service = startService();
    service.settings.zentitleDone = variant;
    expect(service.ok(`${method} LicenseCodeActivity`, input)).toBe(wanted);
    expect(service.ok('GET LicenseCodeActivity', { ...input, activated: 1 })).toEqual([]);
  }
});

describe('SystemDetails', () => {
  test('a computer id must have 20 characters, and be known for the product', () => {
    const service = startService();
    const get = (computerid: string, productid = '6872450105') =>
      service.refused('GET SystemDetails', { productid, computerid });
    expect(get('short')).toMatch(/must have 20 characters/);
    expect(get('AAAAAAAAAAAAAAAAAAAA')).toMatch(/No system details/);
    expect(get('kQe0MRH12bYgemkYW2bc', '3659400101')).toMatch(/No system details/);
  });
});

describe('LicenseNote', () => {
  const notes = (service: ReturnType<typeof startService>) =>
    service.ok('GET LicenseNote', NOTED) as { noteID: number; type: string; description: string }[];

  test('notes are added, changed and deleted one by one or all at once', () => {
    const service = startService();
    service.ok('POST LicenseNote', {
      ...NOTED,
      type: 'GENERAL',
      description: 'called, will return the old PC',
    });
    expect(notes(service).at(-1)).toEqual({
      noteID: 102_512,
      type: 'General',
      created: '2026-03-02T09:00:00',
      createdBy: '',
      description: 'called, will return the old PC',
    });
    service.ok('PUT LicenseNote', { ...NOTED, noteid: 102_512, type: 'system' });
    expect(notes(service).at(-1)).toMatchObject({
      type: 'System',
      description: 'called, will return the old PC',
    });
    service.ok('DELETE LicenseNote', { ...NOTED, noteid: '11' });
    expect(notes(service).map(({ noteID }) => noteID)).toEqual([12, 102_512]);
    service.ok('DELETE LicenseNote', { ...NOTED, noteid: 0 });
    expect(notes(service)).toEqual([]);
  });

  test('the number of a deleted note is not given again', () => {
    const service = startService();
    const add = () => {
      service.ok('POST LicenseNote', { ...NOTED, type: 'general', description: 'x' });
      return notes(service).at(-1)?.noteID;
    };
    const first = add();
    service.ok('DELETE LicenseNote', { ...NOTED, noteid: first });
    expect(add()).toBe(Number(first) + 1);
    expect(service.refused('DELETE LicenseNote', { ...NOTED, noteid: first })).toMatch(/has no note/);
  });

  test('a note of another code is not found', () => {
    const service = startService();
    expect(service.refused('PUT LicenseNote', { ...NOTED, noteid: 102_509, description: 'x' })).toMatch(
      /no note 102509/,
    );
    expect(service.refused('DELETE LicenseNote', { ...CODE, noteid: 11 })).toMatch(/no note 11/);
    expect(service.refused('POST LicenseNote', { ...NOTED, type: 'delete', description: 'x' })).toMatch(
      /general, system/,
    );
    expect(service.refused('POST LicenseNote', { ...NOTED, type: 'general' })).toMatch(/description/);
  });
});

describe('PassiveLicense', () => {
  const input = exampleInput('POST PassiveLicense');

  test('the answer is one JSON string with an escaped line break; each call makes a new certificate', () => {
    const service = startService();
    const first = String(service.ok('POST PassiveLicense', input));
    const second = String(service.ok('POST PassiveLicense', input));
    expect(first.split('\n')).toHaveLength(2);
    expect(second).not.toBe(first);
    expect(service.deps.store.get('select count(*) as n from zentitle_passive')).toEqual({ n: 2 });
  });

  test.each([10, 255])('a client id of %i characters is taken', (length) => {
    startService().ok('POST PassiveLicense', { ...input, clientid: 'x'.repeat(length) });
  });

  test('what is kept has the features that were named beside those of the profile, and the fields', () => {
    const service = startService();
    service.ok('POST PassiveLicense', {
      productid: '6453300110',
      clientid: '1234567890',
      profilename: 'TestProfile',
      // The profile's own list leaves this feature of the product out.
      features: [{ featurecode: 'feat1' }],
      udfvalues: [{ fieldname: 'TEST2', defaultvalue: 'own' }],
    });
    const kept = service.deps.store.get(
      'select o.data from zentitle_passive p join zentitle_options o on o.id = p.optionsId',
    );
    const { features, udfs } = JSON.parse(String(kept?.data)) as {
      features: { code: string; on: boolean }[];
      udfs: unknown;
    };
    expect(features.map(({ code, on }) => [code, on])).toEqual([
      ['EPOOL', true],
      ['FLOAT', true],
      ['FEAT5', false],
      ['FEAT1', true],
    ]);
    expect(udfs).toEqual([
      { name: 'TEST1', value: '6' },
      { name: 'TEST2', value: 'own' },
    ]);
  });

  test.each([
    [{ clientid: '123456789' }, /clientid must have 10 to 255/],
    [{ clientid: 'x'.repeat(256) }, /clientid must have 10 to 255/],
    [{ clientid: undefined }, /Missing mandatory field: clientid/],
    [{ features: [{ featurecode: 'NOPE' }] }, /no feature NOPE/],
    [{ udfValues: [{ fieldname: 'NOPE' }] }, /no UDF named NOPE/],
    [{ profilename: 'Nobody' }, /Profile Nobody/],
    [{ companyid: 7 }, /Company 7 does not belong/],
  ])('%j is refused', (fields, wanted) => {
    const service = startService();
    expect(service.refused('POST PassiveLicense', { ...input, ...fields })).toMatch(wanted);
    expect(service.deps.store.get('select count(*) as n from zentitle_passive')).toEqual({ n: 0 });
  });
});

describe('companies', () => {
  test('are found by id and by name, within a product or not', () => {
    const service = startService();
    expect(service.ok('GET Company', { companyid: '2', productid: '6872450105' })).toMatchObject({
      firstName: 'Eva',
    });
    expect(service.refused('GET Company', { companyid: '2', productid: '3659400101' })).toMatch(
      /Company 2 was not found/,
    );
    expect(service.refused('GET Company', { companyid: '99' })).toMatch(/Company 99 was not found/);
    expect(service.ok('GET CompanyID', { company: 'bigcorp' })).toEqual({
      companyID: '6',
      company: 'BigCorp',
      productID: '0',
      productName: '',
    });
    expect(service.refused('GET CompanyID', { company: 'BigCorp', productid: '6872450105' })).toMatch(
      /BigCorp/,
    );
  });
});
