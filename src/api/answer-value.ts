/** From the text of a body to its value. */
import type { Answer } from './client.js';
import { nestsTooDeep } from './json-depth.js';
import { isObject, type JsonObject } from './read.js';
import type { WireResponse } from './transport.js';

/** Why a body has no value: it starts as JSON and is not. */
export const NOT_JSON = Symbol('not JSON');

/**
 * The answer with its value: JSON where it is, the trimmed text where it is prose, undefined where it is empty.
 * Media types are not a safe guide with these systems: Babel sends JSON as text/plain, Zentitle sends prose.
 * Returns {@link NOT_JSON} for a body that starts as JSON and does not parse, such as one cut in half, or that nests
 * deeper than any of these systems does.
 */
export function readAnswer(response: WireResponse): Answer | typeof NOT_JSON {
  const { status, headers, body } = response;
  const text = body.trim();
  if (text === '') return { status, headers, body, value: undefined };
  const value = parseJson(text);
  if (value !== NOT_JSON) return { status, headers, body, value };
  const claimsJson = /\bjson\b/i.test(headers['content-type'] ?? '');
  if (/^[{[]/.test(text) || (claimsJson && text.startsWith('"'))) return NOT_JSON;
  return { status, headers, body, value: text };
}

/**
 * JSON, with whole numbers past 2^53 as strings: licence codes have 17 to 19 digits. {@link NOT_JSON} where it is not,
 * or nests too deep. A byte order mark before it is passed over.
 */
export function parseJson(text: string): unknown {
  const value = parseAny(text.trim());
  return nestsTooDeep(value) ? NOT_JSON : value;
}

/** The members of a JSON object; none where the text is anything else. */
export function parseObject(text: string): JsonObject {
  const value = parseJson(text);
  return isObject(value) ? value : {};
}

function parseAny(text: string): unknown {
  try {
    return parseExactly(text);
  } catch (error) {
    // Patterns run out of room on millions of escapes in one string.
    if (error instanceof RangeError) return NOT_JSON;
    throw error;
  }
}

function parseExactly(text: string): unknown {
  const exact = LONG_NUMBER.test(text) ? text.replace(STRING_OR_NUMBER, quoteLong) : text;
  return tryParse(exact) ?? tryParse(exact.replace(STRING_OR_NUMBER, escapeControls)) ?? parseNull(text);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseNull(text: string): unknown {
  return text === 'null' ? null : NOT_JSON;
}

const LONG_NUMBER = /(?:^|[:[,])\s*-?\d{16}/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function quoteLong(token: string): string {
  return /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
}

/** Zentitle's documented answer to PassiveLicense has a bare line break inside its string. */
function escapeControls(token: string): string {
  if (!token.startsWith('"')) return token;
  return Array.from(token, (char) =>
    char < ' ' ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char,
  ).join('');
}
