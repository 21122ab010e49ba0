/**
 * Text from a server, a file name or an argument may carry code points that move the cursor, colour the
 * terminal, reorder what is read or hide. For people they are made visible; for JSON they are escaped, so that
 * a parser gets them back unchanged.
 */

/** Inclusive ranges of code points that never reach a terminal as they are. */
export const UNSAFE_RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x1f], // C0: escape, carriage return, tab, newline
  [0x7f, 0x9f], // DEL and C1
  [0xad, 0xad], // soft hyphen
  [0x061c, 0x061c], // Arabic letter mark
  [0x180e, 0x180e], // Mongolian vowel separator
  [0x200b, 0x200f], // zero-width characters and direction marks
  [0x2028, 0x202e], // line and paragraph separator, direction embeddings and overrides
  [0x2060, 0x206f], // invisible operators, direction isolates
  [0xfeff, 0xfeff], // byte order mark
  [0xfff9, 0xfffb], // interlinear annotation
  [0xd800, 0xdfff], // half of a surrogate pair
  [0xe0000, 0xe007f], // tags
];

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const hex = (codePoint: number): string => codePoint.toString(16);

/** A character class of the ranges, without the code points in `keep`. */
function unsafePattern(keep: readonly number[] = []): RegExp {
  const parts = UNSAFE_RANGES.map(([from, to]) => `\\u{${hex(from)}}-\\u{${hex(to)}}`).join('');
  const kept = keep.map((codePoint) => `\\u{${hex(codePoint)}}`).join('');
  return new RegExp(kept === '' ? `[${parts}]` : `(?![${kept}])[${parts}]`, 'gu');
}

/** Nearly all text is this, and is told much faster than that it has nothing unsafe. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;

const UNSAFE = unsafePattern();
const UNSAFE_IN_BLOCK = unsafePattern([0x09, 0x0a]);

function visible(character: string): string {
  return SHORT_ESCAPES[character] ?? `\\u{${hex(character.codePointAt(0) ?? 0)}}`;
}

/** One line, safe to show: every unsafe code point becomes an escape such as `\u{1b}`, `\n` or `\t`. */
export function sanitizeLine(text: string): string {
  return text.replace(UNSAFE, visible);
}

/** Text of several lines, safe to show: as {@link sanitizeLine}, but newlines and tabs stay. */
export function sanitizeBlock(text: string): string {
  return text.replace(UNSAFE_IN_BLOCK, visible);
}

/**
 * Escapes, in finished JSON text, what JSON itself would let through. Such code points can only stand inside
 * strings there, so the text stays JSON and parses to the same value. Newlines of the layout stay.
 */
export function escapeJson(json: string): string {
  if (PLAIN.test(json)) return json;
  return json.replace(UNSAFE_IN_BLOCK, (character) => {
    let escaped = '';
    for (let index = 0; index < character.length; index += 1) {
      escaped += `\\u${hex(character.charCodeAt(index)).padStart(4, '0')}`;
    }
    return escaped;
  });
}
