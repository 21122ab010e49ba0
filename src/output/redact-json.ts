/**
 * Secrets taken out of JSON text by its values, so that what is left is JSON. In the text as it stands, half an escape
 * would be left where a secret begins or ends within one, and a bare number would become a word without quotes.
 */
import { escapeJson } from './sanitize.js';

/** What `true`, `false`, `null` and numbers consist of. */
const BARE = /[-+.\w]+/y;

/**
 * @param json finished JSON, or a piece of it that begins and ends between two values
 * @param redact takes the secrets out of a text
 */
export function redactJson(json: string, redact: (text: string) => string): string {
  // Nearly always there is none.
  if (redact(json) === json) return json;
  let redacted = '';
  for (let at = 0; at < json.length; ) {
    const end = endOfToken(json, at);
    redacted += redactToken(json.slice(at, end), redact);
    at = end;
  }
  return redacted;
}

/** Strings and bare values are tokens; so is each character between them. */
function endOfToken(json: string, start: number): number {
  if (json[start] === '"') return endOfString(json, start);
  BARE.lastIndex = start;
  return BARE.test(json) ? BARE.lastIndex : start + 1;
}

function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '"') return at + 1;
    if (json[at] === '\\') at += 1;
  }
  return json.length;
}

function redactToken(token: string, redact: (text: string) => string): string {
  if (token.startsWith('"')) return redactString(token, redact);
  const redacted = redact(token);
  // A number becomes text; `true` gives nothing away, whatever the secret is.
  return /^-?\d/.test(token) && redacted !== token ? JSON.stringify(redacted) : token;
}

function redactString(token: string, redact: (text: string) => string): string {
  const text = String(JSON.parse(token));
  const redacted = redact(text);
  if (redacted !== text) return escapeJson(JSON.stringify(redacted));
  // Very short secrets are found only where they are a whole value, which shows by the quotes.
  const whole = redact(token);
  return isString(whole) ? whole : token;
}

function isString(token: string): boolean {
  try {
    return typeof JSON.parse(token) === 'string';
  } catch {
    return false;
  }
}
