/** Takes the secrets in play out of everything that is shown, logged or traced. */
import { base64Patterns, escapedPattern, escapesWords } from './secret-spellings.js';

export const REDACTED = '[secret]';

export interface Redactor {
  /** Registers a secret; also one like `user:password`, which travels in base64. Blank text is no secret. */
  protect(secret: string): void;
  /** The text with every registered secret, in whatever spelling and case, replaced by `[secret]`. */
  redact(text: string): string;
}

/** Shorter secrets would be found in innocent words; they are replaced only where they are a whole value. */
const MIN_LENGTH_ANYWHERE = 4;
/**
 * Longer secrets, such as tokens of single sign-on, are found piece by piece: a pattern of thousands of characters
 * takes minutes to compile, or more stack than there is. In characters.
 */
const PIECE_LENGTH = 128;
/** Shorter secrets of letters and digits alone are replaced as whole words only. */
const MIN_LENGTH_INSIDE = 12;

export function createRedactor(): Redactor {
  const secrets = new Set<string>();
  /** Long secrets, whole, as they are spelt most often. */
  const wholes = new Set<string>();
  // Letters and digits are hardly ever escaped, and looking for that takes its time.
  let usual: RegExp | null = null;
  let thorough: RegExp | null = null;
  return {
    protect(secret) {
      for (const form of [secret, secret.trim()]) {
        if (form.trim() === '') continue;
        const pieces = piecesOf(form);
        if (pieces.length > 1) for (const whole of usualSpellings(form)) wholes.add(whole);
        for (const piece of pieces) secrets.add(piece);
      }
      usual = null;
      thorough = null;
    },
    redact(text) {
      if (secrets.size === 0) return text;
      let rest = text;
      for (const whole of wholes) rest = rest.replaceAll(whole, REDACTED);
      const words = escapesWords(rest);
      if (words) thorough ??= compile(secrets, true);
      else usual ??= compile(secrets, false);
      const redacted = rest.replace((words ? thorough : usual) ?? '', REDACTED);
      return wholes.size > 0 ? redacted.replace(NEIGHBOURS, REDACTED) : redacted;
    },
  };
}

/** Pieces of one secret; in base64, a character where two of them meet belongs to both. */
const NEIGHBOURS = /\[secret\](?:[A-Za-z0-9+/_=-]{0,2}\[secret\])+/g;

/** In pieces alone, a secret that repeats itself could be found out of step, and a rest of it be left. */
function usualSpellings(secret: string): readonly string[] {
  const query = new URLSearchParams({ '': secret }).toString().slice(1);
  return [secret, JSON.stringify(secret).slice(1, -1), query];
}

/** The secret itself, or pieces of it that are all of about the same length: a short rest would be met by chance. */
function piecesOf(secret: string): readonly string[] {
  const chars = Array.from(secret);
  const count = Math.ceil(chars.length / PIECE_LENGTH);
  const edge = (at: number): number => Math.floor((at * chars.length) / count);
  return Array.from({ length: count }, (_, at) => chars.slice(edge(at), edge(at + 1)).join(''));
}

/** One pattern for all, the longest secret first, so that none is found inside another and left half. */
function compile(secrets: ReadonlySet<string>, words: boolean): RegExp {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  const encoded = longestFirst.flatMap(base64Patterns).sort((a, b) => b.length - a.length);
  const plain = longestFirst.map((secret) => plainPattern(secret, words));
  // What is replaced already stays so, even if "secret" is one. Hex digits come in either case, host names in lower
  // case, and some servers repeat a key in capitals.
  return new RegExp(['\\[secret\\]', ...plain, ...encoded].join('|'), 'gim');
}

function plainPattern(secret: string, words: boolean): string {
  const pattern = escapedPattern(secret, words);
  if (secret.length < MIN_LENGTH_ANYWHERE) return wholeValue(pattern);
  return secret.length < MIN_LENGTH_INSIDE && /^[A-Za-z0-9]+$/.test(secret) ? wholeWord(pattern) : pattern;
}

/** Between other letters and digits it is a chance: `11112222` in a code of 18 digits. Escapes are no letters. */
function wholeWord(pattern: string): string {
  const before = ['(?<![A-Za-z0-9])', '(?<=%[0-9A-Fa-f]{2})', '(?<=\\\\[bfnrt])', '(?<=\\\\u[0-9A-Fa-f]{4})'];
  return `(?:${before.join('|')})${pattern}(?![A-Za-z0-9])`;
}

/** A JSON string, the value of a header line, or a value in a query. */
function wholeValue(pattern: string): string {
  const json = `(?<=(?:^|[:[,])\\s*")${pattern}(?="\\s*(?:[,}\\]]|$))`;
  const header = `(?<=^(?:[<>] )?[\\w-]+:[ \\t]*)${pattern}(?=[ \\t]*$)`;
  const query = `(?<=[?&][^=&\\s]+=)${pattern}(?=[&#\\s]|$)`;
  return [json, header, query].join('|');
}
