/** What a handler of the emulated service is, and what it may answer. */
import { isRecord } from '../json-body.js';
import type { SystemDeps } from '../system.js';
import type { Inputs } from './input.js';

/** JSON text that is ready to be sent: large lists are put together inside SQLite. Empty for no body at all. */
export interface Answer {
  readonly json: string;
}

type Settings = SystemDeps['settings'];

export type Handler = (input: Inputs, deps: SystemDeps) => Answer;

export function answer(value: unknown): Answer {
  return { json: JSON.stringify(value) };
}

/** A count answer; its shape is not documented, so it is a setting. */
export function countAnswer(count: number, shape: Settings['zentitleCount']): Answer {
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

/**
 * What a creator answers whose answer is not documented. `record` is the object that holds the new id, named as
 * the section's GET names it: `{ groupID: 12 }`.
 */
export function createdAnswer(
  sentence: string,
  id: number | string,
  record: Readonly<Record<string, unknown>>,
  { zentitleCreated }: Settings,
): Answer {
  return answer({ sentence, id, record }[zentitleCreated]);
}

/** What any other call answers on success whose answer is not documented. */
export function doneAnswer(sentence: string, { zentitleDone }: Settings): Answer {
  return zentitleDone === 'empty' ? { json: '' } : answer({ sentence, ok: 'OK' }[zentitleDone]);
}

/**
 * An answer with its member names in the spelling that is set. The document spells one name in several ways, so no
 * spelling is certain. As documented costs nothing: the text is not read.
 */
export function spellNames({ json }: Answer, names: Settings['zentitleNames']): string {
  if (names === 'documented' || json === '') return json;
  const spell = (name: string): string => (names === 'lower' ? name.toLowerCase() : name.toUpperCase());
  return JSON.stringify(
    JSON.parse(json, (_name, value: unknown) =>
      isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([name, member]) => [spell(name), member]))
        : value,
    ),
  );
}
