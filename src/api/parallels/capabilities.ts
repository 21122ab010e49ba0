/** What Parallels RAS offers: the one licence of a farm, its activation and deactivation. */
import { InterruptedError, NotFoundError } from '../../errors.js';
import type { Answer, Client } from '../client.js';
import type { Input } from '../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../provider.js';
import { isObject, type JsonObject, member, readText } from '../read.js';
import type { ActivationRecord, DeactivationRecord, LicenseRecord, Verdict } from '../records.js';
import { bodyBehind, refusalError, unexpectedAnswer } from '../refusal.js';
import { confirmGone, confirmLicense, licenseBefore } from './confirm.js';
import { activateLicense, deactivateLicense, showLicense } from './operations.js';
import { isRefusal, readLicense } from './read.js';
import { verdictOf } from './status.js';

export function createParallelsCapabilities(client: Client, deps: CapabilityDeps): Capabilities {
  const show = async (input: Input): Promise<Read<LicenseRecord>> => {
    const answer = await client.call(showLicense, input);
    if (!isObject(answer.value) || isRefusal(answer.value)) {
      throw unexpectedAnswer('parallels', answer, showLicense, 'a licence');
    }
    return { value: readLicense(answer.value, deps.now()), raw: answer.body };
  };

  const activate = async (input: Input): Promise<Read<ActivationRecord>> => {
    const before = await licenseBefore(client);
    const answer = await client.call(activateLicense, input);
    const key = readText(input.key);
    const body = await confirmLicense(client, deps, key, before).catch((error: unknown) =>
      interruptedWhileWaiting(error, activateLicense.id, 'activation'),
    );
    if (body === null) deps.notice(UNCONFIRMED, 'activation_unconfirmed');
    return { value: activation(body, deps.now()), raw: answer.body };
  };

  const deactivate = async (input: Input): Promise<Read<DeactivationRecord>> => {
    const answer = await client.call(deactivateLicense, input);
    const confirmed = await confirmGone(client, deps).catch((error: unknown) =>
      interruptedWhileWaiting(error, deactivateLicense.id, 'deactivation'),
    );
    if (!confirmed) {
      refuseRefusal(answer);
      deps.notice(STILL_THERE, 'deactivation_unconfirmed');
    }
    return { value: { ...DEACTIVATED, confirmed }, raw: answer.body };
  };

  return {
    activate,
    deactivate,

    show,

    /** A farm with nothing to show has no licence: that is a verdict as well. */
    async check(input) {
      try {
        const { value, raw } = await show(input);
        return { value: verdictOf(value), raw };
      } catch (error) {
        if (!(error instanceof NotFoundError) || error.code !== 'no_license') throw error;
        return { value: { ...NO_LICENSE, message: error.message }, raw: bodyBehind(error) };
      }
    },
  };
}

const UNCONFIRMED =
  'The farm accepted the activation, but its licence does not show it yet. To look again: licensectl show';

const STILL_THERE =
  'The farm accepted the deactivation, but still shows its licence. To look again: licensectl show';

/** @throws UnknownOutcomeError when the farm answered with words, of which no one knows whether they refuse. */
function refuseRefusal(answer: Answer): void {
  if (!isObject(answer.value) || !isRefusal(answer.value)) return;
  const message = `The farm answered HTTP ${answer.status} with: ${readText(member(answer.value, 'msg'))}`;
  const hint = 'Its licence still shows. To look again: licensectl show';
  const refusal = { kind: 'fault', code: 'unexpected_answer', message, hint } as const;
  throw refusalError('parallels', refusal, answer, deactivateLicense);
}

/** The change itself is done by then: whoever interrupts must know that. */
function interruptedWhileWaiting(
  error: unknown,
  operation: string,
  change: 'activation' | 'deactivation',
): never {
  if (!(error instanceof InterruptedError)) throw error;
  throw new InterruptedError(error.signal, {
    message: `Interrupted while reading the licence back; the farm has accepted the ${change}.`,
    details: {
      code: 'interrupted_unconfirmed',
      hint: 'Do not send it again. To see the licence: licensectl show',
      provider: 'parallels',
      operation,
      cause: error,
    },
  });
}

const NO_LICENSE: Omit<Verdict, 'message'> = {
  provider: 'parallels',
  key: null,
  valid: false,
  reason: 'no_license',
  license: null,
};

const DEACTIVATED = {
  provider: 'parallels',
  key: null,
  product: 'Parallels RAS',
  deviceId: null,
  status: 'deactivated',
  removed: 1,
  activationsUsed: null,
  activationsAllowed: null,
} as const;

/** @param body the licence as read back; null when it did not show in time. */
function activation(body: JsonObject | null, now: number): ActivationRecord {
  const license = body === null ? null : readLicense(body, now);
  return {
    provider: 'parallels',
    key: license?.key ?? null,
    product: 'Parallels RAS',
    deviceId: null,
    status: license === null ? 'unknown' : 'activated',
    activatedAt: null,
    expiresAt: license?.expiresAt ?? null,
    activationsUsed: null,
    activationsAllowed: null,
    confirmed: license !== null,
    licenseStatus: license?.status ?? null,
    type: license?.type ?? null,
    trial: license?.trial ?? null,
    expiresAtRaw: license?.expiresAtRaw ?? null,
  };
}
