/** From a socket's request to the system or the control path it is for, and back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpMethod } from '../api/operation.js';
import { jsonResponse, send } from './answer.js';
import { type ControlDeps, control, controlRefusal } from './control.js';
import { CONTROL_PREFIX } from './control-path.js';
import { type DatedAnswer, FAILED, handleSystem } from './handle-system.js';
import { readBody } from './read-body.js';
import type { EmulatedResponse } from './system.js';

export interface RequestDeps extends ControlDeps {
  /** Ends delays when the emulator stops. */
  readonly stopping: AbortSignal;
}

type Headers = Readonly<Record<string, string | undefined>>;

interface Target {
  /** First segment of the path: a system's id. */
  readonly prefix: string;
  /** What stands behind it, as {@link normalised}. */
  readonly path: string;
  readonly query: URLSearchParams;
}

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] satisfies HttpMethod[];
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const MAX_WORLD_BYTES = 512 * 1024 * 1024;

/** Escapes of characters that never need one. */
const NEEDLESS_ESCAPE = /%(?:2[DE]|3[0-9]|[46][1-9A-F]|[57][0-9A]|5F|7E)/gi;

/**
 * A path as the vendors' servers read it (RFC 3986, section 6.2.2): needless escapes undone, then dots folded. What a
 * client disguises so is met as what it stands for; an escaped slash separates nothing.
 */
function normalised(path: string): string {
  const segments: string[] = [];
  for (const raw of path.split('/').slice(1)) {
    const segment = raw.replace(NEEDLESS_ESCAPE, decodeURIComponent);
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** The target of a request; one sent as to a proxy has scheme and host in front. */
function parseTarget(given: string): Target {
  const target = given.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = target.indexOf('?');
  const whole = normalised(mark === -1 ? target : target.slice(0, mark));
  const query = new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1));
  const end = whole.indexOf('/', 1);
  if (end === -1) return { prefix: whole.slice(1), path: '/', query };
  return { prefix: whole.slice(1, end), path: whole.slice(end), query };
}

function flatHeaders({ headers }: IncomingMessage): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

function refusal(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): EmulatedResponse {
  const response = jsonResponse(status, { error: { code, message } });
  return { ...response, headers: { ...response.headers, ...headers } };
}

/** What was not read of a refused request would be taken for the next one. */
const CLOSING = { Connection: 'close' };
const TOO_LARGE = refusal(413, 'too_large', 'The body is too large for the emulator.', CLOSING);

export function createRequestHandler(
  deps: RequestDeps,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const { emulation, failures, stopping } = deps;
  const dated = (response: EmulatedResponse): DatedAnswer => ({
    answer: { kind: 'whole', response },
    date: emulation.clock.now(),
  });

  const answerControl = async (req: IncomingMessage, { path, query }: Target): Promise<DatedAnswer> => {
    const headers = flatHeaders(req);
    const barred = controlRefusal(headers);
    if (barred !== null) return dated(refusal(403, 'forbidden', barred, CLOSING));
    const body = await readBody(req, MAX_WORLD_BYTES);
    if (body === null) return dated(TOO_LARGE);
    const { status, value } = control({ method: req.method ?? 'GET', path, query, body }, deps);
    return dated(jsonResponse(status, value));
  };

  const answerSystem = async (
    req: IncomingMessage,
    { prefix, path, query }: Target,
  ): Promise<DatedAnswer> => {
    const body = await readBody(req, MAX_BODY_BYTES);
    if (body === null) return dated(TOO_LARGE);
    const mounted = emulation.systems.get(prefix);
    if (mounted === undefined) {
      const known = [...emulation.systems.keys()].map((name) => `/${name}`).join(', ');
      return dated(refusal(404, 'not_found', `The emulator serves ${known}.`));
    }
    const method = req.method ?? 'GET';
    if (!METHODS.includes(method)) {
      const allow = METHODS.join(', ');
      return dated(refusal(405, 'method_not_allowed', `The emulator takes ${allow}.`, { Allow: allow }));
    }
    const remoteAddress = req.socket.remoteAddress ?? '';
    const request = {
      method: method as HttpMethod,
      path,
      query,
      headers: flatHeaders(req),
      body,
      remoteAddress,
    };
    return handleSystem(emulation, failures, mounted, request, stopping);
  };

  return async (req, res) => {
    const target = parseTarget(req.url ?? '/');
    try {
      const isControl = `/${target.prefix}` === CONTROL_PREFIX;
      const { answer, date } = await (isControl ? answerControl(req, target) : answerSystem(req, target));
      if (stopping.aborted) res.shouldKeepAlive = false;
      await send(res, answer, date);
    } catch (error) {
      const isAlone = res.socket === null || res.socket.destroyed;
      // A client that went away, and a delay that the end cut short, are nobody's failure.
      if (!isAlone && !stopping.aborted) failures.add(`${req.method} /${target.prefix}${target.path}`, error);
      if (isAlone || stopping.aborted || res.headersSent) res.destroy();
      else await send(res, { kind: 'whole', response: FAILED }, emulation.clock.now());
    }
  };
}
