/** The one record of an answer, or the error that there is none, or more than one. */
import { NotFoundError, UsageError } from '../../errors.js';
import type { Answer } from '../client.js';
import type { Operation } from '../operation.js';
import { type JsonObject, member, readText } from '../read.js';
import { recordsIn } from './answers.js';
import { nextStep } from './error-codes.js';

/** What is said when there is none. */
interface Missing {
  /** `company 12`: for the sentence. */
  readonly what: string;
  readonly code: string;
  /** Where there is a better next step than the usual one of the code. */
  readonly hint?: string;
}

/**
 * @param key the member that no record can be without, in any casing
 * @throws NotFoundError when the answer is an empty list or nothing
 * @throws UsageError `ambiguous_name` when it is several: which one is meant is anybody's guess
 * @throws NetworkError `unexpected_answer` when it is no record
 */
export function recordIn(answer: Answer, operation: Operation, key: string, missing: Missing): JsonObject {
  const records = recordsIn(answer, operation, key);
  const [record] = records;
  if (records.length > 1) {
    const keys = records.map((one) => readText(member(one, key))).join(', ');
    throw new UsageError(`There is more than one ${missing.what}: ${keys}.`, {
      code: 'ambiguous_name',
      provider: 'zentitle',
      operation: operation.id,
      hint: 'Choose one by its id; of a company also by --product.',
    });
  }
  if (record !== undefined) return record;
  throw new NotFoundError(`There is no ${missing.what}.`, {
    code: missing.code,
    hint: missing.hint ?? nextStep(missing.code),
    provider: 'zentitle',
    operation: operation.id,
    httpStatus: answer.status,
  });
}
