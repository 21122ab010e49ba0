/** Judges what is the same for all four systems, before a provider judges the rest. */
import { type LicensectlError, NetworkError, RateLimitError } from '../errors.js';
import { NOT_JSON, readAnswer } from './answer-value.js';
import { type CallFacts, detailsOf, outcomeUnknown } from './call-facts.js';
import type { Answer } from './client.js';
import { isGatewayFault, MAX_RETRY_AFTER_MS, parseRetryAfter } from './retry.js';
import type { WireResponse } from './transport.js';

/**
 * Returns the error that an answer is by its status or by being a web page; null for one that the system
 * itself has given.
 *
 * For a changing call a gateway's fault (502, 504), and any other 5xx with a web page or nothing, leave the outcome
 * unknown. So does a 503 without Retry-After: some load balancers send it for a server that went away at work.
 */
export function transportError(
  response: WireResponse,
  facts: CallFacts,
  now: number,
): LicensectlError | null {
  const { status } = response;
  if (status >= 300 && status < 400) return redirect(response, facts);
  if (status === 407) {
    return new NetworkError('The proxy asks for credentials (HTTP 407).', {
      ...detailsOf(facts, { code: 'proxy_authentication' }),
      httpStatus: status,
      hint: 'Put them into the address of the proxy: HTTPS_PROXY=http://user:password@host:port',
    });
  }
  if (status === 429) return rateLimited(response, facts, now);
  if (status === 503 || isGatewayFault(status)) return unavailable(response, facts, now);
  return pageError(response, facts);
}

function redirect({ status, headers }: WireResponse, facts: CallFacts): LicensectlError {
  const target = headers.location ?? '';
  const host = URL.canParse(target, facts.baseUrl) ? new URL(target, facts.baseUrl).host : '';
  const where = host === '' ? 'another address' : host;
  return new NetworkError(
    `The server redirects to ${where} (HTTP ${status}); credentials are not sent along.`,
    {
      ...detailsOf(facts, { code: 'unexpected_redirect' }),
      httpStatus: status,
      hint: `Check the base URL ${facts.baseUrl}: the scheme, host and path must be those of the API itself.`,
    },
  );
}

function rateLimited(response: WireResponse, facts: CallFacts, now: number): LicensectlError {
  const { wait, hint } = waiting(response, now);
  return new RateLimitError(
    `The server asks to slow down (HTTP 429)${wait}.`,
    detailsOf(facts, { code: 'rate_limited', httpStatus: 429, hint, retryable: true }),
  );
}

function unavailable(response: WireResponse, facts: CallFacts, now: number): LicensectlError {
  const { status } = response;
  const { wait, hint } = waiting(response, now);
  const refusedAtTheDoor = status === 503 && wait !== '';
  if (facts.effect !== 'read' && !refusedAtTheDoor) {
    return outcomeUnknown(facts, `The server is not available (HTTP ${status}).`, { httpStatus: status });
  }
  return new NetworkError(
    `The server is not available (HTTP ${status})${wait}.`,
    detailsOf(facts, { code: 'service_unavailable', httpStatus: status, hint, retryable: true }),
  );
}

function waiting({ headers }: WireResponse, now: number): { readonly wait: string; readonly hint: string } {
  const ms = parseRetryAfter(headers['retry-after'], now);
  if (ms === null) return { wait: '', hint: 'Try again in a while.' };
  const seconds = Math.ceil(ms / 1000);
  const hint =
    ms > MAX_RETRY_AFTER_MS
      ? `That is longer than this tool waits by itself; run it again in ${seconds} s.`
      : `Try again in ${seconds} s.`;
  return { wait: `, and to wait ${seconds} s`, hint };
}

/** Not implemented, and not in this version of HTTP: with these a server says that it has not begun. */
const NOT_BEGUN: ReadonlySet<number> = new Set([501, 505]);

/** A web page where the API should be. 401 and 403 say enough by their status: the provider judges them. */
function pageError(response: WireResponse, facts: CallFacts): LicensectlError | null {
  const { status, body } = response;
  const page = /^\s*<(?:!doctype|html)\b/i.test(body);
  const inDoubt = status >= 500 && !NOT_BEGUN.has(status) && facts.effect !== 'read';
  if (inDoubt && (page || body.trim() === '')) {
    return outcomeUnknown(facts, `The server failed (HTTP ${status}).`, { httpStatus: status });
  }
  if (!page || status === 401 || status === 403) return null;
  if (status >= 500) {
    return new NetworkError(
      `The server failed (HTTP ${status}).`,
      detailsOf(facts, {
        code: 'server_error',
        httpStatus: status,
        retryable: true,
        hint: 'Try again in a while.',
      }),
    );
  }
  return new NetworkError(`A web page came instead of an answer of the API (HTTP ${status}).`, {
    ...detailsOf(facts, { code: 'not_the_api' }),
    httpStatus: status,
    hint: `Check the base URL ${facts.baseUrl}: it is what stands before the documented path. A proxy or sign-in page may be in the way.`,
  });
}

/** @throws NetworkError `not_json`, or UnknownOutcomeError for a changing call, when the body is broken JSON */
export function wholeAnswer(response: WireResponse, facts: CallFacts): Answer {
  const answer = readAnswer(response);
  if (answer !== NOT_JSON) return answer;
  const { status } = response;
  const what = `The answer is broken JSON (HTTP ${status}).`;
  if (facts.effect !== 'read') throw outcomeUnknown(facts, what, { httpStatus: status });
  throw new NetworkError(
    what,
    detailsOf(facts, {
      code: 'not_json',
      httpStatus: status,
      hint: 'Run it again with --verbose to see the answer.',
    }),
  );
}

/**
 * Silence where the document promises an answer, with a status of success. What a call consumed is in its answer even
 * where its shape is not documented. 204 is a way to say “done”.
 * @throws NetworkError `empty_answer`, or UnknownOutcomeError for a changing call
 */
export function expectBody(answer: Answer, facts: CallFacts): void {
  const { operation, effect } = facts;
  if (operation === undefined || answer.value !== undefined || answer.status === 204) return;
  const { kind, texts } = operation.answer;
  const promised = kind === 'undocumented' ? effect === 'consume' : kind !== 'empty';
  if (!promised || texts?.includes('') === true) return;
  const what = `The answer is empty (HTTP ${answer.status}).`;
  if (effect !== 'read') throw outcomeUnknown(facts, what, { httpStatus: answer.status });
  throw new NetworkError(
    what,
    detailsOf(facts, {
      code: 'empty_answer',
      httpStatus: answer.status,
      hint: 'Run it again with --verbose.',
    }),
  );
}

/** Longest text of a server that goes into a message. */
const MAX_MESSAGE = 300;

export function limitText(text: string): string {
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE - 1)}…` : text;
}
