/**
 * What the refusals of the Parallels RAS REST API mean. Its `code` is 0 in both documented samples, so the names are
 * ours, by call and HTTP status.
 */
import type { CodeMeaning, Meanings } from '../code-meaning.js';

const CHECK_ACCOUNT =
  'Check the key and the Parallels account; licensectl show tells how the licence of the farm stands.';
const REST_ENABLED = 'Check the base URL, and that WebAdminService.REST.Enable is on.';

const CODES: Readonly<Record<string, CodeMeaning>> = {
  missing_credentials: {
    kind: 'authentication',
    meaning: 'The context has no name or no password of a RAS administrator.',
    next: 'licensectl login',
  },
  logon_refused: {
    kind: 'authentication',
    meaning: 'The farm does not accept the name and password of the administrator.',
    next: 'Check the RAS administrator name and password: licensectl login',
  },
  session_refused: {
    kind: 'authentication',
    meaning: 'The farm does not accept the session that was opened before.',
    next: 'The farm does not accept the session: licensectl login',
  },
  no_session_token: {
    kind: 'authentication',
    meaning: 'The farm answered the logon without a session token.',
  },
  permission_denied: {
    kind: 'permission',
    meaning: 'The administrator is known, and may not do this.',
    next: 'The administrator lacks the right; a root one has it.',
  },
  no_license: {
    kind: 'not-found',
    meaning: 'The farm has no licence.',
    customer: 'Its users cannot start sessions, or only in the grace period.',
    next: 'Give the farm one: licensectl activate',
  },
  no_such_path: {
    kind: 'not-found',
    meaning: 'There is no RAS REST API at this address.',
    next: REST_ENABLED,
  },
  license_expired: {
    kind: 'rejected',
    meaning: 'The licence of the farm has passed its end.',
    customer: 'Its users cannot start sessions any more.',
    next: 'Give the farm another one: licensectl activate',
  },
  activation_refused: {
    kind: 'rejected',
    meaning: 'The farm, or Parallels behind it, did not accept the key or the account.',
    customer: 'The licence of the farm stays as it was.',
    next: CHECK_ACCOUNT,
  },
  deactivation_refused: {
    kind: 'rejected',
    meaning: 'The farm, or Parallels behind it, did not give the licence back.',
    customer: 'The licence of the farm stays as it was.',
    next: CHECK_ACCOUNT,
  },
  refused: { kind: 'rejected', meaning: 'The farm refused for a reason that only its own words tell.' },
  logon_failed: { kind: 'fault', meaning: 'The farm failed while it worked on the logon.' },
};

export const PARALLELS_CODES: Meanings = new Map(
  Object.entries(CODES).map(([code, meaning]) => [code, { ...meaning, ours: true }]),
);

/** The next step for a code: the hint of its error. */
export function nextStep(code: string): string | undefined {
  return PARALLELS_CODES.get(code)?.next;
}
