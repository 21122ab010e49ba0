/** Codes that a call has made or handed out, in whatever shape the answer names them. */
import { isObject, member, readText } from '../read.js';

/** A code of one's own may have letters, but a digit at least; a word of a sentence has none, a number below 0 is no code. */
const CODE = /^(?=\w)[\w-]*\d[\w-]*$/;

/** Where a record might hold them; only `licenseCode` is a documented name, in other answers. */
const KEYS = ['licenseCode', 'licenseCodes', 'codes', 'code'] as const;

/**
 * The codes in an answer: text with commas, alone or behind the documented sentence, a number, records, or a list of
 * any of these. Empty where the answer is; null where it is something else.
 */
export function codesIn(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    const parts = value.map(codesIn);
    return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
  }
  if (isObject(value)) {
    const holding = KEYS.map((key) => member(value, key)).find((held) => held !== undefined);
    return holding === undefined ? null : codesIn(holding);
  }
  return codesOf(readText(value) ?? '');
}

/** `License Codes Created Successfully : 312410225741720791,312454637520703730`, with or without the sentence. */
function codesOf(text: string): readonly string[] | null {
  const listed = text.replace(/^[^\n\r]{0,120}?\bsuccessfully\b[\s:.!]*/i, '').trim();
  if (listed === '') return [];
  const codes = listed.split(/\s*[,;\r\n]\s*/).filter((code) => code !== '');
  return codes.every((code) => CODE.test(code)) ? codes : null;
}
