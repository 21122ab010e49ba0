/** Normalised records of who the customers are: companies, groups, users. The rules of `records.ts` hold. */
import type { ChangeRecord } from './records.js';

/** A company in the list of all, or found by name. */
export interface CompanyEntry {
  readonly id: string;
  readonly name: string;
  /** null for a company that every product may use. */
  readonly product: string | null;
  readonly productName: string | null;
}

export interface CompanyRecord {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  readonly firstName: string | null;
  readonly email: string | null;
  readonly search1: string | null;
  readonly search2: string | null;
  readonly search3: string | null;
  readonly createdAt: string | null;
  /** Data of the customer's own; text where the server has something other than JSON. */
  readonly data: unknown;
}

/** A code in a group. */
export interface GroupCodeRecord {
  readonly code: string;
  readonly product: string | null;
  readonly groupId: string | null;
  /** When the code was assigned to the group. */
  readonly createdAt: string | null;
}

/** An end user, who belongs to one group. */
export interface UserRecord {
  readonly id: string;
  readonly username: string;
  readonly groupId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
  /** Data of the customer's own; text where the server has something other than JSON. */
  readonly data: unknown;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
}

export interface SubgroupRecord {
  readonly id: string;
  readonly name: string;
}

export interface GroupRecord {
  readonly id: string;
  readonly name: string;
  /** master or standard. */
  readonly type: string | null;
  readonly description: string | null;
  /** null for a group under no other. */
  readonly masterGroupId: string | null;
  readonly companyId: string | null;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
  readonly users: readonly UserRecord[];
  readonly codes: readonly GroupCodeRecord[];
  readonly subgroups: readonly SubgroupRecord[];
}

/** What making a group, its user and their licence in one left behind. */
export interface OnboardedRecord extends ChangeRecord {
  /** null where the answer has none and it could not be looked up either. */
  readonly groupId: string | null;
  readonly userId: string | null;
}

/** The answer to "may this end user sign in". */
export interface SignInRecord {
  readonly username: string;
  readonly authenticated: boolean;
  /** The server's own words. */
  readonly message: string;
}

/** What an end user told when registering. */
export interface ConsumerRecord {
  readonly product: string | null;
  readonly computer: string;
  /** null for a trial. */
  readonly code: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly email: string | null;
  /** All that was told; text where the server has something other than JSON. */
  readonly data: unknown;
  readonly createdAt: string | null;
}
