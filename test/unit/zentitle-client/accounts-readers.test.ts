import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/api/read.js';
import { readCompany, readCompanyEntry } from '../../../src/api/zentitle/read-companies.js';
import { readConsumer } from '../../../src/api/zentitle/read-consumers.js';
import { readGroup, readGroupCode, readUser } from '../../../src/api/zentitle/read-groups.js';
import { readNote } from '../../../src/api/zentitle/read-notes.js';
import { expectSameInAnyCasing, firstRecord } from './example-records.js';

const READERS: readonly (readonly [string, (record: JsonObject) => unknown])[] = [
  ['GET Company', (record) => readCompany(record, '2')],
  ['GET CompanyID', readCompanyEntry],
  ['GET CompaniesProducts', readCompanyEntry],
  ['GET Group', readGroup],
  ['GET GroupUser', readUser],
  ['GET GroupLicenseCode', readGroupCode],
  ['GET ConsumerData', readConsumer],
  ['GET LicenseNote', readNote],
];

describe('the documented examples', () => {
  it('reads GET Group with users, codes and subgroups', () => {
    const group = readGroup(firstRecord('GET Group'));
    expect(group).toMatchObject({
      id: '9',
      name: 'TestGroup',
      type: 'master',
      description: 'test group',
      masterGroupId: null,
      companyId: '3',
      createdAt: '2018-08-31T09:40:48.043',
      modifiedAt: '2018-08-31T09:40:48.043',
      codes: [
        {
          code: '278371835707856940',
          product: '6872450105',
          groupId: '9',
          createdAt: '2018-10-24T06:01:24.91',
        },
      ],
      subgroups: [
        { id: '10', name: 'Subgroup1' },
        { id: '11', name: 'GroupTest' },
      ],
    });
    expect(group.users.map(({ id, username }) => [id, username])).toEqual([
      ['7', 'test1'],
      ['8', 'testgroupuser8'],
    ]);
  });

  it('reads GET GroupUser; the additional data is data', () => {
    expect(readUser(firstRecord('GET GroupUser'))).toEqual({
      id: '7',
      username: 'testgroupuser7',
      groupId: '9',
      firstName: 'John',
      lastName: 'Smith',
      email: 'john@test.com',
      telephone: '+44 9988998899',
      data: { EUPMaster: 'true', description: 'settomaster' },
      createdAt: '2020-10-22T08:52:23.28',
      modifiedAt: '2020-12-18T15:52:32.71',
    });
  });

  it('reads GET GroupLicenseCode', () => {
    expect(readGroupCode(firstRecord('GET GroupLicenseCode'))).toEqual({
      code: '27835001310249256',
      product: '6872450105',
      groupId: '6',
      createdAt: '2019-12-18T17:09:53.39',
    });
  });

  it('reads GET ConsumerData; the client info is data', () => {
    expect(readConsumer(firstRecord('GET ConsumerData'))).toEqual({
      product: '6872450105',
      computer: 'oLh+T3o+A39g5Sz/8Ug8',
      code: '276439600252847932',
      firstName: 'Susanna',
      lastName: 'Baines',
      company: 'HeelToe Productions',
      email: 'susanna.baines@heeltoemedia.com',
      data: {
        firstname: 'Susanna',
        lastname: 'Baines',
        company: 'HeelToe Productions',
        sector: 'Creative Media Production',
        annual_revenue: '$3M',
        email: 'susanna.baines@heeltoemedia.com',
        telephone: '+1 888 800 8818',
      },
      createdAt: '2018-11-16T06:12:44.883',
    });
  });

  it('reads GET LicenseNote', () => {
    expect(readNote(firstRecord('GET LicenseNote'))).toEqual({
      id: '11',
      type: 'general',
      createdAt: '2019-01-05T21:41:28.72',
      createdBy: null,
      description: 'Rest API general note',
    });
  });

  it.each(READERS)('%s: no member is lost', (call, read) => {
    const record = firstRecord(call);
    const before = JSON.stringify(read(record));
    const lost = leaves(record).filter(
      (path) => JSON.stringify(read(changed(record, path) as JsonObject)) === before,
    );
    expect(lost).toEqual([]);
  });
});

describe('what the document leaves open', () => {
  it.each(READERS)('%s: any casing of names gives the same record', (call, read) => {
    expectSameInAnyCasing(firstRecord(call), read);
  });

  it('takes ids as numbers and as text', () => {
    const asText = respelledValues(firstRecord('GET Group'), (value) =>
      typeof value === 'number' ? String(value) : value,
    );
    expect(readGroup(asText as JsonObject)).toEqual(readGroup(firstRecord('GET Group')));
  });

  it.each<[string, unknown, unknown]>([
    ['an object', { EUPMaster: true }, { EUPMaster: true }],
    ['JSON as text', '{"seats":[1,2]}', { seats: [1, 2] }],
    ['text that is no JSON', 'call before noon', 'call before noon'],
    ['nothing', '', null],
    ['null', null, null],
    ['absence', undefined, null],
  ])('takes %s for data', (_, given, data) => {
    expect(readUser({ groupUserID: 1, userName: 'a', additionalData: given }).data).toEqual(data);
    expect(readConsumer({ computerID: 'c', clientInfo: given }).data).toEqual(data);
    expect(readCompany({ company: 'c', companyData: given }, '1').data).toEqual(data);
  });

  it('takes an empty list, no list, and a list of one that comes bare', () => {
    expect(readGroup({ groupID: 1, groupName: 'g', groupUsers: [], groupLicenses: null })).toMatchObject({
      users: [],
      codes: [],
      subgroups: [],
    });
    expect(readGroup({ groupID: 1, subGroups: { groupID: 2, groupName: 'h' } }).subgroups).toEqual([
      { id: '2', name: 'h' },
    ]);
  });

  it('has null for no company, no group above, a trial without a code, and the year 1900', () => {
    expect(
      readGroup({ groupID: 1, companyID: '0', masterGroupID: 0, created: '1900-01-01T00:00:00' }),
    ).toMatchObject({
      companyId: null,
      masterGroupId: null,
      createdAt: null,
    });
    expect(readConsumer({ computerID: 'c', licenseCode: '' }).code).toBeNull();
    expect(readNote({ noteID: 1, type: 'System', createdBy: 'eva' })).toMatchObject({
      type: 'system',
      createdBy: 'eva',
    });
  });
});

type Path = readonly (string | number)[];

/** Where the values of a record are. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The same with another value there. */
function changed(value: unknown, [head, ...rest]: Path): unknown {
  if (head === undefined) return 'CHANGED-7';
  if (Array.isArray(value))
    return value.map((inner, index) => (index === head ? changed(inner, rest) : inner));
  return { ...(value as JsonObject), [head]: changed((value as JsonObject)[head], rest) };
}

function respelledValues(value: unknown, respell: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => respelledValues(inner, respell));
  if (typeof value !== 'object' || value === null) return respell(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, respelledValues(inner, respell)]),
  );
}
