/** GroupUser, GroupUserPassword, AuthenticateUser and GroupUserLicense. Only GET GroupUser has a documented answer. */
import { numberOf, textOf } from '../row.js';
import { answer, createdAnswer, doneAnswer, type Handler } from './answer.js';
import { requireCode } from './code-record.js';
import { formatDate } from './dates.js';
import { assignCode } from './group-codes.js';
import { requireGroup, STANDARD } from './group-record.js';
import {
  addGroupUser,
  newPassword,
  printGroupUser,
  readUserFields,
  requireFreeUsername,
  requireGroupUser,
  storedUserFields,
} from './group-user-record.js';
import { addGroup } from './groups.js';
import { MAX_INTEGER } from './input.js';
import { matchesPassword } from './passwords.js';
import { Refusal } from './refusal.js';

export const getGroupUser: Handler = (input, { store }) =>
  answer(printGroupUser(requireGroupUser(store, input.idOrName('groupuserid', 'username'))));

export const postGroupUser: Handler = (input, deps) => {
  const { groupId } = requireGroup(deps.store, input.requiredInteger('groupid', 1, MAX_INTEGER));
  const groupUserID = addGroupUser(input, deps, groupId);
  return createdAnswer('Group User Created Successfully', groupUserID, { groupUserID }, deps.settings);
};

/** The group is mandatory and may be another: the user moves. */
export const putGroupUser: Handler = (input, { store, now, settings }) => {
  const user = requireGroupUser(store, input.requiredInteger('groupuserid', 1, MAX_INTEGER));
  const groupUserId = numberOf(user, 'groupUserId');
  const { groupId } = requireGroup(store, input.requiredInteger('groupid', 1, MAX_INTEGER));
  const username = input.text('username') ?? textOf(user, 'username');
  requireFreeUsername(store, username, groupUserId);
  const fields = readUserFields(input, storedUserFields(user));
  store.run(
    `update zentitle_group_users set groupId = ?, username = ?, firstName = ?, lastName = ?, email = ?,
       telephone = ?, data = ?, modified = ?, printed = null where groupUserId = ?`,
    groupId,
    username,
    fields.firstName,
    fields.lastName,
    fields.email,
    fields.telephone,
    fields.data,
    formatDate(now()),
    groupUserId,
  );
  return doneAnswer('Group User Updated Successfully', settings);
};

export const deleteGroupUser: Handler = (input, { store, settings }) => {
  const user = requireGroupUser(store, input.requiredInteger('groupuserid', 1, MAX_INTEGER));
  store.run('delete from zentitle_group_users where groupUserId = ?', numberOf(user, 'groupUserId'));
  return doneAnswer('Group User Deleted Successfully', settings);
};

export const putGroupUserPassword: Handler = (input, deps) => {
  const { store } = deps;
  const user = requireGroupUser(store, input.requiredText('username'));
  store.run(
    'update zentitle_group_users set password = ?, modified = ?, printed = null where groupUserId = ?',
    newPassword(input, deps),
    formatDate(deps.now()),
    numberOf(user, 'groupUserId'),
  );
  return doneAnswer('Group User Password Updated Successfully', deps.settings);
};

/** The refusal does not tell an unknown user from a wrong password; how the vendor words either is not documented. */
export const getAuthenticateUser: Handler = (input, { store, settings }) => {
  const username = input.requiredText('username');
  const password = input.requiredText('password');
  const row = store.get('select password from zentitle_group_users where username = ?', username);
  if (row === undefined || !matchesPassword(password, textOf(row, 'password'))) {
    throw new Refusal('The username or the password is not correct.');
  }
  return doneAnswer('User Authenticated Successfully', settings);
};

/** Group, user and assignment, all or none. Which kind the group is is not documented; a standard one here. */
export const postGroupUserLicense: Handler = (input, deps) => {
  const { store, now, settings } = deps;
  const code = requireCode(input, store);
  const created = formatDate(now());
  const groupID = addGroup(store, {
    name: input.requiredText('groupname'),
    type: STANDARD,
    description: '',
    masterGroupId: 0,
    companyId: 0,
    created,
  });
  const groupUserID = addGroupUser(input, deps, groupID);
  assignCode(store, groupID, code, created);
  return createdAnswer(
    'Group User License Created Successfully',
    groupID,
    { groupID, groupUserID },
    settings,
  );
};
