/** Routing of the emulated License API v4, and how its answers are written. */
import type { EmulatedRequest, EmulatedResponse, SystemDeps } from '../system.js';
import { activate, deactivate } from './activation.js';
import { authorize, type Caller } from './authorization.js';
import { check, deviceLicenses } from './check.js';
import { borrow, release } from './floating.js';
import { type Input, readInput } from './input.js';
import { answerTokenRequest, TOKEN_PATH } from './oauth.js';
import { productDetails } from './products.js';
import { LicenseSpringRefusal, refusalResponse } from './refusal.js';
import { sign } from './signatures.js';

interface Call {
  /** Whether a read-only key is refused. */
  readonly changes: boolean;
  /** An object is answered as signed JSON, a text as it is. */
  run(input: Input, deps: SystemDeps, caller: Caller): object | string;
}

const CALLS: Readonly<Record<string, Call>> = {
  'POST /api/v4/activate_license': { changes: true, run: activate },
  'POST /api/v4/deactivate_license': { changes: true, run: deactivate },
  'GET /api/v4/check_license': { changes: false, run: check },
  'POST /api/v4/floating/borrow': { changes: true, run: borrow },
  'POST /api/v4/floating/release': { changes: true, run: release },
  'GET /api/v4/product_details': { changes: false, run: productDetails },
  'GET /api/v4/device_licenses': { changes: false, run: deviceLicenses },
};

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
