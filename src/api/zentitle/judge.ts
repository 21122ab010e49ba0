/**
 * Success or not, by what the row's section of the Web API v1 document calls an answer. HTTP statuses are not
 * documented, and the older service answered 200 whether or not it did the work: a sentence counts as a success only
 * when it says so.
 */
import { NetworkError } from '../../errors.js';
import type { Answer } from '../client.js';
import type { Operation } from '../operation.js';
import { saidOutcome } from '../outcome-flags.js';
import { isObject, member, readList, readText } from '../read.js';
import { kindOfStatus, type Refusal, refusalError } from '../refusal.js';
import { authenticateUser } from './operations/group-users.js';
import { showTrialStatus } from './operations/trials.js';
import { certificateIn, isCodeList, isSuccess, isUnreadable, messageOf, proseOf } from './prose.js';
import { codesIn } from './read-new-codes.js';
import { readCount } from './read-values.js';
import { knownReason, refusalOf } from './refusals.js';
import { signInOf } from './sign-in.js';

/** What a web server says when no controller stands behind a path. */
const NO_SUCH_PATH =
  /\b(?:no http resource|no (?:type|action) was found|does not support http method|cannot (?:get|post|put|delete))\b|<html/i;

/** Returns for a success; throws the class that fits otherwise. */
export function judge(answer: Answer, operation: Operation | undefined): void {
  if (operation !== undefined && isElsewhere(answer)) throw wrongAddress(answer, operation);
  if (operation?.id === authenticateUser.id && signInOf(answer) !== null) return;
  const refusal = answer.status >= 300 ? failure(answer, operation) : refusalIn(answer, operation);
  if (refusal !== null) throw refusalError('zentitle', refusal, answer, operation);
}

function isElsewhere({ status, body }: Answer): boolean {
  return (status === 404 || status === 405) && NO_SUCH_PATH.test(body.slice(0, 2000));
}

/** No call of the table was reached: whatever it was to change is as it was. */
function wrongAddress(answer: Answer, operation: Operation): NetworkError {
  return new NetworkError('There is no Zentitle Web API at this address.', {
    code: 'wrong_url',
    hint: 'Check the base URL: what stands before /api, https://my.nalpeiron.com as a rule.',
    provider: 'zentitle',
    operation: operation.id,
    httpStatus: answer.status,
  });
}

/** Why an answer with an HTTP status of failure failed. */
function failure(answer: Answer, operation: Operation | undefined): Refusal {
  const { status, value } = answer;
  const text = isUnreadable(value) ? null : proseOf(value);
  // A server that lacks the call has not begun it: the outcome is known.
  const kind = status === 501 ? 'rejected' : kindOfStatus(status);
  if (kind === 'rejected') return refusalOf(text, status, operation);
  if (kind !== 'fault') return refusalOf(text, status, operation, kind);
  if (text !== null && knownReason(text) !== null) return refusalOf(text, status, operation);
  const said = text === null ? '' : `: ${text}`;
  return fault('server_fault', `Zentitle failed with HTTP ${status}${said}`);
}

/** The refusal in an answer with an HTTP status of success; null when there is none. */
function refusalIn(answer: Answer, operation: Operation | undefined): Refusal | null {
  const { value, status } = answer;
  if (isUnreadable(value)) return UNREADABLE_ANSWER;
  if (isObject(value) && saidOutcome(value) === false) return refusalOf(messageOf(value), status, operation);
  if (operation === undefined) return refusalInUnknown(answer);
  switch (operation.answer.kind) {
    case 'records':
    case 'record':
    case 'count-or-records':
      return refusalInRecords(answer, operation);
    case 'certificate':
      return refusalInCertificate(answer, operation);
    case 'text':
      return refusalInText(answer, operation);
    case 'empty':
    case 'undocumented':
      return refusalInProse(answer, operation);
  }
}

/** A call outside the table: only what is plainly an error is one. */
function refusalInUnknown(answer: Answer): Refusal | null {
  const text = proseOf(answer.value);
  if (text === null || isSuccess(text)) return null;
  return isObject(answer.value) || knownReason(text) !== null
    ? refusalOf(text, answer.status, undefined)
    : null;
}

function refusalInRecords(answer: Answer, operation: Operation): Refusal | null {
  const { value, status } = answer;
  if (isMissing(answer)) return operation.answer.texts?.includes('') === true ? null : EMPTY_ANSWER;
  if (operation.answer.kind === 'count-or-records' && readCount(value) !== null) return null;
  const text = proseOf(value);
  if (text !== null) return refusalOf(text, status, operation);
  if (typeof value !== 'number' && typeof value !== 'boolean') return null;
  return fault('unexpected_answer', 'Zentitle sent a single value where records belong.');
}

function refusalInCertificate(answer: Answer, operation: Operation): Refusal | null {
  const text = proseOf(answer.value);
  if (text === null) return EMPTY_ANSWER;
  if (certificateIn(text) !== null) return null;
  if (!isSuccess(text, operation.answer.texts)) return refusalOf(text, answer.status, operation);
  return fault('no_certificate', 'Zentitle reported success and sent no certificate.');
}

function refusalInText(answer: Answer, operation: Operation): Refusal | null {
  if (isMissing(answer) || answer.value === null || answer.value === '') return EMPTY_ANSWER;
  if (operation.id === showTrialStatus.id) return refusalInStatus(answer, operation);
  return refusalInProse(answer, operation) ?? (isDocumentedText(answer, operation) ? null : UNEXPECTED_TEXT);
}

/** Any sentence that does not report success is a refusal; ids, codes, records and silence are not. */
function refusalInProse(answer: Answer, operation: Operation): Refusal | null {
  const { value, status } = answer;
  if (value === false) return refusalOf('false', status, operation);
  const text = proseOf(value);
  if (text === null || saidOutcome(value) === true || isSuccess(text, operation.answer.texts)) return null;
  const given = isCodeList(text) || certificateIn(text) !== null || handsOut(operation, text);
  return given ? null : refusalOf(text, status, operation);
}

/**
 * Codes of one's own making may have letters: an answer that hands them out must not be lost for a refusal. `ERR-404` is
 * none of them.
 */
function handsOut({ effect }: Operation, text: string): boolean {
  return effect === 'consume' && !/^err/i.test(text) && (codesIn(text)?.length ?? 0) > 0;
}

/**
 * Whether an answer that is no refusal is what the document shows, or what may well come in its place: a plain yes, the
 * status of a done deed without words, and from a call that makes something the codes or ids of it. Anything else leaves
 * open what happened.
 */
function isDocumentedText({ value, status }: Answer, { effect }: Operation): boolean {
  if (status === 204 || value === true || saidOutcome(value) === true) return true;
  const names = [value, ...readList(value)]
    .map((one) => (isObject(one) ? member(one, 'licenseCode') : one))
    .some((one) => isCodeList(readText(one) ?? ''));
  return names ? effect === 'create' : proseOf(value) !== null;
}

/** Absent, expired and activated trials are answers; a refused key, an unknown product or an error is not. */
function refusalInStatus(answer: Answer, operation: Operation): Refusal | null {
  const text = proseOf(answer.value);
  if (text === null) return null;
  const kind = knownReason(text)?.kind;
  const aboutTrial = /\btrial\b/i.test(text);
  const refused =
    kind === 'authentication' || kind === 'permission' || (!aboutTrial && /\bproduct\b|^error\b/i.test(text));
  return refused ? refusalOf(text, answer.status, operation) : null;
}

function isMissing(answer: Answer): boolean {
  return answer.value === undefined && answer.status !== 204;
}

const fault = (code: string, message: string): Refusal => ({ kind: 'fault', code, message });

const EMPTY_ANSWER = fault('empty_answer', 'Zentitle sent an empty answer.');

const UNEXPECTED_TEXT = fault(
  'unexpected_answer',
  'Zentitle answered with something other than its word of success.',
);

const UNREADABLE_ANSWER = fault('unreadable_answer', 'Zentitle sent an answer that is not whole JSON.');
