import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import type { EmulatedResponse } from '../../../src/emulator/system.js';
import { jsonOf, type OneSystem, oneSystem } from '../../support/one-system.js';

export const NOW = '2026-05-04T10:00:00Z';
export const SHARED_KEY = 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja';
export const API_KEY = 'emulator-api-key-9d3f7c21';

/** Signed as the request signature page describes; made here on its own, as an independent reader would. */
export function signedHeaders(at: number, apiKey = API_KEY): Record<string, string> {
  const date = new Date(at).toUTCString();
  const signature = createHmac('sha256', SHARED_KEY).update(`licenseSpring\ndate: ${date}`).digest('base64');
  return {
    date,
    authorization: `algorithm="hmac-sha256", headers="date", signature="${signature}", apikey="${apiKey}"`,
  };
}

export interface Caller {
  readonly system: OneSystem;
  post(name: string, body: object | string, apiKey?: string): EmulatedResponse;
  get(name: string, query: Record<string, string>, apiKey?: string): EmulatedResponse;
}

export function caller(at = NOW): Caller {
  const system = oneSystem(licensespringSystem, at);
  const headers = (apiKey?: string) => signedHeaders(system.deps.now(), apiKey);
  return {
    system,
    post: (name, body, apiKey) =>
      system.call({ method: 'POST', path: `/api/v4/${name}`, headers: headers(apiKey), body }),
    get: (name, query, apiKey) =>
      system.call({ method: 'GET', path: `/api/v4/${name}`, headers: headers(apiKey), query }),
  };
}

export function license(response: EmulatedResponse): Record<string, unknown> {
  expect(response).toMatchObject({ status: 200 });
  return jsonOf(response) as Record<string, unknown>;
}

/** The documented error body: these three members and no others. */
export function expectRefusal(response: EmulatedResponse, code: string, status = 400): void {
  const body = jsonOf(response) as Record<string, unknown>;
  expect({ status: response.status, body }).toEqual({
    status,
    body: { status, code, message: expect.stringMatching(/./) },
  });
}
