/** Feature groups, features and custom fields of a product, and what becomes of them in codes and profiles. */
import { describe, expect, test } from 'vitest';
import { firstOf, type Service, startService } from './service.js';

const PRODUCT = '6872450105';
const CODE = { productid: PRODUCT, licensecode: '206454320110930859' };
const PROFILE = { productid: PRODUCT, profilename: 'Annual Subscription' };

type Row = Readonly<Record<string, unknown>>;

const product = (service: Service): Row => firstOf(service.ok('GET Product', { productid: PRODUCT }));
const groupsOf = (service: Service): object =>
  Object.fromEntries(
    (product(service).features as Row[]).map((one) => [String(one.featureCode), one.featureGroup]),
  );
/** Features of the product, of a code without a profile, of a profile, and of the code in the list of codes. */
const codesOf = (features: unknown): unknown[] => (features as Row[]).map((one) => one.featureCode);
const holders = (service: Service): readonly Row[] => [
  product(service),
  firstOf(service.ok('GET LicenseCode', CODE)),
  firstOf(service.ok('GET Profile', PROFILE)),
  listed(service, CODE.licensecode),
];
const everywhere = <T>(one: T): readonly T[] => [one, one, one, one];
const listed = (service: Service, code: string): Row => {
  const rows = service.ok('GET LicenseCodes', { productid: PRODUCT, pagenumber: 1 }) as Row[];
  return rows.find(({ licenseCode }) => licenseCode === code) ?? {};
};
const call = (service: Service, name: string, input: object): unknown =>
  service.ok(name, { productId: PRODUCT, ...input });
const refuse = (service: Service, name: string, input: object): string =>
  service.refused(name, { productId: PRODUCT, ...input });
const feature = (featureCode: string, more: object = {}) => ({
  featureCode,
  featureName: `Name of ${featureCode}`,
  notes: 'n',
  ...more,
});

describe('ProductFeatureGroups', () => {
  test('features are put into a new group, follow its name, and fall back to the default one', () => {
    const service = startService();
    call(service, 'POST ProductFeatureGroups', { featureGroups: [{ featureGroupName: 'Extras' }] });
    call(service, 'PUT ProductFeatures', {
      features: [
        { featureCode: 'FEAT1', featureGroupName: 'EXTRAS' },
        { featureCode: 'FEAT2', featureGroupName: 'DEFAULT' },
      ],
    });
    expect(groupsOf(service)).toEqual({ FEAT1: 'Extras', FEAT2: 'Default', FEAT5: 'Default' });
    call(service, 'PUT ProductFeatureGroups', {
      featureGroups: [{ featureGroupName: 'extras', newFeatureGroupName: 'More', notes: 'More of it' }],
    });
    expect(groupsOf(service)).toEqual({ FEAT1: 'More', FEAT2: 'Default', FEAT5: 'Default' });
    expect(firstOf(service.ok('GET Products')).features).toEqual(product(service).features);
    call(service, 'DELETE ProductFeatureGroups', { featureGroupName: 'More' });
    expect(groupsOf(service)).toEqual({ FEAT1: 'Default', FEAT2: 'Default', FEAT5: 'Default' });
    expect(refuse(service, 'DELETE ProductFeatureGroups', { featureGroupName: 'More' })).toMatch(
      /has no feature group More/,
    );
  });

  test('notes are kept until they are given again, and may be emptied', () => {
    const service = startService();
    const put = (fields: object) =>
      call(service, 'PUT ProductFeatureGroups', {
        featureGroups: [{ featureGroupName: 'Group2', ...fields }],
      });
    const notes = () =>
      service.deps.store.get('select notes from zentitle_feature_groups where name = ?', 'Group2')?.notes;
    put({ notes: 'first' });
    put({});
    expect(notes()).toBe('first');
    put({ notes: '' });
    expect(notes()).toBe('');
  });

  test('a group may take its own name in another spelling', () => {
    const service = startService();
    call(service, 'PUT ProductFeatureGroups', {
      featureGroups: [{ featureGroupName: 'Group2', newFeatureGroupName: 'GROUP2' }],
    });
    expect(groupsOf(service)).toMatchObject({ FEAT2: 'GROUP2' });
  });

  test.each([
    [
      'POST',
      { featureGroups: [{ featureGroupName: 'Fresh' }, { featureGroupName: 'fresh' }] },
      /already exists/,
    ],
    [
      'POST',
      { featureGroups: [{ featureGroupName: 'Fresh' }, { featureGroupName: 'group2' }] },
      /already exists/,
    ],
    [
      'POST',
      { featureGroups: [{ featureGroupName: 'Fresh' }, { featureGroupName: 'default' }] },
      /already exists/,
    ],
    ['POST', { featureGroups: [{ notes: 'x' }] }, /featureGroups\[0\]\.featureGroupName/],
    ['POST', { featureGroups: [] }, /Missing mandatory field: featureGroups/],
    ['POST', {}, /Missing mandatory field: featureGroups/],
    ['POST', { productId: '1', featureGroups: [{ featureGroupName: 'Fresh' }] }, /Product 1 was not found/],
    ['PUT', { featureGroups: [{ featureGroupName: 'Nope' }] }, /has no feature group Nope/],
    ['PUT', { featureGroups: [{ featureGroupName: 'Default', notes: 'x' }] }, /default feature group cannot/],
    [
      'PUT',
      { featureGroups: [{ featureGroupName: 'Group2', newFeatureGroupName: 'GROUPAPI1' }] },
      /already exists/,
    ],
    ['DELETE', { featureGroupName: 'default' }, /default feature group cannot/],
    ['DELETE', {}, /Missing mandatory field: featureGroupName/],
  ])('%s %j is refused and changes nothing', (method, input, wanted) => {
    const service = startService();
    expect(refuse(service, `${method} ProductFeatureGroups`, input)).toMatch(wanted);
    call(service, 'POST ProductFeatureGroups', { featureGroups: [{ featureGroupName: 'Fresh' }] });
    expect(groupsOf(service)).toMatchObject({ FEAT2: 'Group2' });
  });

  test('the same name in two products is two groups', () => {
    const service = startService();
    const groups = { featureGroups: [{ featureGroupName: 'Group2' }] };
    service.ok('POST ProductFeatureGroups', { productId: '3659400101', ...groups });
    service.ok('DELETE ProductFeatureGroups', { productId: '3659400101', featureGroupName: 'Group2' });
    expect(groupsOf(service)).toMatchObject({ FEAT2: 'Group2' });
  });
});

describe('ProductFeatures', () => {
  test('a new feature is off in codes and profiles that are older; new codes begin as the product says', () => {
    const service = startService();
    call(service, 'POST ProductFeatures', {
      features: [
        feature('NEW', { availableInTrials: 'true' }),
        feature('POOL', { featureType: 'elementPool' }),
      ],
    });
    expect((product(service).features as Row[]).slice(-2)).toEqual([
      {
        featureCode: 'NEW',
        featureAvailability: 'ON',
        featureType: 'Normal',
        featureName: 'Name of NEW',
        featureNotes: 'n',
        featureGroup: 'Default',
      },
      {
        featureCode: 'POOL',
        featureAvailability: 'OFF',
        featureType: 'ElementPool',
        featureName: 'Name of POOL',
        featureNotes: 'n',
        featureGroup: 'Default',
      },
    ]);
    const off = [
      { featureCode: 'NEW', featureAvailability: 'OFF', featureType: 'Normal', featureDetails: [] },
      {
        featureCode: 'POOL',
        featureAvailability: 'OFF',
        featureType: 'ElementPool',
        featureDetails: ['ElementLimit : 0', 'ElementCount : 0'],
      },
    ];
    const [, ...older] = holders(service);
    for (const { features } of older) expect((features as Row[]).slice(-2)).toEqual(off);
    service.ok('POST LicenseCode', { productid: PRODUCT, licensecodes: 'NEWCODE' });
    const fresh = firstOf(service.ok('GET LicenseCode', { productid: PRODUCT, licensecode: 'NEWCODE' }));
    expect(fresh.features).toContainEqual({ ...off[0], featureAvailability: 'ON' });
    const features = [{ featurecode: 'new', featureavailability: 'on' }];
    service.ok('PUT LicenseCode', { ...CODE, features });
    expect(firstOf(service.ok('GET LicenseCode', CODE)).features).toContainEqual({
      ...off[0],
      featureAvailability: 'ON',
    });
  });

  test('a new code follows through, with what the code has of the feature; a deleted one disappears', () => {
    const service = startService();
    service.ok('PUT LicenseCode', { ...CODE, features: [{ featurecode: 'FEAT2', limit: 7 }] });
    call(service, 'PUT ProductFeatures', { features: [{ featureCode: 'feat2', newfeatureCode: 'SEATS' }] });
    expect(holders(service).map(({ features }) => codesOf(features))).toEqual(
      everywhere(['FEAT1', 'SEATS', 'FEAT5']),
    );
    expect(firstOf(service.ok('GET LicenseCode', CODE)).features).toContainEqual({
      featureCode: 'SEATS',
      featureAvailability: 'ON',
      featureType: 'Floating',
      featureDetails: ['MaximumActive : 7', 'TotalActive : 0'],
    });
    call(service, 'DELETE ProductFeatures', { featureCode: 'Seats' });
    expect(holders(service).map(({ features }) => codesOf(features))).toEqual(everywhere(['FEAT1', 'FEAT5']));
    expect(refuse(service, 'DELETE ProductFeatures', { featureCode: 'SEATS' })).toMatch(/no feature SEATS/);
  });

  test('other products keep a feature of the same code', () => {
    const service = startService();
    const other = { productid: '6453300110', licensecode: '206454320110930859' };
    const before = firstOf(service.ok('GET LicenseCode', other));
    call(service, 'DELETE ProductFeatures', { featureCode: 'FEAT5' });
    expect(firstOf(service.ok('GET LicenseCode', other))).toEqual(before);
  });

  test('what is left out stays, the availability, too', () => {
    const service = startService();
    const put = (fields: object) => {
      call(service, 'PUT ProductFeatures', { features: [{ featureCode: 'FEAT5', ...fields }] });
      return (product(service).features as Row[])[2];
    };
    const before = (product(service).features as Row[])[2];
    expect(put({})).toEqual(before);
    expect(put({ featureName: 'Other' })).toEqual({ ...before, featureName: 'Other' });
    expect(put({ availableInTrials: 'false' })).toMatchObject({ featureAvailability: 'OFF' });
    expect(put({ availableInTrials: 'true', notes: 'N' })).toEqual({
      ...before,
      featureName: 'Other',
      featureNotes: 'N',
    });
  });

  test('codes may change places by way of a third', () => {
    const service = startService();
    call(service, 'PUT ProductFeatures', {
      features: [
        { featureCode: 'FEAT1', newfeatureCode: 'X' },
        { featureCode: 'FEAT5', newfeatureCode: 'FEAT1' },
        { featureCode: 'X', newfeatureCode: 'FEAT5' },
      ],
    });
    expect(holders(service).map(({ features }) => codesOf(features))).toEqual(
      everywhere(['FEAT5', 'FEAT2', 'FEAT1']),
    );
  });

  test.each([
    ['POST', { features: [feature('A'), feature('a')] }, /has a feature A already/],
    ['POST', { features: [feature('A'), feature('feat1')] }, /has a feature FEAT1 already/],
    [
      'POST',
      { features: [feature('A'), feature('B', { featureGroupName: 'Nope' })] },
      /no feature group Nope/,
    ],
    [
      'POST',
      { features: [feature('A'), feature('B', { featureType: 'token' })] },
      /featureType must be one of/,
    ],
    ['POST', { features: [feature('A', { notes: '' })] }, /features\[0\]\.notes/],
    ['POST', { features: [{ featureCode: 'A', notes: 'n' }] }, /features\[0\]\.featureName/],
    ['POST', {}, /Missing mandatory field: features/],
    ['PUT', { features: [{ featureCode: 'NOPE' }] }, /has no feature NOPE/],
    ['PUT', { features: [{ featureCode: 'FEAT5', newfeatureCode: 'feat2' }] }, /has a feature FEAT2 already/],
    [
      'PUT',
      {
        features: [
          { featureCode: 'FEAT5', newfeatureCode: 'A' },
          { featureCode: 'FEAT2', availableInTrials: 'true' },
        ],
      },
      /only normal features can/,
    ],
    ['PUT', {}, /Missing mandatory field: features/],
    ['DELETE', {}, /Missing mandatory field: featureCode/],
  ])('%s %j is refused and changes nothing', (method, input, wanted) => {
    const service = startService();
    const before = holders(service);
    expect(refuse(service, `${method} ProductFeatures`, input)).toMatch(wanted);
    expect(holders(service)).toEqual(before);
  });

  test.each([
    ['normal', 200],
    ['floating', 400],
    ['elementPool', 400],
    ['consumptionTokens', 400],
    ['secureStore', 400],
  ])('availableInTrials with a feature of type %s', (featureType, status) => {
    const service = startService();
    const post = (availableInTrials: string) =>
      service.call('POST ProductFeatures', {
        productId: PRODUCT,
        features: [feature('A', { featureType, availableInTrials })],
      }).status;
    expect([post('true'), post('false')]).toEqual([status, status === 200 ? 400 : 200]);
  });
});

describe('ProductUDF', () => {
  const namesOf = (udfs: unknown): unknown[] => (udfs as Row[]).map(({ fieldName }) => fieldName);

  test('a new field has its default everywhere; a new name follows through; a deleted one disappears', () => {
    const service = startService();
    call(service, 'POST ProductUDF', {
      udfValues: [{ fieldName: 'Region', defaultValue: 'EU' }, { fieldName: 'Empty' }],
    });
    for (const { udfValues } of holders(service)) {
      expect((udfValues as Row[]).slice(2)).toEqual([
        { fieldName: 'Region', defaultValue: 'EU' },
        { fieldName: 'Empty', defaultValue: '' },
      ]);
    }
    service.ok('PUT LicenseCode', { ...CODE, udfvalues: [{ fieldname: 'region', defaultvalue: 'US' }] });
    call(service, 'PUT ProductUDF', { udfValues: [{ fieldName: 'REGION', newFieldName: 'Area' }] });
    const [ofProduct, ofCode, , ofList] = holders(service);
    expect(ofProduct?.udfValues).toContainEqual({ fieldName: 'Area', defaultValue: 'EU' });
    expect(ofCode?.udfValues).toContainEqual({ fieldName: 'Area', defaultValue: 'US' });
    expect(ofList?.udfValues).toEqual(ofCode?.udfValues);
    call(service, 'DELETE ProductUDF', { fieldName: 'area' });
    expect(holders(service).map(({ udfValues }) => namesOf(udfValues))).toEqual(
      everywhere(['TEST1', 'TEST2', 'Empty']),
    );
  });

  test('a new default is for codes to come', () => {
    const service = startService();
    const before = firstOf(service.ok('GET LicenseCode', CODE));
    call(service, 'PUT ProductUDF', { udfValues: [{ fieldName: 'TEST1', defaultValue: 'later' }] });
    expect(firstOf(service.ok('GET LicenseCode', CODE))).toEqual(before);
    service.ok('POST LicenseCode', { productid: PRODUCT, licensecodes: 'NEWCODE' });
    const fresh = firstOf(service.ok('GET LicenseCode', { productid: PRODUCT, licensecode: 'NEWCODE' }));
    expect(fresh.udfValues).toContainEqual({ fieldName: 'TEST1', defaultValue: 'later' });
    call(service, 'PUT ProductUDF', { udfValues: [{ fieldName: 'TEST1', defaultValue: '' }] });
    expect(product(service).udfValues).toContainEqual({ fieldName: 'TEST1', defaultValue: '' });
  });

  test.each([
    ['POST', { udfValues: [{ fieldName: 'A' }, { fieldName: 'a' }] }, /has a UDF named A already/],
    ['POST', { udfValues: [{ fieldName: 'A' }, { fieldName: 'test1' }] }, /has a UDF named TEST1 already/],
    ['POST', { udfValues: [{ defaultValue: 'x' }] }, /udfValues\[0\]\.fieldName/],
    ['POST', {}, /Missing mandatory field: udfValues/],
    ['PUT', { udfValues: [{ fieldName: 'Nope' }] }, /has no UDF named Nope/],
    ['PUT', { udfValues: [{ fieldName: 'TEST1', newFieldName: 'Test2' }] }, /has a UDF named TEST2 already/],
    ['PUT', {}, /Missing mandatory field: udfValues/],
    ['DELETE', { fieldName: 'Nope' }, /has no UDF named Nope/],
    ['DELETE', {}, /Missing mandatory field: fieldName/],
  ])('%s %j is refused and changes nothing', (method, input, wanted) => {
    const service = startService();
    const before = holders(service);
    expect(refuse(service, `${method} ProductUDF`, input)).toMatch(wanted);
    expect(holders(service)).toEqual(before);
  });
});

describe('where the document prints one record in two ways, a change leaves one', () => {
  /** Of either product: both have these parts. */
  const CALLS: readonly (readonly [name: string, input: object])[] = [
    ['PUT Product', { trialperiod: 9 }],
    ['POST ProductFeatureGroups', { featureGroups: [{ featureGroupName: 'Fresh' }] }],
    ['POST ProductFeatures', { features: [feature('FRESH')] }],
    ['PUT ProductFeatures', { features: [{ featureCode: 'FEAT5', featureName: 'Other' }] }],
    ['PUT ProductFeatures', { features: [{ featureCode: 'FEAT5', newfeatureCode: 'FEAT6' }] }],
    ['DELETE ProductFeatures', { featureCode: 'FEAT1' }],
    ['POST ProductUDF', { udfValues: [{ fieldName: 'FRESH' }] }],
    ['PUT ProductUDF', { udfValues: [{ fieldName: 'TEST1', defaultValue: 'other' }] }],
    ['PUT ProductUDF', { udfValues: [{ fieldName: 'TEST1', newFieldName: 'Other' }] }],
    ['DELETE ProductUDF', { fieldName: 'TEST2' }],
  ];
  const ofGroups: typeof CALLS = [
    ['PUT ProductFeatureGroups', { featureGroups: [{ featureGroupName: 'Group2', notes: 'n' }] }],
    ['DELETE ProductFeatureGroups', { featureGroupName: 'Group2' }],
  ];

  test.each([...CALLS, ...ofGroups])('a product: %s %j', (name, input) => {
    const service = startService();
    expect(firstOf(service.ok('GET Products'))).not.toEqual(product(service));
    call(service, name, input);
    expect(firstOf(service.ok('GET Products'))).toEqual(product(service));
  });

  test.each(CALLS)('a code: %s %j', (name, input) => {
    const service = startService();
    const key = { productid: '6453300110', licensecode: '206454320110930859' };
    const listedParts = () => {
      const row = firstOf(service.ok('GET LicenseCodes', { productid: key.productid, pagenumber: 1 }));
      return [row.licenseCode, row.subscriptionlastActivated, row.features, row.udfValues];
    };
    const shownParts = () => {
      const row = firstOf(service.ok('GET LicenseCode', key));
      return [row.licenseCode, row.subscriptionlastActivated, row.features, row.udfValues];
    };
    expect(listedParts()).not.toEqual(shownParts());
    service.ok(name, { productId: key.productid, ...input });
    expect(listedParts()).toEqual(shownParts());
  });
});
