/**
 * Refusals of the Babel service. Their form is not published: google.rpc JSON, ProblemDetails, plain text and an
 * empty body are all taken.
 */
import type { LicensectlError } from '../../errors.js';
import type { Answer } from '../client.js';
import type { Operation } from '../operation.js';
import { isObject, type JsonObject, member, readList, readNumber, readSentence } from '../read.js';
import { kindOfStatus, type Refusal, type RefusalKind, refusalError } from '../refusal.js';
import { BABEL_CODES } from './error-codes.js';

interface Meaning {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly hint?: string | undefined;
}

/**
 * The published names, and our codes for them. They outrank the HTTP status: a tampered record is answered with 500 when
 * gRPC statuses are translated, yet it is permanent.
 */
const NAMED: ReadonlyMap<string, Meaning> = new Map(
  [
    'LicenseKeyNotFound',
    'TokenNotFound',
    'LicenseRevoked',
    'LicenseExpired',
    'TokenExpired',
    'ServerReachedMaxTokenAllowed',
    'LicenseTampered',
    'TokenTampered',
  ].map((name) => [name, meaningOf(snakeCase(name))]),
);

const NOT_FOUND = 5;

/** google.rpc.Code numbers, for refusals without a published name. 5xx numbers follow the HTTP status. */
const NUMBERED: ReadonlyMap<number, Meaning> = new Map([
  [3, meaningOf('invalid_argument')],
  [NOT_FOUND, meaningOf('not_found')],
  [6, meaningOf('already_exists')],
  [7, meaningOf('permission_denied')],
  [8, meaningOf('resource_exhausted')],
  [9, meaningOf('failed_precondition')],
  [15, meaningOf('data_loss')],
  [16, meaningOf('unauthenticated')],
]);

function meaningOf(code: string): Meaning {
  const { kind = 'rejected', next } = BABEL_CODES.get(code) ?? {};
  return { code, kind, hint: next };
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}

/** Codes of refusals that are about the call, not about the licence. */
const ABOUT_THE_CALL: ReadonlySet<string> = new Set(['invalid_argument', 'http_405', 'http_415']);

/** Refusals of `validate` that answer its question with no. */
export function isVerdict(error: LicensectlError): boolean {
  if (error.kind === 'rejected') return !ABOUT_THE_CALL.has(error.code);
  return error.code === 'token_not_found';
}

export function toError(answer: Answer, operation: Operation | undefined): LicensectlError {
  return refusalError('babel', readRefusal(answer), answer, operation);
}

function readRefusal(answer: Answer): Refusal {
  const body = isObject(answer.value) ? answer.value : undefined;
  const said = body === undefined ? plainText(answer.value) : sentence(body);
  // A 401 is about our credentials, even where it says that a token expired.
  const named =
    answer.status === 401 ? undefined : (namedIn(answer.value) ?? unpublished(body) ?? numbered(body));
  const meaning = named ?? byStatus(answer, body);
  return {
    kind: meaning.kind,
    code: meaning.code,
    message: said ?? `The Babel service answered HTTP ${answer.status} without an explanation.`,
    hint: meaning.hint,
  };
}

/**
 * The published name anywhere in the answer's texts, whether as one word or as a sentence ("License key not
 * found."): where it stands is not published.
 */
function namedIn(value: unknown): Meaning | undefined {
  const text = squeeze(textsOf(value).join('\n'));
  for (const [name, meaning] of NAMED) if (text.includes(squeeze(name))) return meaning;
  return undefined;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9\n]/g, '');
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (!isObject(value)) return [];
  const details = readList(member(value, 'details')).flatMap((detail) =>
    isObject(detail) ? Object.values(detail) : [detail],
  );
  const own = ['message', 'title', 'detail', 'type', 'code', 'error', 'errorCode'].map((name) =>
    member(value, name),
  );
  return [...own, ...details].filter((text): text is string => typeof text === 'string');
}

/**
 * A name in the manner of the published ones at the head of a google.rpc message. The groups for floating seats
 * and activations are not published: a full pool must not be taken for a missing right, although both are 403.
 */
function unpublished(body: JsonObject | undefined): Meaning | undefined {
  const code = body === undefined ? null : readNumber(member(body, 'code'));
  const name = /^[A-Z][a-z]+(?:[A-Z][a-z]+)+(?=:|\.|\s|$)/.exec(
    body === undefined ? '' : (sentence(body) ?? ''),
  )?.[0];
  if (code === null || name === undefined || NUMBERED.get(code)?.kind === 'authentication') return undefined;
  const kind = code === NOT_FOUND ? 'not-found' : 'rejected';
  return { code: snakeCase(name), kind };
}

/** `code` is a google.rpc number only in the google.rpc form; ProblemDetails says `status`. */
function numbered(body: JsonObject | undefined): Meaning | undefined {
  const code = body === undefined ? null : readNumber(member(body, 'code'));
  return code === null ? undefined : NUMBERED.get(code);
}

function byStatus(answer: Answer, body: JsonObject | undefined): Meaning {
  const kind = kindOfStatus(answer.status);
  const silent = plainText(answer.value) === null && body === undefined;
  if (kind === 'authentication') return meaningOf('unauthenticated');
  if (kind === 'permission') return meaningOf('permission_denied');
  if (kind === 'not-found' && !silent) return meaningOf('not_found');
  if (kind === 'not-found') return meaningOf('no_such_path');
  if (answer.status === 400 && body !== undefined && isObject(member(body, 'errors'))) {
    return meaningOf('invalid_argument');
  }
  return { kind, code: `http_${answer.status}` };
}

function sentence(body: JsonObject): string | null {
  for (const name of ['message', 'detail', 'title', 'error']) {
    const text = readSentence(member(body, name));
    if (text !== null) return text;
  }
  return null;
}

function plainText(value: unknown): string | null {
  return typeof value === 'string' ? (readSentence(value)?.trim() ?? null) : null;
}
