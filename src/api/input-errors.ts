/** How a refusal of input is worded. */
import { UsageError } from '../errors.js';
import type { Field } from './operation.js';

/** A field, and what a message calls it: `--clients-allowed (clientsallowed)`, `limit in --feature (features)`. */
export interface Slot extends Field {
  readonly label: string;
}

/** The one error of input: a sentence that names the flag and what it takes. */
export function invalidInput(message: string, operation?: string): UsageError {
  return new UsageError(message, { code: 'invalid_input', operation });
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** @throws UsageError always; a secret is not repeated in it, and long text is cut */
export function refuse(field: Slot, value: unknown, wanted: string): never {
  const words = field.special === undefined ? wanted : `${wanted}, or ${joinWords(field.special, 'or')}`;
  const given = field.secret === true ? '' : `, not ${shown(value)}`;
  throw invalidInput(`${field.label} takes ${words}${given}.`);
}

function shown(value: unknown): string {
  if (value === '') return 'an empty text';
  if (value === null) return 'null';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  const text = String(value);
  return `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`;
}
