import { describe, expect, test } from 'vitest';
import { DAY, exampleInput, firstOf, type Service, startService } from './service.js';

const CODE = { productid: '6453300110', licensecode: '206454320110930859' };
const PROFILE = { productid: '6453300110', profilename: 'testingProfile' };

const show = (service: Service, key: object = CODE): Readonly<Record<string, unknown>> =>
  firstOf(service.ok('GET LicenseCode', { ...key, getsfs: 1, getnotes: 1 }));
const change = (service: Service, fields: object): unknown =>
  service.ok('PUT LicenseCode', { ...CODE, ...fields });
const refuse = (service: Service, fields: object): string =>
  service.refused('PUT LicenseCode', { ...CODE, ...fields });

describe('PUT LicenseCode', () => {
  test('the documented example changes what it names', () => {
    const service = startService();
    service.ok('PUT LicenseCode', exampleInput('PUT LicenseCode'));
    const code = show(service);
    expect(code).toMatchObject({
      companyID: 17,
      company: 'Larkspur Analytics',
      licensetype: 'SubscriptionPeriod',
      clientsallowed: 2,
      clientLeaseperiod: 0,
      clientOfflineLeaseperiod: 24,
      profilename: 'testingProfile',
      concurrentProcesses: 0,
      concurrencyMode: 'Network',
      networkseats: 1,
      heartbeat: 5,
      subscriptionperiod: 10,
      subscriptionEnddate: '2026-03-12T09:00:00',
      maintenanceEnddate: null,
    });
    expect(code.features).toContainEqual({
      featureCode: 'FEAT1',
      featureAvailability: 'ON',
      featureType: 'Floating',
      featureDetails: ['MaximumActive : 10', 'TotalActive : 0'],
    });
    expect(code.features).toContainEqual({
      featureCode: 'EPOOL',
      featureAvailability: 'ON',
      featureType: 'ElementPool',
      featureDetails: ['ElementLimit : 15', 'ElementCount : 0'],
    });
    expect(code.udfValues).toEqual([
      { fieldName: 'TEST1', defaultValue: 'udf1' },
      { fieldName: 'TEST2', defaultValue: 'udf2' },
    ]);
    expect((code.notes as { description: string }[]).map(({ description }) => description)).toEqual([
      'note',
      'General note updated',
      'general note',
    ]);
  });

  test('fields that are left out stay as they were', () => {
    const service = startService();
    const before = show(service);
    service.ok('PUT LicenseCode', CODE);
    expect(show(service)).toEqual(before);
    change(service, { vmleaseperiod: 7 });
    expect(show(service)).toEqual({ ...before, vmLeaseperiod: 7 });
  });

  test.each([
    [{ clientleaseperiod: 8761 }, /clientleaseperiod must be between 0 and 8760/],
    [{ clientofflineleaseperiod: 501 }, /between 0 and 500/],
    [{ vmleaseperiod: 501 }, /between 0 and 500/],
    [{ networkseats: 2_147_483_648 }, /between 0 and 2147483647/],
    [{ heartbeat: 4 }, /between 5 and 1440/],
    [{ heartbeat: 1441 }, /between 5 and 1440/],
    [{ enabledforuse: 'on' }, /true, false/],
    [{ concurrencymode: 'none' }, /off, cloud, network/],
    [{ maintenanceenddate: '2026-02-30' }, /must be a date/],
    [{ subscriptionperiod: 5 }, /supply licensetype/],
    [{ subscriptionenddate: '2027-01-01' }, /supply licensetype/],
    [{ licensetype: 'subscriptionperiod' }, /Missing mandatory field: subscriptionperiod/],
    [{ licensetype: 'subscriptionperiod', subscriptionperiod: 0 }, /between 1 and 5000/],
    [{ licensetype: 'subscriptionperiod', subscriptionperiod: 5001 }, /between 1 and 5000/],
    [{ licensetype: 'expirationdate' }, /needs a subscriptionenddate/],
    [{ licensetype: 'expirationdate', subscriptionenddate: 'reset' }, /needs a subscriptionenddate/],
    [{ features: [{ featurecode: 'NOPE' }] }, /has no feature NOPE/],
    [{ features: [{ featureavailability: 'on' }] }, /Missing mandatory field: features\[0\].featurecode/],
    [{ features: [{ featurecode: 'FEAT5', limit: 3 }] }, /takes no limit/],
    [{ features: { featurecode: 'FEAT5' } }, /features must be a list/],
    [{ udfvalues: [{ fieldname: 'NOPE' }] }, /no UDF named NOPE/],
    [{ serverFunctions: [{ functionname: 'NOPE', enabled: 'on' }] }, /no server function named NOPE/],
    [{ serverFunctions: [{ functionname: 'Otherfunc', parametervalue: 3 }] }, /only LTCO does/],
    [{ notes: [{ type: 'delete', description: '7' }] }, /has no note 7/],
    [{ notes: [{ type: 'loud', description: 'x' }] }, /general, system, delete, deleteall/],
    [{ profilename: 'Nobody' }, /Profile Nobody was not found/],
  ])('%j is refused and nothing changes', (fields, wanted) => {
    const service = startService();
    const before = show(service);
    expect(refuse(service, { clientsallowed: 77, ...fields })).toMatch(wanted);
    expect(show(service)).toEqual(before);
  });

  test('a subscription may be changed to 5000 days, and extended by 1000 at most', () => {
    const service = startService();
    change(service, { licensetype: 'subscriptionperiod', subscriptionperiod: 5000 });
    expect(refuse(service, { licensetype: 'subscriptionperiod', subscriptionperiod: 1001 })).toMatch(
      /1 and 1000/,
    );
    change(service, { licensetype: 'SubscriptionPeriod', subscriptionperiod: 1000 });
    expect(show(service).subscriptionEnddate).toBe('2028-11-26T09:00:00');
  });

  test('dates are set, printed as the document prints them, and reset', () => {
    const service = startService();
    change(service, {
      licensetype: 'expirationdate',
      subscriptionenddate: '2027-05-06T07:08:09.120',
      maintenanceenddate: '2027-01-01',
    });
    expect(show(service)).toMatchObject({
      licensetype: 'ExpirationDate',
      subscriptionEnddate: '2027-05-06T07:08:09.12',
      maintenanceEnddate: '2027-01-01T00:00:00',
    });
    change(service, { licensetype: 'perpetual', subscriptionenddate: 'RESET', maintenanceenddate: 'reset' });
    expect(show(service)).toMatchObject({ subscriptionEnddate: null, maintenanceEnddate: null });
  });

  test('notes are deleted before others are made: by its number, a new one is not there yet', () => {
    const service = startService();
    const numbers = () => (show(service).notes as { noteID: number }[]).map(({ noteID }) => noteID);
    const made = { type: 'general', description: 'made' };
    const wrong = [made, { type: 'delete', description: '102512' }];
    expect(refuse(service, { notes: wrong })).toMatch(/has no note 102512/);
    expect(numbers()).toEqual([102_509, 102_511]);
    change(service, { notes: [made, { type: 'delete', description: 102_509 }] });
    expect(numbers()).toEqual([102_511, 102_512]);
    const gone = [{ type: 'delete', description: '102511' }, { type: 'deleteall' }];
    expect(refuse(service, { notes: gone })).toMatch(/has no note 102511/);
    expect(numbers()).toEqual([102_511, 102_512]);
  });

  test('notes are processed in the order deleteall, delete, general and system', () => {
    const service = startService();
    change(service, {
      notes: [
        { type: 'general', description: 'kept' },
        { type: 'deleteall' },
        { type: 'System', description: 'kept, too' },
      ],
    });
    const notes = show(service).notes as { noteID: number; type: string; description: string }[];
    expect(notes).toEqual([
      {
        noteID: 102_512,
        type: 'General',
        created: '2026-03-02T09:00:00',
        createdBy: '',
        description: 'kept',
      },
      {
        noteID: 102_513,
        type: 'System',
        created: '2026-03-02T09:00:00',
        createdBy: '',
        description: 'kept, too',
      },
    ]);
    change(service, {
      notes: [
        { type: 'general', description: 'last' },
        { type: 'delete', description: String(notes[0]?.noteID) },
      ],
    });
    expect((show(service).notes as typeof notes).map(({ description }) => description)).toEqual([
      'kept, too',
      'last',
    ]);
  });

  test('a profile gives its terms only with inheritprofile, and given fields win over it', () => {
    const service = startService();
    change(service, { profilename: 'testingProfile' });
    expect(show(service)).toMatchObject({ profilename: 'testingProfile', clientsallowed: 9 });
    change(service, { inheritprofile: 'true', clientleaseperiod: 2 });
    expect(show(service)).toMatchObject({
      clientsallowed: 3,
      clientLeaseperiod: 2,
      clientOfflineLeaseperiod: 24,
    });
    change(service, { profilename: 'default' });
    expect(show(service)).toMatchObject({ profilename: 'Default', clientsallowed: 3 });
  });
});

describe('Profile', () => {
  const terms = (service: Service, name: string) =>
    firstOf(service.ok('GET Profile', { productid: '6453300110', profilename: name, getsfs: 1 }));

  test('the documented example renames and changes, and reaches the codes of the profile', () => {
    const service = startService();
    const codes = { productid: '6453300110', profilename: 'Test Profile', numcodes: 2 };
    const text = String(service.ok('POST LicenseCode', codes));
    service.ok('PUT Profile', exampleInput('PUT Profile'));
    expect(service.refused('GET Profile', { ...PROFILE, profilename: 'Test Profile' })).toMatch(
      /was not found/,
    );
    expect(terms(service, 'New Profile')).toMatchObject({
      concurrencyMode: 'Cloud',
      concurrentProcesses: 10,
      networkseats: 1,
      modified: '2026-03-02T09:00:00',
    });
    for (const licensecode of text
      .slice(text.indexOf(':') + 1)
      .trim()
      .split(',')) {
      const code = show(service, { licensecode });
      expect(code).toMatchObject({
        profilename: 'New Profile',
        concurrencyMode: 'Cloud',
        concurrentProcesses: 10,
      });
      expect(code.serverFunctions).toContainEqual({
        functionName: 'LTCO',
        enabled: 'ON',
        parameterValue: '10',
      });
    }
  });

  test('without inheritprofile the codes keep their terms', () => {
    const service = startService();
    service.ok('PUT Profile', { productid: '6453300110', profilename: 'Test-PC', clientsallowed: 1 });
    expect(terms(service, 'Test-PC').clientsallowed).toBe(1);
    expect(show(service).clientsallowed).toBe(9);
  });

  test('a running subscription keeps its start when a longer period is inherited', () => {
    const service = startService();
    const profile = { productid: '6872450105', profilename: 'Annual Subscription' };
    const code = firstOf(service.ok('GET LicenseCodes', { ...profile, pagenumber: 1, activated: 'true' }));
    const key = { productid: '6872450105', licensecode: code.licenseCode };
    const end = Date.parse(`${String(code.subscriptionEnddate)}Z`);
    service.ok('PUT Profile', {
      ...profile,
      licensetype: 'subscriptionperiod',
      subscriptionperiod: 400,
      inheritprofile: 'true',
    });
    const after = Date.parse(`${String(show(service, key).subscriptionEnddate)}Z`);
    expect((after - end) / DAY).toBe(35);
  });

  test('a type that is inherited begins and ends subscriptions as one that is set on the code', () => {
    const itsProfile = { productid: '6453300110', profilename: 'Test-PC', inheritprofile: 'true' };
    const ends = (setTerms: (service: Service, terms: object) => unknown): unknown[] => {
      const service = startService();
      const subscription = { licensetype: 'subscriptionperiod', subscriptionperiod: 30 };
      setTerms(service, subscription);
      const first = show(service).subscriptionEnddate;
      setTerms(service, { licensetype: 'perpetual' });
      service.advance(100 * DAY);
      setTerms(service, subscription);
      return [first, show(service).subscriptionEnddate];
    };
    // The code is active on a computer: each subscription begins with the change of type.
    const expected = ['2026-04-01T09:00:00', '2026-07-10T09:00:00'];
    expect(ends(change)).toEqual(expected);
    expect(ends((service, terms) => service.ok('PUT Profile', { ...itsProfile, ...terms }))).toEqual(
      expected,
    );
  });

  test('an inherited subscription of a code that is not active has no end yet', () => {
    const service = startService();
    const profile = { productid: '6453300110', profilename: 'Test-PC' };
    const text = String(service.ok('POST LicenseCode', { ...profile, numcodes: 1 }));
    const key = { productid: '6453300110', licensecode: text.split(' : ')[1] };
    const subscription = { licensetype: 'subscriptionperiod', subscriptionperiod: 30 };
    service.ok('PUT Profile', { ...profile, ...subscription, inheritprofile: 'true' });
    expect(show(service, key)).toMatchObject({
      licensetype: 'SubscriptionPeriod',
      subscriptionEnddate: null,
    });
  });

  test('a new profile has the documented defaults', () => {
    const service = startService();
    service.ok('POST Profile', { productid: '6453300110', profilename: 'Bare' });
    expect(terms(service, 'bare')).toMatchObject({
      profileID: 20,
      enabledforuse: 'False',
      licensetype: 'Perpetual',
      clientsallowed: 0,
      acquiredbywebservice: 'False',
      heartbeat: 0,
      resellerID: 0,
      concurrencyMode: 'None',
      created: '2026-03-02T09:00:00',
    });
    service.ok('POST Profile', { productid: '6453300110', profilename: 'Lan', concurrencymode: 'network' });
    expect(terms(service, 'Lan').heartbeat).toBe(5);
  });

  test('a new profile answers with a sentence, its id or a record, as set', () => {
    const service = startService();
    const answers = (['sentence', 'id', 'record'] as const).map((shape) => {
      service.settings.zentitleCreated = shape;
      return service.ok('POST Profile', { productid: '6453300110', profilename: `As ${shape}` });
    });
    expect(answers).toEqual(['Profile Created Successfully', 21, { profileID: 22 }]);
    expect(terms(service, 'As id').profileID).toBe(21);
  });

  test('names are unique within a product, resellers must exist', () => {
    const service = startService();
    const post = (fields: object) => service.refused('POST Profile', { productid: '6453300110', ...fields });
    expect(post({ profilename: 'TESTPROFILE' })).toMatch(/already exists/);
    expect(post({ profilename: 'Default' })).toMatch(/stands for no profile/);
    expect(post({ profilename: 'New', reseller: 'nobody' })).toMatch(/Reseller nobody was not found/);
    expect(service.refused('PUT Profile', { ...PROFILE, newprofilename: 'TestProfile' })).toMatch(
      /already exists/,
    );
    service.ok('POST Profile', {
      productid: '3659400101',
      profilename: 'TestProfile',
      reseller: 'Reseller12',
    });
    const key = { productid: '3659400101', profilename: 'TestProfile' };
    const resellers = [{}, { reseller: 'eastbridge resale' }, { clientsallowed: 4 }].map((fields) => {
      service.ok('PUT Profile', { ...key, ...fields });
      return firstOf(service.ok('GET Profile', key)).resellerID;
    });
    expect(resellers).toEqual([12, 13, 13]);
  });

  test('Profiles counts, filters and pages', () => {
    const service = startService();
    expect(service.ok('GET Profiles')).toBe(8);
    expect(service.ok('GET Profiles', { productId: '3659400101' })).toBe(2);
    const names = (input: object) =>
      (service.ok('GET Profiles', input) as { profileName: string }[]).map(({ profileName }) => profileName);
    expect(names({ productId: '3659400101', pageNumber: 1 })).toEqual(['Floating Cloud', 'Site LAN']);
    expect(names({ pageNumber: 2, pageSize: 3 })).toEqual([
      'Test Profile',
      'testingProfile',
      'Annual Subscription',
    ]);
  });
});
