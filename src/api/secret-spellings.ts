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

/**
 * A pattern that finds the text however it is escaped, also where escapes of several kinds are mixed or where
 * JSON sits inside JSON. Letters and digits are never escaped by any writer of JSON or URLs.
 */
export function escapedPattern(secret: string): string {
  return Array.from(secret, (char) =>
    /[A-Za-z0-9]/.test(char) ? char : `(?:${spellings(char).join('|')})`,
  ).join('');
}

function spellings(char: string): string[] {
  const forms = [percentPattern(char), unicodePattern(char), entityPattern(char)];
  const named = NAMED_ESCAPES[char];
  if (named !== undefined) forms.push(`\\\\+${named}`);
  const html = HTML_NAMES[char];
  if (html !== undefined) forms.push(`&${html};`);
  if (char === ' ') forms.push('\\+');
  // A backslash, quote or slash may stand behind any number of backslashes, one level of JSON each.
  forms.push(char === '\\' ? '\\\\+' : '"/'.includes(char) ? `\\\\*${literal(char)}` : literal(char));
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
  return [whole, ...pieces]
    .filter((piece) => piece.length >= MIN_BASE64_LENGTH)
    .map((piece) => Array.from(piece, base64Char).join(''))
    .map((pattern) => `${pattern}(?:=|%3D){0,2}`);
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
