/** OAuth client credentials for the License API v4 (OAuth authorization page). */
import { AuthenticationError, NetworkError } from '../../errors.js';
import { parseObject } from '../answer-value.js';
import type { WireDeps } from '../client.js';
import { readNumber, readText } from '../read.js';
import type { WireResponse } from '../transport.js';

const VENDOR_TOKEN_URL = 'https://auth.licensespring.com/realms/user-portal/protocol/openid-connect/token';

/** A token is not used in its last seconds, so that it cannot expire on its way. */
const MARGIN_MS = 30_000;

/** How long a token is kept when the reply does not say; not documented, so kept short. */
const UNSTATED_LIFETIME_SECONDS = 60;

/** 401 is documented; the others are what OAuth servers answer to a client they do not know. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403]);

export interface TokenSource {
  /** The token in hand, or a new one. Calls at the same time share one request. */
  token(): Promise<string>;
  /** Drops the token in hand. */
  forget(): void;
}

interface Grant {
  readonly token: string;
  readonly usableUntil: number;
}

/** Keeps one access token in memory until shortly before it expires. */
export function createTokenSource(deps: WireDeps, clientId: string, clientSecret: string): TokenSource {
  let grant: Promise<Grant> | undefined;

  const request = async (): Promise<Grant> => {
    const sent = deps.send({
      method: 'POST',
      url: deps.settings.oauthTokenUrl ?? VENDOR_TOKEN_URL,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }).toString(),
    });
    const response = await sent.catch((error: unknown) => Promise.reject(ofTokenServer(error)));
    const { token, lifetimeSeconds } = readGrant(response);
    deps.protect(token);
    return { token, usableUntil: deps.now() + lifetimeSeconds * 1000 - MARGIN_MS };
  };

  const renewed = (): Promise<Grant> => {
    const asked = request();
    grant = asked;
    asked.catch(() => {
      if (grant === asked) grant = undefined;
    });
    return asked;
  };

  return {
    async token() {
      const held = grant ?? renewed();
      const { token, usableUntil } = await held;
      if (deps.now() < usableUntil) return token;
      // Expired; whoever notices first asks, the others wait for that answer.
      const next = grant === held ? renewed() : (grant ?? renewed());
      return (await next).token;
    },
    forget() {
      grant = undefined;
    },
  };
}

/** Tokens are had elsewhere than calls go: the base URL has nothing to do with a token server that is not reached. */
function ofTokenServer(error: unknown): unknown {
  if (!(error instanceof NetworkError)) return error;
  const { message, code, retryable, cause } = error;
  return new NetworkError(message, {
    code,
    retryable,
    cause,
    provider: 'licensespring',
    hint: 'That is the server of the OAuth tokens, not the base URL. Another one is chosen with: licensectl login --oauth-token-url URL',
  });
}

/** @throws AuthenticationError when the client is refused; NetworkError when there is no token in the reply. */
function readGrant({ status, body }: WireResponse): { token: string; lifetimeSeconds: number } {
  const reply = parseObject(body);
  const token = readText(reply.access_token);
  if (status === 200 && token !== null) {
    return { token, lifetimeSeconds: readNumber(reply.expires_in) ?? UNSTATED_LIFETIME_SECONDS };
  }
  const details = { provider: 'licensespring', httpStatus: status };
  if (REFUSALS.has(status)) {
    const code = readText(reply.error);
    const said = readText(reply.error_description) ?? code;
    throw new AuthenticationError(`The OAuth server refuses the client${said === null ? '.' : `: ${said}`}`, {
      ...details,
      code: code ?? 'oauth_refused',
      hint: 'Check the OAuth client id and secret: licensectl login',
    });
  }
  throw new NetworkError(`The OAuth server answered HTTP ${status} without a token.`, {
    ...details,
    code: 'oauth_no_token',
    hint: 'Check the OAuth token URL of the context.',
    retryable: status >= 500,
  });
}
