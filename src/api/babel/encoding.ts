/**
 * Babel's JSON. The licensing operations page shows dates as `{seconds,nanos}` and bytes as arrays; the service
 * can as well write canonical protobuf JSON, where dates and durations are strings and bytes are Base64. Both
 * are read, and so is their mixture. Nothing here throws: what cannot be read is null.
 */
import { isObject, type JsonObject, member, readNumber, readText } from '../read.js';

const MAX_DATE_MS = 8_640_000_000_000_000;

/**
 * ISO 8601 in UTC; null for none. Zero seconds are none: absent and default values look alike on this wire. Text
 * without a zone stays without one.
 */
export function readTimestamp(value: unknown): string | null {
  if (isObject(value)) {
    const seconds = readNumber(member(value, 'seconds')) ?? 0;
    return seconds === 0 ? null : isoDate(seconds * 1000 + Math.floor(readNanos(value) / 1e6));
  }
  const text = readText(value)?.trim();
  if (text === undefined || !ISO_DATE.test(text)) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time) || EMPTY_DATE.test(text)) return null;
  return ZONE.test(text) ? isoDate(time) : text;
}

const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(z|[+-]\d\d:?\d\d)?$/i;
const ZONE = /(z|[+-]\d\d:?\d\d)$/i;

/** What an empty date becomes when a serialiser insists on one: the Unix epoch and the first year. */
const EMPTY_DATE = /^(1970-01-01T00:00(:00(\.0+)?)?(z|[+-]00:?00)?|0001-01-01T.*)$/i;

function isoDate(ms: number): string | null {
  return Math.abs(ms) <= MAX_DATE_MS ? new Date(ms).toISOString() : null;
}

/**
 * A span of time in seconds; null for none, and for what is not more than zero: `{seconds,nanos}`, "300s",
 * "1.5s", "00:05:00" and "1.00:00:00" (days), or a number of seconds.
 */
export function readDuration(value: unknown): number | null {
  const seconds = isObject(value)
    ? secondsOf(value)
    : (readNumber(value) ?? spelledSeconds(readText(value) ?? ''));
  return seconds > 0 ? seconds : null;
}

function secondsOf(value: JsonObject): number {
  return (readNumber(member(value, 'seconds')) ?? 0) + readNanos(value) / 1e9;
}

function readNanos(value: JsonObject): number {
  return readNumber(member(value, 'nanos')) ?? 0;
}

const SECONDS = /^\s*(\d+(?:\.\d+)?)s\s*$/;
const CLOCK = /^\s*(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)\s*$/;

function spelledSeconds(text: string): number {
  const plain = SECONDS.exec(text);
  if (plain !== null) return Number(plain[1]);
  const clock = CLOCK.exec(text);
  if (clock === null) return 0;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = clock;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** Bytes from an array of 0 to 255 or from Base64 (padded or not, either alphabet); null for none. */
export function readBytes(value: unknown): Buffer | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isByte) ? Buffer.from(value) : null;
  const text = readText(value)?.trim() ?? '';
  return BASE64.test(text) ? Buffer.from(text, 'base64') : null;
}

function isByte(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
}

/** A count; zero is left out on this wire. */
export function readCount(record: JsonObject, name: string): number {
  return readNumber(member(record, name)) ?? 0;
}

const MODES: ReadonlyMap<string, string> = new Map([
  ['0', 'license-file'],
  ['1', 'activation'],
  ['2', 'floating'],
  ['licensefile', 'license-file'],
  ['file', 'license-file'],
  ['activation', 'activation'],
  ['floating', 'floating'],
]);

/**
 * A licensing mode as number, decimal text or name in any case; absent is zero. That zero is the licence file is
 * inferred: the page documents 1 and 2. What is not known is returned as it came.
 */
export function readLicensingMode(value: unknown): string {
  const text = readText(value)?.trim() ?? '0';
  return MODES.get(text.toLowerCase().replace(/[^a-z0-9]/g, '')) ?? text;
}
