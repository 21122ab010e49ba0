/** End users: members of groups, their passwords, and the check of a sign-in. */

import type { Field, Operation } from '../../operation.js';
import { groupId } from './groups.js';
import { integer } from './kinds.js';
import { required, row } from './row.js';
import { personFields, userName, userPassword } from './users.js';

const EMAIL_GUESS =
  'The document leaves the name of the e-mail field blank; email is from its place and the example.';

const groupUserId: Field = integer('groupuserid', 'Id of the group user.', { min: 1, flag: 'group-user-id' });

export const showGroupUser: Operation = row('GET', 'GroupUser', {
  id: 'zentitle.group-users.show',
  summary: 'Read one group user',
  effect: 'read',
  input: [groupUserId, userName],
  rules: [{ kind: 'exactly-one', fields: ['groupuserid', 'username'] }],
  answer: { kind: 'record' },
});

export const createGroupUser: Operation = row('POST', 'GroupUser', {
  id: 'zentitle.group-users.create',
  summary: 'Add a user to a group',
  effect: 'create',
  input: [required(groupId), required(userName), required(userPassword), ...personFields],
  answer: { kind: 'undocumented' },
  guess: EMAIL_GUESS,
});

export const updateGroupUser: Operation = row('PUT', 'GroupUser', {
  id: 'zentitle.group-users.update',
  summary: 'Change a group user or move it to another group',
  effect: 'write',
  input: [
    required(groupUserId),
    required(groupId, 'Id of the group that the user belongs to afterwards.'),
    { ...userName, flag: 'new-username', note: 'New user name.' },
    ...personFields,
  ],
  answer: { kind: 'undocumented' },
  guess: EMAIL_GUESS,
});

export const deleteGroupUser: Operation = row('DELETE', 'GroupUser', {
  id: 'zentitle.group-users.delete',
  summary: 'Delete a group user',
  effect: 'destroy',
  input: [required(groupUserId)],
  answer: { kind: 'undocumented' },
});

export const setGroupUserPassword: Operation = row('PUT', 'GroupUserPassword', {
  id: 'zentitle.group-users.password',
  summary: 'Set the password of a group user',
  effect: 'write',
  input: [required(userName), required(userPassword, 'New password of the end user.')],
  answer: { kind: 'undocumented' },
});

export const authenticateUser: Operation = row('GET', 'AuthenticateUser', {
  id: 'zentitle.group-users.authenticate',
  summary: 'Check the user name and password of an end user',
  effect: 'read',
  input: [required(userName), required(userPassword)],
  answer: { kind: 'undocumented' },
});
