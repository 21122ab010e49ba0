/**
 * GroupLicenseCode: which group a licence code is assigned to. GET names one group for a code, so a code is in one
 * group at a time; what the vendor does with a code of another group is not documented: here it moves.
 */
import { insertRow, numberOf, textOf } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import { answer, doneAnswer, type Handler } from './answer.js';
import { type LicenseCode, requireCode, updateCode } from './code-record.js';
import { readCompanyId } from './companies.js';
import { formatDate } from './dates.js';
import { requireGroup } from './group-record.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { findProfileById, NO_PROFILE } from './profile-record.js';
import { Refusal } from './refusal.js';

export const getGroupLicenseCode: Handler = (input, { store }) => {
  const { code, productId } = requireCode(input, store);
  const row = store.get(
    'select * from zentitle_group_codes where code = ? and productId = ? and listed = 1',
    code,
    productId,
  );
  if (row === undefined) throw new Refusal(`License code ${code} is not assigned to a group.`);
  return answer(printGroupCode(row));
};

/** Company and profile are set as well: to none when they are left out, as the document says. */
export const postGroupLicenseCode: Handler = (input, { store, now, settings }) => {
  const { groupId } = requireGroup(store, input.requiredInteger('groupid', 1, MAX_INTEGER));
  const code = requireCode(input, store);
  const modified = formatDate(now());
  updateCode(store, {
    ...code,
    companyId: readCompanyId(input, store, code.productId) ?? 0,
    profileId: readProfileId(input, store, code.productId),
    modified,
  });
  assignCode(store, groupId, code, modified);
  return doneAnswer('Group License Code Assigned Successfully', settings);
};

/** The code keeps its company and profile; not documented. */
export const deleteGroupLicenseCode: Handler = (input, { store, settings }) => {
  const { groupId } = requireGroup(store, input.requiredInteger('groupid', 1, MAX_INTEGER));
  const { code, productId } = requireCode(input, store);
  const { changes } = store.run(
    'delete from zentitle_group_codes where code = ? and productId = ? and groupId = ?',
    code,
    productId,
    groupId,
  );
  if (changes === 0) throw new Refusal(`License code ${code} is not assigned to group ${groupId}.`);
  return doneAnswer('Group License Code Unassigned Successfully', settings);
};

export function assignCode(
  store: Store,
  groupId: number,
  { code, productId }: Pick<LicenseCode, 'code' | 'productId'>,
  created: string,
): void {
  store.run('delete from zentitle_group_codes where code = ? and productId = ?', code, productId);
  insertRow(store, 'zentitle_group_codes', { groupId, productId, code, created });
}

/** The codes of a group as GET Group lists them. */
export function printGroupCodes(store: Store, groupId: number): readonly unknown[] {
  return store
    .all('select * from zentitle_group_codes where groupId = ? and listed = 1 order by seq', groupId)
    .map(printGroupCode);
}

function printGroupCode(row: SqlRow): Readonly<Record<string, unknown>> {
  return {
    groupID: numberOf(row, 'groupId'),
    productID: textOf(row, 'productId'),
    licenseCode: textOf(row, 'code'),
    created: textOf(row, 'created'),
  };
}

function readProfileId(input: Inputs, store: Store, productId: string): number {
  const profileId = input.integer('profileid', 0, MAX_INTEGER) ?? NO_PROFILE;
  if (profileId !== NO_PROFILE && findProfileById(store, profileId)?.productId !== productId) {
    throw new Refusal(`Profile ${profileId} was not found for product ${productId}.`);
  }
  return profileId;
}
