/** A running emulator with the test system, and plain requests to it. */
import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { afterEach } from 'vitest';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from '../../../src/emulator/server.js';
import type { World } from '../../../src/emulator/world.js';
import { fakeSystem } from './fake-system.js';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  json<T = unknown>(): T;
}

export interface CallOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly ca?: string;
}

/** One request on a connection of its own; rejects with node's error when there is no whole answer. */
export function call(
  url: string,
  { method = 'GET', headers = {}, body, ca }: CallOptions = {},
): Promise<Reply> {
  const options: RequestOptions & { ca?: string } = { method, headers: { connection: 'close', ...headers } };
  if (ca !== undefined) options.ca = ca;
  if (body !== undefined)
    options.headers = { ...options.headers, 'content-length': String(Buffer.byteLength(body)) };
  const start = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const req = start(url, options, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          text,
          json: <T>() => JSON.parse(text) as T,
        });
      });
    });
    req.on('error', reject);
    req.end(body);
  });
}

export const CONTROL = { 'x-licensectl-emulator': '1' };

export class Harness {
  constructor(readonly emulator: RunningEmulator) {}

  system(path: string, options?: CallOptions): Promise<Reply> {
    return call(`${this.emulator.url}/babel${path}`, options);
  }

  control(method: string, path: string, value?: unknown): Promise<Reply> {
    return call(`${this.emulator.url}/_emulator${path}`, {
      method,
      headers: CONTROL,
      ...(value === undefined ? {} : { body: JSON.stringify(value) }),
    });
  }

  async things(): Promise<unknown> {
    return (await this.system('/v1/things')).json();
  }

  add(name: string): Promise<Reply> {
    return this.system('/v1/things', { method: 'POST', body: JSON.stringify({ Name: name }) });
  }

  async world(): Promise<World> {
    return (await this.control('GET', '/world')).json<World>();
  }
}

/** Starts emulators that are stopped after each test of the file. */
export function useEmulators(): (options?: EmulatorOptions) => Promise<Harness> {
  const running: RunningEmulator[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((emulator) => emulator.stop()));
  });
  return async (options = {}) => {
    const emulator = await startEmulator({ systems: [fakeSystem], ...options });
    running.push(emulator);
    return new Harness(emulator);
  };
}
