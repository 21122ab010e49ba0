/**
 * The operation model: each call of each licence system is one row of data. The client call, the check of
 * input, flags and help, the dry run, the raw `api` command, the emulator's routing and the reference page
 * are all made from these rows.
 */

import { isObject, member } from './read.js';

export const PROVIDER_IDS = ['zentitle', 'licensespring', 'babel', 'parallels'] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

/**
 * What an operation does to the server; not the HTTP verb.
 *
 * - `read` changes nothing; sent in a dry run, retried freely.
 * - `consume` takes something that does not come back by itself; never retried.
 * - `write` changes state, and sending it twice is harmless.
 * - `create` makes two when sent twice.
 * - `destroy` takes away from one named thing; asks first.
 * - `destroy-wide` takes away from everything under a code or group; asks for the count.
 */
export type Effect = 'read' | 'consume' | 'write' | 'create' | 'destroy' | 'destroy-wide';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';

/** Zentitle's key kinds, from the seed document's section "Types of API Keys". */
export const KEY_KINDS = ['read-only', 'read-write', 'offline', 'datastreamer'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'object' | 'list';

/** How a value travels: `text` as a JSON string ("true", "9"), `bit` as 0 or 1, `native` as the JSON type. */
export type WireForm = 'native' | 'text' | 'bit';

export type Unit = 'minutes' | 'hours' | 'days' | 'seconds';

export interface Field {
  /** The spelling of the document's table; also the key in an {@link Input}. */
  readonly name: string;
  readonly type: FieldType;
  /** Default `native`. */
  readonly wire?: WireForm;
  readonly required?: boolean;
  /** Null is a value of its own here, and is sent; elsewhere it counts as not given. */
  readonly nullable?: boolean;
  /** The members of an `object` are texts, numbers and booleans. */
  readonly flat?: boolean;
  /** A credential: never a flag with a value, never shown. */
  readonly secret?: boolean;
  /** Allowed values; compared without regard to case, sent as written here. */
  readonly values?: readonly string[];
  /** Words that stand for a value outside the type, such as `reset` for a date. */
  readonly special?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** The unit the server takes. */
  readonly unit?: Unit;
  /** The members of a `list`'s entries or of an `object`. */
  readonly fields?: readonly Field[];
  /** The flag, without dashes, where it is not the kebab-case name. */
  readonly flag?: string;
  /** One line of help. */
  readonly note: string;
}

/** Rules between fields, as data. A field counts as present when its value is neither undefined nor ''. */
export type Rule =
  | { readonly kind: 'exactly-one'; readonly fields: readonly string[] }
  | { readonly kind: 'at-most-one'; readonly fields: readonly string[] }
  | { readonly kind: 'at-least-one'; readonly fields: readonly string[] }
  /** When `field` is present, all of `needs` must be. */
  | { readonly kind: 'needs'; readonly field: string; readonly needs: readonly string[] }
  /** When `field` has the value `equals` (without regard to case), `needs` must be present. */
  | { readonly kind: 'needs-when'; readonly field: string; readonly equals: string; readonly needs: string }
  /** When `field` has the value `equals`, the value `refused` is not allowed in `target`. */
  | {
      readonly kind: 'refuses-when';
      readonly field: string;
      readonly equals: string;
      readonly target: string;
      readonly refused: string;
    }
  /** `field` (with the value `equals`, where one is named) goes only with a `target` that is one of `among`, or absent. */
  | {
      readonly kind: 'goes-with';
      readonly field: string;
      readonly equals?: string;
      readonly target: string;
      readonly among: readonly string[];
    }
  /** When `field` has the value `equals`, `target` takes an id: a whole number from 1. */
  | { readonly kind: 'id-when'; readonly field: string; readonly equals: string; readonly target: string }
  /** The rules hold within each entry of a list. */
  | { readonly kind: 'each'; readonly list: string; readonly rules: readonly Rule[] };

/** A value in the entries of a list, and the effect that it has. */
export interface RaisingEntry {
  readonly list: string;
  readonly member: string;
  readonly equals: string;
  readonly effect: Effect;
}

/** What the document says a success looks like. */
export interface AnswerShape {
  readonly kind:
    | 'records'
    | 'record'
    | 'text'
    | 'certificate'
    | 'count-or-records'
    | 'empty'
    | 'undocumented';
  /** The documented success texts, where the answer is prose. */
  readonly texts?: readonly string[];
}

export interface Operation {
  /** `<provider>.<noun>.<verb>`, for example `zentitle.codes.list`. */
  readonly id: string;
  readonly provider: ProviderId;
  readonly method: HttpMethod;
  /** The documented path, which stands behind the base URL; `{name}` marks a path parameter. */
  readonly path: string;
  readonly summary: string;
  readonly effect: Effect;
  /** With a `destroy-wide` effect: a field whose presence narrows it to `destroy`. */
  readonly narrowedBy?: string;
  /**
   * Entries of a list that change the effect: a note of type `deleteall` takes every note away. The first that is there
   * counts.
   */
  readonly raisedBy?: readonly RaisingEntry[];
  /** The key kinds that may make the call; absent where the system has no such thing. */
  readonly keyKinds?: readonly KeyKind[];
  /** How the input travels. */
  readonly encoding: 'json' | 'query' | 'text' | 'none';
  readonly input: readonly Field[];
  readonly rules?: readonly Rule[];
  readonly answer: AnswerShape;
  /** Which document this row was read from. */
  readonly source: string;
  /** What is inferred rather than documented; printed in the reference page. */
  readonly guess?: string;
}

/** Input of a call, keyed by the field names of the operation. */
export type Input = Readonly<Record<string, unknown>>;

export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Whether a required field has what it needs. */
export function isFilled(field: Field, value: unknown): boolean {
  return isPresent(value) || (value === null && field.nullable === true);
}

/** The effect of this operation with this input: naming one thing narrows a wide one, an entry of a list may widen one. */
export function effectOf(operation: Operation, input: Input): Effect {
  if (operation.narrowedBy !== undefined && isPresent(input[operation.narrowedBy])) return 'destroy';
  const raising = operation.raisedBy?.find((entry) => hasEntry(input, entry));
  return raising?.effect ?? operation.effect;
}

/** Whether some input makes the operation take away everything under a code or group. */
export function canBeWide({ effect, raisedBy = [] }: Operation): boolean {
  return [effect, ...raisedBy.map((entry) => entry.effect)].includes('destroy-wide');
}

/** Names and values in any casing: the input need not have been checked yet. */
function hasEntry(input: Input, { list, member: name, equals }: RaisingEntry): boolean {
  const entries = input[list];
  return (Array.isArray(entries) ? entries : [entries]).some(
    (entry) => isObject(entry) && String(member(entry, name)).trim().toLowerCase() === equals,
  );
}
