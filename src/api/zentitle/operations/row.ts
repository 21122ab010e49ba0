/** What every row of the Zentitle table has in common. */
import type { Field, HttpMethod, KeyKind, Operation } from '../../operation.js';

/** What a row says for itself; the rest follows from verb and controller. */
type RowFacts = Omit<Operation, 'provider' | 'method' | 'path' | 'encoding' | 'source'>;

/** Keys that may read: the document gives every GET but the data streamer to both. */
export const READERS: readonly KeyKind[] = ['read-only', 'read-write'];

/** Keys that may change things. */
export const WRITERS: readonly KeyKind[] = ['read-write'];

/**
 * One row. The controller is the whole path, and every call that takes input carries it as a JSON body, GET and
 * DELETE included (Web API v1 document, sections "Web API Calls" and "Inputs").
 */
export function row(method: HttpMethod, controller: string, facts: RowFacts): Operation {
  return {
    provider: 'zentitle',
    method,
    path: `/api/${controller}`,
    encoding: facts.input.length === 0 ? 'none' : 'json',
    source: `Web API v1 document, section "${method} ${controller}"`,
    ...facts,
  };
}

/** The same field where a call insists on it. */
export function required(field: Field, note = field.note): Field {
  return { ...field, required: true, note };
}

/** The same field under the spelling of another section. */
export function spelled(name: string, field: Field): Field {
  return { ...field, name };
}

/** The same field with help of its own. */
export function noted(note: string, field: Field): Field {
  return { ...field, note };
}
