/** The emulated service with its default world, called as a client would call it. */
import { readFileSync } from 'node:fs';
import type { HttpMethod, KeyKind } from '../../../src/api/operation.js';
import type { EmulatedResponse, EmulatorSettings, SystemDeps } from '../../../src/emulator/system.js';
import { API_KEYS } from '../../../src/emulator/zentitle/authorize.js';
import { zentitleSystem } from '../../../src/emulator/zentitle/system.js';
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

export interface Example {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output?: unknown;
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/zentitle-emulator/${name}`, import.meta.url), 'utf8');

export const OFFLINE_REQUEST = fixture('offline-request.txt').trim();

/** Inputs and outputs of the document's examples, the certificate request put in. */
export function readExamples(): readonly Example[] {
  const text = fixture('examples.json').replaceAll('<offline-request.txt>', OFFLINE_REQUEST);
  return JSON.parse(text) as Example[];
}

export interface ProductExample extends Example {
  /** Calls that make what the example starts from, where the default world does not hold it. */
  readonly before?: readonly Example[];
}

/** The examples of the calls that change products, and of network masters and events. */
export function readProductExamples(): readonly ProductExample[] {
  return JSON.parse(fixture('product-examples.json')) as ProductExample[];
}

/** The kinds of keys that each section of the document names, by verb and controller. */
export function readKeyKinds(): Readonly<Record<string, readonly KeyKind[]>> {
  return JSON.parse(fixture('key-kinds.json')) as Record<string, KeyKind[]>;
}

/** The input of the first example of an operation. */
export function exampleInput(operation: string): Readonly<Record<string, unknown>> {
  const example = [...readExamples(), ...readProductExamples()].find((one) => one.operation === operation);
  if (example === undefined) throw new Error(`no example of ${operation}`);
  return example.input;
}

/** The first record of an answer that is an array. */
export function firstOf(body: unknown): Readonly<Record<string, unknown>> {
  if (!Array.isArray(body) || body.length === 0) throw new Error(`no records: ${JSON.stringify(body)}`);
  return body[0] as Record<string, unknown>;
}
