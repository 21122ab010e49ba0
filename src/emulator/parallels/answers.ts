import type { EmulatedResponse } from '../system.js';

/** The version travels as a media type parameter, on answers as on requests (Parallels REST API guide). */
const HEADERS = { 'content-type': 'application/json; api-version=1.0' } as const;

export function answerJson(value: unknown): EmulatedResponse {
  return { status: 200, headers: HEADERS, body: JSON.stringify(value) };
}

/** A success without a body: 200, as the licensing sample's logoff, or 204. */
export function answerEmpty(status: 200 | 204): EmulatedResponse {
  return status === 200 ? { status, headers: HEADERS } : { status };
}

/** The farm's own refusal: 400 with `code` 0 and a text, as in both refusals of the licensing sample. */
export function refuse(msg: string): EmulatedResponse {
  return { status: 400, headers: HEADERS, body: JSON.stringify({ code: 0, msg }) };
}

/** The ProblemDetails of the REST API guide; its title and detail texts are not documented and are ours. */
export function problem(
  status: 401 | 404 | 405 | 415,
  title: string,
  detail: string,
  more: Readonly<Record<string, string>> = {},
): EmulatedResponse {
  const body = { type: `https://httpstatuses.io/${status}`, title, status, detail };
  return { status, headers: { ...HEADERS, ...more }, body: JSON.stringify(body) };
}

/** Not documented; the usual form of the framework that the service is built with. */
export function invalidInput(errors: Readonly<Record<string, readonly string[]>>): EmulatedResponse {
  const body = {
    type: 'https://httpstatuses.io/400',
    title: 'One or more validation errors occurred.',
    status: 400,
    errors,
  };
  return { status: 400, headers: HEADERS, body: JSON.stringify(body) };
}
