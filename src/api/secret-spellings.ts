/**
 * The ways in which one secret may be spelt in JSON, URLs, HTML and base64: as patterns for the redactor, which
 * compares without regard to case.
 */

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\f': 'f',
  '\r': 'r',
};

const HTML_NAMES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/** Shorter than this, a piece of base64 may be met by chance in other text. */
const MIN_BASE64_LENGTH = 8;
/** Shorter than this, it may be met by chance as a word of its own, too. */
const MIN_BASE64_WORD_LENGTH = 6;

/** Escapes of letters and digits, which no writer of JSON, URLs or HTML needs. */
const ESCAPED_WORD =
  /%(?:25)*(?:3\d|[46][1-9a-f]|[57][\da])|\\u00(?:3\d|[46][1-9a-f]|[57][\da])|&#(?:0*(?:4[89]|5[0-7]|6[5-9]|[789]\d|1[01]\d|12[0-2])|x0*(?:3\d|[46][1-9a-f]|[57][\da]));/i;

/** Whether the text escapes letters or digits, so that {@link escapedPattern} is to look for such spellings, too. */
export function escapesWords(text: string): boolean {
  // Three searches for a fixed text are far faster than one for a pattern, and nearly always enough.
  const may = text.includes('%') || text.includes('\\u00') || text.includes('&#');
  return may && ESCAPED_WORD.test(text);
}

/**
 * A pattern that finds the text however it is escaped, also where escapes of several kinds are mixed or where
 * JSON sits inside JSON.
 * @param words whether its letters and digits may be escaped as well
 */
export function escapedPattern(secret: string, words: boolean): string {
  return Array.from(secret, (char, at) =>
    !words && /[A-Za-z0-9]/.test(char) ? char : `(?:${spellings(char, at === 0).join('|')})`,
  ).join('');
}

/**
 * A backslash, quote or slash may stand behind any number of backslashes, one level of JSON each. A run of them is
 * gone through from its start only: from each of its places, a long one would take minutes.
 */
function spellings(char: string, first: boolean): string[] {
  const run = first ? '(?<!\\\\)' : '';
  const forms = [percentPattern(char), `${run}${unicodePattern(char)}`, entityPattern(char)];
  const named = NAMED_ESCAPES[char];
  if (named !== undefined) forms.push(`${run}\\\\+${named}`);
  const html = HTML_NAMES[char];
  if (html !== undefined) forms.push(`&${html};`);
  if (char === ' ') forms.push('\\+');
  forms.push(
    char === '\\' ? `${run}\\\\+` : '"/'.includes(char) ? `${run}\\\\*${literal(char)}` : literal(char),
  );
  return forms;
}

/** `%2B`, and `%252B` where it was encoded twice. A lone surrogate has no bytes and travels as U+FFFD. */
function percentPattern(char: string): string {
  const bytes = Array.from(Buffer.from(char, 'utf8'), (byte) => byte.toString(16).padStart(2, '0'));
  return bytes.map((hex) => `%(?:25)*${hex}`).join('');
}

function unicodePattern(char: string): string {
  const units = Array.from({ length: char.length }, (_, at) =>
    char.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return units.map((hex) => `\\\\+u${hex}`).join('');
}

/** `&#43;` and `&#x2B;`. */
function entityPattern(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return `&#(?:0*${code}|x0*${code.toString(16)});`;
}

/**
 * Base64 and base64url of any text that holds the secret. Depending on how many bytes stand before it, the
 * same bytes give three different texts; each is cut to the characters that the secret alone decides.
 */
export function base64Patterns(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const whole = trimPadding(bytes.toString('base64'));
  const pieces = [0, 1, 2].map((before) => {
    const text = trimPadding(Buffer.concat([Buffer.alloc(before), bytes]).toString('base64'));
    const end = (before + bytes.length) % 3 === 0 ? text.length : text.length - 1;
    return text.slice(before === 0 ? 0 : before + 1, end);
  });
  const patterns = [whole, ...pieces]
    .filter((piece) => piece.length >= MIN_BASE64_LENGTH)
    .map((piece) => base64Pattern(piece));
  if (whole.length >= MIN_BASE64_LENGTH || whole.length < MIN_BASE64_WORD_LENGTH) return patterns;
  return [`(?<![A-Za-z0-9+_-])${base64Pattern(whole)}(?![A-Za-z0-9+/_-])`];
}

function base64Pattern(piece: string): string {
  // As with escapes, a run of backslashes before a first slash is gone through once.
  const run = piece.startsWith('/') ? '(?<!\\\\)' : '';
  return `${run}${Array.from(piece, base64Char).join('')}(?:=|%3D){0,2}`;
}

function base64Char(char: string): string {
  if (char === '+') return '(?:[+-]|%2B)';
  if (char === '/') return '(?:\\\\*/|_|%2F)';
  return char;
}

function trimPadding(text: string): string {
  return text.replace(/=+$/, '');
}

/** A text as a pattern for itself. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
