import { describe, expect, test } from 'vitest';
import { exampleInput, firstOf, type Service, startService } from './service.js';

const PRODUCT = '6872450105';
const OTHER = '3659400101';
const NEW = { company: 'Fjord Systems', productid: PRODUCT };

const idOf = (service: Service, company: string, productid?: string): string =>
  (service.ok('GET CompanyID', { company, productid }) as { companyID: string }).companyID;

const company = (service: Service, companyid: string | number) =>
  service.ok('GET Company', { companyid }) as Record<string, unknown>;

describe('POST Company', () => {
  test('makes the company of the example, found by name and shown as it was sent', () => {
    const service = startService();
    service.ok('POST Company', exampleInput('POST Company'));
    expect(idOf(service, 'SuperStyle LLC')).toBe('19');
    expect(company(service, 19)).toEqual({
      company: 'SuperStyle LLC',
      companyData:
        '{"firstname":"Kevin","lastname":"Andrew","company":"SuperStyle LLC","email":"kevin@supersytle.com","country":"United Kingdom"}',
      firstName: 'Kevin',
      email: 'kevin@supersytle.com',
      search1: 'refernce 1',
      search2: '',
      search3: '',
      created: '2026-03-02T09:00:00',
      productID: PRODUCT,
    });
    expect((service.ok('GET CompaniesProducts') as unknown[]).at(-1)).toEqual({
      companyID: '19',
      company: 'SuperStyle LLC',
      productID: PRODUCT,
      productName: 'Product A 0105',
    });
  });

  test('two products may each have one of the same name, of which the older is found without a product', () => {
    const service = startService();
    service.ok('POST Company', { ...NEW, productid: OTHER });
    service.ok('POST Company', { ...NEW, productid: PRODUCT });
    expect([PRODUCT, OTHER].map((product) => idOf(service, NEW.company, product))).toEqual(['20', '19']);
    expect(service.ok('GET CompanyID', { company: NEW.company })).toMatchObject({ companyID: '19' });
    expect(service.refused('POST Company', { ...NEW, global: 1 })).toMatch(/already exists/);
  });

  test('a global one belongs to product 0, which has no name, and takes codes of every product', () => {
    const service = startService();
    service.ok('POST Company', { ...NEW, global: '1' });
    expect(service.ok('GET CompanyID', { company: 'FJORD systems' })).toEqual({
      companyID: '19',
      company: 'Fjord Systems',
      productID: '0',
      productName: '',
    });
    expect(company(service, 19)).toMatchObject({ companyData: '{}', firstName: '', productID: '0' });
    expect(service.ok('POST LicenseCode', { productid: OTHER, numcodes: 1, companyid: 19 })).toMatch(
      /: \d+$/,
    );
  });

  test.each([
    [{ productid: undefined, global: 1 }, /Missing mandatory field: productid/],
    [{ productid: '1' }, /Product 1 was not found/],
    [{ company: '' }, /Missing mandatory field: company/],
    [{ global: 2 }, /global must be either 1 or 0/],
    [{ companydata: 'Eva' }, /companydata must be a JSON object/],
    [{ companydata: ['Eva'] }, /companydata must be a JSON object/],
    [{ companydata: { firstname: { a: 1 } } }, /companydata.firstname must be text/],
    [{ reseller: 'nobody' }, /Reseller nobody was not found/],
    [{ company: 'mycompany llc' }, /company named mycompany llc already exists/],
    [{ company: 'BigCorp' }, /already exists/],
  ])('%j is refused and makes nothing', (fields, wanted) => {
    const service = startService();
    const before = service.ok('GET CompaniesProducts');
    expect(service.refused('POST Company', { ...NEW, ...fields })).toMatch(wanted);
    expect(service.ok('GET CompaniesProducts')).toEqual(before);
  });

  test('a name is free in another product, unless either company is global', () => {
    const service = startService();
    service.ok('POST Company', { company: 'MyCompany LLC', productid: OTHER });
    expect(
      service.refused('POST Company', { company: 'MyCompany LLC', productid: OTHER, global: 1 }),
    ).toMatch(/already exists/);
    expect(idOf(service, 'MyCompany LLC', OTHER)).toBe('19');
    expect(idOf(service, 'MyCompany LLC', PRODUCT)).toBe('2');
  });

  test('the id of a deleted company is not given again', () => {
    const service = startService();
    service.ok('POST Company', NEW);
    service.ok('DELETE Company', { companyid: 19 });
    service.ok('POST Company', NEW);
    expect(idOf(service, NEW.company)).toBe('20');
    expect(service.refused('DELETE Company', { companyid: 19 })).toMatch(/Company 19 was not found/);
  });
});

describe('PUT Company', () => {
  test('changes what the example names and leaves the rest', () => {
    const service = startService();
    service.ok('PUT Company', exampleInput('PUT Company'));
    expect(company(service, 3)).toMatchObject({
      company: 'SuperStyle Retail LLC',
      firstName: 'Kevin',
      search1: 'refernce 1',
      search2: 'refernce 2',
      search3: 'refernce 3',
      created: '2020-01-20T09:02:11.4',
      productID: PRODUCT,
    });
    expect(JSON.parse(String(company(service, 3).companyData))).toMatchObject({ country: 'UK' });
    const before = company(service, 3);
    service.ok('PUT Company', { companyid: 3, productid: PRODUCT });
    expect(company(service, 3)).toEqual(before);
    service.ok('PUT Company', { companyid: 3, productid: PRODUCT, search1: '' });
    expect(company(service, 3)).toEqual({ ...before, search1: '' });
  });

  test('a new name shows at once in the codes of the company', () => {
    const service = startService();
    const code = { productid: '6843607105', licensecode: '286502700212974761' };
    const shown = () => [
      firstOf(service.ok('GET LicenseCode', code)).company,
      firstOf(service.ok('GET LicenseCodes', { productid: code.productid, companyId: 7, pagenumber: 1 }))
        .company,
    ];
    expect(shown()).toEqual(['abcLtd', 'abcLtd']);
    service.deps.store.run(
      `update zentitle_codes set printed = '{"company":"abcLtd"' where code = ?`,
      code.licensecode,
    );
    service.ok('PUT Company', { companyid: 7, productid: code.productid, company: 'abc plc' });
    expect(shown()).toEqual(['abc plc', 'abc plc']);
    service.ok('DELETE Company', { companyid: 7 });
    expect(firstOf(service.ok('GET LicenseCode', code))).toMatchObject({ company: '', companyID: 0 });
  });

  test('keeps the reseller unless another is named', () => {
    const service = startService();
    const reseller = () =>
      service.deps.store.get('select resellerId from zentitle_companies where companyId = 4')?.resellerId;
    const key = { companyid: 4, productid: PRODUCT };
    const found = [{ reseller: 'reseller12' }, { search1: 'x' }, { reseller: 'EASTBRIDGE resale' }].map(
      (fields) => {
        service.ok('PUT Company', { ...key, ...fields });
        return reseller();
      },
    );
    expect(found).toEqual([12, 12, 13]);
  });

  test('makes a company global, and 0 or nothing leaves it so', () => {
    const service = startService();
    service.ok('PUT Company', { companyid: 4, productid: PRODUCT, global: 1 });
    service.ok('PUT Company', { companyid: 4, productid: OTHER, global: 0, search1: 'x' });
    expect(service.ok('GET CompanyID', { company: 'My Company' })).toEqual({
      companyID: '4',
      company: 'My Company',
      productID: '0',
      productName: '',
    });
  });

  test.each([
    [{ productid: undefined }, /Missing mandatory field: productid/],
    [{ companyid: undefined }, /Missing mandatory field: companyid/],
    [{ productid: OTHER }, /Company 4 does not belong to product 3659400101/],
    [{ companyid: 99 }, /Company 99 was not found/],
    [{ company: 'BIGCORP' }, /already exists/],
    [{ reseller: 'nobody' }, /Reseller nobody/],
  ])('%j is refused and changes nothing', (fields, wanted) => {
    const service = startService();
    const before = company(service, 4);
    const input = { companyid: 4, productid: PRODUCT, search1: 'new', ...fields };
    expect(service.refused('PUT Company', input)).toMatch(wanted);
    expect(company(service, 4)).toEqual(before);
  });

  test('a company may keep its name, in another case too, and be given to a reseller', () => {
    const service = startService();
    const input = { companyid: 4, productid: PRODUCT, company: 'MY COMPANY', reseller: 'Reseller12' };
    service.ok('PUT Company', input);
    expect(company(service, 4)).toMatchObject({ company: 'MY COMPANY' });
    expect(service.deps.store.get('select resellerId from zentitle_companies where companyId = 4')).toEqual({
      resellerId: 12,
    });
  });
});

describe('DELETE Company', () => {
  test('leaves its codes and groups without a company', () => {
    const service = startService();
    const held = Number(service.ok('GET LicenseCodes', { companyId: 2 }));
    expect(held).toBeGreaterThan(0);
    const free = Number(service.ok('GET LicenseCodes', { companyId: 0 }));
    service.ok('DELETE Company', { companyid: '2' });
    expect(service.ok('GET LicenseCodes', { companyId: 2 })).toBe(0);
    expect(service.ok('GET LicenseCodes', { companyId: 0 })).toBe(free + held);
    expect(service.ok('GET Group', { groupid: 6 })).toMatchObject({ companyID: 0 });
    expect(service.refused('GET Company', { companyid: 2 })).toMatch(/was not found/);
    expect(
      service.refused('PUT LicenseCode', {
        productid: PRODUCT,
        licensecode: '27835001310249256',
        companyid: 2,
      }),
    ).toMatch(/Company 2 was not found/);
  });

  test('a company that is not there is refused', () => {
    const service = startService();
    expect(service.refused('DELETE Company', { companyid: 0 })).toMatch(/between 1/);
    expect(service.refused('DELETE Company', {})).toMatch(/Missing mandatory field: companyid/);
  });
});
