/** Fields of an end user, shared by the calls on group users and the one that makes a whole group. */
import type { Field } from '../../operation.js';

export const userName: Field = { name: 'username', type: 'string', note: 'User name.' };

export const userPassword: Field = {
  name: 'password',
  type: 'string',
  secret: true,
  flag: 'user-password',
  note: 'Password of the end user.',
};

/** The document leaves the name of the e-mail field blank; it is taken from its place and the example. */
export const personFields: readonly Field[] = [
  { name: 'firstname', type: 'string', flag: 'first-name', note: 'First name.' },
  { name: 'lastname', type: 'string', flag: 'last-name', note: 'Last name.' },
  { name: 'email', type: 'string', note: 'E-mail address.' },
  { name: 'telephone', type: 'string', note: 'Telephone number.' },
  {
    name: 'additionaldata',
    type: 'object',
    flag: 'additional-data',
    note: 'Data of your own; EUPMaster=true gives the rights of a master user.',
  },
];
