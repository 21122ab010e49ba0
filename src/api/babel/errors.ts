/**
 * Refusals of the Babel service. Their form is not published: google.rpc JSON, ProblemDetails, plain text and an
 * empty body are all taken. Sources: the error codes page for the names, google.rpc.Code for the numbers.
 */
import type { LicensectlError } from '../../errors.js';
import type { Answer } from '../client.js';
import type { Operation } from '../operation.js';
import { isObject, type JsonObject, member, readList, readNumber, readSentence } from '../read.js';
import { kindOfStatus, type Refusal, type RefusalKind, refusalError } from '../refusal.js';

interface Meaning {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly hint?: string;
}

const TAMPERED = 'The stored record does not match its hash: this does not pass by itself; tell the vendor.';

const FREE_A_PLACE =
  'Free a device or a seat that is no longer used: licensectl deactivate, or wait until a seat lapses.';
const CHECK_CALL =
  'Look at what would be sent with --dry-run; the command’s --help says what each value means.';

/**
 * The published names. They outrank the HTTP status: a tampered record is answered with 500 when gRPC statuses
 * are translated, yet it is permanent.
 */
const NAMED: ReadonlyMap<string, Meaning> = new Map([
  [
    'LicenseKeyNotFound',
    { code: 'license_key_not_found', kind: 'not-found', hint: 'Check the licence key.' },
  ],
  [
    'TokenNotFound',
    { code: 'token_not_found', kind: 'not-found', hint: 'The seat was released or given away.' },
  ],
  [
    'LicenseRevoked',
    {
      code: 'license_revoked',
      kind: 'rejected',
      hint: 'Whoever issued it has withdrawn it: ask for another one.',
    },
  ],
  [
    'LicenseExpired',
    {
      code: 'license_expired',
      kind: 'rejected',
      hint: 'Whoever issued it can renew it; licensectl show tells when it ended.',
    },
  ],
  [
    'TokenExpired',
    { code: 'token_expired', kind: 'rejected', hint: 'The seat has lapsed; ask for a new one.' },
  ],
  [
    'ServerReachedMaxTokenAllowed',
    {
      code: 'server_reached_max_token_allowed',
      kind: 'rejected',
      hint: 'The edition of the server allows no more seats.',
    },
  ],
  ['LicenseTampered', { code: 'license_tampered', kind: 'rejected', hint: TAMPERED }],
  ['TokenTampered', { code: 'token_tampered', kind: 'rejected', hint: TAMPERED }],
]);

const LOGIN = 'Give the context an API key or token: licensectl login';

const NOT_FOUND = 5;

/** google.rpc.Code numbers, for refusals without a published name. 5xx numbers follow the HTTP status. */
const NUMBERED: ReadonlyMap<number, Meaning> = new Map([
  [3, { code: 'invalid_argument', kind: 'rejected', hint: CHECK_CALL }],
  [NOT_FOUND, { code: 'not_found', kind: 'not-found' }],
  [6, { code: 'already_exists', kind: 'rejected' }],
  [7, { code: 'permission_denied', kind: 'permission' }],
  [8, { code: 'resource_exhausted', kind: 'rejected', hint: FREE_A_PLACE }],
  [9, { code: 'failed_precondition', kind: 'rejected' }],
  [15, { code: 'data_loss', kind: 'rejected', hint: TAMPERED }],
  [16, { code: 'unauthenticated', kind: 'authentication', hint: LOGIN }],
]);

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
  return { code: name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase(), kind };
}

/** `code` is a google.rpc number only in the google.rpc form; ProblemDetails says `status`. */
function numbered(body: JsonObject | undefined): Meaning | undefined {
  const code = body === undefined ? null : readNumber(member(body, 'code'));
  return code === null ? undefined : NUMBERED.get(code);
}

function byStatus(answer: Answer, body: JsonObject | undefined): Meaning {
  const kind = kindOfStatus(answer.status);
  const silent = plainText(answer.value) === null && body === undefined;
  if (kind === 'authentication') return { kind, code: 'unauthenticated', hint: LOGIN };
  if (kind === 'permission') return { kind, code: 'permission_denied' };
  if (kind === 'not-found' && !silent) return { kind, code: 'not_found' };
  if (kind === 'not-found') {
    return {
      kind,
      code: 'no_such_path',
      hint: 'Check that the base URL is what stands before /v1 and that the web API is enabled.',
    };
  }
  if (answer.status === 400 && body !== undefined && isObject(member(body, 'errors'))) {
    return { kind, code: 'invalid_argument', hint: CHECK_CALL };
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
