/**
 * What a provider offers. A command asks the context's provider for a capability; one that is absent becomes
 * an UnsupportedError naming the contexts that have it. Inputs are keyed by the documented field names of the
 * operation; the command has already made flags of them.
 */
import type { Notice } from '../notice.js';
import type { AccountCapabilities } from './account-capabilities.js';
import type { Client, Consent, Wire, WireDeps } from './client.js';
import type { DeviceCapabilities } from './device-capabilities.js';
import type { BorrowRecord } from './device-records.js';
import type { OfflineFiles } from './offline-files.js';
import type { Input, Operation, ProviderId } from './operation.js';
import type { Rate } from './pace.js';
import type { CodeCalls, ProductCapabilities } from './product-capabilities.js';
import type {
  ActivationRecord,
  CertificateRecord,
  ChangeRecord,
  CodeRecord,
  CreatedRecord,
  DeactivationRecord,
  LicenseRecord,
  ProfileRecord,
  SeatRecord,
  TrialRecord,
  Verdict,
} from './records.js';

/** A record beside the body it came from, for `--raw`. */
export interface Read<T> {
  readonly value: T;
  readonly raw: string;
}

/** One page of a listing. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly raw: string;
}

export interface Listing<T> {
  /** How many there are, for this filter. */
  count(filter: Input): Promise<Read<number>>;
  /** `page` counts from 1. A page shorter than `pageSize` is the last. */
  page(filter: Input, page: number, pageSize: number): Promise<Page<T>>;
  readonly maxPageSize: number;
}

/** One question to a system, or one change of it. */
export type Ask<T> = (input: Input) => Promise<Read<T>>;

/** A change that may be wide; then it is sent only with consent. */
export type WideAsk<T> = (input: Input, consent?: Consent) => Promise<Read<T>>;

/** What a wide call takes away: everything under one code or group. */
export interface Reach {
  readonly count: number;
  /** `activation`, `note`: for sentences. */
  readonly noun: string;
  /** Whom it hits, one name each; as many as {@link Reach.count}, or none where they have no names. */
  readonly names: readonly string[];
  /** What they hang on: `code 206454320110930859`. */
  readonly subject: string;
  /** What goes with them and is not counted: `2 past activations`. */
  readonly besides?: string;
}

export interface Capabilities extends ProductCapabilities, AccountCapabilities, DeviceCapabilities {
  readonly activate?: Ask<ActivationRecord>;
  /** Frees one device, or with consent every activation under a code when the row is wide and not narrowed. */
  readonly deactivate?: WideAsk<DeactivationRecord>;
  /** What a wide call of this system would take away; asked before it is sent, whichever command sends it. */
  readonly reach?: (operation: Operation, input: Input) => Promise<Reach>;
  readonly show?: Ask<LicenseRecord>;
  /** Never throws for "not valid": that is a verdict. */
  readonly check?: Ask<Verdict>;
  readonly seats?: SeatCapability;
  readonly codes?: Listing<CodeRecord> & CodeCalls & { readonly show: Ask<readonly CodeRecord[]> };
  readonly profiles?: Listing<ProfileRecord> & {
    readonly show: Ask<ProfileRecord>;
    readonly create?: Ask<CreatedRecord>;
    readonly update: Ask<ChangeRecord>;
  };
  readonly trials?: Listing<TrialRecord> & {
    readonly status: Ask<TrialRecord>;
    readonly reset: Ask<ChangeRecord>;
  };
  readonly offline?: {
    readonly certificate: Ask<CertificateRecord>;
    readonly deactivate: Ask<DeactivationRecord>;
  };
  readonly passive?: { readonly create: Ask<CertificateRecord> };
}

export interface SeatCapability {
  /** Takes a seat. @throws RejectedError with code `no_free_seat` or the vendor's when none is free. */
  request(input: Input): Promise<Read<SeatRecord>>;
  /** Renews it; a record with `active: false` means the seat is lost. */
  heartbeat(input: Input): Promise<Read<SeatRecord>>;
  release(input: Input): Promise<Read<DeactivationRecord>>;
  /** Holds the seat until a date, whether or not the client beats. */
  borrow?(input: Input): Promise<Read<BorrowRecord>>;
}

export interface RateLimits {
  /** What one program may send by itself. */
  readonly rates: readonly Rate[];
  /** The longest window that requests are counted in, those of other programs too; milliseconds. */
  readonly windowMs: number;
}

/** What a provider is, once its module is loaded. */
export interface ProviderModule {
  readonly id: ProviderId;
  readonly operations: readonly Operation[];
  /** Which row stands behind each capability: what the commands make flags, help and the dry run from. */
  readonly rows: Readonly<Partial<Record<CapabilityRow, Operation>>>;
  /** How many requests the system documents that it takes; absent where it documents nothing. */
  readonly rateLimits?: RateLimits;
  createWire(deps: WireDeps): Wire;
  createCapabilities(client: Client, deps: CapabilityDeps): Capabilities;
  /** Files of clients without a network, where the system has them; loaded when they are asked for. */
  offlineFiles?(): Promise<OfflineFiles>;
  /** One harmless call that proves the credentials; returns facts worth showing (key kind, farm, version). */
  probe(client: Client, deps: CapabilityDeps): Promise<Readonly<Record<string, unknown>>>;
}

export interface CapabilityDeps {
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  /** Waits; rejects when the person interrupts. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly notice: Notice;
}

/** `noun.verb`: a row that a command is made from. */
export type CapabilityRow =
  | 'activate'
  | 'deactivate'
  | 'show'
  | 'check'
  | `seats.${'request' | 'heartbeat' | 'release' | 'borrow'}`
  | `bundles.${'activate' | 'deactivate' | 'check'}`
  | `licenses.${'of-user' | 'on-device'}`
  | `license-features.${'check' | 'consume' | 'borrow' | 'release'}`
  | 'consumption.add'
  | `variables.${'list' | 'set'}`
  | `versions.${'list' | 'show'}`
  | 'customers.users'
  | `${'sso' | 'oauth'}.url`
  | `codes.${CodeVerb}`
  | `profiles.${'list' | 'show' | 'create' | 'update'}`
  | `trials.${'list' | 'status' | 'reset' | 'create'}`
  | `offline.${'certificate' | 'activate' | 'activate-bundle' | 'deactivate' | 'deactivate-bundle'}`
  | 'passive.create'
  | 'network.master'
  | 'systems.show'
  | `products.${'list' | 'show' | 'create' | 'update'}`
  | `${'feature-groups' | 'features' | 'custom-fields'}.${'create' | 'update' | 'delete'}`
  | `companies.${'show' | 'find' | 'list' | 'create' | 'update' | 'delete'}`
  | `groups.${'show' | 'create' | 'update' | 'delete'}`
  | `group-codes.${'assign' | 'show' | 'unassign'}`
  | `users.${'show' | 'create' | 'update' | 'delete' | 'password' | 'authenticate'}`
  | 'onboard'
  | `consumers.${'list' | 'create'}`
  | `notes.${'list' | 'add' | 'update' | 'delete'}`
  | 'events.send';

type CodeVerb =
  | 'list'
  | 'show'
  | 'allocate'
  | 'import'
  | 'update'
  | 'next'
  | 'activity'
  | 'activated'
  | 'return'
  | 'clear';
