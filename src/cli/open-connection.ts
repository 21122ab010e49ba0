/** A context becomes a connection: transport, client, provider and its capabilities. */
import { readFile } from 'node:fs/promises';
import type { CapabilityRow } from '../api/provider.js';
import { loadProvider, providerInfo } from '../api/providers.js';
import type { Redactor } from '../api/redactor.js';
import type { Clock, Connection, GlobalSettings, Patience } from '../commands/run-context.js';
import type { ResolvedContext } from '../config/context.js';
import type { ContextStore } from '../config/context-store.js';
import { UnsupportedError, UsageError } from '../errors.js';
import type { Messages } from './messages.js';
import { VERSION } from './version.js';
import { withWaiting } from './waiting.js';

export interface ConnectionDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: GlobalSettings;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
  readonly messages: Messages;
}

export interface OpenConnection {
  readonly connection: Connection;
  /** Ends the provider's session and closes sockets. */
  close(): Promise<void>;
}

/** Milliseconds for a call that begins after an interruption: it gives back what is held, such as a seat. */
const GRACE_MS = 10_000;

async function readCaFile(path: string | undefined): Promise<string | undefined> {
  if (path === undefined || path === '') return undefined;
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`The file with trusted certificates, ${path}, cannot be read.`, {
      code: 'ca_file_unreadable',
      hint: 'Check LICENSECTL_CA_FILE, or log in again with --ca-file.',
      cause: error,
    });
  }
}

/** @throws UsageError for an unreadable certificate file; whatever the provider's construction throws */
export async function openConnection(
  context: ResolvedContext,
  deps: ConnectionDeps,
  patience?: Patience,
): Promise<OpenConnection> {
  for (const secret of Object.values(context.secrets)) deps.redactor.protect(secret);
  const [provider, { createClient }, { createHttpTransport }, { parseBaseUrl }, { proxySecrets }, caPem] =
    await Promise.all([
      loadProvider(context.provider),
      import('../api/create-client.js'),
      import('../api/http-transport.js'),
      import('../api/endpoint.js'),
      import('../api/proxy.js'),
      readCaFile(context.settings.caFile),
    ]);
  for (const secret of proxySecrets(deps.env)) deps.redactor.protect(secret);
  const baseUrl = parseBaseUrl(context.baseUrl);
  const transport = await createHttpTransport({
    caPem,
    fingerprint: context.settings.fingerprint,
    env: deps.env,
    userAgent: `licensectl/${VERSION}`,
  });
  const settings: Readonly<Record<string, string | undefined>> = { ...context.settings };
  const { clock, messages } = deps;
  const client = createClient({
    provider,
    baseUrl,
    settings,
    secrets: context.secrets,
    transport: withWaiting(transport, messages, `Waiting for ${providerInfo(context.provider).title}…`),
    redactor: deps.redactor,
    dryRun: deps.settings.dryRun,
    timeoutMs: patience?.timeoutMs ?? deps.settings.timeoutMs,
    maxAttempts: patience?.maxAttempts,
    clock,
    random: Math.random,
    // Read at each call: one that begins after the interruption gives back what is held, and gets time for it.
    get signal() {
      return deps.signal.aborted ? AbortSignal.timeout(GRACE_MS) : deps.signal;
    },
    trace: deps.settings.verbose ? messages.trace : null,
    notice: messages.notice,
    contextName: context.name,
  });
  const capabilityDeps = {
    settings,
    now: () => clock.now(),
    sleep: (ms: number) => clock.sleep(ms),
    notice: messages.notice,
  };
  const capabilities = provider.createCapabilities(client, capabilityDeps);
  return {
    connection: { context, provider, client, capabilities, deps: capabilityDeps },
    async close() {
      await client.close();
      transport.close();
    },
  };
}

/** The names of the contexts whose system has a capability; none when the contexts cannot be read. */
async function contextsWith(
  capability: CapabilityRow,
  store: () => Promise<ContextStore>,
): Promise<string[]> {
  try {
    const { contexts } = await (await store()).read();
    return Object.entries(contexts)
      .filter(([, { provider }]) => providerInfo(provider).capabilities.includes(capability))
      .map(([name]) => name);
  } catch {
    return [];
  }
}

/**
 * Checks, without loading anything, that the context's system has a capability.
 * @param command the words that were typed, `trial list`
 * @throws UnsupportedError naming the contexts that have it
 */
export async function requireCapability(
  context: ResolvedContext,
  capability: CapabilityRow,
  command: string,
  store: () => Promise<ContextStore>,
): Promise<void> {
  const info = providerInfo(context.provider);
  if (info.capabilities.includes(capability)) return;
  const names = await contextsWith(capability, store);
  const example = names[0];
  throw new UnsupportedError(`${info.title} has no '${command}'.`, {
    code: 'unsupported',
    provider: info.id,
    hint:
      example === undefined
        ? 'None of your contexts has it; `licensectl login` adds one for another system.'
        : `Contexts that have it: ${names.join(', ')}. Choose one, for example with --context ${example}.`,
  });
}
