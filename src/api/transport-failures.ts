/** From the errors of Node's sockets and parsers to the reasons that the client decides by. */
import { type FailureReason, TransportFailure } from './transport.js';

/** How far an attempt had come when it failed. */
export interface Progress {
  /** Host and port, for the message. */
  readonly host: string;
  /** Bytes of the request may have reached the server. */
  readonly sent: boolean;
  /** The head of an answer had come. */
  readonly answered: boolean;
}

const REASONS: Readonly<Record<string, FailureReason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  EPROTO: 'tls',
  HPE_HEADER_OVERFLOW: 'too-large',
};

/** The system's or library's code of an error, such as ECONNRESET. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Codes with which OpenSSL and Node refuse a certificate or a handshake. */
export function isTlsCode(code: string): boolean {
  return /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/.test(
    code,
  );
}

function reasonOf(error: unknown, progress: Progress): FailureReason {
  const code = errorCode(error) ?? '';
  const known = REASONS[code];
  if (known === 'reset' && progress.answered) return 'truncated';
  if (known !== undefined) return known;
  if (code.startsWith('HPE_')) return progress.answered ? 'truncated' : 'not-http';
  if (isTlsCode(code)) return 'tls';
  return progress.answered ? 'truncated' : 'reset';
}

/** What a person reads; the host is named, the URL is not: its query may hold a secret. */
export function describe(reason: FailureReason, host: string, detail?: string): string {
  const because = detail === undefined || detail === '' ? '' : ` (${detail})`;
  switch (reason) {
    case 'dns':
      return `The name in ${host} cannot be resolved${because}.`;
    case 'refused':
      return `${host} refuses connections${because}.`;
    case 'unreachable':
      return `${host} cannot be reached${because}.`;
    case 'tls':
      return `No trusted connection to ${host}${because}.`;
    case 'timeout':
      return `${host} did not answer in time${because}.`;
    case 'reset':
      return `${host} closed the connection without an answer${because}.`;
    case 'truncated':
      return `The answer of ${host} was cut off${because}.`;
    case 'too-large':
      return `The answer of ${host} is too large${because}.`;
    case 'not-http':
      return `What ${host} answers is not HTTP${because}.`;
    case 'proxy':
      return `The proxy did not connect to ${host}${because}.`;
    case 'aborted':
      return `The request to ${host} was stopped${because}.`;
  }
}

/** Sorts an error of a socket, a handshake or a parser; one that is sorted already stays as it is. */
export function transportFailure(error: unknown, progress: Progress): TransportFailure {
  if (error instanceof TransportFailure) return error;
  const reason = reasonOf(error, progress);
  return new TransportFailure(
    describe(reason, progress.host, errorCode(error)),
    reason,
    progress.sent,
    error,
  );
}
