/** From failures of the transport to errors for a person. */
import { type LicensectlError, NetworkError } from '../errors.js';
import { type CallFacts, detailsOf, outcomeUnknown } from './call-facts.js';
import { CODE_OF_REASON, NETWORK_CODES, type NetworkCodeName } from './network-codes.js';
import type { FailureReason, TransportFailure } from './transport.js';
import { errorCode } from './transport-failures.js';

const UNTRUSTED =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_UNTRUSTED|CERT_CHAIN)/;
const PASSING: ReadonlySet<FailureReason> = new Set([
  'refused',
  'unreachable',
  'timeout',
  'reset',
  'truncated',
]);

function codeOfTls(failure: TransportFailure): NetworkCodeName {
  const code = errorCode(failure.cause) ?? '';
  if (code === 'LICENSECTL_PIN_MISMATCH') return 'tls_pin_mismatch';
  if (UNTRUSTED.test(code)) return 'tls_untrusted';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'tls_name_mismatch';
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'tls_expired';
  return 'tls_failed';
}

/** A changing call that the server may have seen has an unknown outcome; everything else changed nothing. */
export function failureError(failure: TransportFailure, facts: CallFacts): LicensectlError {
  if (failure.sent && facts.effect !== 'read')
    return outcomeUnknown(facts, failure.message, { cause: failure });
  const code = failure.reason === 'tls' ? codeOfTls(failure) : CODE_OF_REASON[failure.reason];
  const hint = NETWORK_CODES[code].next;
  return new NetworkError(
    failure.message,
    detailsOf(facts, { code, hint, retryable: PASSING.has(failure.reason), cause: failure }),
  );
}
