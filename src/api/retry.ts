/** When a call is sent again by itself, and after how long. */
import type { Effect } from './operation.js';
import type { TransportFailure, WireResponse } from './transport.js';

/** Tries in all, the first one included. */
export const MAX_ATTEMPTS = 4;
/** A server that wants a longer wait than this is told to the person instead. */
export const MAX_RETRY_AFTER_MS = 60_000;

const BASE_DELAY_MS = 250;
const MAX_DELAY_MS = 8000;

/** What came of one attempt. */
export type Attempt =
  | { readonly failure: TransportFailure }
  | {
      readonly response: WireResponse;
      /** The provider's judge calls it a failure of the server, not a refusal. */
      readonly fault: boolean;
    };

/** Failures that the next attempt would meet again. */
const LASTING: ReadonlySet<string> = new Set(['tls', 'too-large', 'not-http', 'proxy', 'aborted']);

/**
 * Milliseconds until the next attempt; null for no more.
 *
 * A read is repeated after any failure that may pass. What changes something is repeated only when the server
 * cannot have seen it, or when it said “later” with a Retry-After (429, 503): our assumption is that a server
 * which says so has not done the work. Where a system documents its limits, a bare 429 says as much, and a `write`,
 * which is harmless twice, is repeated as well. What consumes, or destroys widely, is never repeated.
 *
 * @param attempt counts from 1
 * @param random 0 up to 1, for the jitter
 * @param windowMs the longest window that the system counts requests in: after a bare 429 it must pass; null where
 *   none is documented
 */
export function retryDelayMs(
  effect: Effect,
  attempt: number,
  outcome: Attempt,
  now: number,
  random: () => number,
  windowMs: number | null = null,
): number | null {
  if (attempt >= MAX_ATTEMPTS || effect === 'consume' || effect === 'destroy-wide') return null;
  const read = effect === 'read';
  const backOff = Math.floor(random() * Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** attempt));
  if ('failure' in outcome) {
    const { reason, sent } = outcome.failure;
    return LASTING.has(reason) || (sent && !read) ? null : backOff;
  }
  const { status, headers } = outcome.response;
  const asked = parseRetryAfter(headers['retry-after'], now);
  if (saysLater(status) && asked !== null) {
    return asked > MAX_RETRY_AFTER_MS ? null : asked + Math.floor(random() * BASE_DELAY_MS);
  }
  if (status === 429 && windowMs !== null) {
    return read || effect === 'write' ? windowMs + Math.floor(random() * BASE_DELAY_MS) : null;
  }
  const passing = saysLater(status) || isGatewayFault(status) || outcome.fault;
  return read && passing ? backOff : null;
}

export function saysLater(status: number): boolean {
  return status === 429 || status === 503;
}

/**
 * Whether something before the server failed, which cannot tell what the server did. 520 to 530 are a common CDN's;
 * 408 comes from servers that did not get the whole request and from proxies that did not get the whole answer.
 */
export function isGatewayFault(status: number): boolean {
  return status === 408 || status === 502 || status === 504 || (status >= 520 && status <= 530);
}

/** Milliseconds from a Retry-After in seconds or as an HTTP date; null when absent or unreadable. */
export function parseRetryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
