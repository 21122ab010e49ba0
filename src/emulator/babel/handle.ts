/** Routing, access and input of the emulated Babel Licensing Service. */
import { isReadAsJson, readJsonBody } from '../json-body.js';
import type { EmulatedRequest, EmulatedResponse, SystemDeps } from '../system.js';
import { checkAccess } from './access.js';
import { activate, deactivate, heartbeat, info, release, request as requestSeat, validate } from './calls.js';
import { type Answer, writeAnswer } from './encoding.js';
import { BabelRefusal, refusalResponse } from './refusal.js';
import type { Client } from './tokens.js';

interface Call {
  readonly changes: boolean;
  run(body: Body, deps: SystemDeps): { readonly [name: string]: Answer };
}

interface Body {
  /** A text member; @throws BabelRefusal InvalidArgument when it is missing and must not be. */
  text(name: string, need: 'required' | 'optional'): string;
  readonly address: string;
}

const CALLS: Readonly<Record<string, Call>> = {
  '/v1/license/activate': { changes: true, run: (body, deps) => activate(keyInput(body), deps) },
  '/v1/license/deactivate': { changes: true, run: (body, deps) => deactivate(keyInput(body), deps) },
  '/v1/license/request': { changes: true, run: (body, deps) => requestSeat(keyInput(body), deps) },
  '/v1/license/release': { changes: true, run: (body, deps) => release(tokenInput(body), deps) },
  '/v1/license/heartbeat': { changes: true, run: (body, deps) => heartbeat(tokenInput(body), deps) },
  '/v1/license/validate': { changes: false, run: (body, deps) => validate(keyInput(body), deps) },
  '/v1/license/info': { changes: false, run: (body, deps) => info(infoInput(body), deps) },
};

/**
 * All calls are POST. Bodies are not documented for an unknown path, a wrong method, refused access and a wrong media
 * type: empty.
 */
export function handleBabel(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  const path = request.path.toLowerCase().replace(/\/+$/, '');
  const call = Object.hasOwn(CALLS, path) ? CALLS[path] : undefined;
  if (call === undefined) return { status: 404 };
  if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST' } };
  const access = checkAccess(request, deps, call.changes);
  if (access === 'unauthorized') return { status: 401 };
  if (access === 'forbidden') return { status: 403 };
  if (request.body.length > 0 && !isReadAsJson(request.headers)) return { status: 415 };
  try {
    const answer = deps.store.transaction(() => call.run(readBody(request), deps));
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: writeAnswer(answer, deps.settings.babelEncoding),
    };
  } catch (error) {
    if (error instanceof BabelRefusal) return refusalResponse(error);
    throw error;
  }
}

/** The body counts as optional in the document: none is read as one without members. */
function readBody(request: EmulatedRequest): Body {
  const body = readJsonBody(request.body);
  if (body.kind === 'invalid' || body.kind === 'not-an-object') {
    throw new BabelRefusal('InvalidArgument', 'the body is not a JSON object.');
  }
  const source = body.kind === 'object' ? body.value : {};
  return {
    address: request.remoteAddress,
    text(name, need) {
      const value = source[name] ?? '';
      if (typeof value !== 'string') throw new BabelRefusal('InvalidArgument', `${name} must be a string.`);
      if (value === '' && need === 'required')
        throw new BabelRefusal('InvalidArgument', `${name} is missing.`);
      return value;
    },
  };
}

function keyInput(body: Body): Client & { readonly userKey: string } {
  return { userKey: body.text('userKey', 'required'), ...client(body, 'required') };
}

function infoInput(body: Body): Client & { readonly userKey: string } {
  return { userKey: body.text('userKey', 'required'), ...client(body, 'optional') };
}

function tokenInput(body: Body): Client & { readonly licenseToken: string } {
  return { licenseToken: body.text('licenseToken', 'required'), ...client(body, 'required') };
}

function client(body: Body, need: 'required' | 'optional'): Client {
  return {
    machineId: body.text('machineId', need),
    clientId: body.text('clientId', need),
    clientName: body.text('clientName', 'optional'),
    address: body.address,
  };
}
