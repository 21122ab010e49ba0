import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/api/read.js';
import { certificateIn, isCodeList, isSuccess, proseOf } from '../../../src/api/zentitle/prose.js';
import { readActivation } from '../../../src/api/zentitle/read-activations.js';
import { licenseOf, readCode, readCodeWithUsage } from '../../../src/api/zentitle/read-codes.js';
import { readProfile } from '../../../src/api/zentitle/read-profiles.js';
import { readTrial, trialStatusOf } from '../../../src/api/zentitle/read-trials.js';
import { momentOf, readCount, readDate } from '../../../src/api/zentitle/read-values.js';
import { expectSameInAnyCasing, firstRecord } from './example-records.js';
import { example } from './examples.js';

const records = (call: string): readonly JsonObject[] => [example(call).output].flat() as JsonObject[];

describe('codes', () => {
  it('reads GET LicenseCode', () => {
    expect(readCode(firstRecord('GET LicenseCode'))).toEqual({
      code: '206454320110930859',
      product: '6453300110',
      company: null,
      companyId: null,
      profile: 'Test-PC',
      activationsUsed: 1,
      deactivations: null,
      subscriptionLastActivatedAt: '2018-08-02T06:59:02.043',
      createdAt: null,
      modifiedAt: null,
      enabled: true,
      type: 'perpetual',
      activationsAllowed: 9,
      clientLeaseHours: 12,
      offlineLeaseHours: 8760,
      vmLeaseHours: 0,
      acquired: true,
      networkSeats: 0,
      heartbeatMinutes: 0,
      concurrentProcesses: 15,
      concurrencyMode: 'off',
      subscriptionDays: 0,
      subscriptionEndsAt: null,
      maintenanceEndsAt: '2021-04-30T00:00:00',
      features: [
        { code: 'EPOOL', enabled: true, type: 'element-pool', limit: 10_000, used: 0 },
        { code: 'FLOAT', enabled: true, type: 'floating', limit: 100, used: 0 },
        { code: 'FEAT5', enabled: false, type: 'normal', limit: null, used: null },
      ],
      customFields: [
        { name: 'TEST1', value: '6' },
        { name: 'TEST2', value: 'test' },
      ],
      serverFunctions: [
        { name: 'LTCO', enabled: true, value: '20' },
        { name: 'FeatureAvailability', enabled: true, value: null },
        { name: 'Otherfunc', enabled: false, value: null },
      ],
      notes: [
        {
          id: '102509',
          type: 'system',
          createdAt: '2020-12-18T17:11:15.7',
          createdBy: null,
          description: 'note',
        },
        {
          id: '102511',
          type: 'general',
          createdAt: '2020-12-18T17:15:39.387',
          createdBy: null,
          description: 'General note updated',
        },
      ],
    });
  });

  it('reads GET LicenseCodes, which counts deactivations and names the limit otherwise', () => {
    const [one, two] = records('GET LicenseCodes').map(readCode);
    expect(one).toMatchObject({
      code: '206454320110930859',
      activationsAllowed: 9,
      deactivations: 41,
      createdAt: '2013-06-12T00:00:00',
    });
    expect(one).not.toHaveProperty('notes');
    expect(two).toMatchObject({
      company: 'abcLtd',
      companyId: null,
      profile: null,
      concurrencyMode: 'cloud',
    });
    expect(two?.features).toEqual([
      { code: 'FEAT2', enabled: true, type: 'floating', limit: 7, used: 0 },
      { code: 'TOKEN', enabled: true, type: 'consumption-tokens', limit: 100, used: 20 },
    ]);
  });

  it('leaves out what was not asked for, and hands on usage as it came', () => {
    const { notes: _, serverFunctions: __, ...record } = firstRecord('GET LicenseCode');
    expect(readCodeWithUsage(record)).not.toHaveProperty('usage');
    expect(readCode(record)).not.toHaveProperty('serverFunctions');
    const usage = [{ computerID: 'kQe0MRH12bYgemkYW2bc', featureCode: 'FLOAT' }];
    expect(readCodeWithUsage({ ...record, featureUsage: usage }).usage).toEqual({ featureUsage: usage });
  });

  it.each([
    ['Element Pool', 'element-pool'],
    ['Consumption Tokens', 'consumption-tokens'],
    ['consumptiontoken', 'consumption-tokens'],
    ['SecureStore', 'secure-store'],
    ['Quantum', 'Quantum'],
  ])('knows the feature type %s', (word, type) => {
    const feature = {
      featureCode: 'F',
      featureAvailability: 'on',
      featureType: word,
      featureDetails: 'TokenLimit : 5\nTokenCount : 2',
    };
    expect(readCode({ licenseCode: '1', features: [feature] }).features).toEqual([
      { code: 'F', enabled: true, type, limit: 5, used: 2 },
    ]);
  });

  it.each(['Default', 'default', ''])('takes profile %j for none', (profilename) => {
    expect(readCode({ licenseCode: '1', profilename }).profile).toBeNull();
  });

  it('takes numbers and booleans as text', () => {
    expect(
      readCode({ licenseCode: '1', clientsallowed: '9', numActivations: ' 2 ', enabledforuse: 'False' }),
    ).toMatchObject({
      activationsAllowed: 9,
      activationsUsed: 2,
      enabled: false,
    });
  });
});

describe('a code as a licence', () => {
  const now = Date.UTC(2026, 5, 1);
  const license = (terms: JsonObject) =>
    licenseOf(readCode({ licenseCode: '1', enabledforuse: 'True', ...terms }), now);

  it.each<[string, JsonObject, string, string | null]>([
    ['disabled', { enabledforuse: 'False' }, 'disabled', null],
    ['perpetual', { licensetype: 'Perpetual' }, 'active', null],
    [
      'perpetual after a subscription',
      { licensetype: 'perpetual', subscriptionEnddate: '2020-01-01T00:00:00' },
      'active',
      null,
    ],
    [
      'in time',
      { licensetype: 'ExpirationDate', subscriptionEnddate: '2026-06-01T00:00:01' },
      'active',
      '2026-06-01T00:00:01',
    ],
    [
      'over',
      { licensetype: 'ExpirationDate', subscriptionEnddate: '2026-05-31T23:59:59.5' },
      'expired',
      '2026-05-31T23:59:59.5',
    ],
    [
      'over by the day',
      { licensetype: 'SubscriptionPeriod', subscriptionEnddate: '2026-05-31' },
      'expired',
      '2026-05-31',
    ],
    ['not told', { enabledforuse: null }, 'unknown', null],
  ])('is %s', (_, terms, status, expiresAt) => {
    expect(license(terms)).toMatchObject({ provider: 'zentitle', key: '1', status, expiresAt });
  });
});

describe('profiles', () => {
  it('reads both spellings to one record', () => {
    const single = readProfile(firstRecord('GET Profile'), '6453300110');
    expect(single).toEqual(readProfile(firstRecord('GET Profiles'), null));
    expect(single).toMatchObject({
      name: 'TestProfile',
      id: '12',
      product: '6453300110',
      resellerId: null,
      type: 'perpetual',
    });
  });
});

describe('trials', () => {
  it('reads GET Trials', () => {
    expect(readTrial(firstRecord('GET Trials'))).toEqual({
      product: '3117400101',
      computer: 'MauY67890Gh34567890',
      status: 'expired',
      statusText: 'Trial Expired',
      trialDays: 30,
      createdAt: '2019-06-06T09:33:58.173',
      modifiedAt: '2019-06-06T09:33:58.173',
      leaseEndsAt: '2019-06-21T09:33:58.173',
      expiresAt: '2019-07-06T09:33:58.173',
      converted: true,
      code: '3274861020157066211',
    });
  });

  it.each([
    ['In Trial', 'in-trial'],
    ['in trial', 'in-trial'],
    ['Trial is active', 'in-trial'],
    ['12 days remaining', 'in-trial'],
    ['In Trial, not activated', 'in-trial'],
    ['Trial Expired', 'expired'],
    ['Trial has expired and was not converted', 'expired'],
    ['Trial has been activated', 'activated'],
    ['Converted to 206454320110930859', 'activated'],
    ['Trial does not exist', 'none'],
    ["Trial doesn't exist", 'none'],
    ['No trial', 'none'],
    ['No active trial', 'none'],
    ['Not in trial', 'none'],
    ['Paused', 'unknown'],
  ])('understands %j', (text, status) => {
    expect(trialStatusOf(text)).toBe(status);
  });
});

describe('activations', () => {
  it('reads the one bare object of GET LicenseCodeActivity', () => {
    expect(readActivation(firstRecord('GET LicenseCodeActivity'), '6872450105')).toMatchObject({
      provider: 'zentitle',
      key: '206454320110930859',
      product: '6872450105',
      deviceId: 'kQe0MRH12bYgemkYW2bc',
      status: 'activated',
      activatedAt: '2018-01-01T00:00:00',
      deactivatedAt: null,
      expiresAt: '2018-01-22T11:28:55.56',
      user: null,
      system: {
        computerName: 'Work_Laptop',
        bitness: 64,
        screenWidth: 1920,
        memory: 8090,
        vmPlatform: 'Physical',
      },
    });
  });

  it('reads system details that come as text', () => {
    expect(readActivation({ systemInfo: '{"cores":"4"}' }, null).system).toMatchObject({ cores: 4 });
    expect(readActivation({ systemInfo: 'none known' }, null).system).toBe('none known');
    for (const systemInfo of [null, '', undefined]) {
      expect(readActivation({ systemInfo }, null)).not.toHaveProperty('system');
    }
    expect(readActivation({ status: 'Returned' }, null)).toMatchObject({ status: 'returned' });
    expect(readActivation({ status: 'Lost' }, null)).toMatchObject({ status: 'unknown' });
  });
});

describe('any casing of names', () => {
  const readers: readonly (readonly [string, (record: JsonObject) => unknown])[] = [
    ['GET LicenseCode', readCode],
    ['GET LicenseCodes', readCode],
    ['GET Profile', (record) => readProfile(record, null)],
    ['GET Profiles', (record) => readProfile(record, null)],
    ['GET Trials', readTrial],
  ];

  it.each(readers)('%s gives the same record', (call, read) => {
    expectSameInAnyCasing(firstRecord(call), read);
  });
});

describe('values', () => {
  it.each<[unknown, string | null]>([
    ['2021-01-11T15:36:55.723', '2021-01-11T15:36:55.723'],
    ['2021-01-11', '2021-01-11'],
    ['1900-01-01T00:00:00', null],
    ['1900-01-01', null],
    ['0001-01-01T00:00:00', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('reads the date %j', (value, date) => {
    expect(readDate(value)).toBe(date);
  });

  it.each([
    ['2026-06-01T00:00:00', Date.UTC(2026, 5, 1)],
    ['2026-06-01T00:00:00.5', Date.UTC(2026, 5, 1) + 500],
    ['2026-06-01', Date.UTC(2026, 5, 1)],
    ['2026-06-01T02:00:00+02:00', Date.UTC(2026, 5, 1)],
    ['soon', null],
  ])('places %s in time', (date, moment) => {
    expect(momentOf(date)).toBe(moment);
  });

  it.each<[unknown, number | null]>([
    [12, 12],
    ['12', 12],
    [[12], 12],
    [['12'], 12],
    [{ count: 12 }, 12],
    [{ TotalCount: '12', page: 0 }, 12],
    [{ anything: 12 }, 12],
    ['Count : 12', 12],
    ['Number of license codes: 12', 12],
    [0, 0],
    [-1, null],
    [1.5, null],
    [{ licenseCode: '1', productID: '2' }, null],
    [[1, 2], null],
    ['Invalid API key 12', null],
    [null, null],
  ])('reads the count %j', (value, count) => {
    expect(readCount(value)).toBe(count);
  });
});

describe('prose', () => {
  const hex = 'f0cfb35093cebef123a198c0db25b05244e051a6718888dfd0a3d78eb496da6e';

  it.each([
    [hex, hex],
    [`Passive License Created Successfully.\n${hex}`, hex],
    [`Passive License Created Successfully.\r\n${hex}\r\n`, hex],
    [`Passive License Created Successfully. ${hex}`, hex],
    [`${hex}\n${hex}`, `${hex}${hex}`],
    ['Passive License Created Successfully.', null],
    ['Certificate could not be read', null],
    ['deadbeef', null],
    ['', null],
  ])('finds the certificate in %j', (text, certificate) => {
    expect(certificateIn(text)).toBe(certificate);
  });

  it('reads sentences however they are wrapped', () => {
    expect(proseOf('"OK"')).toBe('OK');
    expect(proseOf(['OK'])).toBe('OK');
    expect(proseOf({ Message: 'No', MessageDetail: 'Because.' })).toBe('No Because.');
    expect(proseOf({ message: 'No', licenseCode: '1' })).toBeNull();
    expect(proseOf([{ message: 'No' }])).toBeNull();
    expect(proseOf({})).toBeNull();
    expect(proseOf(12)).toBeNull();
  });

  it('believes only what says success', () => {
    expect(isSuccess('OK')).toBe(true);
    expect(isSuccess(' Product UDF Deleted Successfully ')).toBe(true);
    expect(isSuccess('In Trial', ['In Trial'])).toBe(true);
    expect(isSuccess('Unsuccessful')).toBe(false);
    expect(isSuccess('Error: not created successfully')).toBe(false);
    expect(isSuccess('Okay then')).toBe(false);
    expect(isCodeList('312410225741720791, 312454637520703730')).toBe(true);
    expect(isCodeList('312410225741720791 is taken')).toBe(false);
  });
});
