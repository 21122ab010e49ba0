/** Every changing call that the emulator imitates, each with an input that does change something. */
import type { Input, Operation, ProviderId } from '../../src/api/operation.js';
import { loadProvider } from '../../src/api/providers.js';
import type { Connection } from '../../src/commands/run-context.js';
import {
  makeActivationRequest,
  makeDeactivationCertificate,
} from '../../src/emulator/zentitle/certificates.js';
import { ACCOUNT_PASSWORD } from '../e2e/lab.js';

export interface ChangingCall {
  readonly provider: ProviderId;
  readonly id: string;
  /** Makes the state that the call changes, `later` lets a minute pass on the server; returns the input. */
  readonly prepare: (connection: Connection, later: () => Promise<void>) => Promise<Input> | Input;
}

const PRODUCT = '6872450105';
const CODE = '206454320110930859';
const code = { productid: PRODUCT, licensecode: CODE };
const profile = { productid: '6453300110', profilename: 'TestProfile' };
const note = { ...code, type: 'general', description: 'Called back.' };
const subject = { productId: PRODUCT, code: CODE, computerId: 'CONTRACTCOMPUTER0001' };

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();

const machine = (userKey: string): Input => ({
  userKey,
  machineId: 'M-1',
  clientId: 'c-1',
  clientName: 'h-1',
});
const floating: Input = { license_key: 'FLOA-T000-0000-0001', product: 'lsfloat', hardware_id: 'HW-1' };
const account = { email: 'someone@parallels.com', password: ACCOUNT_PASSWORD };

async function call(connection: Connection, id: string, input: Input): Promise<unknown> {
  return (await connection.client.call(await rowOf(connection.provider.id, id), input)).value;
}

async function seatToken(connection: Connection): Promise<Input> {
  const seat = await connection.capabilities.seats?.request(machine('FLOAT-SINGL-SEAT0-00001'));
  return { licenseToken: seat?.value.token, machineId: 'M-1', clientId: 'c-1' };
}

async function activated(connection: Connection): Promise<Input> {
  await call(connection, 'licensespring.license.activate', floating);
  return floating;
}

async function noteId(connection: Connection): Promise<Input> {
  await call(connection, 'zentitle.notes.create', note);
  const [first] = (await connection.capabilities.codes?.show({ ...code, getnotes: true }))?.value ?? [];
  return { ...code, noteid: first?.notes?.[0]?.id };
}

export const CHANGING_CALLS: readonly ChangingCall[] = [
  {
    provider: 'zentitle',
    id: 'zentitle.codes.allocate',
    prepare: () => ({ productid: PRODUCT, numcodes: 2 }),
  },
  {
    provider: 'zentitle',
    id: 'zentitle.codes.update',
    prepare: () => ({ ...code, clientsallowed: 77, enabledforuse: false }),
  },
  { provider: 'zentitle', id: 'zentitle.codes.next', prepare: () => ({ productid: PRODUCT, amount: 1 }) },
  {
    provider: 'zentitle',
    id: 'zentitle.profiles.create',
    prepare: () => ({ ...profile, profilename: 'New' }),
  },
  {
    provider: 'zentitle',
    id: 'zentitle.profiles.update',
    prepare: () => ({ ...profile, clientsallowed: 9 }),
  },
  { provider: 'zentitle', id: 'zentitle.activity.return', prepare: () => code },
  { provider: 'zentitle', id: 'zentitle.activity.delete', prepare: () => code },
  {
    provider: 'zentitle',
    id: 'zentitle.trials.reset',
    prepare: () => ({ productid: PRODUCT, computerid: 'BLXRrZJ5T9imK7qPrJSL' }),
  },
  {
    provider: 'zentitle',
    id: 'zentitle.offline.certificate',
    prepare: () => ({ productid: PRODUCT, activationcertificate: makeActivationRequest(subject) }),
  },
  {
    provider: 'zentitle',
    id: 'zentitle.offline.deactivate',
    async prepare(connection) {
      const activationcertificate = makeActivationRequest(subject);
      await connection.capabilities.offline?.certificate({ productid: PRODUCT, activationcertificate });
      return { productid: PRODUCT, deactivationcertificate: makeDeactivationCertificate(subject) };
    },
  },
  {
    provider: 'zentitle',
    id: 'zentitle.passive.create',
    prepare: () => ({ productid: PRODUCT, clientid: 'CONTRACT-CLIENT-1' }),
  },
  { provider: 'zentitle', id: 'zentitle.notes.create', prepare: () => note },
  {
    provider: 'zentitle',
    id: 'zentitle.notes.update',
    prepare: async (connection) => ({ ...(await noteId(connection)), description: 'Called again.' }),
  },
  { provider: 'zentitle', id: 'zentitle.notes.delete', prepare: noteId },
  {
    provider: 'licensespring',
    id: 'licensespring.license.activate',
    prepare: () => ({ license_key: '1111-2222-3333-4444', product: 'lsprod', hardware_id: 'HW-1' }),
  },
  { provider: 'licensespring', id: 'licensespring.license.deactivate', prepare: activated },
  { provider: 'licensespring', id: 'licensespring.license.check', prepare: activated },
  {
    provider: 'licensespring',
    id: 'licensespring.floating.borrow',
    prepare: async (connection) => ({ ...(await activated(connection)), borrowed_until: IN_AN_HOUR }),
  },
  {
    provider: 'licensespring',
    id: 'licensespring.floating.release',
    async prepare(connection) {
      await activated(connection);
      await call(connection, 'licensespring.license.check', floating);
      return floating;
    },
  },
  { provider: 'babel', id: 'babel.license.activate', prepare: () => machine('ACTIV-ATION-DESK0-00001') },
  {
    provider: 'babel',
    id: 'babel.license.deactivate',
    async prepare(connection) {
      await connection.capabilities.activate?.(machine('ACTIV-ATION-DESK0-00001'));
      return machine('ACTIV-ATION-DESK0-00001');
    },
  },
  { provider: 'babel', id: 'babel.license.request', prepare: () => machine('FLOAT-SINGL-SEAT0-00001') },
  {
    provider: 'babel',
    id: 'babel.license.heartbeat',
    async prepare(connection, later) {
      const input = await seatToken(connection);
      await later();
      return input;
    },
  },
  { provider: 'babel', id: 'babel.license.release', prepare: seatToken },
  {
    provider: 'parallels',
    id: 'parallels.license.activate',
    prepare: () => ({ ...account, key: 'RAS1-PREP-AID0-0050-CV55K2' }),
  },
  { provider: 'parallels', id: 'parallels.license.deactivate', prepare: () => account },
];

export async function rowOf(provider: ProviderId, id: string): Promise<Operation> {
  const row = (await loadProvider(provider)).operations.find((operation) => operation.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}
