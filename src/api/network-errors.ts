/** From failures of the transport to errors for a person. */
import { type LicensectlError, NetworkError } from '../errors.js';
import { type CallFacts, detailsOf, outcomeUnknown } from './call-facts.js';
import type { FailureReason, TransportFailure } from './transport.js';
import { errorCode } from './transport-failures.js';

interface Explained {
  readonly code: string;
  readonly hint: string;
}

const CHECK_ADDRESS = 'Check the base URL of the context: licensectl context show';
const TRY_LATER = 'Try again; a longer --timeout may help.';

const EXPLAINED: Readonly<Record<FailureReason, Explained>> = {
  dns: { code: 'host_not_found', hint: CHECK_ADDRESS },
  refused: { code: 'connection_refused', hint: `Is the server running? ${CHECK_ADDRESS}` },
  unreachable: { code: 'host_unreachable', hint: 'Check the network, VPN and firewall on the way.' },
  tls: { code: 'tls_failed', hint: `Does this port speak TLS? ${CHECK_ADDRESS}` },
  timeout: { code: 'timeout', hint: TRY_LATER },
  reset: {
    code: 'connection_reset',
    hint: 'Try again; if it stays, look for a firewall or proxy on the way.',
  },
  truncated: { code: 'answer_truncated', hint: 'Try again; if it stays, look for a proxy on the way.' },
  'too-large': {
    code: 'answer_too_large',
    hint: 'Ask for less at a time, for example with a smaller --page-size.',
  },
  'not-http': { code: 'not_http', hint: `Something else may be listening there. ${CHECK_ADDRESS}` },
  proxy: {
    code: 'proxy_failed',
    hint: 'Check HTTPS_PROXY and its credentials; NO_PROXY=host goes around it.',
  },
  aborted: { code: 'aborted', hint: 'Run it again.' },
};

const UNTRUSTED =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_UNTRUSTED|CERT_CHAIN)/;
const PASSING: ReadonlySet<FailureReason> = new Set([
  'refused',
  'unreachable',
  'timeout',
  'reset',
  'truncated',
]);

function explainTls(failure: TransportFailure): Explained {
  const code = errorCode(failure.cause) ?? '';
  if (code === 'LICENSECTL_PIN_MISMATCH') {
    return {
      code: 'tls_pin_mismatch',
      hint: 'If the server has a new certificate, compare its fingerprint with its owner and log in again.',
    };
  }
  if (UNTRUSTED.test(code)) {
    return {
      code: 'tls_untrusted',
      hint: 'Log in with --ca-file FILE (its authority) or --fingerprint SHA256 (exactly this certificate).',
    };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      code: 'tls_name_mismatch',
      hint: 'Use the name that the certificate bears, or log in with --fingerprint SHA256.',
    };
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return {
      code: 'tls_expired',
      hint: 'Renew the server’s certificate, and check the clock of this computer.',
    };
  }
  return EXPLAINED.tls;
}

/** A changing call that the server may have seen has an unknown outcome; everything else changed nothing. */
export function failureError(failure: TransportFailure, facts: CallFacts): LicensectlError {
  if (failure.sent && facts.effect !== 'read')
    return outcomeUnknown(facts, failure.message, { cause: failure });
  const { code, hint } = failure.reason === 'tls' ? explainTls(failure) : EXPLAINED[failure.reason];
  return new NetworkError(
    failure.message,
    detailsOf(facts, { code, hint, retryable: PASSING.has(failure.reason), cause: failure }),
  );
}
