/** Groups of end-users as stored. */
import { numberOf, textOf } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import { Refusal } from './refusal.js';

export const MASTER = 'Master';
export const STANDARD = 'Standard';

export interface Group {
  readonly groupId: number;
  readonly type: typeof MASTER | typeof STANDARD;
  /** 0 for none. */
  readonly masterGroupId: number;
  readonly name: string;
  readonly description: string;
  readonly created: string;
  readonly modified: string;
  /** 0 for none. */
  readonly companyId: number;
}

/** Throws a {@link Refusal} for an unknown group. */
export function requireGroup(store: Store, groupId: number): Group {
  const row = store.get('select * from zentitle_groups where groupId = ?', groupId);
  if (row === undefined) throw new Refusal(`Group ${groupId} was not found.`);
  return readGroup(row);
}

export function subGroups(store: Store, groupId: number): readonly Group[] {
  return store
    .all('select * from zentitle_groups where masterGroupId = ? order by groupId', groupId)
    .map(readGroup);
}

export function readGroup(row: SqlRow): Group {
  return {
    groupId: numberOf(row, 'groupId'),
    type: row.type === MASTER ? MASTER : STANDARD,
    masterGroupId: numberOf(row, 'masterGroupId'),
    name: textOf(row, 'name'),
    description: textOf(row, 'description'),
    created: textOf(row, 'created'),
    modified: textOf(row, 'modified'),
    companyId: numberOf(row, 'companyId'),
  };
}
