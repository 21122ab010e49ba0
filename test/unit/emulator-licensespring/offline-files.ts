/** Request files as a program on a machine without network would make them, written here on their own. */
import { createHmac } from 'node:crypto';
import type { EmulatedResponse } from '../../../src/emulator/system.js';
import { type Caller, caller } from './signed-calls.js';

export type Fields = Readonly<Record<string, unknown>>;

export interface Signer {
  readonly name: 'api_key' | 'client_id';
  readonly id: string;
  readonly secret: string;
}

export const BY_KEY: Signer = {
  name: 'api_key',
  id: 'emulator-api-key-9d3f7c21',
  secret: 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja',
};
export const BY_CLIENT: Signer = {
  name: 'client_id',
  id: 'emulator-client',
  secret: 'emulator-client-secret-88c1d2',
};

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text);

export function base64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}

/** The five lines of the page on offline activation. */
export function fiveLines(fields: Fields, date: string, id: string): string {
  const holder = fields.license_key ?? fields.username;
  return `licenseSpring\ndate: ${date}\n${holder}\n${fields.hardware_id}\n${id}`;
}

/** The documented flat object. */
export function flatFile(fields: Fields, signer: Signer = BY_KEY): Fields {
  const date = 'Sun, 03 May 2026 08:00:00 GMT';
  const signature = hmac(signer.secret, fiveLines(fields, date, signer.id)).digest('base64');
  return { ...fields, date, [signer.name]: signer.id, signature };
}

/** Schema version 2: all that is asked for is signed. */
export function nestedFile(
  fields: Fields,
  signer: Signer = BY_KEY,
  form: 'base64' | 'hex' = 'base64',
): Fields {
  const request = {
    schema_version: 2,
    [signer.name]: signer.id,
    date: 'Fri Nov 20 2026 22:15:37 GMT+0000',
    ...fields,
  };
  return { request, signature: hmac(signer.secret, JSON.stringify(request)).digest(form) };
}

/** A form with one part. */
export function multipart(text: string, name = 'file'): { body: string; headers: Record<string, string> } {
  const boundary = '----rehearsal-7d1';
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${name}"; filename="activate_offline.req"`,
      'Content-Type: application/octet-stream',
      '',
      text,
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  };
}

export interface OfflineCaller extends Caller {
  /** Sends a file as Base64, without the headers of other calls. */
  send(name: string, file: unknown): EmulatedResponse;
  sendText(name: string, body: string, headers?: Record<string, string>): EmulatedResponse;
}

export function offlineCaller(): OfflineCaller {
  const api = caller();
  const sendText = (name: string, body: string, headers = { 'content-type': 'text/plain' }) =>
    api.system.call({ method: 'POST', path: `/api/v4/${name}`, body, headers });
  return { ...api, sendText, send: (name, file) => sendText(name, base64(file)) };
}
