/** The command line in this process, with an emulated LicenseSpring behind it, and a relay between them that may interfere. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  request as send,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createControlClient } from '../../src/emulator/control-client.js';
import { type RunningEmulator, startEmulator } from '../../src/emulator/server.js';
import { fakeProcess, runMain } from '../unit/cli/fake-process.js';

export interface Ended {
  readonly status: number | undefined;
  readonly out: string;
  readonly err: string;
}

export interface LineOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** For standard input. */
  readonly input?: string;
}

/** A request on its way through the relay. */
export interface Passing {
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface CommandLine {
  run(words: readonly string[], options?: LineOptions): Promise<Ended>;
  control(method: string, path: string, body?: object): Promise<unknown>;
  /** What the relay does to each request from now on; null for nothing. */
  interfere(change: ((passing: Passing) => void) | null): void;
  /** What the relay does to the body of each answer from now on; null for nothing. */
  distort(change: ((body: Buffer) => Buffer) | null): void;
  /** Writes a file and tells its path. */
  file(name: string, text: string): Promise<string>;
  readonly folder: () => string;
  /** Of the emulator itself, without the relay; ends with `/licensespring`. */
  readonly baseUrl: () => string;
}

/** For the tests of one file. */
export function commandLine(): CommandLine {
  let emulator: RunningEmulator | undefined;
  let relay: Server | undefined;
  let folder = '';
  let env: Readonly<Record<string, string>> = {};
  const relayed: Relayed = { change: null, distort: null };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'licensectl-line-'));
    emulator = await startEmulator();
    const context = emulator.contexts().find(({ provider }) => provider === 'licensespring');
    relay = await startRelay(emulator.url, relayed);
    const { port } = relay.address() as AddressInfo;
    await writeFile(join(folder, 'public.pem'), context?.settings.publicKey ?? '');
    env = {
      LICENSECTL_CONFIG_DIR: join(folder, 'config'),
      LICENSECTL_DATA_DIR: join(folder, 'data'),
      LICENSECTL_PROVIDER: 'licensespring',
      LICENSECTL_BASE_URL: `http://127.0.0.1:${port}/licensespring`,
      LICENSECTL_API_KEY: context?.secrets.apiKey ?? '',
      LICENSECTL_SHARED_KEY: context?.secrets.sharedKey ?? '',
      LICENSECTL_PUBLIC_KEY: join(folder, 'public.pem'),
      LICENSECTL_EMULATOR_URL: emulator.url,
    };
  });
  afterAll(async () => {
    relay?.closeAllConnections();
    relay?.close();
    await emulator?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    folder: () => folder,
    baseUrl: () => `${emulator?.url}/licensespring`,
    interfere(change) {
      relayed.change = change;
    },
    distort(change) {
      relayed.distort = change;
    },
    control: (method, path, body) =>
      createControlClient({ url: emulator?.url ?? '', timeoutMs: 5000 }).call(
        method,
        path,
        body && JSON.stringify(body),
      ),
    async file(name, text) {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    },
    async run(words, { env: more = {}, input = '' } = {}) {
      const process = fakeProcess({ env: { ...env, ...more } });
      Object(process.stdin).end(input);
      await runMain(words, process);
      return { status: process.exitCode, out: process.out(), err: process.err() };
    },
  };
}

interface Relayed {
  change: ((passing: Passing) => void) | null;
  distort: ((body: Buffer) => Buffer) | null;
}

/** Sends on what it gets, and gives back what comes, each after its change. */
async function startRelay(target: string, relayed: Relayed): Promise<Server> {
  const server = createServer(async (req, res) => {
    const passing: Passing = {
      url: req.url ?? '/',
      headers: { ...req.headers },
      body: await bodyOf(req),
    };
    relayed.change?.(passing);
    const { url, headers, body } = passing;
    delete headers['transfer-encoding'];
    if (headers['content-length'] !== undefined) headers['content-length'] = String(body.length);
    const onward = send(`${target}${url}`, { method: req.method, headers, agent: false }, async (answer) => {
      const received = await bodyOf(answer);
      const given = relayed.distort?.(received) ?? received;
      res.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': given.length });
      res.end(given);
    });
    onward.on('error', () => res.destroy());
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
