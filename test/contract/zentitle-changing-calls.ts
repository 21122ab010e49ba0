/** Every changing call of Zentitle, each with an input that does change something. */
import type { Input } from '../../src/api/operation.js';
import { API_KEYS } from '../../src/emulator/zentitle/authorize.js';
import {
  makeActivationRequest,
  makeDeactivationCertificate,
} from '../../src/emulator/zentitle/certificates.js';
import type { ChangingCall } from './changing-calls.js';
import { rowOf } from './row-of.js';

const PRODUCT = '6872450105';
const CODE = '206454320110930859';
const NEW_USER = { username: 'contract-user', password: 'contract-Pass-1' };

const product = { productid: PRODUCT };
const parts = { productId: PRODUCT };
const code = { productid: PRODUCT, licensecode: CODE };
const note = { ...code, type: 'general', description: 'Called back.' };
const profile = { productid: '6453300110', profilename: 'TestProfile' };
const computer = { productid: PRODUCT, computerid: 'BLXRrZJ5T9imK7qPrJSL' };
const subject = { productId: PRODUCT, code: CODE, computerId: 'CONTRACTCOMPUTER0001' };
const featureGroup = { featureGroupName: 'Contract' };
const feature = { featureCode: 'CONTRACT', featureName: 'Contract', notes: 'For the contract.' };
const field = { fieldName: 'CONTRACT', defaultValue: 'silver' };
const company = { company: 'Contract Ltd', productid: PRODUCT };
const group = { groupname: 'Contract Group', type: 'standard' };

type Prepare = ChangingCall['prepare'];
type Connection = Parameters<Prepare>[0];

async function call(connection: Connection, id: string, input: Input): Promise<unknown> {
  return (await connection.client.call(await rowOf('zentitle', id), input)).value;
}

/** Makes something first, then gives the input that changes or deletes it. */
const after =
  (id: string, made: Input, input: Input | ((connection: Connection) => Promise<Input>)): Prepare =>
  async (connection) => {
    await call(connection, id, made);
    return typeof input === 'function' ? input(connection) : input;
  };

/** A member of the record that a call reads, whatever its casing. */
async function read(connection: Connection, id: string, input: Input, name: string): Promise<unknown> {
  const answer = await call(connection, id, input);
  const [record] = [answer].flat() as Readonly<Record<string, unknown>>[];
  const entry = Object.entries(record ?? {}).find(([key]) => key.toLowerCase() === name);
  return entry?.[1];
}

const companyId = async (connection: Connection): Promise<Input> => ({
  companyid: await read(connection, 'zentitle.companies.find', company, 'companyid'),
});
const groupId = async (connection: Connection): Promise<Input> => ({
  groupid: await read(connection, 'zentitle.groups.show', { groupname: group.groupname }, 'groupid'),
});
const noteId = async (connection: Connection): Promise<Input> => ({
  ...code,
  noteid: await read(connection, 'zentitle.notes.list', code, 'noteid'),
});

/** A group of its own, and an input that names it. */
const inGroup =
  (input: Input): Prepare =>
  async (connection) => {
    await call(connection, 'zentitle.groups.create', group);
    return { ...(await groupId(connection)), ...input };
  };

const withUser =
  (inputOf: (ids: Input) => Input): Prepare =>
  async (connection, later) => {
    const user = await inGroup(NEW_USER)(connection, later);
    await call(connection, 'zentitle.group-users.create', user);
    const { username } = NEW_USER;
    const groupuserid = await read(connection, 'zentitle.group-users.show', { username }, 'groupuserid');
    return inputOf({ groupuserid, groupid: user.groupid });
  };

const CALLS: readonly (readonly [string, Input | Prepare])[] = [
  ['codes.allocate', { ...product, numcodes: 2 }],
  ['codes.update', { ...code, clientsallowed: 77, enabledforuse: false }],
  ['codes.next', { ...product, amount: 1 }],
  ['activity.return', code],
  ['activity.delete', code],
  ['products.create', { productname: 'Contract', features: [] }],
  ['products.update', { ...product, trialperiod: 9 }],
  ['feature-groups.create', { ...parts, featureGroups: [featureGroup] }],
  [
    'feature-groups.update',
    after(
      'zentitle.feature-groups.create',
      { ...parts, featureGroups: [featureGroup] },
      { ...parts, featureGroups: [{ ...featureGroup, newFeatureGroupName: 'Renamed' }] },
    ),
  ],
  [
    'feature-groups.delete',
    after(
      'zentitle.feature-groups.create',
      { ...parts, featureGroups: [featureGroup] },
      { ...parts, ...featureGroup },
    ),
  ],
  ['features.create', { ...parts, features: [feature] }],
  [
    'features.update',
    after(
      'zentitle.features.create',
      { ...parts, features: [feature] },
      { ...parts, features: [{ featureCode: 'CONTRACT', featureName: 'Renamed' }] },
    ),
  ],
  [
    'features.delete',
    after(
      'zentitle.features.create',
      { ...parts, features: [feature] },
      { ...parts, featureCode: 'CONTRACT' },
    ),
  ],
  ['custom-fields.create', { ...parts, udfValues: [field] }],
  [
    'custom-fields.update',
    after(
      'zentitle.custom-fields.create',
      { ...parts, udfValues: [field] },
      { ...parts, udfValues: [{ ...field, defaultValue: 'gold' }] },
    ),
  ],
  [
    'custom-fields.delete',
    after(
      'zentitle.custom-fields.create',
      { ...parts, udfValues: [field] },
      { ...parts, fieldName: 'CONTRACT' },
    ),
  ],
  ['profiles.create', { ...profile, profilename: 'New' }],
  ['profiles.update', { ...profile, clientsallowed: 9 }],
  ['network-master.create', product],
  ['passive.create', { ...product, clientid: 'CONTRACT-CLIENT-1' }],
  ['consumers.create', { ...computer, clientinfo: { firstname: 'Ada', email: 'ada@example.com' } }],
  ['trials.reset', computer],
  ['offline.certificate', { ...product, activationcertificate: makeActivationRequest(subject) }],
  [
    'offline.deactivate',
    after(
      'zentitle.offline.certificate',
      { ...product, activationcertificate: makeActivationRequest(subject) },
      { ...product, deactivationcertificate: makeDeactivationCertificate(subject) },
    ),
  ],
  ['companies.create', company],
  [
    'companies.update',
    after('zentitle.companies.create', company, async (connection) => ({
      ...(await companyId(connection)),
      ...product,
      search1: 'new',
    })),
  ],
  ['companies.delete', after('zentitle.companies.create', company, companyId)],
  ['groups.create', group],
  ['groups.update', inGroup({ description: 'Another.' })],
  ['groups.delete', inGroup({})],
  ['group-codes.assign', inGroup(code)],
  [
    'group-codes.unassign',
    async (connection, later) => {
      const input = await inGroup(code)(connection, later);
      await call(connection, 'zentitle.group-codes.assign', input);
      return input;
    },
  ],
  ['groups.provision', { ...NEW_USER, ...code, groupname: group.groupname }],
  ['group-users.create', inGroup(NEW_USER)],
  ['group-users.update', withUser((ids) => ({ ...ids, firstname: 'Grace' }))],
  ['group-users.delete', withUser(({ groupuserid }) => ({ groupuserid }))],
  ['group-users.password', withUser(() => ({ ...NEW_USER, password: 'another-Pass-2' }))],
  ['notes.create', note],
  [
    'notes.update',
    after('zentitle.notes.create', note, async (connection) => ({
      ...(await noteId(connection)),
      description: 'Called again.',
    })),
  ],
  ['notes.delete', after('zentitle.notes.create', note, noteId)],
];

const EVENT: ChangingCall = {
  provider: 'zentitle',
  id: 'zentitle.events.emit',
  secrets: { apiKey: API_KEYS.datastreamer },
  prepare: () => ({ event: 'contract', payload: { at: 1 } }),
};

export const ZENTITLE_CHANGING_CALLS: readonly ChangingCall[] = [
  ...CALLS.map(
    ([name, input]): ChangingCall => ({
      provider: 'zentitle',
      id: `zentitle.${name}`,
      prepare: typeof input === 'function' ? (input as Prepare) : () => input,
    }),
  ),
  EVENT,
];
