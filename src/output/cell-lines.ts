/** Values as the lines of a key/value table. Measures text, so it is loaded only when a table is printed. */
import { cellText, entryText, isPlainObject, objectParts, scalarText } from './cells.js';
import { sanitizeLine } from './sanitize.js';
import { displayWidth } from './text-width.js';

/**
 * One value as lines for a key/value table: a list takes one line an entry, an object one line a member. An entry with
 * many members is broken between them; a text stays whole, so that it can be copied.
 * @param room columns there are; null where nothing is broken
 */
export function cellLines(value: unknown, room: number | null): readonly string[] {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((entry: unknown) =>
      isPlainObject(entry) && room !== null
        ? wrapped(objectParts(entry, 'human').map(sanitizeLine), room)
        : [sanitizeLine(entryText(entry, 'human'))],
    );
  }
  if (isPlainObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value).map(([key, member]) =>
      sanitizeLine(`${key}: ${scalarText(member, 'human')}`),
    );
  }
  return [cellText(Array.isArray(value) || isPlainObject(value) ? null : value, 'human')];
}

/** As many parts a line as there is room for; the further lines of one entry are indented. */
function wrapped(parts: readonly string[], room: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.pop();
    const joined = last === undefined ? part : `${last} ${part}`;
    if (last === undefined || displayWidth(joined) <= room) lines.push(joined);
    else lines.push(last, `  ${part}`);
  }
  return lines;
}
