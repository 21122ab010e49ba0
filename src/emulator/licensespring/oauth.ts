/** The OAuth variant: client credentials for a bearer token, as the OAuth authorization page has it. */
import { insertRow, numberOf } from '../row.js';
import type { EmulatedRequest, EmulatedResponse, SystemDeps } from '../system.js';
import { clientSecretOf } from './credentials.js';
import { LicenseSpringRefusal } from './refusal.js';

export const TOKEN_PATH = '/realms/user-portal/protocol/openid-connect/token';

/** The lifetime of the documented example. */
const TOKEN_SECONDS = 480;

/** Errors but for `invalid_client` are not documented; they are those of RFC 6749. */
export function answerTokenRequest(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  const form = new URLSearchParams(request.body.toString('utf8'));
  if (form.get('grant_type') !== 'client_credentials') {
    return answer(400, { error: 'unsupported_grant_type', error_description: 'Unsupported grant_type' });
  }
  const clientId = form.get('client_id') ?? '';
  if (form.get('client_secret') !== clientSecretOf(deps, clientId)) {
    return answer(401, {
      error: 'invalid_client',
      error_description: 'Invalid client or Invalid client credentials',
    });
  }
  const token = `${deps.randomHex(8)}.${deps.randomHex(32)}.${deps.randomHex(16)}`;
  deps.store.run('delete from licensespring_oauth_token where expires_at <= ?', deps.now());
  insertRow(deps.store, 'licensespring_oauth_token', {
    token,
    client_id: clientId,
    expires_at: deps.now() + TOKEN_SECONDS * 1000,
  });
  return answer(200, {
    access_token: token,
    expires_in: TOKEN_SECONDS,
    refresh_expires_in: 0,
    token_type: 'Bearer',
    'not-before-policy': 0,
    scope: 'email profile',
  });
}

/** @throws LicenseSpringRefusal invalid_token */
export function requireBearer(deps: SystemDeps, token: string): void {
  const row = deps.store.get('select expires_at from licensespring_oauth_token where token = ?', token);
  if (row === undefined || numberOf(row, 'expires_at') <= deps.now())
    throw new LicenseSpringRefusal('invalid_token');
}

function answer(status: number, body: object): EmulatedResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
