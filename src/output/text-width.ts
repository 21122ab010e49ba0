/** How many places text takes on a terminal: wide characters count twice, combining ones not at all. */
import stringWidth from 'string-width';

const PLAIN = /^[ -~]*$/;

export function displayWidth(text: string): number {
  // Measuring by grapheme costs a hundred times as much, and nearly all cells are plain.
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** Cuts to a width, the last place being `…`. */
export function trimTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const next = displayWidth(segment);
    if (used + next > width - 1) break;
    kept += segment;
    used += next;
  }
  return `${kept}…`;
}
