/** What a system offers around customers: companies, groups and their users, consumers, notes, events. */
import type {
  CompanyEntry,
  CompanyRecord,
  ConsumerRecord,
  GroupCodeRecord,
  GroupRecord,
  OnboardedRecord,
  SignInRecord,
  UserRecord,
} from './account-records.js';
import type { Ask, Listing, WideAsk } from './provider.js';
import type { ChangeRecord, CreatedRecord, NoteRecord } from './records.js';

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
  readonly groups?: {
    readonly show: Ask<GroupRecord>;
    readonly create: Ask<CreatedRecord>;
    readonly update: Ask<ChangeRecord>;
    readonly delete: Ask<ChangeRecord>;
  };
  readonly groupCodes?: {
    readonly assign: Ask<ChangeRecord>;
    readonly show: Ask<GroupCodeRecord>;
    readonly unassign: Ask<ChangeRecord>;
  };
  readonly users?: {
    readonly show: Ask<UserRecord>;
    readonly create: Ask<CreatedRecord>;
    readonly update: Ask<ChangeRecord>;
    readonly delete: Ask<ChangeRecord>;
    /** Never throws for a user who may not sign in: that is an answer. */
    readonly authenticate: Ask<SignInRecord>;
  };
  /** Changes the password of an end user. */
  readonly userPassword?: Ask<ChangeRecord>;
  /** A group, its user and their licence in one. */
  readonly onboard?: Ask<OnboardedRecord>;
  readonly consumers?: Listing<ConsumerRecord> & { readonly create: Ask<ChangeRecord> };
  readonly notes?: {
    readonly list: Ask<readonly NoteRecord[]>;
    readonly add: Ask<CreatedRecord>;
    readonly update: Ask<ChangeRecord>;
    /** One note, or with consent all of a code. */
    readonly delete: WideAsk<ChangeRecord>;
  };
  readonly events?: { readonly send: Ask<ChangeRecord> };
}
