/** Routing of the emulated License API v4, and how its answers are written. */
import type { EmulatedRequest, EmulatedResponse, SystemDeps } from '../system.js';
import { authorize } from './authorization.js';
import { CALLS } from './calls.js';
import { readInput } from './input.js';
import { answerTokenRequest, TOKEN_PATH } from './oauth.js';
import { LicenseSpringRefusal, refusalResponse } from './refusal.js';
import { sign } from './signatures.js';

/** A slash at the end of the path is taken; the documents have both forms. */
export function handleLicensespring(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  const route = `${request.method} ${request.path.replace(/\/+$/, '')}`;
  if (route === `POST ${TOKEN_PATH}`) return answerTokenRequest(request, deps);
  const call = Object.hasOwn(CALLS, route) ? CALLS[route] : undefined;
  try {
    if (call === undefined) throw new LicenseSpringRefusal('not_found');
    return deps.store.transaction(() => {
      const caller = authorize(request, deps, call.changes);
      const answer = call.run(readInput(request), deps, caller);
      return typeof answer === 'string' ? textResponse(answer) : signedResponse(deps, answer);
    });
  } catch (error) {
    if (error instanceof LicenseSpringRefusal) return refusalResponse(error);
    throw error;
  }
}

/** Texts are not signed. */
function textResponse(body: string): EmulatedResponse {
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** The header signs the very text that is sent. */
function signedResponse(deps: SystemDeps, answer: object): EmulatedResponse {
  const body = JSON.stringify(answer);
  return {
    status: 200,
    headers: { 'content-type': 'application/json', LicenseSignature: sign(deps, body) },
    body,
  };
}
