/**
 * Refusals of the Parallels RAS REST API. A 400 carries `{code,msg}`; `code` is 0 in both documented samples, so
 * nothing can be told apart by it, and the wording is shown but never matched on.
 */
import type { LicensectlError } from '../../errors.js';
import { UnsupportedError } from '../../errors.js';
import type { Answer } from '../client.js';
import type { Operation } from '../operation.js';
import { isObject, member, readSentence } from '../read.js';
import { kindOfStatus, type Refusal, refusalError } from '../refusal.js';
import { activateLicense, deactivateLicense, showLicense } from './operations.js';

const CHANGES: ReadonlyMap<string, string> = new Map([
  [activateLicense.id, 'activation_refused'],
  [deactivateLicense.id, 'deactivation_refused'],
]);

const CHECK_ACCOUNT =
  'Check the key and the Parallels account; licensectl show tells how the licence of the farm stands.';

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
  switch (kind) {
    case 'authentication':
      return {
        kind,
        code: 'session_refused',
        message,
        hint: 'The farm does not accept the session: licensectl login',
      };
    case 'permission':
      return {
        kind,
        code: 'permission_denied',
        message,
        hint: 'The administrator lacks the right; a root one has it.',
      };
    case 'not-found':
      if (operation?.id === showLicense.id && isObject(answer.value))
        return { kind, code: 'no_license', message, hint: 'Give the farm one: licensectl activate' };
      return {
        kind,
        code: 'no_such_path',
        message,
        hint: 'Check the base URL, and that WebAdminService.REST.Enable is on.',
      };
    case 'rejected':
      return {
        kind,
        code: change ?? 'refused',
        message,
        hint: change === undefined ? undefined : CHECK_ACCOUNT,
      };
    case 'fault':
      return { kind, code: `http_${status}`, message };
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
