/** Fields of the Babel licensing calls, from the Babel licensing operations page. */
import { text } from '../field-kinds.js';
import type { Field } from '../operation.js';

const MACHINE_ID: Field = text(
  'machineId',
  'Hardware fingerprint of the machine, as the application computes it.',
);

const CLIENT_ID: Field = text(
  'clientId',
  'Id of the application or of one running instance of it; each instance takes a seat of its own.',
);

const CLIENT_NAME: Field = text('clientName', 'Name for people, such as the host name.');

const USER_KEY: Field = text('userKey', 'Licence key of the customer.', { required: true });

/** A licence key and who uses it: what `info` takes. */
export const KEY: readonly Field[] = [USER_KEY, MACHINE_ID, CLIENT_ID, CLIENT_NAME];

/** The same, where a seat is bound to machine and client. */
export const KEY_ON_MACHINE: readonly Field[] = [
  USER_KEY,
  { ...MACHINE_ID, required: true },
  { ...CLIENT_ID, required: true },
  CLIENT_NAME,
];

/** A seat that is held: its token proves the hold, so it is a credential. */
export const TOKEN: readonly Field[] = [
  text('licenseToken', 'Token that the request for the seat returned.', {
    required: true,
    secret: true,
    flag: 'token',
  }),
  MACHINE_ID,
  CLIENT_ID,
  CLIENT_NAME,
];
