/** Our codes for calls and their answers. */
import { NETWORK_CODES } from '../../api/network-codes.js';
import { codesOf, type OwnCodes } from './code-entry.js';

const LATER = 'Try again in a while.';
const ASK_VENDOR =
  'Ask the vendor whether the key has changed; if not, something on the way changes answers.';
const SEE_ANSWER = 'Run it again with --verbose to see the answer.';

const NETWORK: OwnCodes = Object.entries(NETWORK_CODES).map(([code, { meaning, next }]) => [
  code,
  { kind: 'network', meaning, next },
]);

export const CALL_CODES: OwnCodes = [
  ...NETWORK,
  ...codesOf('network', [
    [
      'proxy_authentication',
      'The proxy asks for credentials.',
      'Put them into HTTPS_PROXY=http://user:password@host:port',
    ],
    [
      'unexpected_redirect',
      'The server sends the call to another address; credentials are not sent along.',
      'Check the base URL of the context.',
    ],
    ['service_unavailable', 'The server says that it is not available now.', LATER],
    ['server_error', 'The server failed.', LATER],
    [
      'not_the_api',
      'A web page came instead of an answer of the API.',
      'Check the base URL; a proxy or sign-in page may be in the way.',
    ],
    ['not_json', 'The answer is broken JSON, or the file is none.', SEE_ANSWER],
    [
      'wrong_url',
      'There is no Zentitle Web API at this address.',
      'Check the base URL: what stands before /api, https://my.nalpeiron.com as a rule.',
    ],
    [
      'oauth_no_token',
      'The OAuth server answered without a token.',
      'Check the OAuth token URL of the context.',
    ],
    [
      'repeated_page',
      'The server sends the same page of a list again and again.',
      'The rows so far are good; narrow the filter, or fetch single pages with --page.',
    ],
  ]),
  ...codesOf('fault', [
    [
      'empty_answer',
      'The server said that it succeeded and sent nothing where an answer is documented.',
      'Run it again with --verbose; after a change, look first whether it happened.',
    ],
    [
      'unexpected_answer',
      'The server said that it succeeded and sent something other than what is documented.',
      'Run it again with --verbose; after a change, look first whether it happened.',
    ],
  ]),
  ...codesOf('rate-limited', [
    [
      'rate_limited',
      'The server asks to slow down, and still does after all attempts.',
      'Let fewer calls run at the same time, and try again in a while.',
    ],
  ]),
  ...codesOf('unknown-outcome', [
    [
      'outcome_unknown',
      'A changing call was sent and no answer came.',
      'Look whether it happened before you repeat it; the hint of the error says how.',
    ],
  ]),
  ...codesOf('interrupted', [
    ['interrupted', 'The program was asked to stop.', 'Run it again.'],
    [
      'interrupted_outcome_unknown',
      'The program was asked to stop while the server was at work.',
      'Look whether it happened before you repeat it; the hint of the error says how.',
      'The change may or may not have happened.',
    ],
    [
      'interrupted_unconfirmed',
      'The program was asked to stop after the farm had accepted the change.',
      'Do not send it again. To see the licence: licensectl show',
      'The change was accepted; it may show a little later.',
    ],
  ]),
  ...codesOf('internal', [['internal_error', 'The program met something that it did not expect: a bug.']]),
  ...codesOf('rejected', [
    [
      'signature_mismatch',
      'A signature of LicenseSpring’s answer, or of a licence file, does not match: it does not say what the vendor said, or not for this request.',
      ASK_VENDOR,
      'Nothing of it was used. A change that was sent may have happened.',
    ],
    [
      'signature_missing',
      'LicenseSpring’s answer, or a licence file, has no signature, and the context requires one.',
      ASK_VENDOR,
      'Nothing of it was used. A change that was sent may have happened.',
    ],
    [
      'hardware_id_mismatch',
      'A licence file is for another device than the one that was named.',
      'Ask for a licence with a request that was made on this device.',
      'The file does not let the product run on this device.',
    ],
    [
      'license_not_valid',
      'The signatures of a licence file hold, and the licence in it is not valid now.',
      'licensectl show tells how the licence stands.',
      'The file does not let the product run.',
    ],
    [
      'not_floating',
      'The licence has no floating seats to hold.',
      'To see whether the licence is valid: licensectl check',
    ],
    [
      'seat_lost',
      'The floating seat was lost while it was held.',
      'Run the command again to request another one.',
      'Another device may have the seat by now.',
    ],
  ]),
  ...codesOf('usage', [
    [
      'not_a_license_file',
      'The file is no licence file.',
      'A request is sent first: licensectl offline activate',
    ],
    [
      'not_a_request_file',
      'The file is no request of an offline client.',
      'The client makes it, or: licensectl offline request',
    ],
    [
      'wrong_request',
      'The file is a request for the other thing: activation, or deactivation.',
      'licensectl offline activate, or licensectl offline deactivate',
    ],
  ]),
  ...codesOf('partial', [
    [
      'output_failed',
      'Standard output could not be written.',
      'Check the free space and the rights where the output goes.',
    ],
    [
      'answer_not_printed',
      'The answer to a change could not be printed, and was kept in a file where that was possible.',
      'The message tells where it is.',
    ],
    [
      'certificate_not_printed',
      'A certificate could not be printed, and was kept in a file where that was possible.',
      'The message tells where it is.',
      'The certificate counts as given.',
    ],
    [
      'certificate_not_written',
      'A certificate could not be written to its file, and was printed instead.',
      'Keep it: asking the server again may grant another one.',
      'The certificate counts as given.',
    ],
    [
      'codes_not_printed',
      'New codes could not be printed, and were kept in a file where that was possible.',
      'The message tells where they are.',
      'The codes count as handed out.',
    ],
  ]),
  ...codesOf('verdict', [
    [
      'not_valid',
      'Babel says that the licence is not valid on this machine, and gives no code for it.',
      'licensectl show tells how the licence stands.',
    ],
    [
      'unknown_status',
      'The farm gives its licence a status that is not known here.',
      'licensectl show tells the word that the farm uses.',
      'Whether the farm works is not known.',
    ],
  ]),
];
