/** Licence codes as stored: finding, adding and changing them. */
import { numberOf, textOf, textOrNull } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import type { Inputs } from './input.js';
import { requireProduct } from './products.js';
import { Refusal } from './refusal.js';
import { TERM_COLUMNS } from './schema.js';
import { readTerms, type Terms, termValues } from './terms.js';

export interface LicenseCode extends Terms {
  readonly seq: number;
  readonly productId: string;
  readonly code: string;
  /** 0 for none. */
  readonly companyId: number;
  /** 0 for none. */
  readonly profileId: number;
  readonly reference: string;
  readonly created: string;
  readonly modified: string;
  readonly lastActivated: string | null;
  /** When the running subscription began: the first activation. */
  readonly subscribed: string | null;
  readonly activeCount: number;
  readonly deactivatedCount: number;
  /** 1 when the code has any activity, past or present. */
  readonly used: number;
}

/** What new codes have in common. */
export interface NewCodes {
  readonly productId: string;
  readonly companyId: number;
  readonly profileId: number;
  readonly reference: string;
  readonly created: string;
  readonly terms: Terms;
}

/** The code that `licensecode` names within `productid`; throws a {@link Refusal} when there is none. */
export function requireCode(input: Inputs, store: Store): LicenseCode {
  const productId = input.requiredText('productid');
  const code = input.requiredText('licensecode').trim();
  requireProduct(store, productId);
  const found = findCode(store, productId, code);
  if (found === undefined) throw new Refusal(`License code ${code} was not found for product ${productId}.`);
  return found;
}

export function findCode(store: Store, productId: string, code: string): LicenseCode | undefined {
  const row = store.get('select * from zentitle_codes where code = ? and productId = ?', code, productId);
  return row === undefined ? undefined : readCode(row);
}

/** The code in every product it was given to. */
export function findCodes(store: Store, code: string): readonly LicenseCode[] {
  return store.all('select * from zentitle_codes where code = ? order by seq', code).map(readCode);
}

/** Adds codes that are not there yet, in order; returns how many were added. One statement for any number. */
export function insertCodes(store: Store, codes: readonly string[], shared: NewCodes): number {
  return store.run(
    `insert or ignore into zentitle_codes
       (productId, companyId, profileId, reference, created, modified, ${TERM_COLUMNS.join(', ')}, code)
     select ?, ?, ?, ?, ?, ?, ${TERM_COLUMNS.map(() => '?').join(', ')}, value from json_each(?)`,
    shared.productId,
    shared.companyId,
    shared.profileId,
    shared.reference,
    shared.created,
    shared.created,
    ...termValues(shared.terms),
    JSON.stringify(codes),
  ).changes;
}

export function updateCode(store: Store, code: LicenseCode): void {
  store.run(
    `update zentitle_codes set companyId = ?, profileId = ?, reference = ?, modified = ?, lastActivated = ?,
       subscribed = ?, activeCount = ?, deactivatedCount = ?, used = ?, printed = null,
       ${TERM_COLUMNS.map((column) => `${column} = ?`).join(', ')} where seq = ?`,
    code.companyId,
    code.profileId,
    code.reference,
    code.modified,
    code.lastActivated,
    code.subscribed,
    code.activeCount,
    code.deactivatedCount,
    code.used,
    ...termValues(code),
    code.seq,
  );
}

function readCode(row: SqlRow): LicenseCode {
  return {
    ...readTerms(row),
    seq: numberOf(row, 'seq'),
    productId: textOf(row, 'productId'),
    code: textOf(row, 'code'),
    companyId: numberOf(row, 'companyId'),
    profileId: numberOf(row, 'profileId'),
    reference: textOf(row, 'reference'),
    created: textOf(row, 'created'),
    modified: textOf(row, 'modified'),
    lastActivated: textOrNull(row, 'lastActivated'),
    subscribed: textOrNull(row, 'subscribed'),
    activeCount: numberOf(row, 'activeCount'),
    deactivatedCount: numberOf(row, 'deactivatedCount'),
    used: numberOf(row, 'used'),
  };
}
