/** How Babel's web API is spoken: an API key in a header of configurable name, a bearer token, or nothing. */
import { UsageError } from '../../errors.js';
import { parseJson } from '../answer-value.js';
import type { Answer, DraftRequest, Wire, WireDeps } from '../client.js';
import { defaultHeader, headerOf, setHeader } from '../draft-headers.js';
import type { Operation } from '../operation.js';
import { reportsError } from '../outcome-flags.js';
import { isObject, type JsonObject, member, readBoolean, readNumber, readText } from '../read.js';
import { refusalError } from '../refusal.js';
import type { WireResponse } from '../transport.js';
import { toError } from './errors.js';
import { activateLicense, requestLicense, validateLicense } from './operations.js';

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** @throws UsageError when `settings.apiKeyHeader` is no HTTP header name. */
export function createBabelWire(deps: WireDeps): Wire {
  const header = deps.settings.apiKeyHeader ?? 'x-api-key';
  if (!HEADER_NAME.test(header)) {
    throw new UsageError(`'${header}' is not a name that an HTTP header can have.`, {
      code: 'invalid_header_name',
      provider: 'babel',
      hint: 'Correct apiKeyHeader in the context: licensectl login',
    });
  }
  const { apiKey, token } = deps.secrets;
  return {
    provider: 'babel',

    authorize(draft: DraftRequest): void {
      if (apiKey !== undefined) setHeader(draft, header, apiKey);
      else if (token !== undefined) setHeader(draft, 'Authorization', `Bearer ${token}`);
      // Media types as the licensing operations page shows them; the answers are JSON all the same.
      defaultHeader(draft, 'Accept', 'text/plain');
      if (draft.body !== undefined && isPlainJson(draft)) setHeader(draft, 'Content-Type', JSON_BODY);
    },

    /** Google's table makes 429 of “resource exhausted”, which no free seat may be; a limiter names a time. */
    refuses({ headers, body }: WireResponse): boolean {
      const value = parseJson(body);
      return (
        headers['retry-after'] === undefined && isObject(value) && readNumber(member(value, 'code')) !== null
      );
    },

    judge(answer: Answer, operation: Operation | undefined): void {
      if (answer.status < 200 || answer.status >= 300) throw toError(answer, operation);
      if (isObject(answer.value)) refuseUnsuccessful(answer.value, answer, operation);
    },
  };
}

const JSON_BODY = 'application/json-patch+json';

/** A media type of the person's own choice is left alone. */
function isPlainJson(draft: DraftRequest): boolean {
  return (headerOf(draft, 'Content-Type') ?? 'application/json') === 'application/json';
}

interface Flag {
  /** The member that says whether it was done. */
  readonly flag: string;
  /** Code and message of the refusal, where the service has no words of its own. */
  readonly code: string;
  readonly message: string;
}

/** Calls whose 200 says in a flag whether they did it; false is left out of the JSON. */
const FLAGS: ReadonlyMap<string, Flag> = new Map([
  [
    activateLicense.id,
    { flag: 'success', code: 'activation_refused', message: 'The Babel service refused the activation.' },
  ],
  [
    requestLicense.id,
    { flag: 'granted', code: 'no_free_seat', message: 'The Babel service granted no seat.' },
  ],
]);

/** Calls without a flag of their own. */
const ANY_CALL: Flag = {
  flag: 'success',
  code: 'not_successful',
  message: 'The Babel service reports a failure.',
};

/**
 * A 200 can be a refusal: in the form of one, or by a flag. Of `validate` and `heartbeat` the flag is the answer, not a
 * failure. Management answers carry `success`, `code` and `message` beside the data.
 */
function refuseUnsuccessful(body: JsonObject, answer: Answer, operation: Operation | undefined): void {
  if (reportsError(body) || isRpcStatus(body)) throw toError(answer, operation);
  if (operation?.id === validateLicense.id) return;
  const expected = operation === undefined ? undefined : FLAGS.get(operation.id);
  const { flag, code, message } = expected ?? ANY_CALL;
  // Where a flag is documented, its absence is a no; elsewhere only what is said counts.
  const done = readBoolean(member(body, flag)) ?? expected === undefined;
  if (done) return;
  const said = readText(member(body, 'message'));
  throw refusalError('babel', { kind: 'rejected', code, message: said ?? message }, answer, operation);
}

/** `{code, message}` of google.rpc, whose number is never 0 for a failure; a flag beside it makes it something else. */
function isRpcStatus(body: JsonObject): boolean {
  const code = readNumber(member(body, 'code')) ?? 0;
  return code !== 0 && readText(member(body, 'message')) !== null && member(body, 'success') === undefined;
}
