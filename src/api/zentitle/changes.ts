/** Calls that change something, and the looking up of what a creation does not tell. */
import { LicensectlError } from '../../errors.js';
import type { Answer, Client } from '../client.js';
import type { Input, Operation } from '../operation.js';
import type { Ask, CapabilityDeps } from '../provider.js';
import { isObject, member, readList, readText } from '../read.js';
import type { ChangeRecord, CreatedRecord } from '../records.js';
import { messageIn } from './answers.js';
import { readId } from './read-values.js';

/** @param named the names of what is changed, from the input */
export function changing(
  client: Client,
  operation: Operation,
  named: (input: Input) => Readonly<Record<string, unknown>>,
): Ask<ChangeRecord> {
  return async (input) => {
    const answer = await client.call(operation, input);
    return { value: { ...named(input), message: messageIn(answer) }, raw: answer.body };
  };
}

export interface Creation {
  readonly operation: Operation;
  /** `company`: for sentences. */
  readonly noun: string;
  /** Members under which an answer might hold the id; which one it would be is not documented. */
  readonly idKeys: readonly string[];
  readonly named: (input: Input) => Readonly<Record<string, unknown>>;
  /** The id of what now has these names, by a documented read; null when there is none. */
  readonly lookUp: (input: Input) => Promise<string | null>;
}

/**
 * Creates, and tells the new id. The answers of these calls are not documented: an id in one is taken, otherwise it is
 * looked up. That the look-up failed does not make the creation one that failed: then the id is null, with a notice.
 */
export function creating(
  client: Client,
  { notice }: Pick<CapabilityDeps, 'notice'>,
  { operation, noun, idKeys, named, lookUp }: Creation,
): Ask<CreatedRecord> {
  return async (input) => {
    const answer = await client.call(operation, input);
    const id = idIn(answer, idKeys) ?? (await lookedUp(() => lookUp(input)));
    if (id === null) notice(`The ${noun} is created; its id could not be looked up.`, 'id_unknown');
    return { value: { id, ...named(input), message: messageIn(answer) }, raw: answer.body };
  };
}

/** An id looked up after a creation; null when that fails. */
export async function lookedUp(lookUp: () => Promise<string | null>): Promise<string | null> {
  try {
    return await lookUp();
  } catch (error) {
    // Even when the person interrupts: what was created must be told.
    if (error instanceof LicensectlError) return null;
    throw error;
  }
}

/** An id that is the whole answer, its one entry, or a member of its record. */
function idIn(answer: Answer, keys: readonly string[]): string | null {
  const [value = answer.value] = readList(answer.value);
  if (isObject(value)) return memberIdIn(answer, keys);
  const text = readText(value);
  return text !== null && /^\d+$/.test(text) ? readId(text) : null;
}

/** An id under one of these names in the record that the answer is, or begins with. */
export function memberIdIn(answer: Answer, keys: readonly string[]): string | null {
  const [value = answer.value] = readList(answer.value);
  if (!isObject(value)) return null;
  return keys.map((key) => readId(member(value, key))).find((id) => id !== null) ?? null;
}
