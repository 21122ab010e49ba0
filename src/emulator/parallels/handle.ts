/** The calls of the emulated Parallels RAS web service, from the licensing sample and the REST API guide. */
import { isReadAsJson, readJsonBody } from '../json-body.js';
import type { EmulatedRequest, EmulatedResponse, SystemDeps } from '../system.js';
import { answerEmpty, answerJson, invalidInput, problem, refuse } from './answers.js';
import { activate, deactivate, findAccount, hasActiveKey, visibleLicense } from './farm.js';
import { emptyV20, viewV20, viewV21 } from './license-view.js';
import { endSession, logOn, type Session, useSession } from './sessions.js';

type Handler = (request: EmulatedRequest, deps: SystemDeps, session: Session) => EmulatedResponse;

/** Calls that need a session, by method and lower-case path. */
const CALLS: Readonly<Record<string, Handler>> = {
  'POST /api/session/logoff': logOffSelf,
  'POST /api/license/activate': activateLicense,
  'POST /api/license/deactivate': deactivateLicense,
  'GET /api/license': showLicense,
  'GET /api/webservice/version': showVersion,
};

const LOGON = '/api/session/logon';
const OTHER_SESSION = /^\/api\/session\/(\d{1,15})\/logoff$/;

const WRONG_ACCOUNT = 'invalid login or password';
const NO_ACTIVE_KEY = 'Failed to Deactivate - Product not activated with a license key.';

/**
 * Paths are compared without regard to case, since the guide writes both `session` and `Session`. What a missing
 * api-version does is not documented; the call is accepted.
 */
export function handleParallels(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  const path = request.path.toLowerCase().replace(/\/+$/, '');
  const call = `${request.method} ${path}`;
  return deps.store.transaction(() => {
    if (call === `POST ${LOGON}`) return logOnSession(request, deps);
    const handler = CALLS[call];
    const other = request.method === 'POST' ? OTHER_SESSION.exec(path)?.[1] : undefined;
    if (handler === undefined && other === undefined) return unknownCall(path);
    const session = useSession(deps, request.headers.auth_token);
    if (session === undefined)
      return problem(401, 'Unauthorized', 'The session token is missing or has expired.');
    if (handler !== undefined) return handler(request, deps, session);
    return logOffOther(deps, Number(other));
  });
}

function unknownCall(path: string): EmulatedResponse {
  const posted = path === LOGON || OTHER_SESSION.test(path);
  const allow = posted
    ? 'POST'
    : Object.keys(CALLS)
        .find((call) => call.endsWith(` ${path}`))
        ?.split(' ', 1)[0];
  if (allow === undefined) return problem(404, 'Not Found', 'There is no such resource.');
  return problem(405, 'Method Not Allowed', 'This resource does not support the method.', { allow });
}

/** The sample's answer holds the token alone; the v21 Session object has more. Refusals are not documented: 401. */
function logOnSession(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  const input = readInput(request, ['username', 'password']);
  if (!input.ok) return input.response;
  const { username = '', password = '' } = input.values;
  if (username.length > 255) return invalidInput({ username: ['The username has at most 255 characters.'] });
  const session = logOn(deps, username, password);
  if (session === undefined) return problem(401, 'Unauthorized', 'The user name or password is not correct.');
  if (deps.settings.parallelsShape === 'v20') return answerJson({ authToken: session.token });
  return answerJson({
    authToken: session.token,
    localAuth: false,
    userId: 1,
    applySettingsEnabled: true,
    connectedSiteId: 1,
    settingsId: 1,
    sessionId: session.id,
    connectedServer: 'ras-broker-01',
    licensingServer: 'ras-broker-01',
    primaryBrokerConnection: true,
    licensingServerConnection: true,
    domain: '',
    farmName: 'Farm',
    farmGUID: '5a1f0c52-6d0e-4a7b-9c3e-0f5d2b8e7a11',
  });
}

/** An empty body in the sample, a JSON string in the v21 guide; the string itself is ours. */
function logOffSelf(_request: EmulatedRequest, deps: SystemDeps, session: Session): EmulatedResponse {
  endSession(deps, session.id);
  return deps.settings.parallelsShape === 'v20' ? answerEmpty(200) : answerJson('Logged off.');
}

function logOffOther(deps: SystemDeps, id: number): EmulatedResponse {
  if (endSession(deps, id)) return answerEmpty(204);
  return problem(404, 'Not Found', 'There is no session with this id.');
}

/** The body of a success is not published; an empty one, as for logoff. */
function activateLicense(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  const input = readInput(request, ['email', 'password'], ['key']);
  if (!input.ok) return input.response;
  const { email = '', password = '', key } = input.values;
  const account = findAccount(deps, email, password);
  if (account === undefined) return refuse(WRONG_ACCOUNT);
  const outcome = activate(deps, account, key);
  return outcome.done ? answerEmpty(200) : refuse(outcome.msg);
}

/**
 * In the sample the farm's state is looked at before the account: the account refused by activate gets the
 * not-activated text here. Not documented; any valid account may deactivate, not only the one that activated.
 */
function deactivateLicense(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  const input = readInput(request, ['email', 'password']);
  if (!input.ok) return input.response;
  const { email = '', password = '' } = input.values;
  if (!hasActiveKey(deps)) return refuse(NO_ACTIVE_KEY);
  if (findAccount(deps, email, password) === undefined) return refuse(WRONG_ACCOUNT);
  deactivate(deps);
  return answerEmpty(200);
}

/** v21 documents 404 for a farm with nothing to show; the v20 documents do not, and an empty record is our guess. */
function showLicense(_request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  const license = visibleLicense(deps);
  if (deps.settings.parallelsShape === 'v20') {
    return answerJson(license === undefined ? emptyV20() : viewV20(license, deps.now()));
  }
  if (license === undefined) return problem(404, 'Not Found', 'The farm has no active license.');
  return answerJson(viewV21(license, deps.now()));
}

/** The answer's shape is not documented; a single member of our own. */
function showVersion(_request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  return answerJson({ version: deps.settings.parallelsShape === 'v20' ? '20.0.0' : '21.0.0' });
}

type Input =
  | { readonly ok: true; readonly values: Readonly<Record<string, string | undefined>> }
  | { readonly ok: false; readonly response: EmulatedResponse };

/** Text members of the body: the required ones present and not empty, the optional ones possibly null. */
function readInput(
  request: EmulatedRequest,
  required: readonly string[],
  optional: readonly string[] = [],
): Input {
  if (request.body.length > 0 && !isReadAsJson(request.headers)) {
    const response = problem(415, 'Unsupported Media Type', 'The body must be JSON.');
    return { ok: false, response };
  }
  const body = readJsonBody(request.body);
  if (body.kind === 'invalid' || body.kind === 'not-an-object') {
    return { ok: false, response: invalidInput({ $: ['The body is not a JSON object.'] }) };
  }
  const source = body.kind === 'object' ? body.value : {};
  const errors: Record<string, string[]> = {};
  const values: Record<string, string | undefined> = {};
  for (const name of [...required, ...optional]) {
    const value = source[name] ?? undefined;
    if (value === undefined || value === '') {
      if (required.includes(name)) errors[name] = [`The ${name} field is required.`];
      else values[name] = value;
    } else if (typeof value === 'string') values[name] = value;
    else errors[name] = [`The ${name} field must be a string.`];
  }
  return Object.keys(errors).length === 0
    ? { ok: true, values }
    : { ok: false, response: invalidInput(errors) };
}
