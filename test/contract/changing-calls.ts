/** Every changing call that the emulator imitates, each with an input that does change something. */
import type { Input, ProviderId } from '../../src/api/operation.js';
import type { Connection } from '../../src/commands/run-context.js';
import { ACCOUNT_PASSWORD } from '../e2e/lab.js';
import { rowOf } from './row-of.js';
import { ZENTITLE_CHANGING_CALLS } from './zentitle-changing-calls.js';

export interface ChangingCall {
  readonly provider: ProviderId;
  readonly id: string;
  /** Where the key of the default world's context may not make the call. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Makes the state that the call changes, `later` lets a minute pass on the server; returns the input. */
  readonly prepare: (connection: Connection, later: () => Promise<void>) => Promise<Input> | Input;
}

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

export const CHANGING_CALLS: readonly ChangingCall[] = [
  ...ZENTITLE_CHANGING_CALLS,
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
