/** A tiny system for tests of what surrounds systems: counters with a lapse, a page of any size, a bug. */
import type { Operation } from '../../../src/api/operation.js';
import type {
  EmulatedRequest,
  EmulatedResponse,
  EmulatedSystem,
  SystemDeps,
} from '../../../src/emulator/system.js';

const row = (
  id: string,
  method: Operation['method'],
  path: string,
  more: Partial<Operation> = {},
): Operation => ({
  id,
  provider: 'babel',
  method,
  path,
  summary: id,
  effect: 'read',
  encoding: 'json',
  input: [],
  answer: { kind: 'record' },
  source: 'test',
  ...more,
});

export const NAME_FIELD = { name: 'Name', type: 'string', note: 'which' } as const;

const operations: readonly Operation[] = [
  row('fake.thing.show', 'GET', '/v1/things/{name}'),
  row('fake.thing.special', 'GET', '/v1/things/special', { effect: 'consume' }),
  row('fake.thing.add', 'POST', '/v1/things', { effect: 'create', input: [NAME_FIELD] }),
  row('fake.thing.clear', 'DELETE', '/v1/things', {
    effect: 'destroy-wide',
    narrowedBy: 'Name',
    input: [NAME_FIELD],
  }),
  row('fake.ticket.clear', 'DELETE', '/v1/tickets', {
    effect: 'destroy-wide',
    narrowedBy: 'number',
    encoding: 'query',
    input: [{ name: 'number', type: 'integer', note: 'which' }],
  }),
];

const json = (status: number, value: unknown): EmulatedResponse => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

function handle(request: EmulatedRequest, { store, now, randomHex, settings }: SystemDeps): EmulatedResponse {
  const { method, path, body } = request;
  if (path === '/v1/echo') {
    return json(200, {
      method,
      query: Object.fromEntries(request.query),
      body: body.toString('utf8'),
      now: now(),
    });
  }
  if (path === '/v1/settings') return json(200, settings);
  if (path === '/v1/random') return json(200, randomHex(8));
  if (path === '/v1/nothing') return { status: 204 };
  if (path.startsWith('/v1/page/')) return { status: 200, body: 'é'.repeat(Number(path.slice(9)) / 2) };
  if (path === '/v1/ticket') {
    const { lastId } = store.run('insert into babel_ticket default values');
    store.run('delete from babel_ticket');
    return json(200, lastId);
  }
  if (path === '/v1/bug') {
    store.run("insert into babel_thing values ('left by a bug', 0, null)");
    throw new Error('A bug of the test system.');
  }
  if (method === 'POST') {
    const { Name } = JSON.parse(body.toString('utf8')) as { Name: string };
    store.run('insert into babel_thing values (?, ?, ?)', Name, now(), randomHex(4));
    return json(201, { Name });
  }
  const things = store.all('select name from babel_thing order by name').map((thing) => thing.name);
  return json(200, things);
}

export const fakeSystem: EmulatedSystem = {
  provider: 'babel',
  operations,
  schema: `
    create table if not exists babel_thing (name text primary key, made_at integer not null, token text);
    create table if not exists babel_part (
      id integer primary key, thing text not null references babel_thing (name), size real,
      half real generated always as (size / 2) virtual
    );
    create table if not exists babel_ticket (number integer primary key autoincrement);`,
  seed: ({ store, now, randomHex }) => {
    store.run('insert into babel_thing values (?, ?, ?)', 'first', now(), randomHex(4));
    store.run('insert into babel_part (thing, size) values (?, ?)', 'first', 1.5);
  },
  handle,
  credentials: { settings: { where: '{baseUrl}/token' }, secrets: { apiKey: 'fake-key' } },
};
