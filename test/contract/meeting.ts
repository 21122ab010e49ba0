/**
 * Where client and emulator meet. They were written apart, each from the vendors' documents; what they agree on
 * here is evidence, and where they differ the document decides.
 */
import { afterAll, beforeAll } from 'vitest';
import { createClient } from '../../src/api/create-client.js';
import { createHttpTransport } from '../../src/api/http-transport.js';
import type { ProviderId } from '../../src/api/operation.js';
import { loadProvider } from '../../src/api/providers.js';
import { createRedactor } from '../../src/api/redactor.js';
import type { Connection } from '../../src/commands/run-context.js';
import { createControlClient } from '../../src/emulator/control-client.js';
import type { FaultRule } from '../../src/emulator/fault-rules.js';
import type { LoggedRequest } from '../../src/emulator/request-log.js';
import { type RunningEmulator, startEmulator } from '../../src/emulator/server.js';
import type { EmulatorSettings } from '../../src/emulator/system.js';
import type { World } from '../../src/emulator/world.js';

export interface Meeting {
  /** A fresh connection to a system of the emulator, with the credentials of its default world. */
  connect(provider: ProviderId, credentials?: Credentials, limits?: Limits): Promise<Connection>;
  /** Back to the default world, with these settings. */
  reset(settings?: Partial<EmulatorSettings>): Promise<void>;
  advance(seconds: number): Promise<void>;
  /** Moves the server's clock and not ours. */
  skewServer(seconds: number): Promise<void>;
  /** Stops the server's clock where it is. */
  freeze(): Promise<void>;
  fault(rule: FaultRule): Promise<void>;
  /** What has arrived for this operation since the log was last emptied. */
  arrivals(operation: string): Promise<readonly LoggedRequest[]>;
  saveWorld(): Promise<World>;
  /** This world, without faults, with an empty log. */
  loadWorld(world: World): Promise<void>;
  /** What connections said to the person. */
  readonly notices: string[];
}

interface Credentials {
  readonly settings?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

interface Limits {
  /** For one attempt. */
  readonly timeoutMs?: number;
  readonly maxBodyBytes?: number;
  /** A pause moves the clocks of both sides; otherwise only that of the connection, which then sees it pass. */
  readonly pausesTakeTime?: boolean;
}

/** One emulator for the tests of a file. */
export function meeting(): Meeting {
  let emulator: RunningEmulator | undefined;
  let shift = 0;
  const open: { close(): Promise<void> }[] = [];
  const notices: string[] = [];

  const running = (): RunningEmulator => {
    if (emulator === undefined) throw new Error('the emulator is not running');
    return emulator;
  };
  const control = (method: string, path: string, body?: object): Promise<unknown> =>
    createControlClient({ url: running().url, timeoutMs: 5000 }).call(
      method,
      path,
      body && JSON.stringify(body),
    );

  const advance = async (seconds: number): Promise<void> => {
    shift += seconds * 1000;
    await control('POST', '/clock', { advanceSeconds: seconds });
  };

  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(async () => {
    for (const client of open) await client.close();
    await emulator?.stop();
  });

  return {
    notices,
    async connect(id, credentials = {}, limits = {}) {
      const { timeoutMs = 5000, maxBodyBytes, pausesTakeTime = false } = limits;
      const context = running()
        .contexts()
        .find((candidate) => candidate.provider === id);
      if (context === undefined) throw new Error(`no context for ${id}`);
      const provider = await loadProvider(id);
      const transport = await createHttpTransport({ env: {}, userAgent: 'licensectl/test', maxBodyBytes });
      const settings = { ...context.settings, ...credentials.settings };
      const secrets = credentials.secrets ?? context.secrets;
      let paused = 0;
      const sleep = async (ms: number): Promise<void> => {
        if (pausesTakeTime) await advance(ms / 1000);
        else paused += ms;
      };
      const clock = { now: () => Date.now() + shift + paused, sleep };
      const deps = { settings, ...clock, notice: (text: string) => void notices.push(text) };
      const client = createClient({
        provider,
        baseUrl: context.baseUrl,
        settings,
        secrets,
        transport,
        redactor: createRedactor(),
        dryRun: false,
        timeoutMs,
        clock,
        random: () => 0.5,
        signal: new AbortController().signal,
        trace: null,
        notice: deps.notice,
        contextName: context.name,
      });
      open.push(client);
      const capabilities = provider.createCapabilities(client, deps);
      const { name, baseUrl } = context;
      return {
        context: { name, provider: id, baseUrl, settings, secrets },
        provider,
        client,
        capabilities,
        deps,
      };
    },
    async reset(settings) {
      shift = 0;
      notices.length = 0;
      await control('POST', '/reset', {});
      if (settings) await control('PATCH', '/settings', settings);
    },
    advance,
    async skewServer(seconds) {
      await control('POST', '/clock', { advanceSeconds: seconds });
    },
    async freeze() {
      await control('POST', '/clock', { frozen: true });
    },
    async fault(rule) {
      await control('POST', '/faults', rule);
    },
    async arrivals(operation) {
      const log = (await control('GET', '/requests')) as readonly LoggedRequest[];
      return log.filter((request) => request.operation === operation);
    },
    saveWorld: async () => (await control('GET', '/world')) as World,
    async loadWorld(world) {
      await control('DELETE', '/faults');
      await control('PUT', '/world', world);
      await control('DELETE', '/requests');
    },
  };
}
