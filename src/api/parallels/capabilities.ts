/** What Parallels RAS offers: the one licence of a farm, its activation and deactivation. */
import { InterruptedError, NotFoundError } from '../../errors.js';
import type { Client } from '../client.js';
import type { Input } from '../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../provider.js';
import { isObject, type JsonObject, readText } from '../read.js';
import type { ActivationRecord, LicenseRecord, Verdict } from '../records.js';
import { bodyBehind, unexpectedAnswer } from '../refusal.js';
import { confirmLicense, licenseBefore } from './confirm.js';
import { activateLicense, deactivateLicense, showLicense } from './operations.js';
import { readLicense } from './read.js';
import { verdictOf } from './status.js';

export function createParallelsCapabilities(client: Client, deps: CapabilityDeps): Capabilities {
  const show = async (input: Input): Promise<Read<LicenseRecord>> => {
    const answer = await client.call(showLicense, input);
    if (!isObject(answer.value)) throw unexpectedAnswer('parallels', answer, showLicense, 'a licence');
    return { value: readLicense(answer.value, deps.now()), raw: answer.body };
  };

  const activate = async (input: Input): Promise<Read<ActivationRecord>> => {
    const before = await licenseBefore(client);
    const answer = await client.call(activateLicense, input);
    const key = readText(input.key);
    const body = await confirmLicense(client, deps, key, before).catch(interruptedWhileWaiting);
    if (body === null) deps.notice(UNCONFIRMED, 'activation_unconfirmed');
    return { value: activation(body, deps.now()), raw: answer.body };
  };

  return {
    activate,

    async deactivate(input) {
      const answer = await client.call(deactivateLicense, input);
      return { value: DEACTIVATED, raw: answer.body };
    },

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

/** The activation itself is done by then: whoever interrupts must know that. */
function interruptedWhileWaiting(error: unknown): never {
  if (!(error instanceof InterruptedError)) throw error;
  throw new InterruptedError(error.signal, {
    message: 'Interrupted while waiting for the licence to show; the farm has accepted the activation.',
    details: {
      code: 'interrupted_unconfirmed',
      hint: 'Do not activate again. To see the licence: licensectl show',
      provider: 'parallels',
      operation: activateLicense.id,
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
