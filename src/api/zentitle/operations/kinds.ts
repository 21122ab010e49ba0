/** Fields in the forms that the Web API takes: its documents type them as numbers and show them as text. */
import { type FieldOptions, text } from '../../field-kinds.js';
import type { Field } from '../../operation.js';

/** A whole number; travels as text, as in nearly all of the document's examples. */
export function integer(name: string, note: string, options: FieldOptions = {}): Field {
  return { name, type: 'integer', wire: 'text', note, ...options };
}

/** `true` or `false` as text. */
export function boolean(name: string, note: string, options: FieldOptions = {}): Field {
  return { name, type: 'boolean', wire: 'text', note, ...options };
}

/** A switch: 0 or 1. */
export function bit(name: string, note: string, options: FieldOptions = {}): Field {
  return { name, type: 'boolean', wire: 'bit', note, ...options };
}

export function date(name: string, note: string, options: FieldOptions = {}): Field {
  return { name, type: 'datetime', note, ...options };
}

/** The state of a feature or function. */
export const onOrOff = (name: string): Field => text(name, 'On or off.', { values: ['on', 'off'] });
