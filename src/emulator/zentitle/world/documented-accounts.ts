/** Groups, users, assigned codes and consumer records: those of the document's examples and a few beside them. */
import type { Group } from '../group-record.js';

const PRODUCT = '6872450105';

type SeedGroup = Omit<Group, 'modified'>;

const STANDARD_GROUP = { type: 'Standard', masterGroupId: 0, description: '', companyId: 0 } as const;

export const DOCUMENTED_GROUPS: readonly SeedGroup[] = [
  {
    ...STANDARD_GROUP,
    groupId: 6,
    name: 'MyCompany End Users',
    companyId: 2,
    created: '2019-12-18T17:02:10.707',
  },
  { ...STANDARD_GROUP, groupId: 7, name: 'Resale Customers', created: '2019-12-19T08:44:03.15' },
  {
    groupId: 9,
    type: 'Master',
    masterGroupId: 0,
    name: 'TestGroup',
    description: 'test group',
    companyId: 3,
    created: '2018-08-31T09:40:48.043',
  },
  { ...STANDARD_GROUP, groupId: 10, masterGroupId: 9, name: 'Subgroup1', created: '2018-08-31T09:52:17.38' },
  { ...STANDARD_GROUP, groupId: 11, masterGroupId: 9, name: 'GroupTest', created: '2018-09-03T10:11:35.2' },
  { ...STANDARD_GROUP, groupId: 12, name: 'Branch Offices', created: '2020-10-22T08:40:55.917' },
];

interface SeedUser {
  readonly groupUserId: number;
  readonly groupId: number;
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly telephone: string;
  readonly data: string;
  readonly created: string;
  readonly modified: string;
  /** What GET Group shows otherwise: the examples of GET Group and GET GroupUser contradict each other about user 7. */
  readonly listing?: Readonly<
    Record<'username' | 'email' | 'telephone' | 'data' | 'created' | 'modified', string>
  >;
}

const CHANGED = { created: '2020-10-22T08:52:23.28', modified: '2020-12-18T15:52:32.71' } as const;
const MADE_MASTER = '{"EUPMaster":"true","description":"settomaster"}';

export const DOCUMENTED_USERS: readonly SeedUser[] = [
  {
    ...CHANGED,
    groupUserId: 7,
    groupId: 9,
    username: 'testgroupuser7',
    password: 'test7PassWord',
    firstName: 'John',
    lastName: 'Smith',
    email: 'john@test.com',
    telephone: '+44 9988998899',
    data: MADE_MASTER,
    listing: {
      username: 'test1',
      email: 'john@test1.com',
      telephone: '+1 8888989988',
      data: '{"EUPMaster":"true"}',
      created: '2020-10-21T18:15:43.193',
      modified: '2020-10-21T18:15:43.193',
    },
  },
  {
    ...CHANGED,
    groupUserId: 8,
    groupId: 9,
    username: 'testgroupuser8',
    password: 'test8PassWord',
    firstName: 'Sam',
    lastName: 'Rivers',
    email: 'sam@test4.com',
    telephone: '+1 8888989989',
    data: MADE_MASTER,
  },
  {
    groupUserId: 10,
    groupId: 6,
    username: 'eva',
    password: 'test10PassWord',
    firstName: 'Eva',
    lastName: 'Lindqvist',
    email: 'eva@mycompany.com',
    telephone: '+44 8888008818',
    data: '{}',
    created: '2020-11-02T09:15:00.52',
    modified: '2020-11-02T09:15:00.52',
  },
  {
    groupUserId: 21,
    groupId: 7,
    username: 'testuser21',
    password: 'test21PassWord',
    firstName: 'Noor',
    lastName: 'Haddad',
    email: 'noor@resale.example',
    telephone: '',
    data: '{}',
    created: '2021-01-07T12:30:41.883',
    modified: '2021-01-07T12:30:41.883',
  },
];

export const DOCUMENTED_GROUP_CODES = [
  groupCode(9, '278371835707856940', '2018-10-24T06:01:24.91'),
  groupCode(6, '27835001310249256', '2019-12-18T17:09:53.39'),
  // One example takes the code from group 7, another shows it in group 6.
  { ...groupCode(7, '27835001310249256', '2019-12-19T08:46:20.43'), listed: 0 },
] as const;

function groupCode(groupId: number, code: string, created: string) {
  return { groupId, productId: PRODUCT, code, created };
}

interface SeedConsumer {
  readonly productId: string;
  readonly computerId: string;
  /** Empty for a trial. */
  readonly code: string;
  readonly info: Readonly<Record<string, string>>;
  readonly created: string;
}

/** In the order in which they were made. */
export const DOCUMENTED_CONSUMERS: readonly SeedConsumer[] = [
  {
    productId: PRODUCT,
    computerId: 'oLh+T3o+A39g5Sz/8Ug8',
    code: '',
    info: { firstname: 'Susanna', lastname: 'Baines', email: 'susanna.baines@heeltoemedia.com' },
    created: '2018-11-12T10:41:09.35',
  },
  {
    productId: PRODUCT,
    computerId: 'oLh+T3o+A39g5Sz/8Ug8',
    code: '276439600252847932',
    info: {
      firstname: 'Susanna',
      lastname: 'Baines',
      company: 'HeelToe Productions',
      sector: 'Creative Media Production',
      annual_revenue: '$3M',
      email: 'susanna.baines@heeltoemedia.com',
      telephone: '+1 888 800 8818',
    },
    created: '2018-11-16T06:12:44.883',
  },
  {
    productId: PRODUCT,
    computerId: 'P5oSK0sA6aH1lCpfSTgV',
    code: '298537600274878402',
    info: {
      firstname: 'Mark Vincent',
      middlename: 'Dave',
      lastname: 'Danston',
      company: 'Ultrabrake Racing LLC',
      email: 'm.danston@ultrabrake.com',
      country: 'UnitedStates',
    },
    created: '2019-02-14T06:55:21.857',
  },
  {
    productId: PRODUCT,
    computerId: 'BLXRrZJ5T9imK7qPrJSL',
    code: '',
    info: { firstname: 'Kevin', lastname: 'Andrew', company: 'SuperStyle', email: 'kevin@supersytle.com' },
    created: '2020-01-20T09:05:47.62',
  },
];
