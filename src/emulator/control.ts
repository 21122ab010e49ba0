/**
 * The control path: what moves the emulator from outside. It answers JSON, and only to callers on this computer
 * that send the header `x-licensectl-emulator: 1`: a web page can neither set that header across origins nor, by
 * rebinding its name to loopback, send a loopback Host.
 */
import { z } from 'zod';
import { isUsableInstant, REAL_TIME } from './clock.js';
import { CONTROL_HEADER } from './control-path.js';
import type { Emulation } from './emulation.js';
import type { Failures } from './failures.js';
import { faultRuleSchema } from './fault-rules.js';
import { settingsSchema } from './settings.js';
import { definedOnly, WorldError } from './world.js';

export interface ControlRequest {
  readonly method: string;
  /** Below the control prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

export interface ControlAnswer {
  readonly status: number;
  readonly value: unknown;
}

export interface ControlDeps {
  readonly emulation: Emulation;
  readonly url: () => string;
  /** ISO 8601, real time. */
  readonly startedAt: string;
  readonly failures: Failures;
  /** Called before the answer to a stop is sent; stopping waits for it. */
  readonly requestStop: () => void;
}

class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const clockSchema = z
  .strictObject({
    set: z.iso.datetime({ offset: true }).optional(),
    advanceSeconds: z.number().optional(),
    /** Back to real time. */
    real: z.literal(true).optional(),
    frozen: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'Nothing to change.')
  .refine(
    ({ set, advanceSeconds, real }) =>
      [set, advanceSeconds, real].filter((way) => way !== undefined).length <= 1,
    'Only one of set, advanceSeconds and real.',
  );

type Action = (request: ControlRequest, deps: ControlDeps) => unknown;

function parseBody<T>(request: ControlRequest, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(request));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  throw new Refusal(
    400,
    'bad_request',
    `${place === '' ? '' : `${place}: `}${issue?.message ?? 'Not valid.'}`,
  );
}

function parseJson({ body }: ControlRequest): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refusal(400, 'bad_request', 'The body is not JSON.');
  }
}

function integerParameter(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new Refusal(400, 'bad_request', `${name} must be a whole number.`);
  return Number(text);
}

function clockView({ clock }: Emulation): Record<string, unknown> {
  const { offsetMs, frozenAt } = clock.state();
  return {
    now: new Date(clock.now()).toISOString(),
    offsetSeconds: offsetMs / 1000,
    frozen: frozenAt !== null,
  };
}

function changeClock(request: ControlRequest, { emulation }: ControlDeps): unknown {
  const { clock } = emulation;
  const change = parseBody(request, clockSchema);
  const advanceMs = Math.round((change.advanceSeconds ?? 0) * 1000);
  const target = change.set !== undefined ? Date.parse(change.set) : clock.now() + advanceMs;
  if (!isUsableInstant(target))
    throw new Refusal(400, 'bad_request', 'The clock goes from year 1 to year 9999.');
  emulation.change(() => {
    if (change.real === true) clock.load(REAL_TIME);
    // First: what is set on a running clock has gone on by the time it stands still.
    if (change.frozen === true) clock.freeze();
    if (change.set !== undefined) clock.set(target);
    else clock.advance(advanceMs);
    if (change.frozen === false) clock.resume();
  });
  return clockView(emulation);
}

function status(_request: ControlRequest, { emulation, url, startedAt, failures }: ControlDeps): unknown {
  return {
    schemaVersion: 1,
    url: url(),
    startedAt,
    clock: clockView(emulation),
    faults: emulation.faults.list(),
    systems: emulation.counts(),
    requests: { length: emulation.log.length, lastSequence: emulation.log.lastSequence },
    settings: emulation.deps.settings,
    failures: failures.list(),
  };
}

function removeFaults({ query }: ControlRequest, { emulation }: ControlDeps): unknown {
  const id = integerParameter(query, 'id');
  if (id === undefined) emulation.faults.clear();
  else if (!emulation.faults.remove(id)) throw new Refusal(404, 'not_found', `There is no fault ${id}.`);
  return emulation.faults.list();
}

function replaceWorld(request: ControlRequest, { emulation }: ControlDeps): unknown {
  try {
    emulation.loadWorld(parseJson(request));
  } catch (error) {
    if (error instanceof WorldError) throw new Refusal(400, 'bad_world', error.message);
    throw error;
  }
  return { systems: emulation.counts() };
}

function changeSettings(request: ControlRequest, { emulation }: ControlDeps): unknown {
  const changes = definedOnly(parseBody(request, settingsSchema.partial()));
  emulation.change(({ settings }) => Object.assign(settings, changes));
  return emulation.deps.settings;
}

/** Every emulator of this version has the same one; a running one may be of another. */
function publicKey(_request: ControlRequest, { emulation }: ControlDeps): unknown {
  const key = emulation.systems.get('licensespring')?.system.credentials.settings.publicKey;
  if (key === undefined) throw new Refusal(404, 'not_found', 'No system here signs its answers.');
  return { publicKey: key };
}

const ACTIONS: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  '/status': { GET: status },
  '/reset': {
    POST: (_request, { emulation }) => {
      emulation.reset();
      return { systems: emulation.counts() };
    },
  },
  '/world': { GET: (_request, { emulation }) => emulation.saveWorld(), PUT: replaceWorld },
  '/faults': {
    GET: (_request, { emulation }) => emulation.faults.list(),
    POST: (request, { emulation }) => emulation.faults.add(parseBody(request, faultRuleSchema)),
    DELETE: removeFaults,
  },
  '/clock': { GET: (_request, { emulation }) => clockView(emulation), POST: changeClock },
  '/public-key': { GET: publicKey },
  '/settings': { GET: (_request, { emulation }) => emulation.deps.settings, PATCH: changeSettings },
  '/requests': {
    GET: ({ query }, { emulation }) => emulation.log.list(integerParameter(query, 'after')),
    DELETE: (_request, { emulation }) => {
      emulation.log.clear();
      return [];
    },
  },
  '/stop': {
    POST: (_request, { requestStop }) => {
      requestStop();
      return { stopping: true };
    },
  },
};

function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);
}

/** Why the caller may not use the control path; null when it may. Asked before the body is read. */
export function controlRefusal(headers: Readonly<Record<string, string | undefined>>): string | null {
  if (!isLoopbackHost(headers.host)) return 'The control path answers only to loopback host names.';
  if (headers[CONTROL_HEADER] !== '1') return `The control path needs the header "${CONTROL_HEADER}: 1".`;
  return null;
}

function failure(status: number, code: string, message: string): ControlAnswer {
  return { status, value: { error: { code, message } } };
}

/** Answers one request below the control prefix that {@link controlRefusal} has let pass. */
export function control(request: ControlRequest, deps: ControlDeps): ControlAnswer {
  const methods = Object.hasOwn(ACTIONS, request.path) ? ACTIONS[request.path] : undefined;
  if (methods === undefined) {
    return failure(404, 'not_found', `The control path has: ${Object.keys(ACTIONS).join(', ')}.`);
  }
  const action = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
  if (action === undefined) {
    return failure(405, 'method_not_allowed', `${request.path} takes ${Object.keys(methods).join(', ')}.`);
  }
  try {
    return { status: 200, value: action(request, deps) };
  } catch (error) {
    if (error instanceof Refusal) return failure(error.status, error.code, error.message);
    throw error;
  }
}
