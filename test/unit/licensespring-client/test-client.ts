/**
 * The least client that a provider can be tested with: check, encode, authorise, send over a socket, renew once,
 * judge. No retry, no guard, no redaction.
 */
import { request } from 'node:http';
import { readAnswer } from '../../../src/api/answer-value.js';
import type { Answer, Client, DraftRequest, Wire } from '../../../src/api/client.js';
import { checkInput, encodeInput } from '../../../src/api/input-check.js';
import type { Input, Operation } from '../../../src/api/operation.js';
import type { Capabilities, ProviderModule } from '../../../src/api/provider.js';
import type { WireRequest, WireResponse } from '../../../src/api/transport.js';

export interface Harness {
  readonly client: Client;
  readonly capabilities: Capabilities;
  readonly notices: readonly string[];
  readonly protectedSecrets: readonly string[];
  /** Milliseconds of every wait that was asked for; each moves the clock and takes no time. */
  readonly sleeps: readonly number[];
  advance(ms: number): void;
  probe(): Promise<Readonly<Record<string, unknown>>>;
}

export interface HarnessOptions {
  readonly baseUrl: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch at the start. */
  readonly now?: number;
}

export function createHarness(provider: ProviderModule, options: HarnessOptions): Harness {
  const { baseUrl, settings = {}, secrets = {} } = options;
  const notices: string[] = [];
  const protectedSecrets: string[] = [];
  const sleeps: number[] = [];
  let clock = options.now ?? Date.parse('2026-11-20T12:00:00Z');
  const shared = { settings, now: () => clock, notice: (text: string) => void notices.push(text) };
  const wire = provider.createWire({
    ...shared,
    baseUrl,
    secrets,
    send,
    protect: (secret) => void protectedSecrets.push(secret),
  });
  const client = createClient(wire, baseUrl, () => clock);
  const deps = {
    ...shared,
    sleep: async (ms: number) => {
      sleeps.push(ms);
      clock += ms;
    },
  };
  return {
    client,
    capabilities: provider.createCapabilities(client, deps),
    notices,
    protectedSecrets,
    sleeps,
    advance: (ms) => {
      clock += ms;
    },
    probe: () => provider.probe(client, deps),
  };
}

function createClient(wire: Wire, baseUrl: string, now: () => number): Client {
  let skew: number | null = null;

  const attempt = async (draft: DraftRequest, operation: Operation | undefined): Promise<WireResponse> => {
    await wire.authorize(draft, operation);
    const response = await send(draft);
    const date = Date.parse(response.headers.date ?? '');
    if (!Number.isNaN(date)) skew = date - now();
    return response;
  };

  const exchange = async (make: () => DraftRequest, operation: Operation | undefined): Promise<Answer> => {
    const first = await attempt(make(), operation);
    const response = wire.renew?.(first) === true ? await attempt(make(), operation) : first;
    const answer = readAnswer(response);
    if (typeof answer === 'symbol') throw new Error(`broken JSON: ${response.body}`);
    wire.judge(answer, operation);
    return answer;
  };

  return {
    async call(operation: Operation, input: Input) {
      const { path, body, contentType } = encodeInput(operation, checkInput(operation, input));
      const headers = contentType === undefined ? {} : { 'content-type': contentType };
      const make = (): DraftRequest => ({
        method: operation.method,
        url: `${baseUrl}${path}`,
        headers: { ...headers },
        body,
      });
      return await exchange(make, operation);
    },
    async raw({ method, path, body, contentType, operation }) {
      const headers = contentType === undefined ? {} : { 'content-type': contentType };
      return await exchange(
        () => ({ method, url: `${baseUrl}${path}`, headers: { ...headers }, body }),
        operation,
      );
    },
    async close() {
      await wire.close?.();
    },
    clockSkewMs: () => skew,
    facts: () => wire.facts?.() ?? {},
  };
}

async function send({ method, url, headers, body }: WireRequest): Promise<WireResponse> {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  return await new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { ...headers, ...length } }, async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const received = Object.entries(incoming.headers).map(([name, value]) => [
        name,
        [value].flat().join(', '),
      ]);
      resolve({
        status: incoming.statusCode ?? 0,
        headers: Object.fromEntries(received),
        body: Buffer.concat(chunks).toString(),
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
