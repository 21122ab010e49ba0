import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleInput, firstOf, type Service, startService } from './service.js';

const PRODUCT = '6872450105';
const CODE = { productid: PRODUCT, licensecode: '27835001310249256' };

type Shown = Readonly<Record<string, unknown>> & {
  readonly subGroups: readonly { readonly groupID: number }[];
};
const group = (service: Service, key: number | string): Shown =>
  service.ok('GET Group', typeof key === 'number' ? { groupid: key } : { groupname: key }) as Shown;

/** Makes a group and returns its id. */
const make = (service: Service, groupname: string, fields: object = {}): number => {
  service.ok('POST Group', { groupname, type: 'master', ...fields });
  return Number(group(service, groupname).groupID);
};

describe('Group', () => {
  test('the examples make a standard group and turn one into a master group', () => {
    const service = startService();
    service.ok('POST Group', exampleInput('POST Group'));
    expect(group(service, 'newgroup17')).toEqual({
      groupID: 13,
      type: 'Standard',
      masterGroupID: 0,
      groupName: 'NewGroup17',
      description: 'NewGroup17 Created to test',
      created: '2026-03-02T09:00:00',
      modified: '2026-03-02T09:00:00',
      companyID: 2,
      groupLicenses: [],
      groupUsers: [],
      subGroups: [],
    });
    const before = group(service, 12);
    service.ok('PUT Group', exampleInput('PUT Group'));
    expect(group(service, 12)).toEqual({
      ...before,
      type: 'Master',
      description: 'NewGroup17 updated to master group',
      modified: '2026-03-02T09:00:00',
    });
  });

  test.each(['GET Group', 'DELETE Group'])('%s takes an id or a name, exactly one', (name) => {
    const service = startService();
    expect(service.refused(name, {})).toBe('Please supply either groupid or groupname.');
    expect(service.refused(name, { groupid: '', groupname: ' ' })).toMatch(/supply either/);
    expect(service.refused(name, { groupid: 9, groupname: 'TestGroup' })).toBe(
      'Please supply either groupid or groupname, not both.',
    );
    expect(service.refused(name, { groupid: 99 })).toBe('Group 99 was not found.');
    expect(service.refused(name, { groupname: 'Nobody' })).toBe('Group Nobody was not found.');
  });

  test.each([
    ['POST Group', { groupname: undefined }, /Missing mandatory field: groupname/],
    ['POST Group', { type: undefined }, /Missing mandatory field: type/],
    ['POST Group', { type: 'slave' }, /type must be one of Master, Standard/],
    ['POST Group', { groupname: 'testgroup' }, /group named testgroup already exists/],
    ['POST Group', { companyid: 99 }, /Company 99 was not found/],
    ['POST Group', { mastergroupid: 99 }, /Group 99 was not found/],
    ['POST Group', { mastergroupid: 12 }, /Group 12 is not a master group/],
    ['PUT Group', { groupid: undefined }, /Missing mandatory field: groupid/],
    ['PUT Group', { groupid: 99 }, /Group 99 was not found/],
    ['PUT Group', { groupname: 'Subgroup1' }, /already exists/],
    ['PUT Group', { mastergroupid: 9 }, /stands below group 9/],
    ['PUT Group', { type: 'standard' }, /has subgroups and must stay a master group/],
    ['PUT Group', { companyid: -1 }, /companyid must be between/],
  ])('%s with %j is refused and changes nothing', (name, fields, wanted) => {
    const service = startService();
    const count = () => service.deps.store.get('select count(*) as n from zentitle_groups');
    const before = [count(), group(service, 9)];
    const input = { groupid: 9, groupname: 'Fresh', type: 'master', description: 'x', ...fields };
    expect(service.refused(name, input)).toMatch(wanted);
    expect([count(), group(service, 9)]).toEqual(before);
  });

  test('links to a master group are made, moved and taken away', () => {
    const service = startService();
    const child = make(service, 'Child', { type: 'STANDARD', mastergroupid: '9' });
    expect(group(service, 9).subGroups).toContainEqual({ groupID: child, groupName: 'Child' });
    service.ok('PUT Group', { groupid: child, mastergroupid: 0 });
    expect(group(service, child).masterGroupID).toBe(0);
    expect(group(service, 9).subGroups.map(({ groupID }) => groupID)).toEqual([10, 11]);
  });

  test('no sequence of changes makes a circle of groups', () => {
    const links = fc.array(fc.tuple(fc.nat(4), fc.nat(5)), { maxLength: 14 });
    const service = startService();
    const ids = ['A', 'B', 'C', 'D', 'E'].map((name) => make(service, name));
    fc.assert(
      fc.property(links, (steps) => {
        for (const [group, master] of steps) {
          const mastergroupid = ids[master] ?? 0;
          const above = reachable(service, mastergroupid);
          const { status } = service.call('PUT Group', { groupid: ids[group], mastergroupid });
          expect(status).toBe(above.includes(ids[group] ?? 0) ? 400 : 200);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a deleted group takes its users along; codes and subgroups stay', () => {
    const service = startService();
    service.ok('DELETE Group', { groupname: 'TESTGROUP' });
    expect(service.refused('GET GroupUser', { groupuserid: 8 })).toMatch(/was not found/);
    expect(group(service, 10).masterGroupID).toBe(0);
    const held = { productid: PRODUCT, licensecode: '278371835707856940' };
    expect(service.refused('GET GroupLicenseCode', held)).toMatch(/not assigned to a group/);
    expect(firstOf(service.ok('GET LicenseCode', held))).toMatchObject({ companyID: 3 });
    expect(make(service, 'TestGroup')).toBe(13);
  });
});

/** A group and those above it, at most as many as there are. */
function reachable(service: Service, groupId: number): readonly number[] {
  const ids: number[] = [];
  for (let at = groupId; at !== 0; at = Number(group(service, at).masterGroupID)) {
    ids.push(at);
    if (ids.length > 20) throw new Error('a circle');
  }
  return ids;
}

describe('GroupLicenseCode', () => {
  test('a code is in one group: assigning it moves it, with company and profile', () => {
    const service = startService();
    service.ok('POST GroupLicenseCode', exampleInput('POST GroupLicenseCode'));
    const assigned = { groupID: 7, ...CODE_SHOWN, created: '2026-03-02T09:00:00' };
    expect(service.ok('GET GroupLicenseCode', CODE)).toEqual(assigned);
    expect(group(service, 7).groupLicenses).toEqual([assigned]);
    expect(group(service, 6).groupLicenses).toEqual([]);
    expect(firstOf(service.ok('GET LicenseCode', CODE))).toMatchObject({
      companyID: 2,
      profilename: 'testingProfile',
    });
    service.ok('DELETE GroupLicenseCode', { ...CODE, groupid: 7 });
    expect(service.refused('GET GroupLicenseCode', CODE)).toMatch(/is not assigned to a group/);
    expect(firstOf(service.ok('GET LicenseCode', CODE))).toMatchObject({ companyID: 2 });
  });

  test('without company and profile the code has none afterwards, as the document says', () => {
    const service = startService();
    service.ok('POST GroupLicenseCode', exampleInput('POST GroupLicenseCode'));
    service.ok('POST GroupLicenseCode', { ...CODE, groupid: '9' });
    expect(firstOf(service.ok('GET LicenseCode', CODE))).toMatchObject({
      company: '',
      companyID: 0,
      profilename: 'Default',
    });
  });

  test.each([
    [{ groupid: 99 }, /Group 99 was not found/],
    [{ groupid: undefined }, /Missing mandatory field: groupid/],
    [{ productid: undefined }, /Missing mandatory field: productid/],
    [{ licensecode: undefined }, /Missing mandatory field: licensecode/],
    [{ licensecode: '1' }, /License code 1 was not found/],
    [{ companyid: 7 }, /Company 7 does not belong/],
    [{ companyid: 99 }, /Company 99 was not found/],
    [{ profileid: 12 }, /Profile 12 was not found for product 6872450105/],
    [{ profileid: 999 }, /Profile 999 was not found/],
  ])('POST with %j is refused and assigns nothing', (fields, wanted) => {
    const service = startService();
    expect(service.refused('POST GroupLicenseCode', { ...CODE, groupid: 7, ...fields })).toMatch(wanted);
    expect(service.ok('GET GroupLicenseCode', CODE)).toMatchObject({ groupID: 6 });
    expect(firstOf(service.ok('GET LicenseCode', CODE))).toMatchObject({ companyID: 2 });
  });

  test('DELETE is refused for a group that does not have the code', () => {
    const service = startService();
    expect(service.refused('DELETE GroupLicenseCode', { ...CODE, groupid: 9 })).toBe(
      'License code 27835001310249256 is not assigned to group 9.',
    );
    expect(service.ok('GET GroupLicenseCode', CODE)).toMatchObject({ groupID: 6 });
  });
});

const CODE_SHOWN = { productID: CODE.productid, licenseCode: CODE.licensecode } as const;
