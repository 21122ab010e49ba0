/** Group GET, POST, PUT and DELETE. Only GET has a documented answer. */
import { insertRow } from '../row.js';
import type { Store } from '../store.js';
import { answer, createdAnswer, doneAnswer, type Handler } from './answer.js';
import { readCompanyId } from './companies.js';
import { nextId } from './counters.js';
import { formatDate } from './dates.js';
import { printGroupCodes } from './group-codes.js';
import { type Group, MASTER, readGroup, requireGroup, STANDARD, subGroups } from './group-record.js';
import { printGroupUsers } from './group-user-record.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { Refusal } from './refusal.js';

const TYPES = [MASTER, STANDARD] as const;

export const getGroup: Handler = (input, { store }) => {
  const group = findGroup(input, store);
  return answer({
    groupID: group.groupId,
    type: group.type,
    masterGroupID: group.masterGroupId,
    groupName: group.name,
    description: group.description,
    created: group.created,
    modified: group.modified,
    companyID: group.companyId,
    groupLicenses: printGroupCodes(store, group.groupId),
    groupUsers: printGroupUsers(store, group.groupId),
    subGroups: subGroups(store, group.groupId).map(({ groupId, name }) => ({
      groupID: groupId,
      groupName: name,
    })),
  });
};

export const postGroup: Handler = (input, { store, now, settings }) => {
  const groupID = addGroup(store, {
    name: input.requiredText('groupname'),
    type: input.requiredChoice('type', TYPES),
    description: input.blankableText('description') ?? '',
    masterGroupId: readMasterGroupId(input, store) ?? 0,
    companyId: readCompanyId(input, store) ?? 0,
    created: formatDate(now()),
  });
  return createdAnswer('Group Created Successfully', groupID, { groupID }, settings);
};

/** Not documented; assumed: a group with subgroups cannot become a standard one. */
export const putGroup: Handler = (input, { store, now, settings }) => {
  const group = requireGroup(store, input.requiredInteger('groupid', 1, MAX_INTEGER));
  const type = input.choice('type', TYPES) ?? group.type;
  if (type === STANDARD && subGroups(store, group.groupId).length > 0) {
    throw new Refusal(`Group ${group.groupId} has subgroups and must stay a master group.`);
  }
  const name = input.text('groupname') ?? group.name;
  requireFreeName(store, name, group.groupId);
  store.run(
    `update zentitle_groups set type = ?, masterGroupId = ?, name = ?, description = ?, modified = ?, companyId = ?
      where groupId = ?`,
    type,
    readMasterGroupId(input, store, group.groupId) ?? group.masterGroupId,
    name,
    input.blankableText('description') ?? group.description,
    formatDate(now()),
    readCompanyId(input, store) ?? group.companyId,
    group.groupId,
  );
  return doneAnswer('Group Updated Successfully', settings);
};

/**
 * What becomes of its members is not documented; assumed: its users go with it, its codes stay without a group, and
 * its subgroups stay without a master group.
 */
export const deleteGroup: Handler = (input, { store, settings }) => {
  const { groupId } = findGroup(input, store);
  store.run('delete from zentitle_group_users where groupId = ?', groupId);
  store.run('delete from zentitle_group_codes where groupId = ?', groupId);
  store.run('update zentitle_groups set masterGroupId = 0 where masterGroupId = ?', groupId);
  store.run('delete from zentitle_groups where groupId = ?', groupId);
  return doneAnswer('Group Deleted Successfully', settings);
};

/** Returns the id of the new group. Throws a {@link Refusal} when the name is taken. */
export function addGroup(store: Store, group: Omit<Group, 'groupId' | 'modified'>): number {
  requireFreeName(store, group.name);
  const groupId = nextId(store, 'lastGroupId');
  insertRow(store, 'zentitle_groups', { groupId, ...group, modified: group.created });
  return groupId;
}

function findGroup(input: Inputs, store: Store): Group {
  const key = input.idOrName('groupid', 'groupname');
  if (typeof key === 'number') return requireGroup(store, key);
  const row = store.get('select * from zentitle_groups where name = ?', key);
  if (row === undefined) throw new Refusal(`Group ${key} was not found.`);
  return readGroup(row);
}

/** Names are compared without regard to case; whether the vendor does is not documented. */
function requireFreeName(store: Store, name: string, except = 0): void {
  const taken = store.get(
    'select 1 as found from zentitle_groups where name = ? and groupId <> ?',
    name,
    except,
  );
  if (taken !== undefined) throw new Refusal(`A group named ${name} already exists.`);
}

/** The group above `groupId`, which must be a master group and not stand below it; 0 for none. A new group is 0. */
function readMasterGroupId(input: Inputs, store: Store, groupId = 0): number | undefined {
  const masterId = input.integer('mastergroupid', 0, MAX_INTEGER);
  if (masterId === undefined || masterId === 0) return masterId;
  if (requireGroup(store, masterId).type !== MASTER) {
    throw new Refusal(`Group ${masterId} is not a master group.`);
  }
  const circle = store.get(
    `with recursive above (id) as (values (?)
       union select masterGroupId from zentitle_groups join above on groupId = above.id where masterGroupId <> 0)
     select 1 as found from above where id = ?`,
    masterId,
    groupId,
  );
  if (circle !== undefined) {
    throw new Refusal(`Group ${masterId} stands below group ${groupId} and cannot be its master group.`);
  }
  return masterId;
}
