/** A small client for the control path of a running emulator, on this computer only. */
import { request as httpRequest, type RequestOptions } from 'node:http';
import { CONTROL_HEADER, CONTROL_PREFIX } from './control-path.js';

export interface ControlClientOptions {
  /** The emulator's URL; its host must be loopback. */
  readonly url: string;
  /** The emulator's own certificate, for https. */
  readonly certPem?: string | undefined;
  /** Connect to last byte. */
  readonly timeoutMs: number;
}

export type ControlFailure = 'bad-url' | 'refused' | 'no-answer' | 'not-an-emulator' | 'rejected';

export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly reason: ControlFailure;
  /** The code the emulator gave, when it rejected the request. */
  readonly code: string | null;

  constructor(message: string, reason: ControlFailure, code: string | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.code = code;
  }
}

export interface ControlClient {
  readonly url: string;
  /**
   * @param path below the control prefix, with its query
   * @param body JSON text
   * @returns the parsed answer
   * @throws ControlError
   */
  call(method: string, path: string, body?: string): Promise<unknown>;
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** @throws ControlError `bad-url` when the URL is none, or not on loopback */
export function createControlClient({ url, certPem, timeoutMs }: ControlClientOptions): ControlClient {
  const base = parseUrl(url);
  return {
    url: base.origin,
    call: async (method, path, body = '') => {
      const target = `${base.origin}${CONTROL_PREFIX}${path}`;
      const options: RequestOptions & { ca?: string } = {
        method,
        agent: false,
        timeout: timeoutMs,
        headers: { [CONTROL_HEADER]: '1', 'Content-Length': Buffer.byteLength(body) },
      };
      if (certPem !== undefined) options.ca = certPem;
      const start = base.protocol === 'https:' ? (await import('node:https')).request : httpRequest;
      return read(base.origin, await exchange(start, target, options, body));
    },
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || !LOOPBACK.includes(url.hostname)) {
    throw new ControlError(`Not the URL of an emulator on this computer: ${text}`, 'bad-url');
  }
  return url;
}

function exchange(
  start: typeof httpRequest,
  target: string,
  options: RequestOptions,
  body: string,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      const refused = 'code' in cause && cause.code === 'ECONNREFUSED';
      reject(
        new ControlError(
          `No answer from ${target}: ${cause.message}`,
          refused ? 'refused' : 'no-answer',
          null,
          cause,
        ),
      );
    };
    const req = start(target, options, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', fail);
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    req.on('timeout', () => req.destroy(new Error('it took too long')));
    req.on('error', fail);
    req.end(body);
  });
}

function read(url: string, { status, text }: RawAnswer): unknown {
  const value = parseJson(text);
  if (value === undefined) {
    throw new ControlError(`What answers on ${url} is not an emulator.`, 'not-an-emulator');
  }
  if (status === 200) return value;
  const error = (value as { error?: { code?: unknown; message?: unknown } } | null)?.error;
  if (typeof error?.code !== 'string') {
    throw new ControlError(`What answers on ${url} is not an emulator.`, 'not-an-emulator');
  }
  throw new ControlError(String(error.message), 'rejected', error.code);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
