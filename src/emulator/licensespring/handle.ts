/** Routing of the emulated License API v4, and how its answers are written. */
import type { EmulatedRequest, EmulatedResponse, SystemDeps } from '../system.js';
import { authorize } from './authorization.js';
import { CALLS } from './calls.js';
import { readInput } from './input.js';
import { answerTokenRequest, TOKEN_PATH } from './oauth.js';
import { OFFLINE_CALLS } from './offline.js';
import { rateLimited } from './rate-limit.js';
import { LicenseSpringRefusal, refusalResponse } from './refusal.js';
import { sign } from './signatures.js';

/** A slash at the end of the path is taken; the documents have both forms. */
export function handleLicensespring(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  const route = `${request.method} ${request.path.replace(/\/+$/, '')}`;
  if (route === `POST ${TOKEN_PATH}`) return answerTokenRequest(request, deps);
  const tooMany = rateLimited(request, deps);
  if (tooMany !== undefined) return tooMany;
  try {
    // What a refused call has done is undone; that it was counted stays.
    const answer = deps.store.transaction(() => run(route, request, deps));
    return typeof answer === 'string' ? textResponse(answer) : signedResponse(answer, deps);
  } catch (error) {
    if (error instanceof LicenseSpringRefusal) return refusalResponse(error);
    throw error;
  }
}

/** @throws LicenseSpringRefusal */
function run(route: string, request: EmulatedRequest, deps: SystemDeps): object | string {
  const offline = Object.hasOwn(OFFLINE_CALLS, route) ? OFFLINE_CALLS[route] : undefined;
  if (offline !== undefined) return offline(request, deps);
  const call = Object.hasOwn(CALLS, route) ? CALLS[route] : undefined;
  if (call === undefined) throw new LicenseSpringRefusal('not_found');
  const caller = authorize(request, deps, call.changes);
  return call.run(readInput(request), deps, caller);
}

/** Texts are not signed. */
function textResponse(body: string): EmulatedResponse {
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/**
 * The header signs the compact text, whatever white space is sent: the vendor's client writes what it has parsed
 * again before it verifies.
 */
function signedResponse(answer: object, { settings }: SystemDeps): EmulatedResponse {
  const compact = JSON.stringify(answer);
  return {
    status: 200,
    headers: { 'content-type': 'application/json', LicenseSignature: sign(compact) },
    body: settings.licensespringJson === 'spaced' ? JSON.stringify(answer, null, 2) : compact,
  };
}
