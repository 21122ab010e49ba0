/** How the Parallels RAS REST API is spoken: log on, call with the session's token, log off. */
import type { Answer, DraftRequest, Wire, WireDeps } from '../client.js';
import { setHeader } from '../draft-headers.js';
import type { Operation } from '../operation.js';
import { isObject, member, readText } from '../read.js';
import { toError } from './errors.js';
import { MEDIA_TYPE } from './media-type.js';
import { logoff, logon } from './operations.js';
import { createSession } from './session.js';

export function createParallelsWire(deps: WireDeps): Wire {
  const session = createSession(deps);
  return {
    provider: 'parallels',

    /** Logs on before the first call. A logon that is called by hand needs no session. */
    async authorize(draft: DraftRequest, operation: Operation | undefined): Promise<void> {
      setHeader(draft, 'Content-Type', MEDIA_TYPE);
      if (operation?.id === logon.id) return;
      setHeader(draft, 'auth_token', await session.token());
    },

    renew(response): boolean {
      return response.status === 401 && session.forget();
    },

    judge(answer: Answer, operation: Operation | undefined): void {
      if (answer.status < 200 || answer.status >= 300) throw toError(answer, operation);
      if (operation?.id === logoff.id) session.ended();
      if (operation?.id === logon.id) protectToken(answer, deps);
    },

    facts: session.facts,
    close: session.close,
  };
}

function protectToken(answer: Answer, deps: WireDeps): void {
  const token = isObject(answer.value) ? readText(member(answer.value, 'authToken')) : null;
  if (token !== null) deps.protect(token);
}
