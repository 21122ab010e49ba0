/** What can go wrong on the way to a server and back: our codes, what each means, and the next step. */
import type { CodeMeaning } from './code-meaning.js';
import type { FailureReason } from './transport.js';

type NetworkCode = Pick<CodeMeaning, 'meaning'> & { readonly next: string };

const CHECK_ADDRESS = 'Check the base URL of the context: licensectl context show';

export const NETWORK_CODES = {
  host_not_found: { meaning: 'No server of this name is known.', next: CHECK_ADDRESS },
  connection_refused: {
    meaning: 'The computer is there, and nothing listens on the port.',
    next: `Is the server running? ${CHECK_ADDRESS}`,
  },
  host_unreachable: {
    meaning: 'There is no way to the server from here.',
    next: 'Check the network, VPN and firewall on the way.',
  },
  timeout: {
    meaning: 'The server did not answer in time.',
    next: 'Try again; a longer --timeout may help.',
  },
  connection_reset: {
    meaning: 'The connection broke before there was an answer.',
    next: 'Try again; if it stays, look for a firewall or proxy on the way.',
  },
  answer_truncated: {
    meaning: 'The connection broke in the middle of the answer.',
    next: 'Try again; if it stays, look for a proxy on the way.',
  },
  answer_too_large: {
    meaning: 'The answer is larger than any that makes sense, and was not read to its end.',
    next: 'Ask for less at a time, for example with a smaller --page-size.',
  },
  not_http: {
    meaning: 'What listens there does not speak HTTP.',
    next: `Something else may be listening there. ${CHECK_ADDRESS}`,
  },
  proxy_failed: {
    meaning: 'The proxy on the way did not let the call through.',
    next: 'Check HTTPS_PROXY and its credentials; NO_PROXY=host goes around it.',
  },
  aborted: { meaning: 'The call was given up before it ended.', next: 'Run it again.' },
  tls_failed: {
    meaning: 'No secure connection came about.',
    next: `Does this port speak TLS? ${CHECK_ADDRESS}`,
  },
  tls_untrusted: {
    meaning: 'The certificate of the server is signed by nobody whom this computer trusts.',
    next: 'Log in with --ca-file FILE (its authority) or --fingerprint SHA256 (exactly this certificate).',
  },
  tls_pin_mismatch: {
    meaning: 'The server shows another certificate than the one that the context is pinned to.',
    next: 'If the server has a new certificate, compare its fingerprint with its owner and log in again.',
  },
  tls_name_mismatch: {
    meaning: 'The certificate of the server is for another name.',
    next: 'Use the name that the certificate bears, or log in with --fingerprint SHA256.',
  },
  tls_expired: {
    meaning: 'The certificate of the server has expired, or is not valid yet.',
    next: 'Renew the server’s certificate, and check the clock of this computer.',
  },
} as const satisfies Readonly<Record<string, NetworkCode>>;

export type NetworkCodeName = keyof typeof NETWORK_CODES;

/** The code of each way to fail. */
export const CODE_OF_REASON: Readonly<Record<FailureReason, NetworkCodeName>> = {
  dns: 'host_not_found',
  refused: 'connection_refused',
  unreachable: 'host_unreachable',
  tls: 'tls_failed',
  timeout: 'timeout',
  reset: 'connection_reset',
  truncated: 'answer_truncated',
  'too-large': 'answer_too_large',
  'not-http': 'not_http',
  proxy: 'proxy_failed',
  aborted: 'aborted',
};
