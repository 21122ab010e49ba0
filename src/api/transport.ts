/**
 * The contract between a client and the network. `http-transport.ts` implements it on node:http(s).
 */
import type { HttpMethod } from './operation.js';

export interface WireRequest {
  readonly method: HttpMethod;
  /** Absolute URL, query included. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as it is, with Content-Length, on any method. */
  readonly body?: string | undefined;
}

export interface WireResponse {
  readonly status: number;
  /** Lower-case names; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text, exactly as received; UTF-8 unless the answer names another character set. */
  readonly body: string;
}

export interface SendOptions {
  /** For one attempt, connect to last byte. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Transport {
  /**
   * Sends one request once. Rejects with a {@link TransportFailure} when there is no whole answer.
   */
  send(request: WireRequest, options: SendOptions): Promise<WireResponse>;
  /** Closes kept-alive connections. */
  close(): void;
}

export type FailureReason =
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'truncated'
  | 'too-large'
  | 'not-http'
  | 'proxy'
  | 'aborted';

/** No whole answer. `sent` says whether the server may have seen the request: what a retry depends on. */
export class TransportFailure extends Error {
  readonly reason: FailureReason;
  readonly sent: boolean;

  constructor(message: string, reason: FailureReason, sent: boolean, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'TransportFailure';
    this.reason = reason;
    this.sent = sent;
  }
}
