/** From a judged answer to what a capability hands on. */
import type { Answer } from '../client.js';
import type { Operation } from '../operation.js';
import { isObject, type JsonObject, member, readText } from '../read.js';
import { unexpectedAnswer } from '../refusal.js';
import { certificateIn, proseOf } from './prose.js';
import { readCount } from './read-values.js';

/**
 * The records of an answer: a list, one bare object, or nothing at all. A row that is no record, or that lacks what
 * names it, is not passed over: a page that seems shorter than it is would end a listing early.
 *
 * @param key the member that no record can be without, in any casing.
 * @throws NetworkError or UnknownOutcomeError `unexpected_answer`
 */
export function recordsIn(answer: Answer, operation: Operation, key: string): readonly JsonObject[] {
  const { value } = answer;
  if (value === undefined || value === null || value === '') return [];
  const rows: readonly unknown[] = Array.isArray(value) ? value : [value];
  return rows.map((row) => {
    if (isObject(row) && readText(member(row, key)) !== null) return row;
    throw unexpectedAnswer('zentitle', answer, operation, `records with a ${key}`);
  });
}

/** @throws NetworkError `unexpected_answer` */
export function countIn(answer: Answer, operation: Operation): number {
  const count = readCount(answer.value);
  if (count === null) throw unexpectedAnswer('zentitle', answer, operation, 'a count');
  return count;
}

/** @throws UnknownOutcomeError `unexpected_answer` */
export function certificateOf(answer: Answer, operation: Operation): string {
  const certificate = certificateIn(proseOf(answer.value) ?? '');
  if (certificate === null) throw unexpectedAnswer('zentitle', answer, operation, 'a certificate');
  return certificate;
}

/** The server's sentence, or what it sent in place of one. */
export function messageIn(answer: Answer): string {
  return proseOf(answer.value) ?? answer.body.trim();
}
