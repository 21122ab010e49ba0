import { describe, expect, test } from 'vitest';
import { exampleInput, firstOf, type Service, startService } from './service.js';

const PRODUCT = '6872450105';

const show = (service: Service, productid = PRODUCT): Readonly<Record<string, unknown>> =>
  firstOf(service.ok('GET Product', { productid }));

/** A product of these terms; returns its id. */
function create(service: Service, fields: object): string {
  service.settings.zentitleCreated = 'id';
  return String(service.ok('POST Product', { productname: 'New', ...fields }));
}

/** A code of the product, allocated now. */
function allocate(service: Service, productid: string): Readonly<Record<string, unknown>> {
  const text = String(service.ok('POST LicenseCode', { productid, numcodes: 1 }));
  const licensecode = text.split(' : ')[1];
  return firstOf(service.ok('GET LicenseCode', { productid, licensecode }));
}

describe('POST Product', () => {
  test('the documented example makes the product with all that it names', () => {
    const service = startService();
    service.settings.zentitleCreated = 'id';
    const productId = String(service.ok('POST Product', exampleInput('POST Product')));
    expect(productId).toMatch(/^\d{10}$/);
    const feature = (code: string, type: string, name: string, group: string, available = 'OFF') => ({
      featureCode: code,
      featureAvailability: available,
      featureType: type,
      featureName: name,
      featureNotes: name,
      featureGroup: group,
    });
    const product = {
      productName: 'APITest 0110',
      productId,
      clientLeasePeriod: 2,
      vmLeasePeriod: 1,
      clientOfflineLeasePeriod: 24,
      trialPeriod: 10,
      licenseType: 'SubscriptionPeriod',
      clientsAllowed: 2,
      features: [
        feature('FEAT1API01', 'Normal', 'featureAPI1', 'groupAPI1', 'ON'),
        feature('FEAT2API02', 'ConsumptionToken', 'featureAPI2', 'groupAPI2'),
        feature('FEAT3API03', 'Floating', 'featureAPI3', 'Default'),
        feature('FEAT3API04', 'Normal', 'featureAPI4', 'Default'),
      ],
      udfValues: [
        { fieldName: 'TEST1', defaultValue: 'udf1' },
        { fieldName: 'TEST2', defaultValue: 'udf2' },
      ],
    };
    expect(show(service, productId)).toEqual(product);
    expect((service.ok('GET Products') as unknown[]).at(-1)).toEqual(product);
    expect(allocate(service, productId)).toMatchObject({
      enabledforuse: 'True',
      licensetype: 'SubscriptionPeriod',
      subscriptionperiod: 100,
      subscriptionEnddate: null,
      clientsallowed: 2,
      clientOfflineLeaseperiod: 24,
      udfValues: product.udfValues,
    });
  });

  test('what is left out has the documented default', () => {
    const service = startService();
    expect(show(service, create(service, {}))).toMatchObject({
      productName: 'New',
      clientLeasePeriod: 0,
      vmLeasePeriod: 0,
      clientOfflineLeasePeriod: 0,
      trialPeriod: 0,
      licenseType: 'Perpetual',
      clientsAllowed: 1,
      features: [],
      udfValues: [],
    });
    const inTrial = create(service, { productname: 'In trial', intrial: 'true' });
    expect(show(service, inTrial).trialPeriod).toBe(30);
  });

  test('the answer is a sentence, the id or a record, as set', () => {
    const service = startService();
    const post = (productname: string, shape: 'sentence' | 'id' | 'record') => {
      service.settings.zentitleCreated = shape;
      return service.ok('POST Product', { productname });
    };
    expect(post('A', 'sentence')).toBe('Product Created Successfully');
    const id = post('B', 'id');
    expect(show(service, String(id)).productName).toBe('B');
    expect(post('C', 'record')).toEqual({ productID: expect.stringMatching(/^\d{10}$/) });
    const ids = (service.ok('GET Products') as { productId: string }[]).map(({ productId }) => productId);
    expect(new Set(ids).size).toBe(10);
  });

  test.each([
    [{ productname: '' }, /Missing mandatory field: productname/],
    [{ productname: 'product a 0105' }, /A product named product a 0105 already exists/],
    [{ intrial: 'yes' }, /intrial must be one of true, false/],
    [{ clientleaseperiod: 8761 }, /between 0 and 8760/],
    [{ clientofflineleaseperiod: 501 }, /between 0 and 500/],
    [{ vmleaseperiod: 501 }, /between 0 and 500/],
    [{ clientsallowed: 0 }, /clientsallowed must be between 1 and 50000/],
    [{ clientsallowed: 50_001 }, /clientsallowed must be between 1 and 50000/],
    [{ licensetype: 'trial' }, /perpetual, subscriptionperiod, expirationdate/],
    [{ licensetype: 'expirationdate' }, /needs a subscriptionenddate/],
    [{ subscriptionenddate: 'reset' }, /must be a date/],
    [{ featuregroups: [{ notes: 'x' }] }, /featuregroups\[0\]\.featureGroupName/i],
    [{ featuregroups: [{ featuregroupname: 'A' }, { featuregroupname: 'a' }] }, /named a already exists/],
    [{ features: [{ featurename: 'f', notes: 'n' }] }, /features\[0\]\.featureCode/],
    [{ features: [{ featurecode: 'F', notes: 'n' }] }, /features\[0\]\.featureName/],
    [{ features: [{ featurecode: 'F', featurename: 'f' }] }, /features\[0\]\.notes/],
    [{ udfvalues: [{ defaultvalue: 'x' }] }, /udfvalues\[0\]\.fieldName/i],
    [{ udfvalues: [{ fieldname: 'A' }, { fieldname: 'a' }] }, /has a UDF named A already/],
  ])('%j is refused and makes nothing', (fields, wanted) => {
    const service = startService();
    const before = service.ok('GET Products');
    expect(service.refused('POST Product', { productname: 'New', ...fields })).toMatch(wanted);
    expect(service.ok('GET Products')).toEqual(before);
    // Nor a part that the same name would meet again.
    const groups = [{ featuregroupname: 'A' }];
    service.ok('POST Product', { productname: 'New', featuregroups: groups });
  });

  test.each([
    [{ clientsallowed: 1 }, { clientsAllowed: 1 }],
    [{ clientsallowed: '50000' }, { clientsAllowed: 50_000 }],
    [{ clientleaseperiod: 8760 }, { clientLeasePeriod: 8760 }],
    [{ clientofflineleaseperiod: 500 }, { clientOfflineLeasePeriod: 12_000 }],
    [{ vmleaseperiod: 500 }, { vmLeasePeriod: 500 }],
    [{ licensetype: 'ExpirationDate', subscriptionenddate: '2027-01-01' }, { licenseType: 'ExpirationDate' }],
  ])('%j is taken', (fields, shown) => {
    const service = startService();
    expect(show(service, create(service, fields))).toMatchObject(shown);
  });

  test('an end date is that of the codes', () => {
    const service = startService();
    const id = create(service, { licensetype: 'expirationdate', subscriptionenddate: '2027-05-06' });
    expect(allocate(service, id)).toMatchObject({
      licensetype: 'ExpirationDate',
      subscriptionEnddate: '2027-05-06T00:00:00',
    });
  });
});

describe('PUT Product', () => {
  const change = (service: Service, fields: object): unknown =>
    service.ok('PUT Product', { productid: PRODUCT, ...fields });

  test('the documented example changes what it names and nothing else, in both readings', () => {
    const service = startService();
    const before = show(service);
    service.ok('PUT Product', exampleInput('PUT Product'));
    const after = { ...before, clientLeasePeriod: 48, trialPeriod: 10, licenseType: 'Perpetual' };
    expect(show(service)).toEqual(after);
    // The document prints a feature of this product differently in its list; after a change there is one truth.
    expect(firstOf(service.ok('GET Products'))).toEqual(after);
  });

  test('no field but the product changes nothing', () => {
    const service = startService();
    const before = show(service);
    const companies = service.ok('GET CompaniesProducts');
    change(service, {});
    change(service, { productname: before.productName });
    expect(show(service)).toEqual(before);
    // The document prints the product of a company under another name; only a new name takes that away.
    expect(service.ok('GET CompaniesProducts')).toEqual(companies);
  });

  test('a subscription has any length', () => {
    const service = startService();
    const subscription = { licenseType: 'subscriptionperiod' };
    for (const subscriptionPeriod of [0, 5001, 2_147_483_647]) {
      change(service, { ...subscription, subscriptionPeriod });
      expect(allocate(service, PRODUCT).subscriptionperiod).toBe(subscriptionPeriod);
    }
    for (const subscriptionPeriod of [-1, 2_147_483_648]) {
      const input = { productid: PRODUCT, ...subscription, subscriptionPeriod };
      expect(service.refused('PUT Product', input)).toBe(
        'Invalid input: subscriptionperiod must be between 0 and 2147483647.',
      );
    }
  });

  test('codes that are allocated afterwards have the new terms, those of before and of profiles do not', () => {
    const service = startService();
    const old = allocate(service, PRODUCT);
    change(service, {
      clientsAllowed: 33,
      clientofflineleaseperiod: 2,
      licenseType: 'SubscriptionPeriod',
      subscriptionPeriod: 90,
    });
    expect(allocate(service, PRODUCT)).toMatchObject({
      clientsallowed: 33,
      clientOfflineLeaseperiod: 48,
      licensetype: 'SubscriptionPeriod',
      subscriptionperiod: 90,
    });
    const key = { productid: PRODUCT, licensecode: old.licenseCode };
    expect(firstOf(service.ok('GET LicenseCode', key))).toEqual(old);
  });

  test('an end date is set and reset', () => {
    const service = startService();
    change(service, { licenseType: 'expirationdate', subscriptionEndDate: '2027-05-06' });
    expect(allocate(service, PRODUCT).subscriptionEnddate).toBe('2027-05-06T00:00:00');
    expect(
      service.refused('PUT Product', {
        productid: PRODUCT,
        licenseType: 'expirationdate',
        subscriptionEndDate: 'reset',
      }),
    ).toMatch(/needs a subscriptionenddate/);
    change(service, { licenseType: 'perpetual', subscriptionEndDate: 'Reset' });
    expect(allocate(service, PRODUCT)).toMatchObject({ licensetype: 'Perpetual', subscriptionEnddate: null });
  });

  test('a new name is found in the lists of products and of companies', () => {
    const service = startService();
    change(service, { productname: 'Product A' });
    expect(show(service).productName).toBe('Product A');
    const companies = service.ok('GET CompaniesProducts') as { productID: string; productName: string }[];
    const names = companies.filter(({ productID }) => productID === PRODUCT).map((one) => one.productName);
    expect([...new Set(names)]).toEqual(['Product A']);
    // Its own name in another spelling is no other product's.
    change(service, { productname: 'PRODUCT A' });
  });

  test.each([
    [{ productid: '1' }, /Product 1 was not found/],
    [{ productname: 'product 2a' }, /already exists/],
    [{ subscriptionPeriod: 10 }, /supply licenseType/],
    [{ subscriptionEndDate: '2027-01-01' }, /supply licenseType/],
    [{ subscriptionEndDate: 'reset' }, /supply licenseType/],
    [{ licenseType: 'expirationdate' }, /needs a subscriptionenddate/],
    [{ licenseType: 'none' }, /perpetual, subscriptionperiod, expirationdate/],
    [{ clientLeasePeriod: 8761 }, /between 0 and 8760/],
    [{ vmLeasePeriod: 501 }, /between 0 and 500/],
    [{ clientofflineleaseperiod: 501 }, /between 0 and 500/],
    [{ trialperiod: -1 }, /trialperiod must be between/],
  ])('%j is refused and changes nothing', (fields, wanted) => {
    const service = startService();
    const before = show(service);
    const input = { productid: PRODUCT, clientsAllowed: 77, ...fields };
    expect(service.refused('PUT Product', input)).toMatch(wanted);
    expect(show(service)).toEqual(before);
  });
});
