/** Normalised records around a licence on a device; conventions as in `records.ts`. */
import type { ProviderId } from './operation.js';
import type { FeatureRecord } from './records.js';

/** A seat, of a licence or of one feature, held until a date. */
export interface BorrowRecord {
  readonly provider: ProviderId;
  readonly key: string | null;
  readonly licenseId: string | null;
  readonly product: string | null;
  /** null for a seat of the licence itself. */
  readonly feature: string | null;
  readonly deviceId: string | null;
  readonly borrowedUntil: string | null;
  readonly maxBorrowHours: number | null;
}

/** What has been used after counting, of a licence or of one feature. */
export interface ConsumptionRecord {
  readonly provider: ProviderId;
  readonly key: string | null;
  readonly licenseId: string | null;
  readonly product: string | null;
  readonly feature: string | null;
  readonly consumptionsUsed: number | null;
  /** null for no limit or unknown. */
  readonly consumptionsAllowed: number | null;
  readonly overagesAllowed: boolean | null;
  /** How far above the limit counting may go; null for no limit or unknown. */
  readonly maxOverages: number | null;
  readonly resets: boolean | null;
  /** daily, weekly, monthly, annually. */
  readonly resetPeriod: string | null;
}

/** A feature of a licence on a device. */
export interface LicenseFeatureRecord extends FeatureRecord {
  readonly provider: ProviderId;
  readonly key: string | null;
  readonly licenseId: string | null;
  readonly name: string | null;
  readonly expiresAt: string | null;
  readonly floating: boolean;
  readonly floatingTimeoutMinutes: number | null;
  readonly seatsUsed: number | null;
  readonly seatsAllowed: number | null;
  readonly metadata: unknown;
  /** The metadata as the server's own text, where it was asked for. */
  readonly metadataText: string | null;
}

export interface TrialKeyRecord {
  readonly provider: ProviderId;
  readonly product: string | null;
  readonly deviceId: string | null;
  /** null for products licensed by user. */
  readonly key: string | null;
  readonly username: string | null;
  /** The password that the user begins with; null for an existing trial and for products licensed by key. */
  readonly initialPassword: string | null;
  readonly licenseId: string | null;
  readonly type: string | null;
  /** Whether this call made it; null where the answer does not tell. */
  readonly created: boolean | null;
}

/** A licence user of a customer. */
export interface CustomerUserRecord {
  readonly id: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  /** Whether the user still has the password given at the start. */
  readonly hasInitialPassword: boolean | null;
  /** That password, where the answer has it: a secret. */
  readonly initialPassword: string | null;
  readonly activationsUsed: number | null;
  /** null for no limit or unknown. */
  readonly activationsAllowed: number | null;
}

export interface VariableRecord {
  readonly id: string | null;
  readonly name: string;
  readonly value: string | null;
  /** The server's number for the device. */
  readonly deviceId: string | null;
  readonly createdAt: string | null;
}

/** One version of a product; a list gives the first two only. */
export interface VersionRecord {
  readonly version: string;
  readonly releasedAt: string | null;
  readonly file: string | null;
  readonly md5: string | null;
  /** Bytes, as the server writes it. */
  readonly size: string | null;
  readonly environment: string | null;
  readonly channel: string | null;
  readonly requiresVersion: string | null;
  readonly eulaUrl: string | null;
  readonly releaseNotesUrl: string | null;
}

export interface SignOnUrlRecord {
  readonly url: string;
  /** What the server tells about its provider; null where it does not. */
  readonly configuration: unknown;
  readonly loginType: string | null;
}

/** What a server answers to an offline activation request. */
export interface LicenseFileRecord {
  readonly provider: ProviderId;
  readonly kind: 'license' | 'bundle';
  readonly key: string | null;
  readonly product: string | null;
  readonly deviceId: string | null;
  readonly expiresAt: string | null;
  /** `verified`, `unverified` (no public key, or not asked for). */
  readonly signature: 'verified' | 'unverified';
  /** The text of the file: what the client imports. */
  readonly certificate: string;
}
