/** Checks one value against its field, and gives it back with its real type. */
import type { UsageError } from '../errors.js';
import { checkDateTime } from './date-times.js';
import { fieldLabel } from './flag-name.js';
import { invalidInput, joinWords, refuse, type Slot } from './input-errors.js';
import { type Field, type Input, isFilled } from './operation.js';
import { isObject, readBoolean } from './read.js';

/**
 * Takes typed values and their text. Allowed values and special words come back as the document spells them.
 * @throws UsageError `invalid_input`
 */
export function checkField(field: Slot, value: unknown): unknown {
  const special = matching(field.special, value);
  if (special !== undefined) return special;
  if (field.type === 'boolean') return checkBoolean(field, value);
  if (field.values !== undefined) return checkAllowed(field, value);
  switch (field.type) {
    case 'string':
      return checkText(field, value);
    case 'integer':
    case 'number':
      return checkNumber(field, value);
    case 'datetime':
      return typeof value === 'string' ? checkDateTime(field, value) : refuse(field, value, 'a date');
    case 'object':
      if (!isObject(value)) return refuse(field, value, 'an object of names and values');
      if (field.flat === true) checkFlat(field, value);
      return field.fields === undefined ? value : checkMembers(field.fields, value, field.label);
    case 'list':
      return checkList(field, value);
  }
}

function matching(words: readonly string[] | undefined, value: unknown): string | undefined {
  if (typeof value === 'object') return undefined;
  const text = String(value).trim().toLowerCase();
  return words?.find((word) => word.toLowerCase() === text);
}

function checkAllowed(field: Slot, value: unknown): unknown {
  const allowed = field.values ?? [];
  const word = matching(allowed, value) ?? refuse(field, value, `one of ${allowed.join(', ')}`);
  return field.type === 'integer' || field.type === 'number' ? Number(word) : word;
}

/** Allowed values, where there are any, are those of the wire: a switch that is sent as 1 or not at all has `1` alone. */
function checkBoolean(field: Slot, value: unknown): boolean {
  const truth = readBoolean(value);
  if (field.values === undefined) return truth ?? refuse(field, value, 'true or false');
  const sent = field.wire === 'bit' ? String(Number(truth)) : String(truth);
  if (truth !== null && field.values.includes(sent)) return truth;
  return refuse(field, value, `one of ${field.values.join(', ')}`);
}

/** Numbers must be exact: what JSON has read with more digits than a number holds is another number already. */
function checkFlat(field: Slot, members: Input): void {
  for (const [name, value] of Object.entries(members)) {
    const member = { ...field, label: `${name} in ${field.label}` };
    if (typeof value === 'number') refuseInexact(member, value);
    else if (typeof value !== 'string' && typeof value !== 'boolean') {
      refuse(member, value, 'text, a number, true or false');
    }
  }
}

/** @throws UsageError `invalid_input` */
function refuseInexact({ label }: Slot, value: number): void {
  if (Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))) return;
  throw invalidInput(`${label} has too many digits for a bare number; put it in quotes.`);
}

/** A number is taken for text as it is written: codes may come unquoted from a file, as long as they are exact. */
function checkText(field: Slot, value: unknown): string {
  if (typeof value === 'number') refuseInexact(field, value);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return refuse(field, value, 'text');
  }
  const text = String(value);
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = field;
  const length = [...text].length;
  if (length >= minLength && length <= maxLength) return text;
  const wanted =
    maxLength === Number.POSITIVE_INFINITY ? `at least ${minLength}` : range(minLength, maxLength);
  throw invalidInput(`${field.label} takes ${wanted} characters, not ${length}.`);
}

function checkNumber(field: Slot, value: unknown): number {
  const what = field.type === 'integer' ? 'a whole number' : 'a number';
  const wanted = `${what}${limits(field)}`;
  const pattern = field.type === 'integer' ? /^[+-]?\d+$/ : /^[+-]?\d+(\.\d+)?$/;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  if (!pattern.test(text)) return refuse(field, value, wanted);
  const number = Number(text);
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = field;
  return number >= min && number <= max ? number : refuse(field, value, wanted);
}

function limits({ min, max, unit }: Field): string {
  const of = unit === undefined ? '' : ` of ${unit}`;
  if (min !== undefined && max !== undefined) return `${of} from ${min} to ${max}`;
  if (min !== undefined) return `${of} of at least ${min}`;
  return max === undefined ? of : `${of} of at most ${max}`;
}

function range(min: number, max: number): string {
  if (min === max) return String(min);
  return min === 0 ? `at most ${max}` : `${min} to ${max}`;
}

function checkList(field: Slot, value: unknown): unknown[] {
  const entries = Array.isArray(value) ? value : [value];
  const { fields } = field;
  return entries.map((entry: unknown) => {
    if (fields === undefined) return entry;
    if (isObject(entry)) return checkMembers(fields, entry, field.label);
    // One member: its bare value will do.
    const [only, ...others] = fields;
    if (only === undefined || others.length > 0) return refuse(field, entry, 'objects');
    return checkMembers(fields, { [only.name]: entry }, field.label);
  });
}

/**
 * Checks names, presence and values. Names are taken in any casing, as the vendors' own examples vary, and
 * come back as documented; absent ones are left out.
 * @param within the flag of the field these are members of, for messages
 * @throws UsageError `invalid_input`
 */
export function checkMembers(
  fields: readonly Field[],
  input: Input,
  within?: string,
): Record<string, unknown> {
  const place = within === undefined ? '' : ` in ${within}`;
  const labelOf = (field: Field): string =>
    within === undefined ? fieldLabel(field) : `${field.name}${place}`;
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  const checked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const field = byName.get(name.toLowerCase());
    if (field === undefined) throw unknownName(name, fields, place);
    if (value === undefined || (value === null && field.nullable !== true)) continue;
    if (Object.hasOwn(checked, field.name)) throw invalidInput(`${field.name} is given twice${place}.`);
    checked[field.name] = value === null ? null : checkField({ ...field, label: labelOf(field) }, value);
  }
  const missing = fields.filter((field) => field.required === true && isMissing(field, checked[field.name]));
  if (missing.length === 0) return checked;
  const names = missing.map((field) => (within === undefined ? fieldLabel(field) : field.name));
  throw invalidInput(`${joinWords(names)} ${names.length === 1 ? 'is' : 'are'} required${place}.`);
}

/** Blanks alone name nothing; what a server would make of them is anybody's guess. */
function isMissing(field: Field, value: unknown): boolean {
  return !isFilled(field, value) || (typeof value === 'string' && value.trim() === '');
}

function unknownName(name: string, fields: readonly Field[], place: string): UsageError {
  if (fields.length === 0) return invalidInput(`This call takes no input, but ${name} is given.`);
  return invalidInput(
    `There is no field ${name}${place}; there are ${fields.map((f) => f.name).join(', ')}.`,
  );
}
