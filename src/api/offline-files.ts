/**
 * Files that clients without a network exchange with their system: a request that goes in, a licence that comes back.
 * Making, reading and verifying them sends nothing.
 */
import type { Input, ProviderId } from './operation.js';

/** `documented` is what the vendor's pages describe; `sdk` what its newer clients write, with all of it signed. */
export const REQUEST_FORMS = ['documented', 'sdk'] as const;
export type RequestForm = (typeof REQUEST_FORMS)[number];

export type RequestKind = 'activation' | 'deactivation';

/** The settings and secrets of a context, as far as a file wants them. */
export interface FileAccount {
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly secrets: Readonly<Record<string, string | undefined>>;
}

export interface RequestOrder {
  readonly kind: RequestKind;
  readonly form: RequestForm;
  /** By documented names. */
  readonly input: Input;
  readonly account: FileAccount;
  /** Used where the input has none. */
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What a request file says. */
export interface RequestFacts {
  readonly provider: ProviderId;
  readonly form: RequestForm;
  /** null in files that do not say. */
  readonly kind: RequestKind | null;
  readonly key: string | null;
  readonly username: string | null;
  readonly product: string | null;
  readonly deviceId: string | null;
  readonly requestId: string | null;
  /** ISO 8601; null where the file's date is none. */
  readonly madeAt: string | null;
  /** The content of the file: Base64 without line breaks. */
  readonly content: string;
  /** Values in it that must not be shown. */
  readonly secrets: readonly string[];
}

export interface LicenseProof {
  /** PEM. */
  readonly publicKey: string;
  /** The device that the licence must be for; null for any. */
  readonly hardwareId: string | null;
  /** For the signature that only the account can verify; null leaves it out. */
  readonly account: FileAccount | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** One licence in a file, by this computer's clock. */
export interface LicenseFacts {
  readonly key: string | null;
  readonly username: string | null;
  readonly product: string | null;
  readonly deviceId: string | null;
  readonly status: string;
  readonly type: string | null;
  readonly trial: boolean | null;
  readonly startsAt: string | null;
  readonly expiresAt: string | null;
  readonly maintenanceEndsAt: string | null;
}

/** A licence file in which all holds. */
export interface LicenseFileFacts extends LicenseFacts {
  readonly provider: ProviderId;
  readonly valid: true;
  readonly kind: 'license' | 'bundle';
  /** ISO 8601; null where the file does not say. */
  readonly issuedAt: string | null;
  /** Names of the signatures that were verified. */
  readonly signatures: readonly string[];
  /** SHA-256 of the public key that verified them: upper-case hex pairs with colons. */
  readonly publicKeyFingerprint: string;
  /** Whether it was compared with a device. */
  readonly deviceChecked: boolean;
  /** Those of a bundle; null for a single licence. */
  readonly licenses: readonly LicenseFacts[] | null;
}

export interface OfflineFiles {
  /** @throws UsageError for input that breaks a rule; AuthenticationError when the account has nothing to sign with */
  makeRequest(order: RequestOrder): RequestFacts;
  /**
   * @param source what the text is called in errors: `'x.req'`, `standard input`
   * @throws UsageError `not_a_request_file` for anything else, or a request of another kind
   */
  readRequest(text: string, source: string, kind?: RequestKind): RequestFacts;
  /**
   * @throws UsageError `not_a_license_file`, `invalid_public_key`; RejectedError `signature_missing`,
   *   `signature_mismatch`, `hardware_id_mismatch`, or why the licence is not valid now, such as `license_expired`
   */
  verifyLicense(text: string, source: string, proof: LicenseProof): LicenseFileFacts;
}
