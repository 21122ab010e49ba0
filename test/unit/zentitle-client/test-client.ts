/** The real client and the wire of Zentitle, over real sockets, with time that does not pass. */
import type { Client, Wire } from '../../../src/api/client.js';
import { createClient } from '../../../src/api/create-client.js';
import { createHttpTransport } from '../../../src/api/http-transport.js';
import type { KeyKind } from '../../../src/api/operation.js';
import { createRedactor } from '../../../src/api/redactor.js';
import { zentitle } from '../../../src/api/zentitle/provider.js';
import { createZentitleWire } from '../../../src/api/zentitle/wire.js';

/** The key of the document's example. */
const SETTINGS = { customerId: '1234' };
const SECRETS = { apiKey: 'abcd12wV4D1Hxjf' };

type Values = Readonly<Record<string, string | undefined>>;

export function testWire(settings: Values = SETTINGS, secrets: Values = SECRETS): Wire {
  return createZentitleWire({
    baseUrl: 'http://127.0.0.1',
    settings,
    secrets,
    now: () => 0,
    send: () => Promise.reject(new Error('Zentitle has no request of its own.')),
    protect: () => {},
    notice: () => {},
  });
}

export async function createTestClient(
  baseUrl: string,
  options: { readonly dryRun?: boolean; readonly keyKind?: KeyKind } = {},
): Promise<Client> {
  return createClient({
    provider: zentitle,
    baseUrl,
    settings: { ...SETTINGS, keyKind: options.keyKind },
    secrets: SECRETS,
    transport: await createHttpTransport({ env: {}, userAgent: 'licensectl-test' }),
    redactor: createRedactor(),
    dryRun: options.dryRun ?? false,
    timeoutMs: 10_000,
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    random: () => 0,
    signal: new AbortController().signal,
    trace: null,
    notice: () => {},
    contextName: null,
  });
}
