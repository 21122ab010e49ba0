/** From what a system answers, and the fault that spoils it, to bytes on the socket. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AnswerFault } from './fault-rules.js';
import type { EmulatedResponse } from './system.js';

/** What is to be sent. */
export type Answer =
  | { readonly kind: 'whole' | 'half'; readonly response: EmulatedResponse }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'reset' };

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const CHUNK_BYTES = 64 * 1024;

/** A page such as a proxy or a load balancer in the way would send. */
const HTML_PAGE =
  '<!DOCTYPE html>\n<html><head><title>Service unavailable</title></head>' +
  '<body><h1>Service unavailable</h1><p>Please try again later.</p></body></html>\n';

export function jsonResponse(status: number, value: unknown): EmulatedResponse {
  return { status, headers: JSON_TYPE, body: JSON.stringify(value) };
}

function retryAfter(
  seconds: number | undefined,
  as: 'seconds' | 'date' | undefined,
  now: number,
): Record<string, string> {
  if (seconds === undefined) return {};
  return { 'Retry-After': as === 'date' ? new Date(now + seconds * 1000).toUTCString() : String(seconds) };
}

/**
 * What is sent instead under this fault.
 * @param response what the system answered; null when it was not asked
 * @param now milliseconds since the epoch on the emulator's clock
 */
export function spoil(rule: AnswerFault, response: EmulatedResponse | null, now: number): Answer {
  const status = response?.status ?? 200;
  switch (rule.kind) {
    case 'reset-before':
    case 'reset-after':
      return { kind: 'reset' };
    case 'truncate':
      return { kind: 'half', response: response ?? { status } };
    case 'huge':
      return { kind: 'huge', bytes: rule.bytes };
    case 'empty':
      return { kind: 'whole', response: { status: rule.status ?? status, headers: JSON_TYPE } };
    case 'html':
      return {
        kind: 'whole',
        response: {
          status: rule.status ?? status,
          headers: { 'Content-Type': 'text/html; charset=utf-8' },
          body: HTML_PAGE,
        },
      };
    case 'status':
      return {
        kind: 'whole',
        response: {
          status: rule.status,
          headers: {
            'Content-Type': rule.contentType ?? JSON_TYPE['Content-Type'],
            ...retryAfter(rule.retryAfterSeconds, rule.as, now),
          },
          body: rule.body ?? '',
        },
      };
    case 'rate-limit':
      return {
        kind: 'whole',
        response: {
          status: 429,
          headers: { ...JSON_TYPE, ...retryAfter(rule.retryAfterSeconds, rule.as, now) },
          body: rule.body ?? '',
        },
      };
  }
}

/** The status a client sees; null for a reset. */
export function statusOf(answer: Answer): number | null {
  if (answer.kind === 'reset') return null;
  return answer.kind === 'huge' ? 200 : answer.response.status;
}

/** A JSON string of `bytes` bytes, made as it is read. */
function* hugeBody(bytes: number): Generator<Buffer> {
  const filler = Buffer.alloc(CHUNK_BYTES, 'x');
  yield Buffer.from('"');
  for (let left = bytes - 2; left > 0; left -= CHUNK_BYTES)
    yield filler.subarray(0, Math.min(left, CHUNK_BYTES));
  yield Buffer.from('"');
}

function reset(res: ServerResponse): void {
  const { socket } = res;
  if (socket === null) return;
  // A TLS socket cannot send RST; to the client, a connection that ends without an answer is a reset too.
  if ('encrypted' in socket) socket.destroy();
  else socket.resetAndDestroy();
}

/**
 * Sends the answer with its length and this date (milliseconds since the epoch). Resolves when all is handed
 * over; a client that has gone away is no error.
 */
export async function send(res: ServerResponse, answer: Answer, date: number): Promise<void> {
  if (answer.kind === 'reset') {
    reset(res);
    return;
  }
  res.sendDate = false;
  res.setHeader('Date', new Date(date).toUTCString());
  if (answer.kind === 'huge') {
    res.writeHead(200, { ...JSON_TYPE, 'Content-Length': answer.bytes });
    await pipeline(Readable.from(hugeBody(answer.bytes)), res).catch(() => undefined);
    return;
  }
  const { status, headers = {}, body = '' } = answer.response;
  const bytes = Buffer.from(body);
  if (answer.kind === 'half' && bytes.length === 0) {
    // Without a body there is only the head to cut; a part of one is as good as none.
    res.socket?.destroy();
    return;
  }
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  if (status !== 204) res.setHeader('Content-Length', bytes.length);
  res.writeHead(status);
  if (answer.kind === 'whole') {
    res.end(bytes);
    return;
  }
  res.flushHeaders();
  res.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => res.socket?.destroy());
}
