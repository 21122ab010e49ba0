/** Short forms of the commonest fields of the operation tables. */
import type { Field } from './operation.js';

/** What a field may say besides its name, type and help. */
export type FieldOptions = Omit<Field, 'name' | 'type' | 'note'>;

export function text(name: string, note: string, options: FieldOptions = {}): Field {
  return { name, type: 'string', note, ...options };
}

/** One or more entries of the same members. */
export function list(
  name: string,
  note: string,
  fields: readonly Field[],
  options: FieldOptions = {},
): Field {
  return { name, type: 'list', note, fields, ...options };
}
