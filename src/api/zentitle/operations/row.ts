/** What every row of the Zentitle table has in common. */
import type { AnswerShape, Field, HttpMethod, KeyKind, Operation } from '../../operation.js';

/** What a row says for itself; the rest follows from verb and controller. */
type RowFacts = Omit<Operation, 'provider' | 'method' | 'path' | 'encoding' | 'source'>;

/** Keys that may make a GET: the document gives every one of them to both. */
const READERS: readonly KeyKind[] = ['read-only', 'read-write'];

/** Keys that may make any other call. */
const WRITERS: readonly KeyKind[] = ['read-write'];

/**
 * One row. The controller is the whole path, and every call that takes input carries it as a JSON body, GET and
 * DELETE included (Web API v1 document, sections "Web API Calls" and "Inputs"). The verb decides which keys may make the
 * call (section "Types of API Keys"), but for the three calls that say so themselves.
 */
export function row(method: HttpMethod, controller: string, facts: RowFacts): Operation {
  return {
    provider: 'zentitle',
    method,
    path: `/api/${controller}`,
    keyKinds: method === 'GET' ? READERS : WRITERS,
    encoding: facts.input.length === 0 ? 'none' : 'json',
    source: `Web API v1 document, section "${method} ${controller}"`,
    ...facts,
  };
}

/** An answer that is one of these sentences, or begins with it. */
export const says = (...texts: readonly string[]): AnswerShape => ({ kind: 'text', texts });

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
