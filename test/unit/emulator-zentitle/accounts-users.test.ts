import { describe, expect, test } from 'vitest';
import { API_KEYS } from '../../../src/emulator/zentitle/authorize.js';
import { hashPassword, matchesPassword } from '../../../src/emulator/zentitle/passwords.js';
import { exampleInput, HEADERS, type Service, startService } from './service.js';

const user = (service: Service, key: number | string) =>
  service.ok('GET GroupUser', typeof key === 'number' ? { groupuserid: key } : { username: key }) as Record<
    string,
    unknown
  >;

const usersOf = (service: Service, groupid: number): readonly unknown[] =>
  (service.ok('GET Group', { groupid }) as { groupUsers: { userName: string }[] }).groupUsers.map(
    ({ userName }) => userName,
  );

/** Everything that the emulator keeps, as text. */
const kept = ({ deps: { store } }: Service): string =>
  JSON.stringify(
    store
      .all("select name from sqlite_master where type = 'table' and name like 'zentitle_%'")
      .map(({ name }) => store.all(`select * from ${String(name)}`)),
  );

describe('GroupUser', () => {
  test('POST adds the user of the example', () => {
    const service = startService();
    service.ok('POST GroupUser', exampleInput('POST GroupUser'));
    expect(user(service, 'TestUser31')).toEqual({
      groupUserID: 22,
      groupID: 9,
      userName: 'testuser31',
      firstName: 'John',
      lastName: '',
      email: 'john@test31.com',
      telephone: '',
      additionalData: '{"EUPMaster":"true"}',
      created: '2026-03-02T09:00:00',
      modified: '2026-03-02T09:00:00',
    });
    expect(usersOf(service, 9)).toEqual(['test1', 'testgroupuser8', 'testuser31']);
  });

  test('PUT changes what is named, moves the user, and the group shows it then', () => {
    const service = startService();
    const before = user(service, 7);
    service.ok('PUT GroupUser', exampleInput('PUT GroupUser'));
    expect(user(service, 'test32')).toEqual({
      ...before,
      userName: 'test32',
      additionalData: '{"EUPMaster":"true","description":"settomaster","customdata":"data1"}',
      modified: '2026-03-02T09:00:00',
    });
    expect(usersOf(service, 9)).toEqual(['test32', 'testgroupuser8']);
    service.ok('PUT GroupUser', { groupuserid: 7, groupid: 12, telephone: '' });
    expect(user(service, 7)).toMatchObject({ groupID: 12, userName: 'test32', telephone: '' });
    expect([usersOf(service, 9), usersOf(service, 12)]).toEqual([['testgroupuser8'], ['test32']]);
  });

  test.each([
    ['POST GroupUser', { groupid: 99 }, /Group 99 was not found/],
    ['POST GroupUser', { groupid: undefined }, /Missing mandatory field: groupid/],
    ['POST GroupUser', { username: undefined }, /Missing mandatory field: username/],
    ['POST GroupUser', { password: '' }, /Missing mandatory field: password/],
    ['POST GroupUser', { username: 'EVA' }, /user named EVA already exists/],
    ['POST GroupUser', { additionaldata: 'x' }, /additionaldata must be a JSON object/],
    ['POST GroupUser', { additionaldata: { EUPMaster: 'yes' } }, /EUPMaster must be one of true, false/],
    ['PUT GroupUser', { groupid: undefined }, /Missing mandatory field: groupid/],
    ['PUT GroupUser', { groupuserid: undefined }, /Missing mandatory field: groupuserid/],
    ['PUT GroupUser', { groupuserid: 99 }, /Group user 99 was not found/],
    ['PUT GroupUser', { groupid: 99 }, /Group 99 was not found/],
    ['PUT GroupUser', { username: 'testuser21' }, /already exists/],
    ['DELETE GroupUser', { groupuserid: 99 }, /Group user 99 was not found/],
    ['DELETE GroupUser', { groupuserid: undefined }, /Missing mandatory field: groupuserid/],
  ])('%s with %j is refused and changes nothing', (name, fields, wanted) => {
    const service = startService();
    const before = kept(service);
    const input = { groupuserid: 10, groupid: 9, username: 'fresh', password: 'secret', ...fields };
    expect(service.refused(name, input)).toMatch(wanted);
    expect(kept(service)).toBe(before);
  });

  test('GET takes an id or a username, exactly one', () => {
    const service = startService();
    expect(user(service, 'testgroupuser8')).toMatchObject({ groupUserID: 8 });
    expect(service.refused('GET GroupUser', {})).toMatch(/either groupuserid or username\./);
    expect(service.refused('GET GroupUser', { groupuserid: 8, username: 'eva' })).toMatch(/not both/);
  });

  test('the id of a deleted user is not given again, the name is', () => {
    const service = startService();
    service.ok('DELETE GroupUser', { groupuserid: '21' });
    expect(service.refused('DELETE GroupUser', { groupuserid: '21' })).toMatch(/was not found/);
    service.ok('POST GroupUser', { groupid: 6, username: 'testuser21', password: 'x' });
    expect(user(service, 'testuser21').groupUserID).toBe(22);
  });

  test.each([true, 'true', false, 'False'])('the option EUPMaster may be %j', (EUPMaster) => {
    const service = startService();
    service.ok('POST GroupUser', {
      groupid: 6,
      username: 'm',
      password: 'x',
      additionaldata: { EUPMaster, note: { deep: [1] } },
    });
    expect(JSON.parse(String(user(service, 'm').additionalData))).toEqual({ EUPMaster, note: { deep: [1] } });
  });
});

describe('passwords', () => {
  const login = (service: Service, username: string, password: string): number =>
    service.call('GET AuthenticateUser', { username, password }).status;

  test('are checked exactly, usernames in any case; a new one takes the place of the old', () => {
    const service = startService();
    expect(login(service, 'TESTUSER21', 'test21PassWord')).toBe(200);
    expect(login(service, 'testuser21', 'test21password')).toBe(400);
    service.ok('PUT GroupUserPassword', { username: 'testuser21', password: 'an0ther' });
    expect(login(service, 'testuser21', 'test21PassWord')).toBe(400);
    expect(login(service, 'testuser21', 'an0ther')).toBe(200);
    expect(user(service, 'testuser21').modified).toBe('2026-03-02T09:00:00');
    service.ok('PUT GroupUserPassword', { username: 'testgroupuser7', password: 'x' });
    expect(usersOf(service, 9)).toEqual(['testgroupuser7', 'testgroupuser8']);
  });

  test('an unknown user and a wrong password are refused alike', () => {
    const service = startService();
    const refusals = ['nobody', 'testuser21'].map((username) =>
      service.refused('GET AuthenticateUser', { username, password: 'wrong' }),
    );
    expect(refusals).toEqual(Array(2).fill('The username or the password is not correct.'));
    expect(service.refused('GET AuthenticateUser', { username: 'eva' })).toMatch(/mandatory field: password/);
    expect(service.refused('PUT GroupUserPassword', { username: 'nobody', password: 'x' })).toMatch(
      /Group user nobody was not found/,
    );
  });

  test('a read-only key may authenticate, and may not set a password', () => {
    const service = startService();
    const headers = { ...HEADERS, authorization: `bearer 1234:${API_KEYS['read-only']}` };
    const body = JSON.stringify({ username: 'testuser21', password: 'test21PassWord' });
    expect(service.raw('GET AuthenticateUser', headers, body).status).toBe(200);
    expect(service.raw('PUT GroupUserPassword', headers, body).status).toBe(403);
  });

  test('are nowhere in what is kept or shown', () => {
    const service = startService();
    service.ok('POST GroupUser', { groupid: 6, username: 'u', password: 'planted-secret-1' });
    service.ok('PUT GroupUserPassword', { username: 'eva', password: 'planted-secret-2' });
    service.refused('GET AuthenticateUser', { username: 'eva', password: 'planted-secret-3' });
    const shown = [user(service, 'u'), service.ok('GET Group', { groupid: 6 })].map((one) =>
      JSON.stringify(one),
    );
    for (const text of [kept(service), ...shown]) expect(text).not.toMatch(/planted-secret|PassWord/);
    expect(shown.join()).not.toMatch(/password/i);
  });

  test('equal passwords are kept differently', () => {
    const [one, two] = ['a1', 'b2'].map((salt) => hashPassword('same', salt));
    expect(one).not.toBe(two);
    expect([matchesPassword('same', String(one)), matchesPassword('same ', String(one))]).toEqual([
      true,
      false,
    ]);
  });
});

describe('GroupUserLicense', () => {
  const input = exampleInput('POST GroupUserLicense');
  const code = { productid: '6872450105', licensecode: '27835001310249256' };

  test('makes group and user and assigns the code, which keeps its company', () => {
    const service = startService();
    service.ok('POST GroupUserLicense', input);
    expect(service.ok('GET Group', { groupname: 'NewGroup1' })).toMatchObject({
      groupID: 13,
      type: 'Standard',
      companyID: 0,
      groupLicenses: [{ groupID: 13, licenseCode: code.licensecode }],
      groupUsers: [{ groupUserID: 22, userName: 'testuser1', lastName: 'Smith' }],
    });
    expect(service.ok('GET GroupLicenseCode', code)).toMatchObject({ groupID: 13 });
    expect(service.ok('GET AuthenticateUser', { username: 'testuser1', password: 'test1Password' })).toBe(
      'User Authenticated Successfully',
    );
    expect(service.ok('GET LicenseCode', code)).toMatchObject([{ companyID: 2 }]);
  });

  test.each([
    [{ groupName: 'TestGroup' }, /group named TestGroup already exists/],
    [{ userName: 'eva' }, /user named eva already exists/],
    [{ password: undefined }, /Missing mandatory field: password/],
    [{ licensecode: '1' }, /License code 1 was not found/],
    [{ productid: '1' }, /Product 1 was not found/],
    [{ additionaldata: { EUPMaster: 1 } }, /EUPMaster must be/],
  ])('%j: nothing of it is made', (fields, wanted) => {
    const service = startService();
    const before = kept(service);
    expect(service.refused('POST GroupUserLicense', { ...input, ...fields })).toMatch(wanted);
    expect(kept(service)).toBe(before);
  });
});
