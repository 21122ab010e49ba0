/** Groups of the end-user portal and the codes assigned to them. */
import { text } from '../../field-kinds.js';
import type { Field, Operation, Rule } from '../../operation.js';
import { codeOfProduct, companyId } from './fields.js';
import { integer } from './kinds.js';
import { noted, required, row } from './row.js';
import { personFields, userName, userPassword } from './users.js';

export const groupId: Field = integer('groupid', 'Group id.', { min: 1, flag: 'group-id' });

const groupName: Field = text('groupname', 'Group name.', { flag: 'group' });

const groupType: Field = text('type', 'Kind of group.', { values: ['master', 'standard'] });

const description: Field = text('description', 'Description.');

const masterGroupId: Field = integer('mastergroupid', 'Id of the group above; 0 for none.', {
  min: 0,
  flag: 'master-group-id',
});

const BY_ID_OR_NAME: readonly Rule[] = [{ kind: 'exactly-one', fields: ['groupid', 'groupname'] }];

export const showGroup: Operation = row('GET', 'Group', {
  id: 'zentitle.groups.show',
  summary: 'Read one group with its codes, users and subgroups',
  effect: 'read',
  input: [groupId, groupName],
  rules: BY_ID_OR_NAME,
  answer: { kind: 'record' },
});

export const createGroup: Operation = row('POST', 'Group', {
  id: 'zentitle.groups.create',
  summary: 'Create a group',
  effect: 'create',
  input: [required(groupName), required(groupType), description, masterGroupId, companyId],
  answer: { kind: 'undocumented' },
});

export const updateGroup: Operation = row('PUT', 'Group', {
  id: 'zentitle.groups.update',
  summary: 'Change a group',
  effect: 'write',
  input: [
    required(groupId),
    { ...groupName, flag: 'new-name', note: 'New name, unique.' },
    groupType,
    description,
    masterGroupId,
    companyId,
  ],
  answer: { kind: 'undocumented' },
});

export const deleteGroup: Operation = row('DELETE', 'Group', {
  id: 'zentitle.groups.delete',
  summary: 'Delete a group',
  effect: 'destroy',
  input: [groupId, groupName],
  rules: BY_ID_OR_NAME,
  answer: { kind: 'undocumented' },
});

export const showGroupCode: Operation = row('GET', 'GroupLicenseCode', {
  id: 'zentitle.group-codes.show',
  summary: 'Read which group a licence code belongs to',
  effect: 'read',
  input: codeOfProduct,
  answer: { kind: 'record' },
});

export const assignGroupCode: Operation = row('POST', 'GroupLicenseCode', {
  id: 'zentitle.group-codes.assign',
  summary: 'Assign a licence code to a group',
  effect: 'write',
  input: [
    required(groupId),
    ...codeOfProduct,
    noted('Company id; 0 or nothing for no company.', companyId),
    integer('profileid', 'Profile id; 0 or nothing for none.', { min: 0, flag: 'profile-id' }),
  ],
  answer: { kind: 'undocumented' },
});

export const unassignGroupCode: Operation = row('DELETE', 'GroupLicenseCode', {
  id: 'zentitle.group-codes.unassign',
  summary: 'Take a licence code out of a group',
  effect: 'destroy',
  input: [required(groupId), ...codeOfProduct],
  answer: { kind: 'undocumented' },
  guess:
    'The section repeats the summary of another call; that this one unassigns is from the overview table.',
});

export const provisionGroup: Operation = row('POST', 'GroupUserLicense', {
  id: 'zentitle.groups.provision',
  summary: 'Create a group with one user and one licence code',
  effect: 'create',
  input: [
    required(groupName, 'Name of the new group, unique.'),
    ...codeOfProduct,
    required(userName),
    required(userPassword),
    ...personFields,
  ],
  answer: { kind: 'undocumented' },
});
