import { describe, expect, test } from 'vitest';
import { codeBank, setCodeBank } from '../../../src/emulator/zentitle/bank.js';
import { makeActivationRequest } from '../../../src/emulator/zentitle/certificates.js';
import { firstOf, type Service, startService } from './service.js';

const STOCKED = '3659400101';
const CODE = { productid: '6453300110', licensecode: '206454320110930859' };

type Row = Readonly<Record<string, unknown>>;

const list = (service: Service, filter: object): readonly Row[] =>
  service.ok('GET LicenseCodes', { pagenumber: 1, ...filter }) as Row[];
const count = (service: Service, filter: object = {}): number =>
  Number(service.ok('GET LicenseCodes', filter));

describe('GET LicenseCodes', () => {
  test('pages follow each other without gap or overlap, and the page after the last is empty', () => {
    const service = startService();
    const total = count(service);
    const pages = [1, 2, 3, 4].map((pagenumber) => list(service, { pagenumber, pagesize: 100 }));
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 100, total - 300]);
    const keys = pages.flat().map((row) => `${row.productID}/${row.licenseCode}`);
    expect(new Set(keys).size).toBe(total);
    expect(list(service, { pagenumber: 5, pagesize: 100 })).toEqual([]);
    expect(keys).toEqual(list(service, {}).map((row) => `${row.productID}/${row.licenseCode}`));
  });

  test.each([
    [{ productid: STOCKED }, (row: Row) => row.productID === STOCKED],
    [{ companyId: 17 }, (row: Row) => row.company === 'Larkspur Analytics'],
    [{ company: 'larkspur analytics' }, (row: Row) => row.company === 'Larkspur Analytics'],
    [{ companyId: 0 }, (row: Row) => row.company === ''],
    [{ profilename: 'Site LAN' }, (row: Row) => row.profilename === 'Site LAN'],
    [{ profilename: 'default' }, (row: Row) => row.profilename === ''],
    [{ acquiredbywebservice: 'false' }, (row: Row) => row.acquiredbywebservice === 'false'],
    [{ activated: 'true' }, (row: Row) => Number(row.numActivations) > 0],
    [{ activated: 'false' }, (row: Row) => row.numActivations === 0],
    [{ used: 'false' }, (row: Row) => row.subscriptionlastActivated === null],
    [
      { productid: STOCKED, activated: 'true', acquiredbywebservice: 'true' },
      (row: Row) => row.productID === STOCKED && Number(row.numActivations) > 0,
    ],
  ])('the filter %j selects what it says, and the count agrees', (filter, wanted) => {
    const service = startService();
    const expected = list(service, {}).filter(wanted);
    expect(expected.length).toBeGreaterThan(0);
    expect(list(service, filter)).toEqual(expected);
    expect(count(service, filter)).toBe(expected.length);
  });

  test('company and companyId exclude each other, unknown ones select nothing', () => {
    const service = startService();
    expect(service.refused('GET LicenseCodes', { company: 'BigCorp', companyId: 6 })).toMatch(/not both/);
    expect(list(service, { company: 'Nobody' })).toEqual([]);
    expect(count(service, { companyId: 999 })).toBe(0);
  });

  test.each([
    ['number', 310],
    ['string', '310'],
    ['object', { count: 310 }],
    ['array', [310]],
  ] as const)('the count as %s', (shape, wanted) => {
    const service = startService();
    service.settings.zentitleCount = shape;
    expect(service.ok('GET LicenseCodes', { pagenumber: 0 })).toEqual(wanted);
  });

  test('the row of a code agrees with GET LicenseCode once the code has changed', () => {
    const service = startService();
    service.ok('PUT LicenseCode', { ...CODE, clientsallowed: 4 });
    const row = firstOf(list(service, { productid: CODE.productid, getsfs: 1 }));
    const code = firstOf(service.ok('GET LicenseCode', { ...CODE, getsfs: 1 }));
    expect(row.activationsAllowed).toBe(4);
    expect(row.enabledforuse).toBe('true');
    expect(code.enabledforuse).toBe('True');
    for (const name of ['features', 'udfValues', 'serverFunctions', 'subscriptionlastActivated']) {
      expect([name, row[name]]).toEqual([name, code[name]]);
    }
  });

  test('names with quotes and escapes come through', () => {
    const service = startService();
    const name = 'Quote " back \\ slash é\u2028';
    service.ok('PUT Profile', { productid: STOCKED, profilename: 'Site LAN', newprofilename: name });
    expect(list(service, { profilename: name }).length).toBeGreaterThan(0);
    expect(firstOf(list(service, { profilename: name })).profilename).toBe(name);
  });
});

describe('GET LicenseCode', () => {
  test('without a product, the code in every product', () => {
    const rows = startService().ok('GET LicenseCode', { licensecode: CODE.licensecode }) as Row[];
    expect(rows.map((row) => row.productID)).toEqual(['6453300110', '6872450105']);
  });

  test('a code of no profile has Default, and notes and functions only when asked for', () => {
    const service = startService();
    const row = firstOf(service.ok('GET LicenseCode', { licensecode: '286502700212974761' }));
    expect(row).toMatchObject({ profilename: 'Default', companyID: 7, company: 'abcLtd' });
    expect(Object.keys(row)).not.toContain('notes');
    expect(Object.keys(row)).not.toContain('serverFunctions');
    expect(
      firstOf(service.ok('GET LicenseCode', { licensecode: '286502700212974761', getnotes: '1' })).notes,
    ).toEqual([]);
  });

  test('showfeatures on leaves out the features that are off', () => {
    const service = startService();
    const codes = (showfeatures: string) =>
      (firstOf(service.ok('GET LicenseCode', { ...CODE, showfeatures })).features as Row[]).map(
        (feature) => feature.featureCode,
      );
    expect(codes('all')).toEqual(['EPOOL', 'FLOAT', 'FEAT5']);
    expect(codes('ON')).toEqual(['EPOOL', 'FLOAT']);
  });

  test('an unknown code is refused, with a product and without', () => {
    const service = startService();
    expect(service.refused('GET LicenseCode', { licensecode: '1' })).toBe('License code 1 was not found.');
    expect(service.refused('GET LicenseCode', { ...CODE, licensecode: '1' })).toBe(
      'License code 1 was not found for product 6453300110.',
    );
  });
});

describe('POST LicenseCode', () => {
  const allocate = { productid: '6453300110', profilename: 'testingProfile', numcodes: '3' };

  test('allocated codes have the terms of their profile and are new', () => {
    const service = startService();
    const before = count(service);
    const text = String(service.ok('POST LicenseCode', { ...allocate, companyid: '10' }));
    const codes = text
      .slice(text.indexOf(':') + 1)
      .trim()
      .split(',');
    expect(new Set(codes).size).toBe(3);
    expect(count(service)).toBe(before + 3);
    for (const licensecode of codes) {
      expect(firstOf(service.ok('GET LicenseCode', { licensecode }))).toMatchObject({
        profilename: 'testingProfile',
        companyID: 10,
        clientsallowed: 3,
        numActivations: 0,
        acquiredbywebservice: 'False',
      });
    }
  });

  test('the bank runs dry: a request that asks for too many takes none', () => {
    const service = startService();
    setCodeBank(service.deps.store, 4);
    service.ok('POST LicenseCode', allocate);
    expect(service.refused('POST LicenseCode', allocate)).toBe(
      'The code bank holds 1 codes, too few to allocate 3.',
    );
    service.ok('POST LicenseCode', { ...allocate, numcodes: 1 });
    expect(codeBank(service.deps.store)).toBe(0);
  });

  test('importing is all or nothing and ignores numcodes', () => {
    const service = startService();
    const before = count(service);
    const input = { ...allocate, licensecodes: 'MINE-0001, MINE-0002' };
    expect(service.ok('POST LicenseCode', input)).toBe('OK');
    expect(count(service)).toBe(before + 2);
    expect(service.refused('POST LicenseCode', { ...input, licensecodes: 'MINE-0003,MINE-0002' })).toBe(
      'License code MINE-0002 already exists for product 6453300110.',
    );
    expect(service.refused('POST LicenseCode', { ...input, licensecodes: 'A1,A1' })).toMatch(/twice/);
    expect(service.refused('POST LicenseCode', { ...input, licensecodes: 'A1,,A2' })).toMatch(
      /cannot be imported/,
    );
    expect(count(service)).toBe(before + 2);
    expect(service.ok('POST LicenseCode', { ...input, productid: STOCKED, profilename: 'default' })).toBe(
      'OK',
    );
  });

  test.each([
    [{ numcodes: undefined }, /either numcodes or licensecodes/],
    [{ numcodes: 0 }, /numcodes must be between 1/],
    [{ profilename: 'Nobody' }, /Profile Nobody was not found/],
    [{ companyid: 999 }, /Company 999 was not found/],
    [{ companyid: 4 }, /Company 4 does not belong to product 6453300110/],
    [{ productid: '1' }, /Product 1 was not found/],
  ])('%j is refused', (change, wanted) => {
    expect(startService().refused('POST LicenseCode', { ...allocate, ...change })).toMatch(wanted);
  });

  test('tens of thousands of codes in one call, listed in one page', () => {
    const service = startService();
    const codes = Array.from({ length: 20_000 }, (_, index) => String(400_000_000_000_000n + BigInt(index)));
    service.ok('POST LicenseCode', { productid: STOCKED, licensecodes: codes.join(',') });
    const before = count(service, { productid: STOCKED }) - codes.length;
    const page = list(service, { productid: STOCKED, pagenumber: 2 });
    expect(page).toHaveLength(10_000);
    expect(page[0]?.licenseCode).toBe(codes[10_000 - before]);
  });
});

describe('GET NextLicenseCode', () => {
  const take = (service: Service, amount: number): string[] =>
    String(service.ok('GET NextLicenseCode', { productid: STOCKED, amount })).split(',');

  test('hands out each code once, marks it, and ends with a refusal', () => {
    const service = startService();
    const stock = list(service, { productid: STOCKED, used: 'false', acquiredbywebservice: 'false' });
    const first = take(service, 3);
    expect(first).toEqual(stock.slice(0, 3).map((row) => row.licenseCode));
    expect(firstOf(service.ok('GET LicenseCode', { licensecode: first[0] })).acquiredbywebservice).toBe(
      'True',
    );
    const rest = take(service, 1000);
    expect(rest).toHaveLength(stock.length - 3);
    expect(new Set([...first, ...rest]).size).toBe(stock.length);
    expect(service.refused('GET NextLicenseCode', { productid: STOCKED })).toMatch(
      /is left in profile default/,
    );
  });

  test('a code that is released comes again, one that was used does not', () => {
    const service = startService();
    const [code = ''] = take(service, 1);
    take(service, 1000);
    const key = { productid: STOCKED, licensecode: code };
    const release = (): unknown => service.ok('PUT LicenseCode', { ...key, acquiredbywebservice: 'false' });
    release();
    expect(take(service, 1)).toEqual([code]);
    const computerId = 'AAAAAAAAAAAAAAAAAAA1';
    const activationcertificate = makeActivationRequest({ productId: STOCKED, code, computerId });
    service.ok('GET OfflineActivation', { productid: STOCKED, activationcertificate });
    release();
    service.ok('PUT LicenseCodeActivity', key);
    service.refused('GET NextLicenseCode', { productid: STOCKED });
  });

  test('codes come as text, as a list or as records, as set', () => {
    const service = startService();
    const next = (shape: 'text' | 'list' | 'records', amount: number) => {
      service.settings.zentitleNextCodes = shape;
      return service.ok('GET NextLicenseCode', { productid: '6872450105', amount });
    };
    const code = expect.stringMatching(/^\d{18}$/);
    expect(next('text', 2)).toMatch(/^\d{18},\d{18}$/);
    expect(next('text', 1)).toMatch(/^\d{18}$/);
    expect(next('list', 2)).toEqual([code, code]);
    expect(next('list', 1)).toEqual([code]);
    expect(next('records', 1)).toEqual([{ licenseCode: code }]);
  });

  test('codes of a profile come by its name only', () => {
    const service = startService();
    const input = { productid: '6453300110', profilename: 'testingProfile' };
    const text = String(service.ok('POST LicenseCode', { ...input, numcodes: 1 }));
    expect(text.endsWith(String(service.ok('GET NextLicenseCode', { ...input, amount: 5 })))).toBe(true);
  });
});
