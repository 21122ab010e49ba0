/** Normalised records of who the customers are: companies, groups, users. The rules of `records.ts` hold. */

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
