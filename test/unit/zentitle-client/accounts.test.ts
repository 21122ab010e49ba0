/** Companies, groups, users, consumers, notes and events: what is sent, and what is made of the answers. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import type { Ask } from '../../../src/api/provider.js';
import { lookedUp } from '../../../src/api/zentitle/changes.js';
import { deleteNotes } from '../../../src/api/zentitle/operations/notes.js';
import { NotFoundError, UnknownOutcomeError, UsageError } from '../../../src/errors.js';
import { example } from './examples.js';
import { serveZentitle } from './serve-zentitle.js';
import type { Reply } from './test-server.js';

const { server, capability, sent, warnings } = serveZentitle();

/** Names of the document's table, whatever the case of the example. */
function inTableSpelling(call: string, input: Input): Input {
  const spelled = { 'POST GroupUserLicense': { groupName: 'groupname', userName: 'username' } }[call] ?? {};
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [(spelled as Record<string, string>)[name] ?? name, value]),
  );
}

describe('every change sends the document’s example as it is', () => {
  const CHANGES: readonly (readonly [string, () => Ask<object>, Input])[] = [
    ['PUT Company', () => capability('companies').update, { id: '3' }],
    ['DELETE Company', () => capability('companies').delete, { id: '5' }],
    ['PUT Group', () => capability('groups').update, { id: '12' }],
    ['DELETE Group', () => capability('groups').delete, { id: '10', name: null }],
    ['PUT GroupUser', () => capability('users').update, { id: '7', groupId: '9' }],
    ['DELETE GroupUser', () => capability('users').delete, { id: '10' }],
    ['PUT GroupUserPassword', () => capability('userPassword'), { username: 'testuser21' }],
    [
      'POST GroupLicenseCode',
      () => capability('groupCodes').assign,
      { code: '27835001310249256', product: '6872450105', groupId: '7' },
    ],
    [
      'DELETE GroupLicenseCode',
      () => capability('groupCodes').unassign,
      { code: '27835001310249256', product: '6872450105', groupId: '7' },
    ],
    [
      'PUT LicenseNote',
      () => capability('notes').update,
      { id: '10', code: '27835001310249256', product: '6872450105' },
    ],
    [
      'DELETE LicenseNote',
      () => capability('notes').delete,
      { id: '10', code: '27835001310249256', product: '6872450105', removed: 1 },
    ],
    ['POST DataStreamer', () => capability('events').send, { event: 'TestDSEvent', product: '6872450105' }],
  ];

  it.each(CHANGES)('%s', async (call, change, named) => {
    const { input } = example(call);
    const [method, controller] = call.split(' ');
    server().answer({ json: 'OK' }, { text: '' }, { json: 'No such thing is allowed' });
    expect((await change()(input)).value).toEqual({ ...named, message: 'OK' });
    expect((await change()(input)).value).toEqual({ ...named, message: '' });
    await expect(change()(input)).rejects.toThrow('No such thing is allowed');
    expect(sent()).toEqual(Array(3).fill({ method, path: `/api/${controller}`, body: input }));
  });

  it('POST ConsumerData, in the spelling of the table', async () => {
    const { computerID, licenseCode, clientInfo, ...rest } = example('POST ConsumerData').input;
    const input = { ...rest, computerid: computerID, licensecode: licenseCode, clientinfo: clientInfo };
    server().answer({ json: 'OK' });
    const { value } = await capability('consumers').create(input);
    expect(sent()).toEqual([{ method: 'POST', path: '/api/ConsumerData', body: input }]);
    expect(value).toEqual({
      product: '6872450105',
      computer: 'BLXRrZJJEei4K7qPrJSL',
      code: '3274861020157066211',
      message: 'OK',
    });
  });
});

describe('what creators tell', () => {
  interface Creator {
    readonly create: () => Ask<{ readonly id: string | null }>;
    readonly lookUp: { readonly path: string; readonly body: Input };
    /** An answer of the look-up, and what it is when there is nothing. */
    readonly found: unknown;
    readonly idKey: string;
  }
  const NOTED = { productid: '6872450105', licensecode: '27835001310249256' };
  const CREATORS: readonly (readonly [string, Creator])[] = [
    [
      'POST Company',
      {
        create: () => capability('companies').create,
        lookUp: { path: '/api/CompanyID', body: { company: 'SuperStyle LLC', productid: '6872450105' } },
        found: { companyID: '41', company: 'SuperStyle LLC', productID: '6872450105' },
        idKey: 'companyID',
      },
    ],
    [
      'POST Group',
      {
        create: () => capability('groups').create,
        lookUp: { path: '/api/Group', body: { groupname: 'NewGroup17' } },
        found: { groupID: 41, groupName: 'NewGroup17' },
        idKey: 'groupID',
      },
    ],
    [
      'POST GroupUser',
      {
        create: () => capability('users').create,
        lookUp: { path: '/api/GroupUser', body: { username: 'testuser31' } },
        found: { groupUserID: 41, userName: 'testuser31' },
        idKey: 'groupUserID',
      },
    ],
    [
      'POST LicenseNote',
      {
        create: () => capability('notes').add,
        lookUp: { path: '/api/LicenseNote', body: NOTED },
        found: [
          { noteID: 9, type: 'General', created: '2019-01-05T21:41:28.72', description: 'General note' },
          { noteID: 41, type: 'General', created: '2021-01-05T21:41:28.72', description: 'General note' },
          { noteID: 42, type: 'System', created: '2022-01-05T21:41:28.72', description: 'General note' },
          { noteID: 43, type: 'General', created: '2022-01-05T21:41:28.72', description: 'Another' },
          { noteID: 40, type: 'General', created: '2021-01-05T21:41:28.72', description: 'General note' },
          { noteID: 44, type: 'General', created: '2020-01-05T21:41:28.72', description: 'General note' },
        ],
        idKey: 'noteID',
      },
    ],
  ];

  describe.each(CREATORS)('%s', (call, { create, lookUp, found, idKey }) => {
    const { input } = example(call);

    it.each(['Created Successfully', '40,42'])(
      'looks the id up where %j has none, by the documented read',
      async (message) => {
        server().answer({ json: message }, { json: found });
        expect((await create()(input)).value).toMatchObject({ id: '41', message });
        expect(sent()).toEqual([
          { method: 'POST', path: `/api/${call.split(' ')[1]}`, body: input },
          { method: 'GET', ...lookUp },
        ]);
        expect(warnings).toEqual([]);
      },
    );

    it.each<[string, (id: string) => unknown]>([
      ['a number', () => 41],
      ['text', () => '41'],
      ['a record', (key) => ({ [key.toLowerCase()]: 41 })],
      ['a list of one record', (key) => [{ [key.toUpperCase()]: '41' }]],
      ['a record with an id', () => ({ id: 41 })],
    ])('takes the id from an answer that is %s', async (_, answer) => {
      server().answer({ json: answer(idKey) });
      expect((await create()(input)).value).toMatchObject({ id: '41' });
      expect(sent()).toHaveLength(1);
    });

    it.each<[string, Reply]>([
      ['finds nothing', { json: [] }],
      ['is refused', { json: 'Access denied' }],
      ['answers with something else', { json: [{ unrelated: 1 }] }],
      ['is of two with the name', { json: [{ [idKey]: 41 }, { [idKey]: 42 }] }],
    ])('is created even when the look-up %s', async (_, reply) => {
      server().answer({ json: 'OK' }, reply);
      expect((await create()(input)).value).toMatchObject({ id: null, message: 'OK' });
      expect(warnings).toEqual(['id_unknown']);
    });

    it('looks nothing up when it is refused, and is not sent twice', async () => {
      server().answer({ json: 'It already exists' }, { status: 500, json: 'Oops' });
      await expect(create()(input)).rejects.toMatchObject({ kind: 'rejected', code: 'already_exists' });
      await expect(create()(input)).rejects.toThrow(UnknownOutcomeError);
      expect(sent().map(({ method }) => method)).toEqual(['POST', 'POST']);
    });
  });

  it('a mistake of ours in the look-up is not passed over', async () => {
    const mistake = new TypeError('mistake');
    await expect(lookedUp(() => Promise.reject(mistake))).rejects.toBe(mistake);
  });

  it('a global company is looked up without a product', async () => {
    server().answer({ json: 'OK' }, { json: { companyID: 6, company: 'BigCorp', productID: '0' } });
    const input = { company: 'BigCorp', productid: '6872450105', global: true };
    expect((await capability('companies').create(input)).value).toMatchObject({ id: '6' });
    expect(sent().map(({ body }) => body)).toEqual([{ ...input, global: 1 }, { company: 'BigCorp' }]);
  });

  it.each([
    ['a global company', true, '6872450105'],
    ['a company of a product', undefined, '0'],
    ['a company of a product', undefined, '6872450106'],
  ])('%s is not taken for another of its name', async (_, global, productID) => {
    server().answer({ json: 'OK' }, { json: { companyID: 4, company: 'BigCorp', productID } });
    const input = { company: 'BigCorp', productid: '6872450105', global };
    expect((await capability('companies').create(input)).value).toMatchObject({ id: null });
    expect(warnings).toEqual(['id_unknown']);
  });
});

describe('onboard', () => {
  const input = inTableSpelling('POST GroupUserLicense', example('POST GroupUserLicense').input);
  const named = {
    group: 'NewGroup1',
    username: 'testuser1',
    product: '6872450105',
    code: '27835001310249256',
  };

  it('sends the document’s example and looks both ids up', async () => {
    server().answer(
      { json: 'Created Successfully' },
      { json: { groupID: 21, groupName: 'NewGroup1' } },
      { json: { groupUserID: 31, userName: 'testuser1' } },
    );
    expect((await capability('onboard')(input)).value).toEqual({
      ...named,
      groupId: '21',
      userId: '31',
      message: 'Created Successfully',
    });
    expect(sent()).toEqual([
      { method: 'POST', path: '/api/GroupUserLicense', body: input },
      { method: 'GET', path: '/api/Group', body: { groupname: 'NewGroup1' } },
      { method: 'GET', path: '/api/GroupUser', body: { username: 'testuser1' } },
    ]);
  });

  it('takes the ids of the answer; an id without a name could be either', async () => {
    server().answer({ json: { GroupId: 21, groupUserId: '31' } });
    expect((await capability('onboard')(input)).value).toMatchObject({ groupId: '21', userId: '31' });
    expect(sent()).toHaveLength(1);
    for (const json of [99, { id: 99 }]) {
      server().answer({ json }, { json: { groupID: 21, groupName: 'NewGroup1' } }, { json: [] });
      expect((await capability('onboard')(input)).value).toMatchObject({ groupId: '21', userId: null });
    }
    expect(warnings).toEqual(['id_unknown', 'id_unknown']);
  });

  it('leaves the outcome open when the answer is lost, and looks nothing up', async () => {
    server().answer({ status: 500, text: '' });
    await expect(capability('onboard')(input)).rejects.toMatchObject({
      kind: 'unknown-outcome',
      hint: 'Look for it before you repeat the call, which would make a second one. To see: licensectl group show GROUP',
    });
    expect(sent()).toHaveLength(1);
  });
});

describe('reading one', () => {
  const READS: readonly (readonly [string, () => Ask<object>, string])[] = [
    ['GET Company', () => capability('companies').show, 'company_not_found'],
    ['GET CompanyID', () => capability('companies').find, 'company_not_found'],
    ['GET Group', () => capability('groups').show, 'group_not_found'],
    ['GET GroupUser', () => capability('users').show, 'user_not_found'],
    ['GET GroupLicenseCode', () => capability('groupCodes').show, 'not_assigned'],
  ];

  it.each(READS)(
    '%s: the example, alone or in a list; an empty list is "not found"',
    async (call, read, code) => {
      const { input, output } = example(call);
      server().answer({ json: output }, { json: [output] }, { json: [] });
      const { value, raw } = await read()(input);
      expect(JSON.parse(raw)).toEqual(output);
      expect((await read()(input)).value).toEqual(value);
      await expect(read()(input)).rejects.toMatchObject({ kind: 'not-found', code });
      expect(sent()[0]).toEqual({ method: 'GET', path: `/api/${call.split(' ')[1]}`, body: input });
    },
  );

  it('does not choose between two of one name', async () => {
    const { input, output } = example('GET CompanyID');
    server().answer({ json: [output, { ...(output as object), companyID: 9 }] });
    await expect(capability('companies').find(input)).rejects.toMatchObject({
      kind: 'usage',
      code: 'ambiguous_name',
      message: 'There is more than one company My Company: 4, 9.',
    });
  });

  it.each(READS)('%s: a record that lacks what names it is no record', async (call, read) => {
    server().answer({ json: [{ unrelated: 1 }] });
    await expect(read()(example(call).input)).rejects.toMatchObject({ code: 'unexpected_answer' });
  });

  it.each(['License code 1 is not assigned to a group.', 'The code is not currently assigned'])(
    '%s means "not found"',
    async (json) => {
      server().answer({ json }, { status: 400, json });
      for (let times = 0; times < 2; times += 1) {
        await expect(
          capability('groupCodes').show({ productid: '1', licensecode: '1' }),
        ).rejects.toMatchObject({ kind: 'not-found', code: 'not_assigned' });
      }
    },
  );

  it('wants exactly one of id and name, before anything is sent', async () => {
    for (const input of [{}, { groupid: '9', groupname: 'TestGroup' }]) {
      await expect(capability('groups').show(input)).rejects.toThrow(UsageError);
      await expect(capability('groups').delete(input)).rejects.toThrow(UsageError);
    }
    await expect(capability('users').show({ groupuserid: '7', username: 'a' })).rejects.toThrow(UsageError);
    expect(sent()).toEqual([]);
  });
});

describe('consumers', () => {
  it('lists a page as the document shows it, and counts by asking for page 0', async () => {
    const { input, output } = example('GET ConsumerData');
    const { pagenumber: _, pagesize: __, ...filter } = input;
    server().answer({ json: output }, { json: { count: '2' } });
    const { rows } = await capability('consumers').page(filter, 1, 2);
    expect(rows.map(({ computer }) => computer)).toEqual(['oLh+T3o+A39g5Sz/8Ug8', 'P5oSK0sA6aH1lCpfSTgV']);
    expect((await capability('consumers').count(filter)).value).toBe(2);
    expect(sent().map(({ body }) => body)).toEqual([input, { ...filter, pagenumber: '0' }]);
  });
});

describe('notes', () => {
  const input = { productid: '6872450105', licensecode: '27835001310249256' };

  it('lists the document’s notes', async () => {
    server().answer({ json: example('GET LicenseNote').output });
    const { value } = await capability('notes').list(input);
    expect(value.map(({ id, type }) => [id, type])).toEqual([
      ['11', 'general'],
      ['12', 'system'],
    ]);
  });

  it.each<Reply>([
    { json: [] },
    { json: null },
    { json: '' },
    { json: 'No notes found' },
    { json: 'There are no license notes for this code.' },
    { status: 404, json: 'No note exists' },
  ])('takes %j for none', async (reply) => {
    server().answer(reply, reply);
    expect((await capability('notes').list(input)).value).toEqual([]);
    expect((await capability('reach')(deleteNotes, input)).count).toBe(0);
  });

  it('does not take an unknown code for one without notes', async () => {
    server().answer({ json: 'License code not found' });
    await expect(capability('notes').list(input)).rejects.toThrow(NotFoundError);
  });

  it('deletes all of them only with the confirmed number', async () => {
    await expect(capability('notes').delete(input)).rejects.toMatchObject({ code: 'not_confirmed' });
    expect(sent()).toEqual([]);
    server().answer({ json: 'OK' });
    expect((await capability('notes').delete(input, { count: 2 })).value).toMatchObject({
      id: null,
      removed: 2,
    });
    expect(sent()).toEqual([{ method: 'DELETE', path: '/api/LicenseNote', body: input }]);
  });

  it('tells what deleting all would take away', async () => {
    server().answer({ json: example('GET LicenseNote').output });
    expect(await capability('reach')(deleteNotes, input)).toEqual({
      count: 2,
      noun: 'note',
      names: ['11', '12'],
      subject: 'code 27835001310249256',
    });
  });
});

describe('events', () => {
  it('are never sent twice, and no answer is asked for', async () => {
    server().answer({ status: 204 }, { status: 503, text: '' });
    const send = capability('events').send;
    expect((await send({ event: 'Shipped' })).value).toEqual({
      event: 'Shipped',
      product: null,
      message: '',
    });
    await expect(send({ event: 'Shipped' })).rejects.toThrow(UnknownOutcomeError);
    expect(sent()).toEqual(
      Array(2).fill({ method: 'POST', path: '/api/DataStreamer', body: { event: 'Shipped' } }),
    );
  });
});
