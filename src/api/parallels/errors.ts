/**
 * Refusals of the Parallels RAS REST API. A 400 carries `{code,msg}`; `code` is 0 in both documented samples, so
 * nothing can be told apart by it, and the wording is shown but never matched on.
 */
import type { LicensectlError } from '../../errors.js';
import { UnsupportedError } from '../../errors.js';
import type { Answer } from '../client.js';
import type { Operation } from '../operation.js';
import { isObject, member, readSentence } from '../read.js';
import { kindOfStatus, type Refusal, type RefusalKind, refusalError } from '../refusal.js';
import { nextStep } from './error-codes.js';
import { activateLicense, deactivateLicense, showLicense } from './operations.js';

const CHANGES: ReadonlyMap<string, string> = new Map([
  [activateLicense.id, 'activation_refused'],
  [deactivateLicense.id, 'deactivation_refused'],
]);

export function toError(answer: Answer, operation: Operation | undefined): LicensectlError {
  const change = operation === undefined ? undefined : CHANGES.get(operation.id);
  if (change !== undefined && (answer.status === 404 || answer.status === 405))
    return notOffered(answer, operation);
  return refusalError('parallels', readRefusal(answer, operation, change), answer, operation);
}

/** The licensing page of newer farms lists reading only. */
function notOffered(answer: Answer, operation: Operation | undefined): UnsupportedError {
  return new UnsupportedError(`This farm's REST API does not offer the call (HTTP ${answer.status}).`, {
    code: 'not_offered',
    hint: 'Use the RAS console, or Invoke-RASLicenseActivate and Invoke-RASLicenseDeactivate in PowerShell.',
    provider: 'parallels',
    operation: operation?.id,
    httpStatus: answer.status,
  });
}

function readRefusal(answer: Answer, operation: Operation | undefined, change: string | undefined): Refusal {
  const { status } = answer;
  const kind = kindOfStatus(status);
  const message = sentence(answer.value) ?? `The farm answered HTTP ${status} without an explanation.`;
  const code = codeOf(kind, answer, operation, change);
  return { kind, code, message, hint: nextStep(code) };
}

function codeOf(
  kind: RefusalKind,
  { status, value }: Answer,
  operation: Operation | undefined,
  change: string | undefined,
): string {
  switch (kind) {
    case 'authentication':
      return 'session_refused';
    case 'permission':
      return 'permission_denied';
    case 'not-found':
      return operation?.id === showLicense.id && isObject(value) ? 'no_license' : 'no_such_path';
    case 'rejected':
      return change ?? 'refused';
    case 'fault':
      return `http_${status}`;
  }
}

/** `msg` of a refusal; `detail` or `title` of ProblemDetails. */
function sentence(value: unknown): string | null {
  if (!isObject(value)) return typeof value === 'string' ? readSentence(value) : null;
  for (const name of ['msg', 'detail', 'title']) {
    const text = readSentence(member(value, name));
    if (text !== null) return text;
  }
  return null;
}
