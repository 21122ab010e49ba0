/** What a handler of the emulated service is, and what it may answer. */
import type { SystemDeps } from '../system.js';
import type { Inputs } from './input.js';

/** JSON text that is ready to be sent: large lists are put together inside SQLite. */
export interface Answer {
  readonly json: string;
}

export type Handler = (input: Inputs, deps: SystemDeps) => Answer;

export function answer(value: unknown): Answer {
  return { json: JSON.stringify(value) };
}

/** A count answer; its shape is not documented, so it is a setting. */
export function countAnswer(count: number, shape: SystemDeps['settings']['zentitleCount']): Answer {
  switch (shape) {
    case 'number':
      return answer(count);
    case 'string':
      return answer(String(count));
    case 'object':
      return answer({ count });
    case 'array':
      return answer([count]);
  }
}
