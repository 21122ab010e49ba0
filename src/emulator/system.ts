/**
 * The contract between the emulator's server and the four emulated systems. Handlers are plain functions of
 * state, request and clock; routing, faults, the log and the sockets sit around them.
 *
 * The emulator takes names and paths from the operation tables, but decides for itself, from the vendor
 * documents, what is right: nothing of the client's code is used here.
 */
import type { HttpMethod, Operation, ProviderId } from '../api/operation.js';
import type { Store } from './store.js';

export interface EmulatedRequest {
  readonly method: HttpMethod;
  /** Path below the system's prefix: `/api/LicenseCode`, `/api/v4/check_license`, `/v1/license/info`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly remoteAddress: string;
}

export interface EmulatedResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as UTF-8; an object is not accepted here: each system decides how it writes JSON. */
  readonly body?: string;
}

export interface EmulatorSettings {
  /** Whether the request log keeps what requests held, query and body, with the secrets that those carry. */
  logInputs: boolean;
  /** `object` or `string` timestamps and durations of Babel. */
  babelEncoding: 'object' | 'string';
  /** Seconds between Babel heartbeats. */
  babelHeartbeatSeconds: number;
  /** A seat lapses after this many missed intervals. */
  babelMissedBeats: number;
  /** How Babel refuses when no seat is free: an error status, or 200 without `granted`. */
  babelNoSeat: 'error' | 'not-granted';
  /** Whether `/v1/license/*` may be called without a key. */
  babelAnonymous: boolean;
  /** Zentitle: shape of count answers. */
  zentitleCount: 'number' | 'string' | 'object' | 'array';
  /** Zentitle: status of refusals; the older service answered 200 whether or not it succeeded. */
  zentitleErrorStatus: 200 | 400;
  /** Zentitle: what creators send whose answer is not documented: a sentence, the new id, or an object with that id. */
  zentitleCreated: 'sentence' | 'id' | 'record';
  /** Zentitle: what the other calls send whose answer is not documented: a sentence, `OK`, or no body. */
  zentitleDone: 'sentence' | 'ok' | 'empty';
  /** Zentitle: NextLicenseCode as text with commas, as a list of codes, or as a list of records. */
  zentitleNextCodes: 'text' | 'list' | 'records';
  /** Zentitle: member names of answers as the document spells them in that section, or all in one case. */
  zentitleNames: 'documented' | 'lower' | 'upper';
  /** Parallels: shape of the licence object. */
  parallelsShape: 'v20' | 'v21';
  /** Idle minutes before a Parallels session ends. */
  parallelsSessionMinutes: number;
  /** Milliseconds until a Parallels change shows in GET /api/License. */
  parallelsApplyMs: number;
  /** LicenseSpring: an active device activates again: it succeeds, or 409 license_device_exists. */
  licensespringReactivation: 'success' | 'conflict';
  /** LicenseSpring: status of signature_mismatch; two pages of the documentation differ. */
  licensespringMismatchStatus: 400 | 401;
  /** LicenseSpring: status of product_details' refusals; its text and its examples differ. */
  licensespringProductErrorStatus: 400 | 404;
  /** LicenseSpring: what floating/release answers: no body, a text, or an object. */
  licensespringReleaseAnswer: 'empty' | 'text' | 'object';
  /** LicenseSpring: `created_at` of the variables that get_device_variables lists. */
  licensespringVariableDates: 'iso' | 'milliseconds';
  /** LicenseSpring: whether activating takes a floating slot, as check_license does. */
  licensespringSlotOnActivate: boolean;
  /** LicenseSpring: white space between the tokens of an answer; its header signature covers the compact text. */
  licensespringJson: 'compact' | 'spaced';
  /** LicenseSpring: whose rate limits are kept: none, or those of this plan. */
  licensespringPlan: 'unlimited' | 'free' | 'business-starter' | 'business-plus' | 'enterprise';
  /** LicenseSpring: whether a 429 carries Retry-After. */
  licensespringRetryAfter: boolean;
}

export interface SystemDeps {
  readonly store: Store;
  /** Milliseconds since the epoch on the emulator's movable clock. */
  readonly now: () => number;
  /** Random bytes as hex; seeded, so that a world is reproducible. */
  readonly randomHex: (bytes: number) => string;
  readonly settings: EmulatorSettings;
}

export interface EmulatedSystem {
  readonly provider: ProviderId;
  /** Rows of the operation table; for routing and for the class of a request in the log. */
  readonly operations: readonly Operation[];
  /** `create table if not exists …` statements; table names start with the provider id. */
  readonly schema: string;
  /** Fills the tables of an empty store with the default world. */
  seed(deps: SystemDeps): void;
  handle(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse;
  /** How contexts for this system are made by `emulator exec`: settings and secrets of the default world. */
  readonly credentials: {
    readonly settings: Readonly<Record<string, string>>;
    readonly secrets: Readonly<Record<string, string>>;
  };
}
