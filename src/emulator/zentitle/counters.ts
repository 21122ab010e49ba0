/**
 * Ids that are given once: the id of a deleted record does not come back, so that a deletion which is sent twice
 * cannot hit a new record. Not documented; assumed of a database's own numbering.
 */
import type { Store } from '../store.js';

/** Rows of zentitle_state that hold the newest id there ever was. */
export type IdCounter = 'lastNoteId' | 'lastCompanyId' | 'lastGroupId' | 'lastGroupUserId';

export function setLastId(store: Store, counter: IdCounter, id: number): void {
  store.run('insert into zentitle_state (name, value) values (?, ?)', counter, id);
}

export function nextId(store: Store, counter: IdCounter): number {
  const row = store.get(
    'update zentitle_state set value = value + 1 where name = ? returning value',
    counter,
  );
  return Number(row?.value);
}
