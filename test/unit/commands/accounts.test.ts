/** Companies, groups, users, consumers, notes and events: what a person types, is asked and is told. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupRecord, UserRecord } from '../../../src/api/account-records.js';
import type { Consent } from '../../../src/api/client.js';
import type { Input } from '../../../src/api/operation.js';
import type { Capabilities, Reach } from '../../../src/api/provider.js';
import type { ChangeRecord, CreatedRecord } from '../../../src/api/records.js';
import type { Command, Parsed } from '../../../src/commands/command.js';
import { command as createCompany } from '../../../src/commands/company/create.js';
import { command as deleteCompany } from '../../../src/commands/company/delete.js';
import { command as findCompany } from '../../../src/commands/company/find.js';
import { command as listCompanies } from '../../../src/commands/company/list.js';
import { command as updateCompany } from '../../../src/commands/company/update.js';
import { command as createConsumer } from '../../../src/commands/consumer/create.js';
import { command as listConsumers } from '../../../src/commands/consumer/list.js';
import { command as sendEvent } from '../../../src/commands/event/send.js';
import { command as assignCode } from '../../../src/commands/group/assign.js';
import { command as createGroup } from '../../../src/commands/group/create.js';
import { command as deleteGroup } from '../../../src/commands/group/delete.js';
import { command as showGroup } from '../../../src/commands/group/show.js';
import { command as unassignCode } from '../../../src/commands/group/unassign.js';
import { command as updateGroup } from '../../../src/commands/group/update.js';
import { command as addNote } from '../../../src/commands/note/add.js';
import { command as deleteNote } from '../../../src/commands/note/delete.js';
import { command as listNotes } from '../../../src/commands/note/list.js';
import { command as updateNote } from '../../../src/commands/note/update.js';
import { command as onboard } from '../../../src/commands/onboard.js';
import { command as authenticateUser } from '../../../src/commands/user/authenticate.js';
import { command as deleteUser } from '../../../src/commands/user/delete.js';
import { command as showUser } from '../../../src/commands/user/show.js';
import { command as updateUser } from '../../../src/commands/user/update.js';
import { UsageError } from '../../../src/errors.js';
import {
  type FakeOptions,
  fakeContext,
  listIn,
  never,
  noting,
  parsedFor,
  recordIn,
  rowsIn,
} from './fake-context.js';

const CODE = '27835001310249256';
const PRODUCT = '6872450105';

const USER: UserRecord = {
  id: '7',
  username: 'test1',
  groupId: '9',
  firstName: 'John',
  lastName: 'Smith',
  email: null,
  telephone: null,
  data: null,
  createdAt: null,
  modifiedAt: null,
};
const GROUP: GroupRecord = {
  id: '9',
  name: 'TestGroup',
  type: 'master',
  description: null,
  masterGroupId: null,
  companyId: '3',
  createdAt: null,
  modifiedAt: null,
  users: [USER, { ...USER, id: '8' }],
  codes: [{ code: CODE, product: PRODUCT, groupId: '9', createdAt: null }],
  subgroups: [],
};
const NOTES = [
  { id: '11', type: 'general', createdAt: null, createdBy: null, description: 'Call back on Monday' },
];
const COMPANIES = [
  { id: '4', name: 'My Company', product: PRODUCT, productName: 'Product Test 01' },
  { id: '6', name: 'BigCorp', product: null, productName: null },
];

interface World {
  readonly fake: ReturnType<typeof fakeContext>;
  /** Inputs of changes and creations. */
  readonly changes: Input[];
  readonly reads: Input[];
  readonly consents: (Consent | undefined)[];
}

function world(options: FakeOptions & { readonly reach?: Partial<Reach> } = {}): World {
  const changes: Input[] = [];
  const reads: Input[] = [];
  const consents: (Consent | undefined)[] = [];
  const changing = noting<ChangeRecord>(changes, { id: '9', message: 'OK' });
  const creating = noting<CreatedRecord>(changes, { id: null, name: 'G', message: 'OK' });
  const { reach, ...rest } = options;
  const capabilities: Capabilities = {
    companies: {
      show: never,
      find: noting(reads, { id: '6', name: 'BigCorp', product: null, productName: null }),
      list: noting(reads, COMPANIES),
      create: creating,
      update: changing,
      delete: changing,
    },
    groups: { show: noting(reads, GROUP), create: creating, update: changing, delete: changing },
    groupCodes: { show: never, assign: changing, unassign: changing },
    users: {
      show: noting(reads, USER),
      create: creating,
      update: changing,
      delete: changing,
      authenticate: noting(reads, { username: 'ada', authenticated: false, message: 'Wrong password' }),
    },
    userPassword: changing,
    onboard: noting(changes, {
      groupId: '14',
      group: 'G',
      userId: null,
      username: 'ada',
      code: CODE,
      message: 'OK',
    }),
    consumers: {
      maxPageSize: 10_000,
      count: noting(reads, 3),
      page: async (filter, page, pageSize) => {
        reads.push({ ...filter, page, pageSize });
        return { rows: [], raw: '[]' };
      },
      create: changing,
    },
    notes: {
      list: noting(reads, NOTES),
      add: creating,
      update: changing,
      delete: async (input, consent) => {
        changes.push(input);
        consents.push(consent);
        return { value: { id: null, removed: consent?.count ?? 1, message: 'OK' }, raw: '"OK"' };
      },
    },
    events: { send: changing },
    reach: async () => ({ count: 2, noun: 'note', names: ['11', '12'], subject: `code ${CODE}`, ...reach }),
  };
  return { changes, reads, consents, fake: fakeContext({ capabilities, ...rest }) };
}

const type = (
  { fake }: World,
  command: Command,
  args: readonly string[] = [],
  options: Parsed['options'] = {},
) => command.run(fake.context, parsedFor(command, args, options));

describe('what is typed becomes the documented input', () => {
  const CASES: readonly (readonly [string, Command, readonly string[], Parsed['options'], Input])[] = [
    [
      'company create',
      createCompany,
      ['Nordlicht'],
      { product: PRODUCT, global: true, 'company-data': ['email=a@b.example', 'seats:=5'] },
      {
        company: 'Nordlicht',
        productid: PRODUCT,
        global: true,
        companydata: { email: 'a@b.example', seats: 5 },
      },
    ],
    [
      'group create',
      createGroup,
      ['G'],
      { type: 'standard', 'master-group-id': '9', 'company-id': '3' },
      { groupname: 'G', type: 'standard', mastergroupid: '9', companyid: '3' },
    ],
    [
      'group update',
      updateGroup,
      ['9'],
      { 'new-name': 'H', description: 'the testers' },
      { groupid: '9', groupname: 'H', description: 'the testers' },
    ],
    [
      'group assign',
      assignCode,
      [CODE],
      { product: PRODUCT, 'group-id': '7', 'company-id': '2', 'profile-id': '1' },
      { licensecode: CODE, productid: PRODUCT, groupid: '7', companyid: '2', profileid: '1' },
    ],
    [
      'user update, which may be a move and nothing else',
      updateUser,
      ['7'],
      { 'group-id': '10' },
      { groupuserid: '7', groupid: '10' },
    ],
    [
      'consumer create',
      createConsumer,
      [],
      { product: PRODUCT, computer: 'C', 'client-info': ['firstname=Ada', 'tags:=["a"]'], code: CODE },
      {
        productid: PRODUCT,
        computerid: 'C',
        clientinfo: { firstname: 'Ada', tags: ['a'] },
        licensecode: CODE,
      },
    ],
    [
      'note add',
      addNote,
      [CODE],
      { product: PRODUCT, type: 'general', description: 'x=1' },
      { licensecode: CODE, productid: PRODUCT, type: 'general', description: 'x=1' },
    ],
    [
      'event send',
      sendEvent,
      ['Shipped'],
      { product: PRODUCT, payload: ['companyId:=17', 'profile=p'] },
      { event: 'Shipped', productId: PRODUCT, payload: { companyId: 17, profile: 'p' } },
    ],
  ];

  it.each(CASES)('%s', async (_, command, args, options, input) => {
    const here = world();
    await type(here, command, args, options);
    expect(here.changes).toEqual([input]);
  });

  it.each<[string, Command, readonly string[], Parsed['options'], Input]>([
    ['a group by name', showGroup, ['TestGroup'], {}, { groupname: 'TestGroup' }],
    ['a group by id', showGroup, [], { 'group-id': '9' }, { groupid: '9' }],
    ['a user by name', showUser, ['test1'], {}, { username: 'test1' }],
    ['a user by id', showUser, [], { 'group-user-id': '7' }, { groupuserid: '7' }],
    ['a company by name', findCompany, ['BigCorp'], { product: '1' }, { company: 'BigCorp', productid: '1' }],
  ])('%s', async (_, command, args, options, input) => {
    const here = world();
    const record = recordIn(await type(here, command, args, options));
    expect([here.reads, record.raw]).toEqual([[input], 'as received']);
  });

  it.each<[message: string, Command, readonly string[], Parsed['options']]>([
    ['One of --group-id, NAME is needed.', showGroup, [], {}],
    ['--group-id and NAME exclude each other.', showGroup, ['G'], { 'group-id': '9' }],
    ['One of --group-id, NAME is needed.', deleteGroup, [], {}],
    ['--group-user-id and USERNAME exclude each other.', showUser, ['a'], { 'group-user-id': '7' }],
    ['Missing --group-id.', updateUser, ['7'], {}],
    ['Missing NAME, --type.', createGroup, [], {}],
    ['Missing --client-info.', createConsumer, [], { product: '1', computer: 'C' }],
    ['Missing EVENT.', sendEvent, [], {}],
    [
      "ID takes a whole number of at least 1, not 'TestGroup'.",
      updateGroup,
      ['TestGroup'],
      { type: 'master' },
    ],
    ["ID takes a whole number of at least 1, not 'ada'.", deleteUser, ['ada'], {}],
    ["ID takes a whole number of at least 0, not 'BigCorp'.", deleteCompany, ['BigCorp'], {}],
    ['--payload a:= is not JSON', sendEvent, ['E'], { payload: ['a:={'] }],
  ])('refused: %s', async (message, command, args, options) => {
    const here = world();
    await expect(type(here, command, args, options)).rejects.toThrow(message);
    expect([here.changes, here.reads]).toEqual([[], []]);
  });
});

describe('-q prints what names the thing', () => {
  it.each([
    ['its name when it was named', ['TestGroup'], {}, { id: null, name: 'TestGroup' }, 'name'],
    ['its id when that was given', [], { 'group-id': '9' }, { id: '9', name: null }, 'id'],
  ] as const)('of a deleted group: %s', async (_, args, options, record, id) => {
    const groups = {
      show: noting([], GROUP),
      create: never,
      update: never,
      delete: noting([], { ...record, message: 'OK' }),
    };
    const { context } = fakeContext({ capabilities: { groups } });
    const outcome = await deleteGroup.run(context, parsedFor(deleteGroup, args, options));
    expect(recordIn(outcome).id).toBe(id);
  });

  it.each([
    ['note', { note: '11' }, 'id'],
    ['code when all its notes go', {}, 'code'],
  ])('of a deleted note: the %s', async (_, options, id) => {
    const outcome = await type(world(), deleteNote, [CODE], { product: PRODUCT, ...options });
    expect(recordIn(outcome).id).toBe(id);
  });
});

describe('objects from files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'licensectl-accounts-'));
    await writeFile(join(folder, 'data.json'), '{"data":"abc","features":{"limit":"1"}}');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('a payload as @FILE', async () => {
    const here = world({ cwd: folder });
    await type(here, sendEvent, ['E'], { payload: ['@data.json', 'more=yes'] });
    expect(here.changes).toEqual([
      { event: 'E', payload: { data: 'abc', features: { limit: '1' }, more: 'yes' } },
    ]);
  });

  it('a whole input from standard input, with names in any case', async () => {
    const body = { CompanyId: 3, productID: PRODUCT, companyData: { a: 1 } };
    const here = world({ stdin: JSON.stringify(body) });
    await type(here, updateCompany, [], { 'from-file': '-' });
    expect(here.changes).toEqual([{ companyid: 3, productid: PRODUCT, companydata: { a: 1 } }]);
  });
});

describe('a change of nothing is refused', () => {
  it.each([
    ['company', updateCompany, ['4'], { product: PRODUCT }],
    ['group', updateGroup, ['9'], {}],
    ['note', updateNote, [CODE], { product: PRODUCT, note: '11' }],
  ] as const)('%s', async (_, command, args, options) => {
    const here = world();
    await expect(type(here, command, args, options)).rejects.toMatchObject({
      kind: 'usage',
      code: 'nothing_to_change',
    });
    expect(here.changes).toEqual([]);
  });
});

describe('deletions', () => {
  const DELETIONS: readonly (readonly [
    string,
    Command,
    readonly string[],
    Parsed['options'],
    question: string,
    whom: string,
  ])[] = [
    ['company', deleteCompany, ['4'], {}, 'Delete company 4?', ` It is My Company, of product ${PRODUCT}.`],
    ['global company', deleteCompany, ['6'], {}, 'Delete company 6?', ' It is BigCorp, of every product.'],
    ['unknown company', deleteCompany, ['5'], {}, 'Delete company 5?', ''],
    [
      'group',
      deleteGroup,
      ['TestGroup'],
      {},
      'Delete group TestGroup?',
      ' It is TestGroup with id 9, and has 2 users, 1 code, 0 subgroups.',
    ],
    [
      'group by id',
      deleteGroup,
      [],
      { 'group-id': '9' },
      'Delete group 9?',
      ' It is TestGroup with id 9, and has 2 users, 1 code, 0 subgroups.',
    ],
    ['user', deleteUser, ['7'], {}, 'Delete user 7?', ' It is test1, John Smith, in group 9.'],
    [
      'assignment',
      unassignCode,
      [CODE],
      { product: PRODUCT, 'group-id': '6' },
      `Take code ${CODE} of product ${PRODUCT} out of group 6?`,
      '',
    ],
    [
      'note',
      deleteNote,
      [CODE],
      { product: PRODUCT, note: '11' },
      `Delete note 11 of code ${CODE}?`,
      ' It says: Call back on Monday',
    ],
    [
      'unknown note',
      deleteNote,
      [CODE],
      { product: PRODUCT, note: '99' },
      `Delete note 99 of code ${CODE}?`,
      ' The code has no such note.',
    ],
  ];

  describe.each(DELETIONS)('%s', (_, command, args, options, question, whom) => {
    it('asks a person, saying whom it hits', async () => {
      const here = world({ interactive: true });
      await type(here, command, args, options);
      expect(here.fake.questions).toEqual([`${question}${whom}`]);
      expect(here.changes).toHaveLength(1);
    });

    it('sends nothing when the person declines', async () => {
      const here = world({ interactive: true, declines: true });
      await expect(type(here, command, args, options)).rejects.toMatchObject({ code: 'not_confirmed' });
      expect(here.changes).toEqual([]);
    });

    it('reads nothing beforehand where nobody reads it', async () => {
      for (const settings of [{ yes: true }, {}]) {
        const here = world({ interactive: settings.yes === true, settings });
        await type(here, command, args, options);
        expect([here.fake.questions, here.reads]).toEqual([[question], []]);
      }
    });

    it('asks nothing in a dry run', async () => {
      const here = world({ interactive: true, settings: { dryRun: true } });
      await type(here, command, args, options);
      expect([here.fake.questions, here.reads]).toEqual([[], []]);
    });
  });
});

describe('all notes of a code', () => {
  const given = { product: PRODUCT };

  it('are shown, and go with their number', async () => {
    const here = world();
    const outcome = await type(here, deleteNote, [CODE], { ...given, expect: '2' });
    expect(here.fake.questions).toEqual([`This deletes 2 notes of code ${CODE}: 11, 12. [2, expected 2]`]);
    expect([here.changes, here.consents]).toEqual([
      [{ licensecode: CODE, productid: PRODUCT }],
      [{ count: 2 }],
    ]);
    expect(recordIn(outcome).message).toBe(`Deleted 2 notes of code ${CODE}.`);
  });

  it('stay when the number is not confirmed', async () => {
    const here = world({ declines: true });
    await expect(type(here, deleteNote, [CODE], given)).rejects.toThrow(UsageError);
    expect(here.changes).toEqual([]);
  });

  it('are only told in a dry run', async () => {
    const here = world({ settings: { dryRun: true } });
    await type(here, deleteNote, [CODE], given);
    expect([here.fake.questions, here.fake.notices]).toEqual([
      [],
      [`Would delete 2 notes of code ${CODE}: 11, 12.`],
    ]);
  });

  it('there are none: nothing is sent, and that is no failure', async () => {
    const here = world({ reach: { count: 0, names: [] } });
    const outcome = await type(here, deleteNote, [CODE], { ...given, expect: '0' });
    expect([here.changes, here.fake.questions, outcome.exitCode]).toEqual([[], [], undefined]);
    expect(recordIn(outcome)).toMatchObject({
      record: { code: CODE, product: PRODUCT, removed: 0 },
      message: `Code ${CODE} has no notes: there is nothing to do.`,
    });
  });

  it('are not meant where one note is named', async () => {
    const here = world();
    const options = { ...given, note: '11', expect: '1' };
    await expect(type(here, deleteNote, [CODE], options)).rejects.toMatchObject({
      code: 'conflicting_options',
    });
    expect(here.changes).toEqual([]);
  });

  it.each(['', ' '])('are not meant by a note id that is %j', async (blank) => {
    const here = world();
    await expect(type(here, deleteNote, [CODE], { ...given, note: blank })).rejects.toThrow(
      '--note is empty.',
    );
    expect(here.changes).toEqual([]);
  });
});

describe('what is told', () => {
  it.each<[message: string, Command, readonly string[], Parsed['options']]>([
    ['Created group G.', createGroup, ['G'], { type: 'standard' }],
    ['Group 9 is updated.', updateGroup, ['9'], { description: 'x' }],
    [
      `Created group G (14) with user ada and code ${CODE}.`,
      onboard,
      ['G'],
      { product: PRODUCT, code: CODE, username: 'ada' },
    ],
  ])('%s', async (message, command, args, options) => {
    const here = world({ env: { LICENSECTL_USER_PASSWORD: 'pw-of-ada-1' } });
    expect(recordIn(await type(here, command, args, options)).message).toBe(message);
  });

  it('a refused sign-in is data; only --exit-status makes it a failure', async () => {
    const here = world({ env: { LICENSECTL_USER_PASSWORD: 'pw-of-ada-1' } });
    const outcome = await type(here, authenticateUser, ['ada']);
    expect(recordIn(outcome).record).toEqual({
      username: 'ada',
      authenticated: false,
      message: 'Wrong password',
    });
    expect(outcome.exitCode).toBeUndefined();
    expect((await type(here, authenticateUser, ['ada'], { 'exit-status': true })).exitCode).toBe(6);
    expect(here.reads).toEqual(Array(2).fill({ username: 'ada', password: 'pw-of-ada-1' }));
    expect(here.fake.secrets).toEqual(Array(2).fill('pw-of-ada-1'));
  });

  it('notes and companies as lists', async () => {
    const here = world();
    const notes = listIn(await type(here, listNotes, [CODE], { product: PRODUCT }));
    expect([await rowsIn(notes), notes.id, notes.empty]).toEqual([
      NOTES,
      'id',
      'There are no notes on this code.',
    ]);
    expect(await rowsIn(listIn(await type(here, listCompanies)))).toEqual(COMPANIES);
  });

  it('consumers page by page, and counted', async () => {
    const here = world();
    const filter = {
      product: PRODUCT,
      type: 'activations',
      'just-last': 'false',
      'start-date': '2018-11-01',
    };
    await rowsIn(listIn(await type(here, listConsumers, [], { ...filter, limit: '5' })));
    const count = recordIn(await type(here, listConsumers, [], { ...filter, count: true }));
    expect(count.record).toEqual({ count: 3 });
    const input = { productid: PRODUCT, type: 'activations', justlast: 'false', startdate: '2018-11-01' };
    expect(here.reads).toEqual([{ ...input, page: 1, pageSize: 6 }, input]);
  });
});
