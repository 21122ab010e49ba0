/** A licence system of its own for the tests of the client. */
import { onTestFinished } from 'vitest';
import type { Client, Wire, WireDeps } from '../../../src/api/client.js';
import { type ClientOptions, createClient } from '../../../src/api/create-client.js';
import { createHttpTransport } from '../../../src/api/http-transport.js';
import type { Effect, Operation } from '../../../src/api/operation.js';
import type { ProviderModule } from '../../../src/api/provider.js';
import { createRedactor, type Redactor } from '../../../src/api/redactor.js';
import { NetworkError, RejectedError } from '../../../src/errors.js';

export const API_KEY = 'planted-api-key-6c1f';
export const PASSWORD = 'planted-password-92ab';

export function operation(effect: Effect, rest: Partial<Operation> = {}): Operation {
  return {
    id: `zentitle.test.${effect}`,
    provider: 'zentitle',
    method: effect === 'read' ? 'GET' : 'POST',
    path: '/api/Test',
    summary: 'Test',
    effect,
    encoding: 'json',
    input: [
      { name: 'code', type: 'string', note: '' },
      { name: 'computerid', type: 'string', note: '' },
      { name: 'password', type: 'string', secret: true, note: '' },
    ],
    answer: { kind: 'record' },
    source: 'test',
    ...rest,
  };
}

/** Signs with a bearer; 500 is its fault, other statuses from 400 on are refusals. */
export function bearerWire(deps: WireDeps): Wire {
  return {
    provider: 'zentitle',
    authorize(draft) {
      draft.headers.Authorization = `bearer 1234:${deps.secrets.apiKey}`;
    },
    judge(answer) {
      const details = { code: `http_${answer.status}`, httpStatus: answer.status };
      if (answer.status >= 500) throw new NetworkError(`Fault: ${answer.body}`, details);
      if (answer.status >= 400) throw new RejectedError(`Refused: ${answer.body}`, details);
    },
  };
}

export function provider(createWire: (deps: WireDeps) => Wire = bearerWire): ProviderModule {
  return {
    id: 'zentitle',
    operations: [],
    rows: { 'profiles.update': operation('write') },
    createWire,
    createCapabilities: () => ({}),
    probe: async () => ({}),
  };
}

export interface Bench {
  readonly client: Client;
  readonly redactor: Redactor;
  readonly trace: string[];
  readonly notices: string[];
  /** Milliseconds of each pause. */
  readonly pauses: number[];
  readonly interrupt: AbortController;
}

export const NOW = Date.parse('2026-11-20T12:00:00Z');

/** A client on a real transport, with a clock that jumps and no jitter. */
export async function bench(baseUrl: string, options: Partial<ClientOptions> = {}): Promise<Bench> {
  const transport = await createHttpTransport({ env: {}, userAgent: 'test', maxBodyBytes: 100_000 });
  onTestFinished(() => transport.close());
  const trace: string[] = [];
  const notices: string[] = [];
  const pauses: number[] = [];
  const interrupt = new AbortController();
  const redactor = createRedactor();
  let now = NOW;
  const client = createClient({
    provider: provider(),
    baseUrl,
    settings: {},
    secrets: { apiKey: API_KEY },
    transport,
    redactor,
    dryRun: false,
    timeoutMs: 5000,
    clock: {
      now: () => now,
      sleep: async (ms) => {
        pauses.push(ms);
        now += ms;
      },
    },
    random: () => 0.5,
    signal: interrupt.signal,
    trace: (line) => trace.push(line),
    notice: (text) => notices.push(text),
    contextName: 'prod',
    ...options,
  });
  return { client, redactor, trace, notices, pauses, interrupt };
}
