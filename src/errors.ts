/**
 * Every failure a person can meet is one of these classes. What happened is the class; the exit code that
 * goes with it is decided in one place, `src/cli/exit-codes.ts`.
 */

export type ErrorKind =
  | 'usage'
  | 'not-found'
  | 'authentication'
  | 'permission'
  | 'rejected'
  | 'rate-limited'
  | 'network'
  | 'unsupported'
  | 'partial'
  | 'unknown-outcome'
  | 'interrupted';

export interface ErrorDetails {
  /** Stable, snake_case, safe for scripts: a vendor's documented code or one of ours. */
  readonly code: string;
  /** The next thing to try, as one sentence or a command. */
  readonly hint?: string | undefined;
  readonly provider?: string | undefined;
  /** Operation id, as in the operation table. */
  readonly operation?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** Whether the same call may work later without any change. */
  readonly retryable?: boolean | undefined;
  readonly cause?: unknown;
}

export abstract class LicensectlError extends Error {
  abstract readonly kind: ErrorKind;
  readonly code: string;
  readonly hint: string | undefined;
  readonly provider: string | undefined;
  readonly operation: string | undefined;
  readonly httpStatus: number | undefined;
  readonly retryable: boolean;

  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = details.code;
    this.hint = details.hint;
    this.provider = details.provider;
    this.operation = details.operation;
    this.httpStatus = details.httpStatus;
    this.retryable = details.retryable ?? false;
  }
}

/** Wrong flags, wrong input, an unreadable file: nothing was sent. */
export class UsageError extends LicensectlError {
  override readonly kind = 'usage';
}

/** The thing named does not exist, whether a 404 or an empty list said so. */
export class NotFoundError extends LicensectlError {
  override readonly kind = 'not-found';
}

/** No credentials, or the server does not accept them. */
export class AuthenticationError extends LicensectlError {
  override readonly kind = 'authentication';
}

/** The credentials are good, but this key or role may not make the call. */
export class PermissionError extends LicensectlError {
  override readonly kind = 'permission';
}

/** The licence system understood and said no: limit reached, expired, blacklisted, not valid. */
export class RejectedError extends LicensectlError {
  override readonly kind = 'rejected';
}

/** Still told to slow down after all retries. */
export class RateLimitError extends LicensectlError {
  override readonly kind = 'rate-limited';
}

/** Network, TLS, timeout, or a server that fails or answers nonsense; the call had no effect or was a read. */
export class NetworkError extends LicensectlError {
  override readonly kind = 'network';
}

/** This licence system has no such capability. */
export class UnsupportedError extends LicensectlError {
  override readonly kind = 'unsupported';
}

/** Some rows of bulk work failed, or what was done could not be shown whole. */
export class PartialError extends LicensectlError {
  override readonly kind = 'partial';
}

/** A changing call was sent and no answer came: it may or may not have happened. */
export class UnknownOutcomeError extends LicensectlError {
  override readonly kind = 'unknown-outcome';
}

/** The person or the system asked us to stop. */
export class InterruptedError extends LicensectlError {
  override readonly kind = 'interrupted';
  readonly signal: NodeJS.Signals;

  /** `because` says what the interruption left behind, where that is not nothing. */
  constructor(
    signal: NodeJS.Signals,
    because?: { readonly message: string; readonly details: ErrorDetails },
  ) {
    super(because?.message ?? 'Interrupted.', because?.details ?? { code: 'interrupted' });
    this.signal = signal;
  }
}
