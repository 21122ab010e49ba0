/** A provider on the real client, over real sockets, with time that passes only when it is moved. */
import type { Client, Wire } from '../../../src/api/client.js';
import { createClient } from '../../../src/api/create-client.js';
import { createHttpTransport } from '../../../src/api/http-transport.js';
import type { Capabilities, ProviderModule } from '../../../src/api/provider.js';
import { createRedactor } from '../../../src/api/redactor.js';

export interface Harness {
  readonly client: Client;
  readonly capabilities: Capabilities;
  readonly notices: readonly string[];
  /** What a wire has obtained and registered, besides the credentials it was given. */
  readonly protectedSecrets: readonly string[];
  /** Milliseconds of every wait that a capability asked for; each moves the clock and takes no time. */
  readonly sleeps: readonly number[];
  advance(ms: number): void;
  interrupt(): void;
  probe(): Promise<Readonly<Record<string, unknown>>>;
}

export interface HarnessOptions {
  readonly baseUrl: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch at the start. */
  readonly now?: number;
  readonly dryRun?: boolean;
}

export async function createHarness(provider: ProviderModule, options: HarnessOptions): Promise<Harness> {
  const { baseUrl, settings = {}, secrets = {}, dryRun = false } = options;
  const notices: string[] = [];
  const protectedSecrets: string[] = [];
  const sleeps: number[] = [];
  const interruption = new AbortController();
  let clock = options.now ?? Date.parse('2026-11-20T12:00:00Z');
  let wire: Wire | undefined;

  const now = (): number => clock;
  const notice = (text: string): void => void notices.push(text);
  const advance = (ms: number): void => {
    clock += ms;
  };

  /** Remembers what the wire registers, and the wire itself for the facts that it has learned. */
  const watched: ProviderModule = {
    ...provider,
    createWire(deps) {
      const protect = (secret: string): void => {
        protectedSecrets.push(secret);
        deps.protect(secret);
      };
      wire = provider.createWire({ ...deps, protect });
      return wire;
    },
  };
  const real = createClient({
    provider: watched,
    baseUrl,
    settings,
    secrets,
    transport: await createHttpTransport({ env: {}, userAgent: 'licensectl-test' }),
    redactor: createRedactor(),
    dryRun,
    timeoutMs: 10_000,
    clock: { now, sleep: () => Promise.resolve() },
    random: () => 0,
    signal: interruption.signal,
    trace: null,
    notice,
    contextName: null,
  });
  const client: Client = {
    call: (operation, input) => real.call(operation, input),
    raw: (call) => real.raw(call),
    close: () => real.close(),
    clockSkewMs: () => real.clockSkewMs(),
    facts: () => wire?.facts?.() ?? {},
  };
  const sleep = async (ms: number): Promise<void> => {
    sleeps.push(ms);
    advance(ms);
  };
  const deps = { settings, now, sleep, notice };
  return {
    client,
    capabilities: provider.createCapabilities(client, deps),
    notices,
    protectedSecrets,
    sleeps,
    advance,
    interrupt: () => interruption.abort(new Error('interrupted')),
    probe: () => provider.probe(client, deps),
  };
}
