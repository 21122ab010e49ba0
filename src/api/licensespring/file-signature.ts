/** The signatures of offline files that the shared key makes (License API v4 documentation, offline activation). */
import { createHmac } from 'node:crypto';
import { AuthenticationError } from '../../errors.js';
import type { FileAccount } from '../offline-files.js';

/** Who signs: the API key with its shared key, or the OAuth client with its secret in their places. */
export interface Signer {
  readonly field: 'api_key' | 'client_id';
  readonly id: string;
  readonly secret: string;
}

/** null when the account has neither pair. */
export function signerOf({ settings, secrets }: FileAccount): Signer | null {
  const { apiKey, sharedKey, oauthClientSecret } = secrets;
  const { oauthClientId } = settings;
  if (apiKey !== undefined && sharedKey !== undefined)
    return { field: 'api_key', id: apiKey, secret: sharedKey };
  if (oauthClientId === undefined || oauthClientSecret === undefined) return null;
  return { field: 'client_id', id: oauthClientId, secret: oauthClientSecret };
}

/** @throws AuthenticationError `missing_credentials` */
export function requireSigner(account: FileAccount): Signer {
  const signer = signerOf(account);
  if (signer !== null) return signer;
  throw new AuthenticationError(
    'A request is signed with the shared key of an API key, or the secret of an OAuth client.',
    { code: 'missing_credentials', provider: 'licensespring', hint: 'licensectl login' },
  );
}

/**
 * Five lines without a final line feed. Of a request, and with the answer's own date of an `offline_signature`.
 *
 * @param date as it stands in the file
 * @param holder the licence key or the user
 */
export function signFiveLines(signer: Signer, date: string, holder: string, hardwareId: string): string {
  return signText(signer, ['licenseSpring', `date: ${date}`, holder, hardwareId, signer.id].join('\n'));
}

/** HMAC-SHA256 as Base64. */
export function signText({ secret }: Signer, text: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('base64');
}
