/** Companies, groups, their users and codes, and consumer records of the default world. */
import { insertRow } from '../../row.js';
import type { Store } from '../../store.js';
import type { SystemDeps } from '../../system.js';
import { readSearchable } from '../consumers.js';
import { setLastId } from '../counters.js';
import { printGroupUser } from '../group-user-record.js';
import { hashPassword } from '../passwords.js';
import { SEED_COMPANIES } from './companies.js';
import {
  DOCUMENTED_CONSUMERS,
  DOCUMENTED_GROUP_CODES,
  DOCUMENTED_GROUPS,
  DOCUMENTED_USERS,
} from './documented-accounts.js';

export function seedCompanies(store: Store): void {
  for (const company of SEED_COMPANIES) {
    const [search1 = '', search2 = '', search3 = ''] = company.search ?? [];
    insertRow(store, 'zentitle_companies', {
      companyId: company.companyId,
      name: company.name,
      productId: company.productId,
      productName: company.productName,
      data: JSON.stringify(company.data ?? {}),
      firstName: company.firstName ?? '',
      email: company.email ?? '',
      search1,
      search2,
      search3,
      created: company.created,
    });
  }
  setLastId(store, 'lastCompanyId', Math.max(...SEED_COMPANIES.map(({ companyId }) => companyId)));
}

/** Draws no randomness, so that what follows in the world does not depend on it. */
export function seedAccounts({ store }: SystemDeps): void {
  for (const group of DOCUMENTED_GROUPS) {
    insertRow(store, 'zentitle_groups', { ...group, modified: group.created });
  }
  setLastId(store, 'lastGroupId', Math.max(...DOCUMENTED_GROUPS.map(({ groupId }) => groupId)));
  for (const { password, listing, ...user } of DOCUMENTED_USERS) {
    const printed = listing === undefined ? null : JSON.stringify(printGroupUser({ ...user, ...listing }));
    insertRow(store, 'zentitle_group_users', {
      ...user,
      password: hashPassword(password, `seed-${user.groupUserId}`),
      printed,
    });
  }
  setLastId(store, 'lastGroupUserId', Math.max(...DOCUMENTED_USERS.map(({ groupUserId }) => groupUserId)));
  for (const code of DOCUMENTED_GROUP_CODES) insertRow(store, 'zentitle_group_codes', code);
  for (const { info, ...consumer } of DOCUMENTED_CONSUMERS) {
    insertRow(store, 'zentitle_consumers', { ...consumer, ...readSearchable(info) });
  }
}
