import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import { type JsonObject, readList } from '../../../src/api/read.js';
import { readProduct } from '../../../src/api/zentitle/read-products.js';
import { readSystem } from '../../../src/api/zentitle/read-systems.js';
import { example } from './examples.js';
import { promised, serveZentitle } from './serve-zentitle.js';

const { server, capabilities, sent, warnings } = serveZentitle();
const products = () => promised(capabilities().products);
const create = (input: Input) => promised(products().create)(input);
const update = (input: Input) => promised(products().update)(input);

/** The first record of a documented output. */
const first = (call: string): JsonObject => [example(call).output].flat()[0] as JsonObject;

const FEAT2 = {
  code: 'FEAT2',
  name: 'Example Feature 2',
  enabled: true,
  type: 'floating',
  group: 'Group2',
  notes: 'Example Feature 2',
};

describe('reading products', () => {
  it('lists them as the document shows them, without a body', async () => {
    server().answer({ json: example('GET Products').output });
    const { value } = await products().list({});
    expect(sent()).toEqual([{ method: 'GET', path: '/api/Products', body: null }]);
    expect(value.map(({ id, name, offlineLeaseHours }) => [id, name, offlineLeaseHours])).toEqual([
      ['6872450105', 'Product A 0105', 24],
      ['3659400101', 'Product 2A', 408],
    ]);
  });

  it('shows one, which comes in a list, in full', async () => {
    const { input, output } = example('GET Product');
    server().answer({ json: output });
    const { value, raw } = await products().show(input);
    expect(sent()).toEqual([{ method: 'GET', path: '/api/Product', body: input }]);
    expect(JSON.parse(raw)).toEqual(output);
    expect(value).toEqual({
      product: '6872450105',
      id: '6872450105',
      name: 'Product A 0105',
      type: 'perpetual',
      activationsAllowed: 10,
      trialDays: 4,
      clientLeaseHours: 24,
      offlineLeaseHours: 24,
      vmLeaseHours: 0,
      authorization: null,
      trialsAllowed: null,
      floatingTimeoutMinutes: null,
      overagesAllowed: null,
      maxOverages: null,
      virtualMachinesAllowed: null,
      latestVersion: null,
      features: [
        {
          code: 'FEAT1',
          name: 'Example Feature 1',
          enabled: false,
          type: 'element-pool',
          group: null,
          notes: 'Example Feature 1',
        },
        FEAT2,
        {
          code: 'FEAT5',
          name: 'Example Feature 5',
          enabled: true,
          type: 'normal',
          group: null,
          notes: 'Example Feature 5',
        },
      ],
      customFields: [
        { name: 'TEST1', value: 'Prod1Default' },
        { name: 'TEST2', value: 'Prod1Default2' },
      ],
    });
  });

  it.each(['upper', 'lower'] as const)('reads the names of the answer in %s case', (letters) => {
    const record = first('GET Product');
    const changed = JSON.parse(
      JSON.stringify(record).replace(/"(\w+)":/g, (name) =>
        letters === 'upper' ? name.toUpperCase() : name.toLowerCase(),
      ),
    );
    expect(readProduct(changed)).toEqual(readProduct(record));
  });

  it('reads numbers as text, a type in two words, and what trials have where it is told', () => {
    const record = {
      productId: 6872450105,
      productName: 'P',
      trialPeriod: '30',
      features: [
        { featureCode: 'T', featureType: 'Consumption Tokens', availableInTrials: 'True', featureGroup: '' },
      ],
    };
    expect(readProduct(record)).toMatchObject({
      id: '6872450105',
      trialDays: 30,
      type: null,
      features: [{ code: 'T', type: 'consumption-tokens', inTrials: true, group: null, enabled: null }],
      customFields: [],
    });
  });

  it('takes one bare object, and fills in the id that was asked for', async () => {
    server().answer({ json: { productName: 'Lone' } });
    expect((await products().show({ productid: '7' })).value).toMatchObject({ id: '7', name: 'Lone' });
  });

  it.each([{ json: [] }, { json: null }, { json: 'Product not found' }])(
    'knows %j for no product',
    async (reply) => {
      server().answer(reply);
      await expect(products().show({ productid: '7' })).rejects.toMatchObject({ kind: 'not-found' });
    },
  );
});

describe('creating a product', () => {
  const { input } = example('POST Product');
  const named = { productName: input.productname, productId: '99' };

  it.each<[string, object]>([
    ['an id', { json: 99 }],
    ['an id as text', { json: '99' }],
    ['a record', { json: { ProductID: '99' } }],
    ['a list of one record', { json: [{ productId: 99 }] }],
  ])('takes %s in the answer for the new id', async (_, reply) => {
    server().answer(reply);
    const { value } = await create(input);
    expect(value).toMatchObject({ id: '99', name: 'APITest 0110' });
    expect(sent()).toHaveLength(1);
  });

  it('looks the id up by its name where the answer has none', async () => {
    server().answer(
      { json: 'Product Created Successfully' },
      { json: [{ productName: 'Other', productId: '1' }, named] },
    );
    const { value } = await create(input);
    expect(value).toEqual({ id: '99', name: 'APITest 0110', message: 'Product Created Successfully' });
    expect(sent().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/Product',
      'GET /api/Products',
    ]);
    expect(warnings).toEqual([]);
  });

  it.each<[string, object]>([
    ['names are not unique', { json: [named, { ...named, productId: '100' }] }],
    ['it is not there', { json: [] }],
    ['the look-up is refused', { json: 'Access denied' }],
  ])('does not guess the id when %s', async (_, reply) => {
    server().answer({ text: '' }, reply);
    expect((await create(input)).value.id).toBeNull();
    expect(warnings).toEqual(['id_unknown']);
  });

  it('sends what the document shows, names and values in the spelling of its table', async () => {
    server().answer({ json: '99' });
    await create(input);
    expect(sent()[0]?.body).toMatchObject({
      productname: 'APITest 0110',
      clientofflineleaseperiod: '1',
      licensetype: 'subscriptionperiod',
      subscriptionperiod: '100',
      featuregroups: [
        { featuregroupname: 'groupAPI1', notes: 'groupAPI1' },
        { featuregroupname: 'groupAPI2', notes: 'groupAPI2' },
        { featuregroupname: 'groupAPI3' },
      ],
      udfvalues: [
        { fieldname: 'TEST1', defaultvalue: 'udf1' },
        { fieldname: 'TEST2', defaultvalue: 'udf2' },
      ],
    });
  });
});

it('changes a product', async () => {
  const { input, output } = example('PUT Product');
  const { productId, clientLeasePeriod, trialPeriod, licenseType } = input;
  server().answer({ json: output });
  const given = {
    productid: productId,
    clientleaseperiod: clientLeasePeriod,
    trialperiod: trialPeriod,
    licenseType,
  };
  const { value } = await update(given);
  expect(sent()).toEqual([{ method: 'PUT', path: '/api/Product', body: given }]);
  expect(value).toEqual({ id: '6872450105', message: 'Product Updated Successfully' });
});

describe('what a product consists of', () => {
  const parts = {
    featureGroups: {
      controller: 'ProductFeatureGroups',
      one: 'featureGroup',
      renamed: ['group1', 'testgroup2'],
      gone: 'test',
    },
    features: {
      controller: 'ProductFeatures',
      one: 'feature',
      renamed: ['FEAT101', 'FEAT102'],
      gone: 'FEAT101',
    },
    customFields: {
      controller: 'ProductUDF',
      one: 'customField',
      renamed: ['TEST1', 'Test3'],
      gone: 'test3',
    },
  } as const;
  const kinds = ['featureGroups', 'features', 'customFields'] as const;

  it.each(kinds)('%s: creates several, and tells their names', async (kind) => {
    const { input, output } = example(`POST ${parts[kind].controller}`);
    server().answer({ json: output });
    const { value } = await promised(capabilities()[kind]).create(input);
    expect(sent()).toEqual([{ method: 'POST', path: `/api/${parts[kind].controller}`, body: input }]);
    expect(value).toMatchObject({ product: '6872450105', message: output });
    expect(readList(value[kind])).toHaveLength(2);
  });

  it.each(kinds)('%s: changes several, and tells the names that they have now', async (kind) => {
    const { input, output } = example(`PUT ${parts[kind].controller}`);
    server().answer({ json: output });
    // The document's example of features has another name for the list than its table, and for one member.
    const { featureGroups, ...rest } = input;
    const respelled = JSON.stringify({ ...rest, features: featureGroups }).replaceAll(
      'newFeatureCode',
      'newfeatureCode',
    );
    const given = kind === 'features' ? JSON.parse(respelled) : input;
    const { value } = await promised(capabilities()[kind]).update(given);
    expect(value[kind]).toEqual(parts[kind].renamed);
    expect(sent()).toEqual([{ method: 'PUT', path: `/api/${parts[kind].controller}`, body: given }]);
  });

  it.each(kinds)('%s: deletes one', async (kind) => {
    const { input, output } = example(`DELETE ${parts[kind].controller}`);
    server().answer({ json: output });
    const { value } = await promised(capabilities()[kind]).delete(input);
    expect(sent()).toEqual([{ method: 'DELETE', path: `/api/${parts[kind].controller}`, body: input }]);
    expect(value).toEqual({ product: '6872450105', [parts[kind].one]: parts[kind].gone, message: output });
  });

  it('takes a sentence in place of the success for what it says', async () => {
    const { input } = example('DELETE ProductFeatures');
    server().answer({ json: 'Product 6872450105 has no feature FEAT101.' }, { json: 'Feature is in use' });
    const { features } = capabilities();
    await expect(promised(features).delete(input)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(promised(features).delete(input)).rejects.toMatchObject({ kind: 'rejected' });
  });
});

describe('the licence of a LAN daemon', () => {
  const { input } = example('POST NetworkMasterLicense');
  const certificate = 'a1b2'.repeat(40);

  it.each<[string, object, string | null, string | null]>([
    ['a certificate', { json: certificate }, certificate, null],
    ['a bare certificate', { text: certificate }, certificate, null],
    [
      'a certificate behind a sentence',
      { json: `Network Master License Created Successfully.\r\n${certificate}` },
      certificate,
      'Network Master License Created Successfully.',
    ],
    [
      'a certificate in lines',
      { json: `${certificate.slice(0, 64)}\r\n${certificate.slice(64)}` },
      certificate,
      null,
    ],
    [
      'a certificate in lines behind a sentence',
      { json: `Created Successfully.\n${certificate.slice(0, 64)}\n${certificate.slice(64)}` },
      certificate,
      'Created Successfully.',
    ],
    ['a code', { json: '286901020157066211' }, '286901020157066211', null],
    ['a word of success', { json: 'OK' }, null, 'OK'],
    ['nothing', { text: '' }, null, null],
  ])('reads %s', async (_, reply, expected, message) => {
    server().answer(reply);
    const { value } = await promised(capabilities().network).master(input);
    expect(value).toEqual({
      kind: 'network-master',
      product: '6872450105',
      companyId: '17',
      certificate: expected,
      message,
    });
    expect(sent()).toEqual([{ method: 'POST', path: '/api/NetworkMasterLicense', body: input }]);
  });
});

describe('computers', () => {
  const { input, output } = example('GET SystemDetails');

  it.each<[string, unknown]>([
    ['the documented object', output],
    ['a list of one', [output]],
    ['numbers that are numbers', { ...(output as object), bitage: 64, cores: 4, memory: 8090 }],
  ])('shows one from %s', async (_, json) => {
    server().answer({ json });
    const { value } = await promised(capabilities().systems).show(input);
    expect(sent()).toEqual([{ method: 'GET', path: '/api/SystemDetails', body: input }]);
    expect(value).toEqual({
      computer: 'kQe0MRH12bYgemkYW2bc',
      computerName: 'Work_DESKTOP',
      operatingSystem: 'Microsoft Windows 10 Home Edition 16299, 64-bit',
      bitness: 64,
      screenWidth: 1920,
      screenHeight: 1080,
      processor: 'GenuineIntel:Intel(R) Core(TM) i7-4500U CPU @ 1.80GHz',
      cores: 4,
      memory: 8090,
      osLanguage: 'en-GB',
      appLanguage: 'en-GB',
      type: 'DESKTOP',
      licenseStatus: 'Activated',
      version: '2',
      build: '2',
      edition: 'ENT',
      vmPlatform: 'Physical',
    });
  });

  it('maps every member that the document shows', () => {
    const values = Object.values(readSystem(first('GET SystemDetails')));
    expect(values).toHaveLength(Object.keys(first('GET SystemDetails')).length);
    expect(values).not.toContain(null);
  });

  it.each([{ json: [] }, { json: 'No system info data.' }])(
    'knows %j for no such computer',
    async (reply) => {
      server().answer(reply);
      await expect(promised(capabilities().systems).show(input)).rejects.toMatchObject({ kind: 'not-found' });
    },
  );
});
