/** What a context is, stored or described by the environment. */
import type { KeyKind, ProviderId } from '../api/operation.js';
import type { SignaturePolicy } from '../api/signature-policy.js';

export type SecretStore = 'keyring' | 'file';

/** Settings of a context that are not secret; all optional, by provider. */
export interface ContextSettings {
  readonly customerId?: string;
  readonly username?: string;
  readonly oauthClientId?: string;
  /** Where OAuth tokens are had, when not the vendor's own. */
  readonly oauthTokenUrl?: string;
  /** Babel's configurable header name. */
  readonly apiKeyHeader?: string;
  readonly keyKind?: KeyKind;
  /** Absolute path of a PEM file with certificates to trust. */
  readonly caFile?: string;
  /** LicenseSpring: the key that proves the vendor's answers, as PEM. */
  readonly publicKey?: string;
  /** LicenseSpring: what becomes of answers that are not proved. Absent: `require` with a key, `warn` without. */
  readonly signatures?: SignaturePolicy;
  /** SHA-256 fingerprint of the one certificate to accept, upper-case hex pairs with colons. */
  readonly fingerprint?: string;
}

/** One entry of the contexts file: no secrets. */
export interface StoredContext {
  readonly provider: ProviderId;
  readonly baseUrl: string;
  readonly settings: ContextSettings;
  readonly secretStore: SecretStore;
  /** ISO 8601. */
  readonly createdAt: string;
}

export interface ContextsFile {
  readonly schemaVersion: 1;
  readonly current: string | null;
  readonly contexts: Readonly<Record<string, StoredContext>>;
}

/** Secrets of one context: apiKey, sharedKey, oauthClientSecret, password, token. */
export type Secrets = Readonly<Record<string, string>>;

/** All that a call needs, from one tier: the environment or one stored context, never mixed. */
export interface ResolvedContext {
  /** null for one described by the environment. */
  readonly name: string | null;
  readonly provider: ProviderId;
  readonly baseUrl: string;
  readonly settings: ContextSettings;
  readonly secrets: Secrets;
}
