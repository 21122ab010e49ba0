/**
 * Normalised records: what the rest of the tool, and every script, sees of all four systems.
 *
 * Keys are camelCase and mean the same everywhere; codes and ids are strings (they pass 2^53); dates are ISO
 * 8601, without a zone where the server gives none; where a server's own spelling of a date is not ISO, it is
 * kept beside it in a key ending in `Raw`; durations carry their unit in the key; `null` means none.
 */
import type { ProviderId } from './operation.js';

export type LicenseStatus =
  | 'active'
  | 'inactive'
  | 'disabled'
  | 'expired'
  | 'not-started'
  | 'grace'
  | 'revoked'
  | 'unknown';

/** One licence, of any system. Providers add keys of their own behind these. */
export interface LicenseRecord {
  readonly provider: ProviderId;
  /** The licence key or code, as the server prints it (Parallels masks it); null for user-based licences. */
  readonly key: string | null;
  readonly id: string | null;
  readonly product: string | null;
  readonly status: LicenseStatus;
  /** perpetual, subscription, expiration-date, time-limited, consumption, activation, floating, … or the raw word. */
  readonly type: string | null;
  readonly trial: boolean | null;
  readonly enabled: boolean | null;
  readonly activationsUsed: number | null;
  /** null for no limit or unknown. */
  readonly activationsAllowed: number | null;
  readonly expiresAt: string | null;
  readonly maintenanceEndsAt: string | null;
  readonly [extra: string]: unknown;
}

/** The answer to "is it valid now". */
export interface Verdict {
  readonly provider: ProviderId;
  readonly key: string | null;
  readonly valid: boolean;
  /** A stable code: the vendor's documented error code, or one of ours; null when valid. */
  readonly reason: string | null;
  readonly message: string;
  readonly license: LicenseRecord | null;
}

/** A code or key bound to a device. */
export interface ActivationRecord {
  readonly provider: ProviderId;
  readonly key: string | null;
  readonly product: string | null;
  readonly deviceId: string | null;
  readonly status: 'activated' | 'deactivated' | 'returned' | 'unknown';
  readonly activatedAt: string | null;
  readonly expiresAt: string | null;
  readonly activationsUsed: number | null;
  readonly activationsAllowed: number | null;
  readonly [extra: string]: unknown;
}

/** What a deactivation left behind. */
export interface DeactivationRecord {
  readonly provider: ProviderId;
  readonly key: string | null;
  readonly product: string | null;
  /** The one device freed; null when every activation of the code was. */
  readonly deviceId: string | null;
  /** `released` for a seat that was given back: its device stays activated. */
  readonly status: 'deactivated' | 'released';
  /** How many activations were removed, where known. */
  readonly removed: number | null;
  readonly activationsUsed: number | null;
  readonly activationsAllowed: number | null;
  readonly [extra: string]: unknown;
}

/** Our hold on a floating seat. */
export interface SeatRecord {
  readonly provider: ProviderId;
  readonly key: string | null;
  readonly licenseId: string | null;
  /** What proves the hold; Babel's licence token. null where the device itself is the proof. */
  readonly token: string | null;
  readonly active: boolean;
  readonly expiresAt: string | null;
  /** The server's interval between beats, in seconds. */
  readonly heartbeatSeconds: number | null;
  readonly seatsUsed: number | null;
  readonly seatsAllowed: number | null;
  readonly [extra: string]: unknown;
}

export interface FeatureRecord {
  readonly code: string;
  readonly enabled: boolean;
  /** normal, floating, element-pool, consumption-tokens, secure-store, activation, consumption, or the raw word. */
  readonly type: string | null;
  readonly limit: number | null;
  readonly used: number | null;
}

export interface CustomFieldRecord {
  readonly name: string;
  readonly value: string | null;
}

export interface ServerFunctionRecord {
  readonly name: string;
  readonly enabled: boolean;
  readonly value: string | null;
}

export interface NoteRecord {
  readonly id: string;
  readonly type: string;
  readonly createdAt: string | null;
  readonly createdBy: string | null;
  readonly description: string;
}

/** What codes and profiles of Zentitle share. */
export interface CodeTerms {
  readonly enabled: boolean | null;
  readonly type: string | null;
  readonly activationsAllowed: number | null;
  readonly clientLeaseHours: number | null;
  readonly offlineLeaseHours: number | null;
  readonly vmLeaseHours: number | null;
  readonly acquired: boolean | null;
  readonly networkSeats: number | null;
  readonly heartbeatMinutes: number | null;
  readonly concurrentProcesses: number | null;
  readonly concurrencyMode: 'off' | 'cloud' | 'network' | null;
  readonly subscriptionDays: number | null;
  readonly subscriptionEndsAt: string | null;
  readonly maintenanceEndsAt: string | null;
  readonly features: readonly FeatureRecord[];
  readonly customFields: readonly CustomFieldRecord[];
  /** Present only when asked for. */
  readonly serverFunctions?: readonly ServerFunctionRecord[];
}

/** One Zentitle licence code. */
export interface CodeRecord extends CodeTerms {
  readonly code: string;
  readonly product: string | null;
  readonly company: string | null;
  readonly companyId: string | null;
  /** null for the default profile. */
  readonly profile: string | null;
  readonly activationsUsed: number | null;
  readonly deactivations: number | null;
  readonly subscriptionLastActivatedAt: string | null;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
  readonly notes?: readonly NoteRecord[];
  /** Feature usage by computer, as the server gives it: its shape is not documented. */
  readonly usage?: unknown;
}

/** One Zentitle code profile. */
export interface ProfileRecord extends CodeTerms {
  readonly name: string;
  readonly id: string | null;
  readonly product: string | null;
  readonly resellerId: string | null;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
}

export interface TrialRecord {
  readonly product: string | null;
  readonly computer: string;
  readonly status: 'in-trial' | 'expired' | 'activated' | 'none' | 'unknown';
  /** The server's own words. */
  readonly statusText: string;
  readonly trialDays: number | null;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
  readonly leaseEndsAt: string | null;
  readonly expiresAt: string | null;
  readonly converted: boolean | null;
  readonly code: string | null;
}

/** What a change did, where the system answers with a sentence: what was changed, by its names, and the sentence. */
export interface ChangeRecord {
  readonly message: string;
  readonly [name: string]: unknown;
}

/** What a creation made. */
export interface CreatedRecord extends ChangeRecord {
  /** The new id; null where the answer has none and it could not be looked up either. */
  readonly id: string | null;
}

/** A certificate made by a server for a client, or made for a passive client. */
export interface CertificateRecord {
  readonly provider: ProviderId;
  readonly product: string;
  readonly kind: 'activation' | 'passive';
  /** The certificate itself: what the client imports. */
  readonly certificate: string;
  readonly clientId: string | null;
}
