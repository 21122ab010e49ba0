/** The capabilities of Zentitle over a test server, and what was asked of it. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Client } from '../../../src/api/client.js';
import type { Capabilities, CapabilityDeps } from '../../../src/api/provider.js';
import { createZentitleCapabilities } from '../../../src/api/zentitle/capabilities.js';
import { createTestClient } from './test-client.js';
import { type Asked, startTestServer, type TestServer } from './test-server.js';

export interface Served {
  readonly server: () => TestServer;
  readonly client: () => Client;
  readonly capabilities: () => Capabilities;
  /** One that is promised. */
  readonly capability: <Name extends keyof Capabilities>(name: Name) => NonNullable<Capabilities[Name]>;
  /** What the capabilities are made with. */
  readonly deps: CapabilityDeps;
  /** The requests since the start of the test. */
  readonly sent: () => readonly Pick<Asked, 'method' | 'path' | 'body'>[];
  /** Texts of all notices since the start of the test. */
  readonly notices: readonly string[];
  /** Codes of those that are warnings. */
  readonly warnings: readonly string[];
}

/** One server for the tests of a file. */
export function serveZentitle(): Served {
  let server: TestServer;
  let client: Client;
  let before = 0;
  const notices: string[] = [];
  const warnings: string[] = [];
  const deps: CapabilityDeps = {
    settings: { customerId: '1234' },
    now: () => Date.UTC(2026, 5, 1),
    sleep: () => Promise.resolve(),
    notice: (text, code) => {
      notices.push(text);
      if (code !== undefined) warnings.push(code);
    },
  };
  beforeAll(async () => {
    server = await startTestServer();
    client = await createTestClient(server.baseUrl);
  });
  beforeEach(() => {
    before = server.asked.length;
    notices.length = 0;
    warnings.length = 0;
  });
  afterAll(async () => {
    await client.close();
    await server.close();
  });
  return {
    server: () => server,
    client: () => client,
    capabilities: () => createZentitleCapabilities(client, deps),
    capability(name) {
      const found = createZentitleCapabilities(client, deps)[name];
      if (found === undefined) throw new Error(`Zentitle has no ${name}.`);
      return found;
    },
    sent: () => server.asked.slice(before).map(({ method, path, body }) => ({ method, path, body })),
    deps,
    notices,
    warnings,
  };
}

/** A part of the capabilities that is promised. */
export function promised<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('Zentitle lacks what was promised.');
  return part;
}
