/**
 * Reading what servers send: names without regard to case, booleans and numbers in any of their spellings.
 * Nothing here throws on a missing value; a provider decides what it cannot do without.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that name, in any casing; the exact spelling wins when several differ only in case. */
export function member(record: JsonObject, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name];
  const wanted = name.toLowerCase();
  for (const key of Object.keys(record))
    if (key.length === wanted.length && key.toLowerCase() === wanted) return record[key];
  return undefined;
}

/** Text, or a number or boolean as text; null for null, absent and blank. */
export function readText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return null;
}

/** Far more than any sentence or certificate of these systems has, in characters. */
const MAX_SENTENCE = 1024 * 1024;

/**
 * As {@link readText}, without what stands behind the first million characters: patterns run over it. It is not for
 * cutting to what is shown, which must wait until the secrets are out: half a secret would not be found.
 */
export function readSentence(value: unknown): string | null {
  const text = readText(value);
  return text === null || text.length <= MAX_SENTENCE ? text : `${text.slice(0, MAX_SENTENCE)}…`;
}

/** A finite number, or text that is one; null otherwise. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*[+-]?\d+(\.\d+)?\s*$/.test(value)) return null;
  return Number(value);
}

/** true/false, "True", "on", "yes", "1" and their opposites; null otherwise. */
export function readBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 0) return value === 1;
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  if (word === 'true' || word === 'on' || word === 'yes' || word === '1') return true;
  if (word === 'false' || word === 'off' || word === 'no' || word === '0') return false;
  return null;
}

export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
