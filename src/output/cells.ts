/** Values as text: for people (`yes`, `-`) or for programs (`true`, empty). */
import type { CellFormat } from './result.js';
import { sanitizeLine } from './sanitize.js';

export type CellStyle = 'human' | 'machine';

/** Keys that name an entry of a list, in order of preference. */
const NAMING_KEYS = ['code', 'name', 'key', 'id'] as const;

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export function scalarText(value: unknown, style: CellStyle): string {
  if (value === null || value === undefined) return style === 'human' ? '-' : '';
  if (typeof value === 'boolean') {
    if (style === 'machine') return String(value);
    return value ? 'yes' : 'no';
  }
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function objectText(value: Readonly<Record<string, unknown>>, style: CellStyle): string {
  return objectParts(value, style).join(' ');
}

/** What names an object first, then `key=value` for what is known. */
export function objectParts(value: Readonly<Record<string, unknown>>, style: CellStyle): readonly string[] {
  const naming = NAMING_KEYS.find((key) => typeof value[key] === 'string');
  const parts = naming === undefined ? [] : [String(value[naming])];
  for (const [key, member] of Object.entries(value)) {
    if (key === naming || member === null || member === undefined) continue;
    parts.push(`${key}=${scalarText(member, style)}`);
  }
  return parts;
}

export function entryText(value: unknown, style: CellStyle): string {
  return isPlainObject(value) ? objectText(value, style) : scalarText(value, style);
}

/** One value as one line without any unsafe code point. */
export function cellText(value: unknown, style: CellStyle): string {
  if (!Array.isArray(value)) return sanitizeLine(entryText(value, style));
  if (value.length === 0) return style === 'human' ? '-' : '';
  const separator = value.some(isPlainObject) ? '; ' : ', ';
  return sanitizeLine(value.map((entry) => entryText(entry, style)).join(separator));
}

/** One cell of a table: as {@link cellText}, a date without the fraction of its second, which no column is wide enough for. */
export function tableCell(value: unknown, format: CellFormat | undefined): string {
  const text = cellText(value, 'human');
  return format === 'date' ? text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+(?=\D|$)/, '$1') : text;
}
