/** Groups of the end-user portal and the codes assigned to them. */
import type { Field, Operation, Rule } from '../../operation.js';
import { companyId, licenseCode, productId } from './fields.js';
import { noted, READERS, required, row, WRITERS } from './row.js';
import { personFields, userName, userPassword } from './users.js';

export const groupId: Field = {
  name: 'groupid',
  type: 'integer',
  wire: 'text',
  min: 1,
  flag: 'group-id',
  note: 'Group id.',
};

const groupName: Field = { name: 'groupname', type: 'string', flag: 'group', note: 'Group name.' };

const groupType: Field = {
  name: 'type',
  type: 'string',
  values: ['master', 'standard'],
  note: 'Kind of group.',
};

const description: Field = { name: 'description', type: 'string', note: 'Description.' };

const masterGroupId: Field = {
  name: 'mastergroupid',
  type: 'integer',
  wire: 'text',
  min: 0,
  flag: 'master-group-id',
  note: 'Id of the group above; 0 for none.',
};

const BY_ID_OR_NAME: readonly Rule[] = [{ kind: 'exactly-one', fields: ['groupid', 'groupname'] }];

export const showGroup: Operation = row('GET', 'Group', {
  id: 'zentitle.groups.show',
  summary: 'Read one group with its codes, users and subgroups',
  effect: 'read',
  keyKinds: READERS,
  input: [groupId, groupName],
  rules: BY_ID_OR_NAME,
  answer: { kind: 'record' },
});

export const createGroup: Operation = row('POST', 'Group', {
  id: 'zentitle.groups.create',
  summary: 'Create a group',
  effect: 'create',
  keyKinds: WRITERS,
  input: [required(groupName), required(groupType), description, masterGroupId, companyId],
  answer: { kind: 'undocumented' },
});

export const updateGroup: Operation = row('PUT', 'Group', {
  id: 'zentitle.groups.update',
  summary: 'Change a group',
  effect: 'write',
  keyKinds: WRITERS,
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
  keyKinds: WRITERS,
  input: [groupId, groupName],
  rules: BY_ID_OR_NAME,
  answer: { kind: 'undocumented' },
});

export const showGroupCode: Operation = row('GET', 'GroupLicenseCode', {
  id: 'zentitle.group-codes.show',
  summary: 'Read which group a licence code belongs to',
  effect: 'read',
  keyKinds: READERS,
  input: [required(productId), required(licenseCode)],
  answer: { kind: 'record' },
});

export const assignGroupCode: Operation = row('POST', 'GroupLicenseCode', {
  id: 'zentitle.group-codes.assign',
  summary: 'Assign a licence code to a group',
  effect: 'write',
  keyKinds: WRITERS,
  input: [
    required(groupId),
    required(productId),
    required(licenseCode),
    noted('Company id; 0 or nothing for no company.', companyId),
    {
      name: 'profileid',
      type: 'integer',
      wire: 'text',
      min: 0,
      flag: 'profile-id',
      note: 'Profile id; 0 or nothing for none.',
    },
  ],
  answer: { kind: 'undocumented' },
});

export const unassignGroupCode: Operation = row('DELETE', 'GroupLicenseCode', {
  id: 'zentitle.group-codes.unassign',
  summary: 'Take a licence code out of a group',
  effect: 'destroy',
  keyKinds: WRITERS,
  input: [required(groupId), required(productId), required(licenseCode)],
  answer: { kind: 'undocumented' },
  guess:
    'The section repeats the summary of another call; that this one unassigns is from the overview table.',
});

export const provisionGroup: Operation = row('POST', 'GroupUserLicense', {
  id: 'zentitle.groups.provision',
  summary: 'Create a group with one user and one licence code',
  effect: 'create',
  keyKinds: WRITERS,
  input: [
    required(groupName, 'Name of the new group, unique.'),
    required(productId),
    required(licenseCode),
    required(userName),
    required(userPassword),
    ...personFields,
  ],
  answer: { kind: 'undocumented' },
});
