/** How the License API v4 is spoken: a signed date, or an OAuth token beside a date. */
import { AuthenticationError } from '../../errors.js';
import type { Answer, DraftRequest, SentCall, Wire, WireDeps } from '../client.js';
import { defaultHeader, setHeader } from '../draft-headers.js';
import type { Operation } from '../operation.js';
import { isErrorBody, toError } from './errors.js';
import { createTokenSource, type TokenSource } from './oauth.js';
import { authorizationHeader, httpDate, signDate } from './signature.js';
import { createVerify } from './verification.js';

export function createLicenseSpringWire(deps: WireDeps): Wire {
  const { apiKey, sharedKey } = deps.secrets;
  const tokens = apiKey === undefined ? tokenSource(deps) : undefined;
  const verify = createVerify(deps);

  const signed = (date: string): string => {
    if (apiKey !== undefined && sharedKey !== undefined) {
      return authorizationHeader(apiKey, signDate(date, sharedKey));
    }
    throw new AuthenticationError('LicenseSpring needs an API key with its shared key, or an OAuth client.', {
      code: 'missing_credentials',
      provider: 'licensespring',
      hint: 'licensectl login',
    });
  };

  return {
    provider: 'licensespring',

    async authorize(draft: DraftRequest, operation: Operation | undefined): Promise<void> {
      // A token may take a while to come, so it is had before the clock is read.
      const token = await tokens?.token();
      const date = httpDate(deps.now());
      setHeader(draft, 'Date', date);
      setHeader(draft, 'Authorization', token === undefined ? signed(date) : `Bearer ${token}`);
      defaultHeader(draft, 'Accept', 'application/json');
      if (draft.body === undefined) return;
      defaultHeader(
        draft,
        'Content-Type',
        operation?.encoding === 'text' ? 'text/plain' : 'application/json',
      );
    },

    /** Signatures are made anew for each attempt; only a token can have become stale. */
    renew(response): boolean {
      if (response.status !== 401 || tokens === undefined) return false;
      tokens.forget();
      return true;
    },

    judge(answer: Answer, operation: Operation | undefined, sent?: SentCall): void {
      if (answer.status >= 200 && answer.status < 300 && !isErrorBody(answer.value)) return;
      throw toError(answer, operation, skewSeconds(answer, deps.now()), sent);
    },

    verify,
  };
}

function tokenSource(deps: WireDeps): TokenSource | undefined {
  const { oauthClientId } = deps.settings;
  const { oauthClientSecret } = deps.secrets;
  if (oauthClientId === undefined || oauthClientSecret === undefined) return undefined;
  return createTokenSource(deps, oauthClientId, oauthClientSecret);
}

/** Whole seconds the server is ahead of us; null without a Date header. */
function skewSeconds(answer: Answer, now: number): number | null {
  const server = Date.parse(answer.headers.date ?? '');
  return Number.isNaN(server) ? null : Math.round((server - now) / 1000);
}
