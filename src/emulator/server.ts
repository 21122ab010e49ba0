/** The emulator's server: sockets, routing and the lifetime of one emulation. */
import { mkdir, open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ProviderId } from '../api/operation.js';
import { fingerprintOf, isFresh, makeCertificate, type ServerCertificate } from './certificate.js';
import { createEmulation, type Emulation, STATE_FILE } from './emulation.js';
import { createFailures } from './failures.js';
import { createRequestHandler } from './handle-request.js';
import type { SavedState } from './saved-state.js';
import type { EmulatedSystem } from './system.js';
import { loadSystems } from './systems.js';

export interface EmulatorOptions {
  /** 0 or absent for a free one. */
  readonly port?: number | undefined;
  /** Folder for state that outlives the emulator; made when missing. In memory when absent. */
  readonly dataDir?: string | undefined;
  readonly tls?: boolean | undefined;
  /** ISO 8601 with a zone: where the clock starts, from which it goes on. */
  readonly clock?: string | undefined;
  /** All four when absent. */
  readonly systems?: readonly EmulatedSystem[] | undefined;
  /** Of everything random; the same seed gives the same ids and tokens. */
  readonly seed?: string | undefined;
  /** Told of requests on which a handler failed. */
  readonly onFailure?: ((message: string) => void) | undefined;
}

/** A ready context for one system of a running emulator. */
export interface EmulatorContext {
  readonly name: string;
  readonly provider: ProviderId;
  readonly baseUrl: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

export interface RunningEmulator {
  /** `http://127.0.0.1:8787`, without a path. */
  readonly url: string;
  readonly port: number;
  readonly tls?: { readonly certPem: string; readonly fingerprint: string };
  /** Credentials of the default world, one a system. */
  contexts(): readonly EmulatorContext[];
  /** Answers what is in hand, keeps the state, closes. May be called again. @throws when the state cannot be kept */
  stop(): Promise<void>;
  /** Settles once it has stopped, by {@link stop} or over the control path, as {@link stop} does. */
  readonly stopped: Promise<void>;
}

const HOST = '127.0.0.1';
const DEFAULT_SEED = 'licensectl';
/** Longer than clients keep idle connections, so that none is closed just as a request is sent on it. */
const KEEP_ALIVE_MS = 120_000;
const STOP_GRACE_MS = 500;

/**
 * Starts an emulator on loopback.
 * @throws RangeError for a clock that is no date; DataFolderError for a folder of another version; the errors of
 *   node for a port in use (`EADDRINUSE`) and of libsql for a folder in use (`SQLITE_BUSY`).
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const startAt = options.clock === undefined ? undefined : Date.parse(options.clock);
  if (startAt !== undefined && Number.isNaN(startAt)) throw new RangeError(`Not a date: ${options.clock}`);
  const systems = options.systems ?? (await loadSystems());
  if (options.dataDir !== undefined) await prepareFolder(options.dataDir);
  const emulation = createEmulation({
    systems,
    dataDir: options.dataDir,
    startAt,
    seed: options.seed ?? DEFAULT_SEED,
  });
  try {
    const certificate = options.tls === true ? await certificateOf(emulation.saved) : undefined;
    return await serve(emulation, systems, certificate, options);
  } catch (error) {
    emulation.close();
    throw error;
  }
}

/** The state holds credentials and a private key: it is made for this user alone, also in a folder that is open. */
async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await (await open(join(folder, STATE_FILE), 'a', 0o600)).close();
}

/** The folder's certificate while it lasts, so that a pinned fingerprint stays good. */
async function certificateOf(saved: SavedState): Promise<ServerCertificate> {
  const kept = saved.read('certificate');
  if (kept !== undefined && isFresh(kept.certPem)) return kept;
  const made = await makeCertificate();
  saved.write('certificate', made);
  return made;
}

async function serve(
  emulation: Emulation,
  systems: readonly EmulatedSystem[],
  certificate: ServerCertificate | undefined,
  options: EmulatorOptions,
): Promise<RunningEmulator> {
  const stopping = new AbortController();
  let url = '';
  const handle = createRequestHandler({
    emulation,
    url: () => url,
    startedAt: new Date().toISOString(),
    failures: createFailures(emulation.clock.now, options.onFailure ?? (() => undefined)),
    stopping: stopping.signal,
    requestStop: () => void stop(),
  });
  const listener = (req: IncomingMessage, res: ServerResponse): void => void handle(req, res);
  const server: Server =
    certificate === undefined
      ? createServer(listener)
      : createTlsServer({ cert: certificate.certPem, key: certificate.keyPem }, listener);
  server.keepAliveTimeout = KEEP_ALIVE_MS;

  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  url = `${certificate === undefined ? 'http' : 'https'}://${HOST}:${port}`;

  let ended: Promise<void> | undefined;
  let announce: (end: Promise<void>) => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    announce = resolve;
  });
  // Whoever waits for it is told of a failure; nobody has to.
  stopped.catch(() => undefined);
  const stop = (): Promise<void> => {
    ended ??= close(server, stopping).then(() => emulation.close());
    announce(ended);
    return ended;
  };

  return {
    url,
    port,
    ...(certificate === undefined
      ? {}
      : { tls: { certPem: certificate.certPem, fingerprint: fingerprintOf(certificate.certPem) } }),
    contexts: () => systems.map((system) => contextOf(system, url)),
    stop,
    stopped,
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Idle connections end at once, those with an answer under way when it is sent, or after a short grace. */
function close(server: Server, stopping: AbortController): Promise<void> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS);
    server.close(() => {
      clearTimeout(grace);
      resolve();
    });
    stopping.abort();
    server.closeIdleConnections();
  });
}

/** `{baseUrl}` in a setting stands for the system's base URL, which is only known now. */
function contextOf(system: EmulatedSystem, url: string): EmulatorContext {
  const baseUrl = `${url}/${system.provider}`;
  const settings = Object.entries(system.credentials.settings).map(([key, value]) => [
    key,
    value.replaceAll('{baseUrl}', baseUrl),
  ]);
  return {
    name: system.provider,
    provider: system.provider,
    baseUrl,
    settings: Object.fromEntries(settings) as Record<string, string>,
    secrets: system.credentials.secrets,
  };
}
