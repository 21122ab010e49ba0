/** What stops a call before the network: a dry run, or a key that may not make it. */
import { PermissionError, UsageError } from '../errors.js';
import { type Consent, type DraftRequest, DryRunStop } from './client.js';
import type { Effect, Operation } from './operation.js';
import { redactBody, redactHeaders, redactUrl } from './redact-fields.js';
import type { Redactor } from './redactor.js';

/**
 * Zentitle's keys are of four kinds; what each may call is documented.
 * @throws PermissionError `key_kind_refused`
 */
export function requireKeyKind(
  operation: Operation | undefined,
  keyKind: string | undefined,
  contextName: string | null,
): void {
  const allowed = operation?.keyKinds;
  if (operation === undefined || allowed === undefined || keyKind === undefined) return;
  if (allowed.some((kind) => kind === keyKind)) return;
  const whose =
    contextName === null ? 'The key given by the environment' : `The key of context '${contextName}'`;
  throw new PermissionError(
    `${whose} is of the kind ${keyKind}; this call takes ${allowed.join(' or ')} keys.`,
    {
      code: 'key_kind_refused',
      provider: operation.provider,
      operation: operation.id,
      hint: 'Use another context (--context NAME), or log in with a key of that kind.',
    },
  );
}

/**
 * What takes away from everything under a code or group is sent only with the number of what it hits, by whatever path
 * the call comes here. Wide calls that no row describes cannot be counted, and are not sent at all.
 * @throws UsageError `not_confirmed`
 */
export function requireConsent(operation: Operation | undefined, consent: Consent | undefined): void {
  if (consent !== undefined) return;
  throw new UsageError(`${operation?.summary ?? 'This call'}: how many it hits was not confirmed.`, {
    code: 'not_confirmed',
    operation: operation?.id,
    hint: 'Nothing was sent.',
  });
}

/** In a dry run everything but a read ends here. */
export function stopOf(
  request: DraftRequest,
  effect: Effect,
  operation: Operation | undefined,
  redactor: Redactor,
  secretNames: readonly string[],
): DryRunStop {
  return new DryRunStop({
    operation: operation?.id ?? null,
    effect,
    method: request.method,
    url: redactUrl(redactor, request.url, secretNames),
    headers: redactHeaders(redactor, request.headers, secretNames),
    body: shownBody(redactBody(redactor, request.body ?? '', secretNames)),
  });
}

function shownBody(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
