/** Refusals of the License API v4: from the documented body of an error to the class that fits. */
import type { LicensectlError } from '../../errors.js';
import type { Answer, SentCall } from '../client.js';
import type { Operation } from '../operation.js';
import { isObject, member, readNumber, readText } from '../read.js';
import { kindOfStatus, type Refusal, refusalError } from '../refusal.js';
import { BASE_URL } from './call-error-codes.js';
import { LICENSESPRING_CODES } from './error-codes.js';
import { nextStep } from './next-step.js';

/** Whether this code of a refusal answers "is it valid now" with no. */
export function isVerdict(code: string): boolean {
  return LICENSESPRING_CODES.get(code)?.verdict === true;
}

/** Whether a body is the documented one of an error: `status`, `code` and `message`. It is one whatever the HTTP status. */
export function isErrorBody(value: unknown): boolean {
  if (!isObject(value)) return false;
  const [code, message] = [readText(member(value, 'code')), readText(member(value, 'message'))];
  return (readNumber(member(value, 'status')) ?? 0) >= 400 && code !== null && message !== null;
}

/**
 * The error for an answer that is not a success.
 *
 * @param skewSeconds how far the server's clock is ahead of ours, from its Date header; null when not known.
 * @param sent the call that was refused: what it named goes into the commands of the hint
 */
export function toError(
  answer: Answer,
  operation: Operation | undefined,
  skewSeconds: number | null,
  sent?: SentCall,
): LicensectlError {
  const refusal = readRefusal(answer, skewSeconds);
  const { hint } = refusal;
  const told =
    hint === undefined || sent === undefined ? refusal : { ...refusal, hint: nextStep(hint, sent) };
  return refusalError('licensespring', told, answer, operation);
}

function readRefusal(answer: Answer, skewSeconds: number | null): Refusal {
  const body = isObject(answer.value) ? answer.value : {};
  const code = readText(member(body, 'code'));
  const message =
    readText(member(body, 'message')) ??
    `LicenseSpring answered HTTP ${answer.status} without an explanation.`;
  if (code === null) {
    return { kind: kindOfStatus(answer.status), code: `http_${answer.status}`, message, hint: BASE_URL };
  }
  const meaning = LICENSESPRING_CODES.get(code);
  const hint = (code === 'date_header_diff' ? clockHint(skewSeconds) : null) ?? meaning?.next;
  return { kind: meaning?.kind ?? kindOfStatus(answer.status), code, message, hint };
}

/**
 * By how much the clock is off, where the server tells; it takes dates up to 15 minutes old (License API v4
 * documentation, request signature).
 */
function clockHint(skewSeconds: number | null): string | null {
  if (skewSeconds === null || skewSeconds === 0) return null;
  const distance = `${Math.abs(skewSeconds)} seconds ${skewSeconds > 0 ? 'behind' : 'ahead of'}`;
  return `The clock of this computer is ${distance} the server's; correct it and run again.`;
}
