/** The emulated service with its default world, called as a client would call it. */
import type { HttpMethod } from '../../../src/api/operation.js';
import type { EmulatedResponse, EmulatorSettings, SystemDeps } from '../../../src/emulator/system.js';
import { API_KEYS } from '../../../src/emulator/zentitle/authorize.js';
import { zentitleSystem } from '../../../src/emulator/zentitle/system.js';
import { exampleOf } from '../../fixtures/zentitle-document/document.js';
import { oneSystem } from '../../support/one-system.js';

export const START = '2026-03-02T09:00:00Z';
export const DAY = 24 * 3_600_000;

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface Service {
  /** `GET LicenseCode` with its input, by the read-write key. */
  call(name: string, input?: object): Answered;
  /** The body of an answer that must have status 200. */
  ok(name: string, input?: object): unknown;
  /** The text of an answer that must be a refusal. */
  refused(name: string, input?: object): string;
  /** POST DataStreamer, by the key for it. */
  stream(input: object): Answered;
  raw(name: string, headers: Readonly<Record<string, string>>, body?: string): EmulatedResponse;
  advance(milliseconds: number): void;
  readonly deps: SystemDeps;
  readonly settings: EmulatorSettings;
}

export const HEADERS = {
  authorization: `bearer 1234:${API_KEYS['read-write']}`,
  'content-type': 'application/json',
} as const;

const STREAM_HEADERS = { ...HEADERS, authorization: `bearer 1234:${API_KEYS.datastreamer}` } as const;

/** Refusals have status 400 here, so that none is taken for an answer. */
export function startService(at = START): Service {
  const system = oneSystem(zentitleSystem, at);
  system.settings.zentitleErrorStatus = 400;
  const raw = (name: string, headers: Readonly<Record<string, string>>, body = ''): EmulatedResponse => {
    const [method = '', controller = ''] = name.split(' ');
    return system.call({ method: method as HttpMethod, path: `/api/${controller}`, headers, body });
  };
  const send = (name: string, headers: Readonly<Record<string, string>>, input?: object): Answered => {
    const { status, body = '' } = raw(name, headers, input === undefined ? '' : JSON.stringify(input));
    return { status, body: body === '' ? '' : JSON.parse(body) };
  };
  const call = (name: string, input?: object): Answered => send(name, HEADERS, input);
  const expectStatus = (wanted: boolean, name: string, input?: object): unknown => {
    const { status, body } = call(name, input);
    if ((status === 200) !== wanted) throw new Error(`${name} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  return {
    call,
    raw,
    stream: (input) => send('POST DataStreamer', STREAM_HEADERS, input),
    ok: (name, input) => expectStatus(true, name, input),
    refused: (name, input) => String(expectStatus(false, name, input)),
    advance: system.advance,
    deps: system.deps,
    settings: system.settings,
  };
}

/** The input of the document's first example of a call; the emulator's tests take the examples as they are printed. */
export function exampleInput(call: string): Readonly<Record<string, unknown>> {
  return exampleOf(call).input ?? {};
}

/** The documented certificate request, which the document prints as a deactivation certificate, too. */
export const OFFLINE_REQUEST = String(exampleInput('GET OfflineActivation').activationcertificate);

interface Call {
  readonly call: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const TWO_FEATURES: Call = {
  call: 'POST ProductFeatures',
  input: {
    productId: '6872450105',
    features: ['FEAT1API01', 'FEAT1API02'].map((featureCode) => ({
      featureCode,
      featureName: featureCode,
      notes: 'n',
    })),
  },
};

/** Calls that make what an example starts from, where the default world does not hold it. */
const BEFORE: Readonly<Record<string, readonly Call[]>> = {
  'PUT ProductFeatureGroups': [example('POST ProductFeatureGroups')],
  'PUT ProductFeatures': [TWO_FEATURES],
  'DELETE ProductFeatures': [TWO_FEATURES, example('PUT ProductFeatures')],
  'POST ProductUDF': ['TEST1', 'TEST2'].map((fieldName) => ({
    call: 'DELETE ProductUDF',
    input: { productId: '6872450105', fieldName },
  })),
  'DELETE ProductUDF': [example('PUT ProductUDF')],
};

/** A service on which the example of a call can be sent. */
export function startServiceFor(call: string): Service {
  const service = startService();
  for (const before of BEFORE[call] ?? []) service.ok(before.call, before.input);
  return service;
}

function example(call: string): Call {
  return { call, input: exampleInput(call) };
}

/** The first record of an answer that is an array. */
export function firstOf(body: unknown): Readonly<Record<string, unknown>> {
  if (!Array.isArray(body) || body.length === 0) throw new Error(`no records: ${JSON.stringify(body)}`);
  return body[0] as Record<string, unknown>;
}
