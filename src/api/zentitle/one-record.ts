/** The one record of an answer, or the error that there is none. */
import { NotFoundError } from '../../errors.js';
import type { Answer } from '../client.js';
import type { Operation } from '../operation.js';
import type { JsonObject } from '../read.js';
import { recordsIn } from './answers.js';

/** What is said when there is none. */
interface Missing {
  /** `company 12`: for the sentence. */
  readonly what: string;
  readonly code: string;
  readonly hint?: string;
}

/**
 * @param key the member that no record can be without, in any casing
 * @throws NotFoundError when the answer is an empty list or nothing
 * @throws NetworkError `unexpected_answer` when it is no record
 */
export function recordIn(answer: Answer, operation: Operation, key: string, missing: Missing): JsonObject {
  const [record] = recordsIn(answer, operation, key);
  if (record !== undefined) return record;
  throw new NotFoundError(`There is no ${missing.what}.`, {
    code: missing.code,
    hint: missing.hint,
    provider: 'zentitle',
    operation: operation.id,
    httpStatus: answer.status,
  });
}
