/**
 * The texts of the service. Many calls answer with a sentence, as a JSON string or bare, and a refusal takes the
 * place of the success text (Web API v1 document, the "Output" parts). What an error object looks like is not
 * documented; the shape that ASP.NET writes is read, in either casing.
 */
import { isObject, type JsonObject, member, readSentence, readText } from '../read.js';

/** All that an error object may hold; an object with anything else is a record. */
const ERROR_KEYS: ReadonlySet<string> = new Set([
  'message',
  'messagedetail',
  'modelstate',
  'error',
  'errors',
  'errormessage',
  'errordescription',
  'error_description',
  'errorcode',
  'exceptionmessage',
  'exceptiontype',
  'stacktrace',
  'innerexception',
  'status',
  'code',
  'success',
]);

const MESSAGE_KEYS = [
  'message',
  'errormessage',
  'errordescription',
  'error_description',
  'exceptionmessage',
  'error',
  'errors',
] as const;

/** Whether an object says nothing but an error or a message. */
function isMessage(record: JsonObject): boolean {
  const keys = Object.keys(record);
  return keys.length > 0 && keys.every((key) => ERROR_KEYS.has(key.toLowerCase()));
}

/** The sentence of an object that is nothing but one, or that reports an error; null when it has none. */
export function messageOf(record: JsonObject): string | null {
  const main =
    MESSAGE_KEYS.map((key) => firstText(member(record, key))).find((text) => text !== null) ?? null;
  const detail = readSentence(member(record, 'messagedetail')) ?? firstText(member(record, 'modelstate'));
  const texts = [main, detail].filter((text) => text !== null);
  return texts.length === 0 ? null : texts.join(' ');
}

/** The first text in a tree of objects and lists: ASP.NET hides the useful sentence of a bad request in one. */
function firstText(value: unknown): string | null {
  if (typeof value === 'string') return readSentence(value);
  const children = isObject(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  for (const child of children) {
    const text = firstText(child);
    if (text !== null) return text;
  }
  return null;
}

/** A string that was meant as JSON and is not, such as one with a stray backslash: its quotes are no part of it. */
function unquote(text: string): string {
  return text.replace(/^\s*"([\s\S]*)"\s*$/, '$1').trim();
}

/** The sentence that an answer consists of; null for records, numbers, booleans and nothing. */
export function proseOf(value: unknown): string | null {
  if (typeof value === 'string') return readText(unquote(readSentence(value) ?? ''));
  if (Array.isArray(value))
    return value.length === 1 && typeof value[0] === 'string' ? proseOf(value[0]) : null;
  return isObject(value) && isMessage(value) ? messageOf(value) : null;
}

/** Whether an answer is the rest of something: JSON that does not end, or a page for a browser. */
export function isUnreadable(value: unknown): boolean {
  return typeof value === 'string' && /^[[{<]/.test(value.trimStart());
}

/** What turns a sentence with "successfully" in it round: `The code must be successfully activated first`. */
const TURNED =
  /^no\b|\b(?:not|nothing|none|never|un|unable|cannot|must|fail(?:s|ed|ure)?|error|denied|refused|rejected|invalid)\b|n['’]t\b/;

/** Whether a sentence reports success: one of the documented texts, `OK`, `true`, or the word "successfully". */
export function isSuccess(text: string, documented: readonly string[] = []): boolean {
  // Looked for at the start of a run only: from every place in a long one it would take minutes.
  const said = text.toLowerCase().replace(/(?<![.!\s])[.!\s]+$/, '');
  if (said === 'ok' || said === 'success' || said === 'true') return true;
  if (TURNED.test(said)) return false;
  if (/\bsuccessful(?:ly)?\b/.test(said)) return true;
  return documented.some((sentence) => said === sentence.toLowerCase());
}

/** Whether a text is nothing but codes: `206454320110930859,286901020157066211`. */
export function isCodeList(text: string): boolean {
  return /^\d+(?:\s*[,;]\s*\d+)*$/.test(text);
}

/**
 * The certificate in an answer: one unbroken run of letters and digits, alone or behind a success sentence and a
 * line break of any kind. Not held to hex: the document's own certificate requests break it. null when there is none.
 */
export function certificateIn(text: string): string | null {
  const certificate = text.replace(/^[^\n\r]{0,120}\bsuccessfully\b[.:!]?\s+/i, '').replace(/[\r\n]+/g, '');
  return certificate.length >= 32 && !/[^0-9A-Za-z+/=]/.test(certificate) ? certificate : null;
}
