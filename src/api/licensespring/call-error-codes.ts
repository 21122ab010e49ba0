/**
 * The documented error codes of the License API v4 about the call itself: credentials, rights, form. Sources: the
 * authorization pages and the error page.
 */
import type { CodeMeaning, Meanings } from '../code-meaning.js';

export const BASE_URL = 'Check that the base URL of the context is what stands before /api/v4.';

const LOGIN = 'Check the credentials of the context: licensectl login';
const CHECK_CALL =
  'Look at what would be sent with --dry-run; the command’s --help says what each value means.';
const NOT_LOOKED_AT = 'Nothing is wrong with the licence: the call was not looked at, and nothing changed.';

const authentication = (meaning: string, next = LOGIN): CodeMeaning => ({
  kind: 'authentication',
  meaning,
  customer: NOT_LOOKED_AT,
  next,
});

const permission = (meaning: string, next: string): CodeMeaning => ({ kind: 'permission', meaning, next });

const badCall = (meaning: string): CodeMeaning => ({
  kind: 'rejected',
  meaning,
  customer: NOT_LOOKED_AT,
  next: CHECK_CALL,
});

export const CALL_ERROR_CODES: Meanings = new Map<string, CodeMeaning>([
  ['missing_headers', authentication('The call came without a Date or an Authorization header.')],
  [
    'authorization_missing_params',
    authentication('The Authorization header lacks one of its parts, or a parameter is missing.'),
  ],
  ['authorization_invalid_headers', authentication('The Authorization header could not be read.')],
  ['hmac_required', authentication('The call was not signed with HMAC-SHA256.')],
  ['invalid_api_key', authentication('LicenseSpring does not know this API key.')],
  [
    'revoked_api_key',
    authentication(
      'The API key was revoked.',
      'The API key was revoked; make a new one and run: licensectl login',
    ),
  ],
  [
    'signature_mismatch',
    authentication(
      'LicenseSpring does not accept the signature of the call: it was not made with the shared key of this API key.',
      'Check the shared key of the context: licensectl login',
    ),
  ],
  [
    'date_header_diff',
    authentication(
      'The date of the call differs from the server’s by more than 15 minutes.',
      'Correct the clock of this computer; licensectl doctor tells by how much it is off.',
    ),
  ],
  [
    'invalid_client',
    authentication(
      'The OAuth server does not accept the client id with its secret.',
      'Check the OAuth client id and secret: licensectl login',
    ),
  ],
  [
    'read_only_api_key',
    permission(
      'The API key may read but change nothing.',
      'This API key may only read; use one that may write.',
    ),
  ],
  [
    'api_key_product_not_allowed',
    permission('The API key is not for this product.', 'This API key is limited to other products.'),
  ],
  [
    'change_password_not_allowed',
    permission(
      'The password of this user cannot be changed by a call, for instance because single sign-on keeps it.',
      'The password of this user cannot be changed through the API.',
    ),
  ],
  [
    'not_found',
    { kind: 'not-found', meaning: 'There is nothing at this path of the server.', next: BASE_URL },
  ],
  [
    'validation_error',
    badCall('A value of the call is not one that LicenseSpring takes; its message says which.'),
  ],
  ['missing_parameters', badCall('The call lacks a value that it needs; the message says which.')],
  ['missing_content', badCall('An offline call came without the contents of the request file.')],
  ['invalid_json', badCall('The body of the call is not JSON.')],
  [
    'internal_error',
    {
      kind: 'fault',
      meaning: 'LicenseSpring failed while it worked on the call.',
      customer: 'A change may or may not have happened.',
      next: 'Run it again in a while; after a change, look first whether it happened: licensectl show KEY --product PRODUCT --hardware-id ID',
    },
  ],
]);
