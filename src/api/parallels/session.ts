/** The administrator session that every call of the Parallels RAS REST API needs. */
import { AuthenticationError, type LicensectlError, NetworkError, NotFoundError } from '../../errors.js';
import { parseObject } from '../answer-value.js';
import type { WireDeps } from '../client.js';
import { type JsonObject, member, readText } from '../read.js';
import type { WireResponse } from '../transport.js';
import { nextStep } from './error-codes.js';
import { MEDIA_TYPE } from './media-type.js';
import { logoff, logon } from './operations.js';

export interface Session {
  /** The token in hand, or a new one from a logon. Calls at the same time share one logon. */
  token(): Promise<string>;
  /** Drops the token after a 401; false when there was none. */
  forget(): boolean;
  /** The session was closed by a call of its own. */
  ended(): void;
  /** What the logon told about the farm. */
  facts(): Readonly<Record<string, unknown>>;
  /** Logs off; a failure is only a notice. Never throws. */
  close(): Promise<void>;
}

/** Members of the session object worth showing; ids and the token are not. */
const FACTS = [
  'farmName',
  'domain',
  'connectedServer',
  'licensingServer',
  'licensingServerConnection',
] as const;

export function createSession(deps: WireDeps): Session {
  let current: Promise<string> | undefined;
  let facts: Readonly<Record<string, unknown>> = {};
  /** Sessions given up after a 401. Most are gone; one that was replaced by mistake would stay open for long. */
  const forgotten: Promise<string>[] = [];

  const open = async (): Promise<string> => {
    const body = JSON.stringify(credentials(deps));
    const response = await deps.send({
      method: 'POST',
      url: `${deps.baseUrl}${logon.path}`,
      headers: { 'Content-Type': MEDIA_TYPE },
      body,
    });
    const session = readSession(response);
    const token = readText(member(session, 'authToken'));
    if (token === null) throw noToken(response);
    deps.protect(token);
    facts = Object.fromEntries(
      FACTS.map((name) => [name, member(session, name)]).filter(([, value]) => value !== undefined),
    );
    return token;
  };

  const close = async (session: Promise<string>): Promise<number | null> => {
    const token = await session.catch(() => null);
    if (token === null) return null;
    const headers = { 'Content-Type': MEDIA_TYPE, auth_token: token };
    return (await deps.send({ method: 'POST', url: `${deps.baseUrl}${logoff.path}`, headers })).status;
  };

  return {
    token() {
      const opening = current ?? open();
      if (current === undefined) {
        current = opening;
        opening.catch(() => {
          if (current === opening) current = undefined;
        });
      }
      return opening;
    },

    forget() {
      if (current === undefined) return false;
      forgotten.push(current);
      current = undefined;
      return true;
    },

    ended() {
      current = undefined;
    },

    facts: () => facts,

    async close() {
      const last = current;
      current = undefined;
      for (const stale of forgotten.splice(0)) await close(stale).catch(() => null);
      if (last === undefined) return;
      try {
        const status = await close(last);
        // 401 means that the session is over already, which is what was wanted.
        if (status === null || (status >= 200 && status < 300) || status === 401) return;
        deps.notice(openSession(`HTTP ${status}`), 'session_left_open');
      } catch (error) {
        deps.notice(openSession(error instanceof Error ? error.message : String(error)), 'session_left_open');
      }
    },
  };
}

function credentials(deps: WireDeps): { username: string; password: string } {
  const { username } = deps.settings;
  const { password } = deps.secrets;
  if (username !== undefined && password !== undefined) return { username, password };
  throw new AuthenticationError('Parallels RAS needs the name and password of an administrator.', {
    code: 'missing_credentials',
    provider: 'parallels',
    hint: 'licensectl login',
  });
}

/** A refused logon has no published status or body; 400, 401 and 403 are all taken for one. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403]);

/** @throws AuthenticationError for a refused logon; NotFoundError where there is no REST API; NetworkError. */
function readSession(response: WireResponse): JsonObject {
  const body = parseObject(response.body);
  if (response.status >= 200 && response.status < 300) return body;
  throw logonError(response.status, readText(member(body, 'msg')) ?? readText(member(body, 'title')));
}

function logonError(status: number, said: string | null): LicensectlError {
  const details = { provider: 'parallels', operation: logon.id, httpStatus: status };
  const because = said === null ? `(HTTP ${status}).` : `: ${said}`;
  if (REFUSALS.has(status)) {
    return new AuthenticationError(`The farm refuses the logon${because}`, {
      ...details,
      code: 'logon_refused',
      hint: nextStep('logon_refused'),
    });
  }
  if (status === 404 || status === 405) {
    return new NotFoundError('There is no RAS REST API at this address.', {
      ...details,
      code: 'no_such_path',
      hint: nextStep('no_such_path'),
    });
  }
  return new NetworkError(`The logon failed${because}`, {
    ...details,
    code: 'logon_failed',
    retryable: true,
  });
}

function noToken(response: WireResponse): AuthenticationError {
  return new AuthenticationError('The farm answered the logon without a session token.', {
    code: 'no_session_token',
    provider: 'parallels',
    operation: logon.id,
    httpStatus: response.status,
    hint: 'Check that the base URL is that of the RAS web administration service.',
  });
}

function openSession(why: string): string {
  return `Logging off failed: ${why.replace(/\.$/, '')}. The administrator session stays open until it times out.`;
}
