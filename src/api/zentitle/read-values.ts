/** Values as Zentitle writes them: dates, ids, lists, counts and JSON inside text. */
import { NOT_JSON, parseJson } from '../answer-value.js';
import { isObject, type JsonObject, member, readNumber, readText } from '../read.js';

/** `0`, "0" and blank stand for no company, no reseller, every product. */
export function readId(value: unknown): string | null {
  const id = readText(value);
  return id === '0' ? null : id;
}

/** The name of a profile or group. The document says `default` for none of its own; its examples show nothing, too. */
export function readName(value: unknown): string | null {
  const name = readText(value);
  return name?.toLowerCase() === 'default' ? null : name;
}

/** ISO 8601 without a zone, as sent: the zone is not documented. "None" is null, blank or the year 1900. */
export function readDate(value: unknown): string | null {
  const text = readText(value);
  return text === null || /^(?:1900-01-01|0001-01-01)/.test(text) ? null : text.trim();
}

/** A date as milliseconds since the epoch. Not documented; a date without a zone is taken for UTC. */
export function momentOf(date: string): number | null {
  const zoned = /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(date) || !date.includes('T') ? date : `${date}Z`;
  const moment = Date.parse(zoned);
  return Number.isNaN(moment) ? null : moment;
}

/** JSON text inside a string (clientInfo, companyData, additionalData) as data; the text itself when it is not JSON. */
export function readNested(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const nested = parseJson(value);
  return nested === NOT_JSON ? value : nested;
}

/** Data of the customer's own, as {@link readNested}; null for none. */
export function readData(value: unknown): unknown {
  const isNone = value === undefined || (typeof value === 'string' && value.trim() === '');
  return isNone ? null : readNested(value);
}

/**
 * A count. Its shape is not documented; taken are a number, its text (also as the end of a phrase), an object with one
 * number or a member named count or total, and a list of one of these. null when it is none of them.
 */
export function readCount(value: unknown): number | null {
  if (Array.isArray(value)) return value.length === 1 ? readCount(value[0]) : null;
  if (isObject(value)) return countIn(value);
  const count = readNumber(value) ?? readNumber(phraseEnd(value));
  return count !== null && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

function countIn(record: JsonObject): number | null {
  for (const name of ['count', 'total', 'totalCount', 'numberOfRecords', 'recordCount']) {
    const count = readNumber(member(record, name));
    if (count !== null) return count;
  }
  const values = Object.values(record);
  return values.length === 1 ? readNumber(values[0]) : null;
}

/** The number in `Count : 12` or `12 license codes`. */
function phraseEnd(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /^[a-z ]{0,40}\b(?:count|total|number of [a-z ]{1,30})\s*[:=]?\s*(\d+)$/i.exec(value.trim())?.[1];
}
