/** Base64 of JSON text, as the files of offline clients hold it. */
import { parseJson } from './answer-value.js';

/** Standard Base64 without line breaks; null for anything else. */
export function base64In(text: string): string | null {
  const compact = text.replace(/\s+/g, '');
  return compact !== '' && /^[A-Za-z0-9+/]+={0,2}$/.test(compact) ? compact : null;
}

/** The text behind Base64; null when it is not UTF-8. */
export function textBehind(base64: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
}

/** The value of JSON text that is Base64; undefined when it is none. */
export function valueBehind(base64: string): unknown {
  const text = textBehind(base64);
  if (text === null) return undefined;
  const value = parseJson(text);
  return typeof value === 'symbol' ? undefined : value;
}
