/** Ids of new records, 16 digits as the vendor's, and keys of new licences. */
import { numberOf } from '../row.js';
import type { SystemDeps } from '../system.js';

const FIRST_ID = 1654083900000000;

/** The next id of a table. @param table a name of ours, never from a request */
export function nextId(deps: SystemDeps, table: string): number {
  const row = deps.store.get(`select coalesce(max(id), ${FIRST_ID}) + 1 as id from ${table}`);
  return row === undefined ? FIRST_ID : numberOf(row, 'id');
}

/** Four groups of four, as the key of the activation page. */
export function newLicenseKey(deps: SystemDeps): string {
  return (deps.randomHex(8).toUpperCase().match(/.{4}/g) ?? []).join('-');
}
