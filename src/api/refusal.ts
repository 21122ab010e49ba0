/** From a server's refusal to the error class that fits: what the judges of the providers share. */
import {
  AuthenticationError,
  type ErrorDetails,
  type LicensectlError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RejectedError,
  UnknownOutcomeError,
} from '../errors.js';
import type { Answer } from './client.js';
import type { Operation, ProviderId } from './operation.js';

/** What a refusal means; `fault` is a server that failed or answered nonsense. */
export type RefusalKind = 'not-found' | 'authentication' | 'permission' | 'rejected' | 'fault';

export interface Refusal {
  readonly kind: RefusalKind;
  /** The vendor's documented code, or one of ours; snake_case. */
  readonly code: string;
  /** One sentence; the vendor's own words where there are any. */
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * The answer behind an error, kept as its cause: a refusal that is a verdict still has a body for `--raw`.
 * The body is private to the class so that printing the error does not print it.
 */
export class RefusedAnswer extends Error {
  readonly #body: string;

  constructor(answer: Answer) {
    super(`HTTP ${answer.status}`);
    this.name = 'RefusedAnswer';
    this.#body = answer.body;
  }

  get body(): string {
    return this.#body;
  }
}

/** The body behind an error made here; empty for any other. */
export function bodyBehind(error: LicensectlError): string {
  return error.cause instanceof RefusedAnswer ? error.cause.body : '';
}

/** The meaning of an HTTP status that comes without a code we know. */
export function kindOfStatus(status: number): RefusalKind {
  if (status === 401) return 'authentication';
  if (status === 403) return 'permission';
  if (status === 404) return 'not-found';
  return status >= 500 ? 'fault' : 'rejected';
}

/** The error for a refusal. A fault leaves the outcome of a changing call unknown; that of a read is only lost. */
export function refusalError(
  provider: ProviderId,
  refusal: Refusal,
  answer: Answer,
  operation: Operation | undefined,
): LicensectlError {
  const details: ErrorDetails = {
    code: refusal.code,
    hint: refusal.hint,
    provider,
    operation: operation?.id,
    httpStatus: answer.status,
    cause: new RefusedAnswer(answer),
  };
  switch (refusal.kind) {
    case 'not-found':
      return new NotFoundError(refusal.message, details);
    case 'authentication':
      return new AuthenticationError(refusal.message, details);
    case 'permission':
      return new PermissionError(refusal.message, details);
    case 'rejected':
      return new RejectedError(refusal.message, details);
    case 'fault':
      return operation === undefined || operation.effect === 'read'
        ? new NetworkError(refusal.message, { ...details, retryable: true })
        : new UnknownOutcomeError(refusal.message, details);
  }
}

const LOOK_FIRST = 'It may have taken effect: look before you repeat it, for example with licensectl show.';

/** The error for an answer with a status of success that is not what the document says. */
export function unexpectedAnswer(
  provider: ProviderId,
  answer: Answer,
  operation: Operation,
  expected: string,
): LicensectlError {
  const refusal: Refusal = {
    kind: 'fault',
    code: 'unexpected_answer',
    message: `The server answered HTTP ${answer.status} with something other than ${expected}.`,
    hint: operation.effect === 'read' ? 'Run it again with --verbose to see the answer.' : LOOK_FIRST,
  };
  return refusalError(provider, refusal, answer, operation);
}
