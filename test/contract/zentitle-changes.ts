/** What the document's examples presume, and how the changes show that it shows no answer for. */
import { expect } from 'vitest';

type Read = (call: string, input: object) => Promise<unknown>;
type Values = Readonly<Record<string, unknown>>;

interface Earlier {
  readonly call: string;
  /** The call's own example when left out. */
  readonly input?: Values;
}

const PRODUCT = '6872450105';
const CODE = '27835001310249256';

const newFeatures = (...codes: readonly string[]): Earlier => ({
  call: 'POST ProductFeatures',
  input: {
    productId: PRODUCT,
    features: codes.map((featureCode) => ({ featureCode, featureName: featureCode, notes: featureCode })),
  },
});

/** Calls that come before an example: it presumes another's work, or a name that is free. */
export const PREPARED: Readonly<Record<string, readonly Earlier[]>> = {
  'PUT ProductFeatureGroups': [{ call: 'POST ProductFeatureGroups' }],
  'PUT ProductFeatures': [newFeatures('FEAT1API01', 'FEAT1API02')],
  'DELETE ProductFeatures': [newFeatures('FEAT101')],
  'POST ProductUDF': ['TEST1', 'TEST2'].map((fieldName) => ({
    call: 'DELETE ProductUDF',
    input: { productId: PRODUCT, fieldName },
  })),
  'DELETE ProductUDF': [{ call: 'PUT ProductUDF' }],
  'POST Profile': [{ call: 'PUT Profile' }],
};

const code = { productid: '6872450105', licensecode: '206454320110930859' };
const noted = { productid: PRODUCT, licensecode: CODE };

/** Whether a refused sign-in is an answer or an error is for the client to say; its sentence is the same. */
async function wrongSignIn(read: Read): Promise<string> {
  const user = { username: 'testuser21', password: 'another' };
  return String(await read('GET AuthenticateUser', user).catch((error: unknown) => error));
}

/** By call: reads what it has changed. `answer` is its own, for what nothing else shows. */
export const CHANGES: Readonly<Record<string, (read: Read, answer: unknown) => Promise<void>>> = {
  async 'POST Product'(read) {
    expect(await read('GET Products', {})).toContainEqual(
      expect.objectContaining({ productName: 'APITest 0110', clientLeasePeriod: 2, trialPeriod: 10 }),
    );
  },
  async 'GET NextLicenseCode'(read, answer) {
    const codes = String(answer).split(',');
    expect(codes).toHaveLength(2);
    for (const licensecode of codes) {
      expect(await read('GET LicenseCode', { licensecode })).toMatchObject([
        { acquiredbywebservice: 'True' },
      ]);
    }
  },
  async 'PUT LicenseCodeActivity'(read) {
    expect(await read('GET LicenseCodeActivity', { ...code, activated: 1 })).toEqual([]);
  },
  async 'DELETE LicenseCodeActivity'(read) {
    const left = JSON.stringify(await read('GET LicenseCodeActivity', code));
    expect(left).not.toContain('BLXRrZJ5T9imK7qPrJSL');
  },
  async 'POST NetworkMasterLicense'(_read, answer) {
    expect(answer).toMatch(/[0-9a-f]{500,}$/);
  },
  async 'POST Profile'(read) {
    const profile = { productid: '6453300110', profilename: 'Test Profile' };
    expect(await read('GET Profile', profile)).toMatchObject([{ clientsallowed: 2, networkseats: 1 }]);
  },
  async 'POST ConsumerData'(read) {
    const found = await read('GET ConsumerData', { productid: PRODUCT, pagenumber: 1 });
    expect(found).toContainEqual(
      expect.objectContaining({ firstName: 'Kevin', licenseCode: '3274861020157066211' }),
    );
  },
  async 'POST Company'(read) {
    expect(await read('GET CompanyID', { company: 'SuperStyle LLC', productid: PRODUCT })).toMatchObject({
      companyID: expect.stringMatching(/^\d+$/),
    });
  },
  async 'PUT Company'(read) {
    expect(await read('GET Company', { companyid: '3', productid: PRODUCT })).toMatchObject({
      company: 'SuperStyle Retail LLC',
      search3: 'refernce 3',
    });
  },
  async 'DELETE Company'(read) {
    await expect(read('GET Company', { companyid: '5' })).rejects.toMatchObject({ kind: 'not-found' });
  },
  async 'POST Group'(read) {
    expect(await read('GET Group', { groupname: 'NewGroup17' })).toMatchObject({
      type: 'Standard',
      description: 'NewGroup17 Created to test',
    });
  },
  async 'PUT Group'(read) {
    expect(await read('GET Group', { groupid: '12' })).toMatchObject({ type: 'Master' });
  },
  async 'DELETE Group'(read) {
    await expect(read('GET Group', { groupid: '10' })).rejects.toMatchObject({ kind: 'not-found' });
  },
  async 'POST GroupUser'(read) {
    expect(await read('GET GroupUser', { username: 'testuser31' })).toMatchObject({
      groupID: 9,
      email: 'john@test31.com',
    });
  },
  async 'PUT GroupUser'(read) {
    expect(await read('GET GroupUser', { groupuserid: '7' })).toMatchObject({ userName: 'test32' });
  },
  async 'DELETE GroupUser'(read) {
    await expect(read('GET GroupUser', { groupuserid: '10' })).rejects.toMatchObject({ kind: 'not-found' });
  },
  async 'PUT GroupUserPassword'(read) {
    const user = { username: 'testuser21', password: 'test21PassWord' };
    await read('GET AuthenticateUser', user);
    expect(await wrongSignIn(read)).toContain('not correct');
  },
  async 'POST GroupLicenseCode'(read) {
    expect(await read('GET GroupLicenseCode', noted)).toMatchObject({ groupID: 7 });
  },
  async 'DELETE GroupLicenseCode'(read) {
    const again = read('DELETE GroupLicenseCode', { groupid: '7', ...noted });
    await expect(again).rejects.toThrow('not assigned to group 7');
  },
  async 'POST GroupUserLicense'(read) {
    const group = await read('GET Group', { groupname: 'NewGroup1' });
    expect(JSON.stringify(group)).toContain(CODE);
    expect(await read('GET GroupUser', { username: 'testuser1' })).toMatchObject({ lastName: 'Smith' });
  },
  async 'POST LicenseNote'(read) {
    expect(await read('GET LicenseNote', noted)).toContainEqual(
      expect.objectContaining({ type: 'General', description: 'General note' }),
    );
  },
  async 'PUT LicenseNote'(read) {
    expect(await read('GET LicenseNote', noted)).toContainEqual(
      expect.objectContaining({ noteID: 10, description: 'General note updated' }),
    );
  },
  async 'DELETE LicenseNote'(read) {
    expect(await read('GET LicenseNote', noted)).not.toContainEqual(expect.objectContaining({ noteID: 10 }));
  },
  async 'GET AuthenticateUser'(read, answer) {
    expect(answer).toMatch(/Successfully/);
    expect(await wrongSignIn(read)).toContain('not correct');
  },
  async 'POST DataStreamer'(read, answer) {
    // Nothing reads events: that it was taken is all there is.
    expect(answer).toMatch(/Successfully/);
    await expect(read('GET Products', {})).rejects.toMatchObject({ kind: 'permission' });
  },
};
