/** Groups, their codes and their users, from GET Group, GET GroupLicenseCode and GET GroupUser. */
import type { GroupCodeRecord, GroupRecord, SubgroupRecord, UserRecord } from '../account-records.js';
import { isObject, type JsonObject, member, readText } from '../read.js';
import { readData, readDate, readId } from './read-values.js';

/** Group 0 stands for no group above, company 0 for no company. */
export function readGroup(record: JsonObject): GroupRecord {
  return {
    id: readText(member(record, 'groupID')) ?? '',
    name: readText(member(record, 'groupName')) ?? '',
    type: readText(member(record, 'type'))?.toLowerCase() ?? null,
    description: readText(member(record, 'description')),
    masterGroupId: readId(member(record, 'masterGroupID')),
    companyId: readId(member(record, 'companyID')),
    createdAt: readDate(member(record, 'created')),
    modifiedAt: readDate(member(record, 'modified')),
    users: entriesOf(member(record, 'groupUsers')).map(readUser),
    codes: entriesOf(member(record, 'groupLicenses')).map(readGroupCode),
    subgroups: entriesOf(member(record, 'subGroups')).map(readSubgroup),
  };
}

export function readGroupCode(record: JsonObject): GroupCodeRecord {
  return {
    code: readText(member(record, 'licenseCode')) ?? '',
    product: readId(member(record, 'productID')),
    groupId: readId(member(record, 'groupID')),
    createdAt: readDate(member(record, 'created')),
  };
}

export function readUser(record: JsonObject): UserRecord {
  return {
    id: readText(member(record, 'groupUserID')) ?? '',
    username: readText(member(record, 'userName')) ?? '',
    groupId: readId(member(record, 'groupID')),
    firstName: readText(member(record, 'firstName')),
    lastName: readText(member(record, 'lastName')),
    email: readText(member(record, 'email')),
    telephone: readText(member(record, 'telephone')),
    data: readData(member(record, 'additionalData')),
    createdAt: readDate(member(record, 'created')),
    modifiedAt: readDate(member(record, 'modified')),
  };
}

function readSubgroup(record: JsonObject): SubgroupRecord {
  return {
    id: readText(member(record, 'groupID')) ?? '',
    name: readText(member(record, 'groupName')) ?? '',
  };
}

/** The entries of a list; a list of one may come bare. */
function entriesOf(value: unknown): readonly JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}
