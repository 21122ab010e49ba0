/** One request and its whole answer over a connection that an agent provides. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type FailureReason, TransportFailure } from './transport.js';
import { describe, type Progress, transportFailure } from './transport-failures.js';

export interface ExchangeLimits {
  /** From the first step of the connection to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly maxBodyBytes: number;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Runs one exchange. `open` makes the request; the signal it is given aborts when the exchange is over before
 * its connection was handed over, so that a half-made connection is not left behind.
 * @throws TransportFailure
 */
export function exchange(
  open: (abandoned: AbortSignal) => ClientRequest,
  body: string | undefined,
  host: string,
  limits: ExchangeLimits,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { signal, timeoutMs, maxBodyBytes } = limits;
    if (signal?.aborted) {
      reject(new TransportFailure(describe('aborted', host), 'aborted', false, signal.reason));
      return;
    }
    const abandoned = new AbortController();
    let sent = false;
    let answered = false;
    let over = false;
    const request = open(abandoned.signal);

    const finish = (): boolean => {
      if (over) return false;
      over = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      return true;
    };
    const fail = (error: unknown): void => {
      if (!finish()) return;
      const progress: Progress = { host, sent, answered };
      request.destroy();
      abandoned.abort();
      reject(transportFailure(error, progress));
    };
    const failWith = (reason: FailureReason, detail: string, cause?: unknown): void =>
      fail(new TransportFailure(describe(reason, host, detail), reason, sent, cause));
    const onAbort = (): void => failWith('aborted', '', signal?.reason);
    const timer = setTimeout(() => failWith('timeout', `limit ${timeoutMs} ms`), timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });

    request.on('socket', (socket: Socket) => {
      // A connection that is already open (kept alive, or handed over after its handshake) is written to at
      // once; a new one as soon as it connects.
      if (socket.connecting) socket.once('connect', () => (sent = true));
      else sent = true;
    });
    request.on('error', fail);
    request.on('close', () => failWith(answered ? 'truncated' : 'reset', ''));
    request.on('response', (answer) => {
      answered = true;
      collect(answer, maxBodyBytes, {
        whole: (bytes) => {
          if (finish())
            resolve({ status: answer.statusCode ?? 0, headers: joinHeaders(answer), body: bytes });
        },
        tooLarge: () => failWith('too-large', `limit ${Math.floor(maxBodyBytes / 1024)} KiB`),
        cut: (error) => failWith('truncated', '', error),
      });
    });
    request.end(body);
  });
}

interface Collected {
  whole(body: Buffer): void;
  tooLarge(): void;
  cut(error?: unknown): void;
}

function collect(answer: IncomingMessage, maxBytes: number, on: Collected): void {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) {
    on.tooLarge();
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) on.tooLarge();
    else chunks.push(chunk);
  });
  answer.on('error', on.cut);
  answer.on('end', () => (answer.complete ? on.whole(Buffer.concat(chunks)) : on.cut()));
  answer.on('close', () => on.cut());
}

function joinHeaders(answer: IncomingMessage): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    if (values !== undefined) joined[name] = values.join(', ');
  }
  return joined;
}
