/** What the refusals of the Babel service mean. Sources: the error codes page for the names, google.rpc.Code for the numbers. */
import type { CodeMeaning, Meanings } from '../code-meaning.js';

const TAMPERED = 'The stored record does not match its hash: this does not pass by itself; tell the vendor.';
const CHECK_CALL =
  'Look at what would be sent with --dry-run; the command’s --help says what each value means.';

/** The published names, in our spelling. */
const PUBLISHED: Readonly<Record<string, CodeMeaning>> = {
  license_key_not_found: {
    kind: 'not-found',
    meaning: 'The service knows no licence with this key.',
    customer: 'A typing mistake, or a licence of another vendor; what they have is not touched.',
    next: 'Check the licence key.',
  },
  token_not_found: {
    kind: 'not-found',
    meaning: 'The service holds no such token: the device has no activation or seat there.',
    customer: 'The product may stop on this device when it next asks.',
    next: 'The seat was released or given away.',
  },
  license_revoked: {
    kind: 'rejected',
    meaning: 'The licence was withdrawn.',
    customer: 'The product does not run any more.',
    next: 'Whoever issued it has withdrawn it: ask for another one.',
  },
  license_expired: {
    kind: 'rejected',
    meaning: 'The licence has passed its end.',
    customer: 'The product does not run any more until the licence is renewed.',
    next: 'Whoever issued it can renew it; licensectl show tells when it ended.',
  },
  token_expired: {
    kind: 'rejected',
    meaning: 'The seat was not renewed in time.',
    customer: 'The device has no seat; another may have it by now.',
    next: 'The seat has lapsed; ask for a new one.',
  },
  server_reached_max_token_allowed: {
    kind: 'rejected',
    meaning: 'The server itself holds as many seats as its edition allows.',
    customer: 'No seat can be had, although the licence may have free ones.',
    next: 'The edition of the server allows no more seats.',
  },
  license_tampered: {
    kind: 'rejected',
    meaning: 'What the service has stored of the licence was changed from outside.',
    customer: 'The licence cannot be used until the vendor has mended it.',
    next: TAMPERED,
  },
  token_tampered: {
    kind: 'rejected',
    meaning: 'What the service has stored of the seat was changed from outside.',
    customer: 'The seat cannot be used until the vendor has mended it.',
    next: TAMPERED,
  },
};

/** Names of google.rpc.Code and of our own, for refusals without a published name. */
const OURS: Readonly<Record<string, CodeMeaning>> = {
  invalid_argument: {
    kind: 'rejected',
    meaning: 'A value of the call is missing, or not one that the service takes.',
    next: CHECK_CALL,
  },
  not_found: { kind: 'not-found', meaning: 'What the call names is not there.' },
  already_exists: { kind: 'rejected', meaning: 'What the call would make is there already.' },
  permission_denied: {
    kind: 'permission',
    meaning: 'The API key or token is good, and may not make this call.',
  },
  resource_exhausted: {
    kind: 'rejected',
    meaning: 'All activations or seats of the licence are taken.',
    customer: 'Devices that have one go on working; no other one can be added.',
    next: 'Free a device or a seat that is no longer used: licensectl deactivate, or wait until a seat lapses.',
  },
  failed_precondition: {
    kind: 'rejected',
    meaning: 'The licence is not in a state in which this can be done.',
  },
  data_loss: {
    kind: 'rejected',
    meaning: 'What the service has stored is damaged.',
    next: TAMPERED,
  },
  unauthenticated: {
    kind: 'authentication',
    meaning: 'The service does not accept the API key or token, or wants one.',
    next: 'Give the context an API key or token: licensectl login',
  },
  no_such_path: {
    kind: 'not-found',
    meaning: 'There is no Babel web API at this address.',
    next: 'Check that the base URL is what stands before /v1 and that the web API is enabled.',
  },
  activation_refused: {
    kind: 'rejected',
    meaning: 'The service did not activate, and gave no code for it.',
    customer: 'The device is not activated.',
  },
  no_free_seat: {
    kind: 'rejected',
    meaning: 'The service granted no seat.',
    customer: 'The product waits until a seat comes free.',
  },
  not_successful: { kind: 'rejected', meaning: 'The service reports a failure, and gave no code for it.' },
};

export const BABEL_CODES: Meanings = new Map([
  ...Object.entries(PUBLISHED),
  ...Object.entries(OURS).map(([code, meaning]) => [code, { ...meaning, ours: true }] as const),
]);
