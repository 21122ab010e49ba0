/** What `--verbose` shows of each request and answer: nothing secret, bodies cut. */
import { redactBody, redactHeaders, redactUrl } from './redact-fields.js';
import type { Redactor } from './redactor.js';
import type { TransportFailure, WireRequest, WireResponse } from './transport.js';

/** Characters of a body that are shown. */
const MAX_BODY = 4096;
/** Characters that are searched for fields with secrets, which may be longer than what takes their place. */
const MAX_SEARCHED = 4 * MAX_BODY;

export interface Tracer {
  request(request: WireRequest, attempt: number): void;
  response(response: WireResponse, tookMs: number): void;
  failure(failure: TransportFailure, tookMs: number): void;
  /** A pause before the next attempt. */
  pause(ms: number): void;
}

/** @param secretNames headers and fields that hold credentials in this context, besides the usual ones */
export function createTracer(
  write: ((line: string) => void) | null,
  redactor: Redactor,
  secretNames: readonly string[],
): Tracer {
  const line = (text: string): void => write?.(redactor.redact(text));
  const message = (mark: string, headers: Readonly<Record<string, string>>, body: string): void => {
    for (const [name, value] of Object.entries(redactHeaders(redactor, headers, secretNames))) {
      line(`${mark} ${name}: ${value}`);
    }
    if (body !== '') for (const text of shownBody(body).split(/\r?\n/)) line(`${mark} ${text}`);
  };
  const shownBody = (body: string): string => {
    // Known secrets are taken out before it is cut: half of one would not be found.
    const known = redactor.redact(body);
    const shown = redactBody(redactor, known.slice(0, MAX_SEARCHED), secretNames);
    if (known.length <= MAX_BODY) return shown;
    return `${shown.slice(0, MAX_BODY)}… (${known.length} characters)`;
  };
  if (write === null) {
    const nothing = (): void => undefined;
    return { request: nothing, response: nothing, failure: nothing, pause: nothing };
  }
  return {
    request({ method, url, headers, body }, attempt) {
      const again = attempt === 1 ? '' : ` (attempt ${attempt})`;
      line(`> ${method} ${redactUrl(redactor, url, secretNames)}${again}`);
      message('>', headers, body ?? '');
    },
    response({ status, headers, body }, tookMs) {
      line(`< ${status} (${Math.round(tookMs)} ms)`);
      message('<', headers, body);
    },
    failure({ reason, message: what, sent }, tookMs) {
      line(`< ${reason} (${Math.round(tookMs)} ms, ${sent ? 'sent' : 'not sent'}): ${what}`);
    },
    pause(ms) {
      line(`* waiting ${Math.round(ms)} ms`);
    },
  };
}
