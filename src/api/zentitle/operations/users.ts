/** Fields of an end user, shared by the calls on group users and the one that makes a whole group. */
import { text } from '../../field-kinds.js';
import type { Field } from '../../operation.js';

export const userName: Field = text('username', 'User name.');

export const userPassword: Field = text('password', 'Password of the end user.', {
  secret: true,
  flag: 'user-password',
});

/** The document leaves the name of the e-mail field blank; it is taken from its place and the example. */
export const personFields: readonly Field[] = [
  text('firstname', 'First name.', { flag: 'first-name' }),
  text('lastname', 'Last name.', { flag: 'last-name' }),
  text('email', 'E-mail address.'),
  text('telephone', 'Telephone number.'),
  {
    name: 'additionaldata',
    type: 'object',
    flag: 'additional-data',
    note: 'Data of your own; EUPMaster=true gives the rights of a master user.',
  },
];
