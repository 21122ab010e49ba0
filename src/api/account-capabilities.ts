/** What a system offers around customers: companies, groups and their users, consumers, notes, events. */
import type { CompanyEntry, CompanyRecord } from './account-records.js';
import type { Ask } from './provider.js';
import type { ChangeRecord, CreatedRecord } from './records.js';

export interface AccountCapabilities {
  readonly companies?: {
    readonly show: Ask<CompanyRecord>;
    /** By name. */
    readonly find: Ask<CompanyEntry>;
    readonly list: Ask<readonly CompanyEntry[]>;
    readonly create: Ask<CreatedRecord>;
    readonly update: Ask<ChangeRecord>;
    readonly delete: Ask<ChangeRecord>;
  };
}
