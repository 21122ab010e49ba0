/**
 * What an answer says outright of its own success, by the members that services use for it. None of the four documents
 * has an error member in an answer with a status of success; where one stands there all the same, the call has failed.
 */
import { isObject, member, readBoolean, readNumber } from './read.js';

/** Read in any casing. `code`, `status` and `message` are not among them: they have a place in successes too. */
const ERROR_MEMBERS = [
  'error',
  'errors',
  'errorMessage',
  'errorDescription',
  'error_description',
  'errorCode',
  'exceptionMessage',
] as const;

/** Whether an object has an error in it, whatever stands beside that. */
export function reportsError(value: unknown): boolean {
  return isObject(value) && ERROR_MEMBERS.some((name) => isSomething(member(value, name)));
}

/** False for `success: false` or an error, true for `success: true` without one, null when neither is said. */
export function saidOutcome(value: unknown): boolean | null {
  if (reportsError(value)) return false;
  return isObject(value) ? readBoolean(member(value, 'success')) : null;
}

/** Serialisers write members that have no content, too: null, false, 0, "", [] and {}. */
function isSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  const isBlank = typeof value === 'string' && value.trim() === '';
  return value !== undefined && value !== null && value !== false && !isBlank && readNumber(value) !== 0;
}
