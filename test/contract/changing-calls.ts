/** Every changing call that the emulator imitates, each with an input that does change something. */
import type { Input, ProviderId } from '../../src/api/operation.js';
import type { Connection } from '../../src/commands/run-context.js';
import { ACCOUNT_PASSWORD } from '../e2e/lab.js';
import { LICENSESPRING_CHANGING_CALLS } from './licensespring-changing-calls.js';
import { ZENTITLE_CHANGING_CALLS } from './zentitle-changing-calls.js';

export interface ChangingCall {
  readonly provider: ProviderId;
  readonly id: string;
  /** Where the key of the default world's context may not make the call. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Makes the state that the call changes, `later` lets a minute pass on the server; returns the input. */
  readonly prepare: (connection: Connection, later: () => Promise<void>) => Promise<Input> | Input;
}

const machine = (userKey: string): Input => ({
  userKey,
  machineId: 'M-1',
  clientId: 'c-1',
  clientName: 'h-1',
});
const account = { email: 'someone@parallels.com', password: ACCOUNT_PASSWORD };

async function seatToken(connection: Connection): Promise<Input> {
  const seat = await connection.capabilities.seats?.request(machine('FLOAT-SINGL-SEAT0-00001'));
  return { licenseToken: seat?.value.token, machineId: 'M-1', clientId: 'c-1' };
}

export const CHANGING_CALLS: readonly ChangingCall[] = [
  ...ZENTITLE_CHANGING_CALLS,
  ...LICENSESPRING_CHANGING_CALLS,
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
