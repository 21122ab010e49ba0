/** The built program as a process, an emulator as another, and contexts for all four systems between them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import type { ProviderId } from '../../src/api/operation.js';
import { openContextStore } from '../../src/config/open-context-store.js';
import { PUBLIC_KEY } from '../../src/emulator/licensespring/signing-key.js';

export const LAUNCHER = fileURLToPath(new URL('../../bin/licensectl.js', import.meta.url));

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  readonly cwd?: string;
  /** Called with the process once it runs. */
  readonly started?: (child: ChildProcess) => void;
}

export interface Lab {
  readonly url: string;
  readonly folder: string;
  readonly configDir: string;
  readonly env: Readonly<Record<string, string>>;
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The emulator's request log. */
  requests(): Promise<readonly LoggedRequest[]>;
  /**
   * Resolves when the first fault has struck once: a request that is delayed is logged only after its delay, so
   * its arrival is told by the count of the fault.
   */
  faultStruck(): Promise<void>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface LoggedRequest {
  readonly system: string;
  readonly method: string;
  readonly path: string;
  readonly effect: string | null;
  readonly status: number;
}

/** Credentials of the default world, by context. */
export const CREDENTIALS: Readonly<
  Record<
    ProviderId,
    { settings: Readonly<Record<string, string>>; secrets: Readonly<Record<string, string>> }
  >
> = {
  zentitle: { settings: { customerId: '1234' }, secrets: { apiKey: 'abcd12wV4D1Hxjf' } },
  licensespring: {
    settings: {},
    secrets: { apiKey: 'emulator-api-key-9d3f7c21', sharedKey: 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja' },
  },
  babel: { settings: {}, secrets: { apiKey: 'api_emulator0000000000000001' } },
  parallels: { settings: { username: 'administrator' }, secrets: { password: '11112222' } },
};

/** Zentitle's key for events, which may call nothing else: a context of its own, named `events`. */
export const EVENTS = { settings: { customerId: '1234' }, secrets: { apiKey: 'ds-9Gf4Jk7Uh2Ie5Ob1' } };

export const ACCOUNT_PASSWORD = 'my-account-password-77';

export interface LabOptions {
  /** For the emulator and for everything that is run. */
  readonly env?: Readonly<Record<string, string>>;
  /** More words for `emulator start`. */
  readonly start?: readonly string[];
}

export async function openLab({ env: more = {}, start = [] }: LabOptions = {}): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'licensectl-lab-'));
  const configDir = join(folder, 'config');
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    LICENSECTL_CONFIG_DIR: configDir,
    LICENSECTL_DATA_DIR: join(folder, 'data'),
    ...more,
  };
  const words = ['emulator', 'start', '--port', '0', '--json', ...start];
  const emulator = spawn(process.execPath, [LAUNCHER, ...words], {
    env: { ...env, LICENSECTL_DATA_DIR: join(folder, 'emulator') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await readyUrl(emulator);
  const store = openContextStore({ configDir });
  const save = (
    name: string,
    provider: string,
    { settings, secrets }: (typeof CREDENTIALS)[ProviderId],
  ): Promise<void> =>
    store.save(
      name,
      {
        provider: provider as ProviderId,
        baseUrl: `${url}/${provider}`,
        settings: { ...settings, ...(provider === 'licensespring' && { publicKey: PUBLIC_KEY }) },
        secretStore: 'file',
        createdAt: '',
      },
      secrets,
      name === 'zentitle',
    );
  for (const [provider, credentials] of Object.entries(CREDENTIALS)) {
    await save(provider, provider, credentials);
  }
  await save('events', 'zentitle', EVENTS);

  const control = (method: string, path: string, body?: unknown): Promise<unknown> =>
    callControl(`${url}/_emulator/${path}`, method, body);
  return {
    url,
    folder,
    configDir,
    env,
    control,
    run: (args, options) =>
      runProgram(args, { ...options, env: { ...env, LICENSECTL_EMULATOR_URL: url, ...options?.env } }),
    requests: async () => (await control('GET', 'requests')) as readonly LoggedRequest[],
    faultStruck: () =>
      vi.waitFor(
        async () => {
          const faults = (await control('GET', 'faults')) as readonly { struck: number }[];
          expect(faults[0]?.struck).toBe(1);
        },
        { timeout: 20_000 },
      ),
    reset: async () => {
      await control('POST', 'reset', {});
      await control('DELETE', 'requests');
    },
    close: async () => {
      emulator.kill('SIGTERM');
      await new Promise((resolve) => {
        if (emulator.exitCode !== null || emulator.signalCode !== null) resolve(null);
        else emulator.once('exit', resolve);
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the built program to its end with exactly this environment. */
export function runProgram(
  args: readonly string[],
  options: RunOptions & { readonly env: Readonly<Record<string, string>> },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [LAUNCHER, ...args], {
      env: options.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(options.cwd && { cwd: options.cwd }),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      resolve({
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
        status,
        signal,
      });
    });
    child.stdin.on('error', () => {
      // The program may end without reading all of its input.
    });
    child.stdin.end(options.input ?? '');
    options.started?.(child);
  });
}

function readyUrl(emulator: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    let said = '';
    emulator.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    emulator.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const url = /"url":\s*"([^"]+)"/.exec(text)?.[1];
      if (url) resolve(url);
    });
    emulator.once('exit', (code) => reject(new Error(`the emulator ended with ${code}: ${said}`)));
  });
}

function callControl(url: string, method: string, body: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const call = request(
      url,
      {
        method,
        headers: {
          'x-licensectl-emulator': '1',
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        },
      },
      (answer) => {
        let received = '';
        answer.on('data', (chunk: Buffer) => {
          received += chunk.toString();
        });
        answer.on('end', () => {
          if ((answer.statusCode ?? 500) >= 400)
            reject(new Error(`${method} ${url}: ${answer.statusCode} ${received}`));
          else resolve(received === '' ? null : JSON.parse(received));
        });
      },
    );
    call.on('error', reject);
    call.end(text);
  });
}
