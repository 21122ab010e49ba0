/** What is known of a call when it fails: for the words of an error and the way out of it. */
import { type ErrorDetails, InterruptedError, UnknownOutcomeError } from '../errors.js';
import type { Effect, Operation, ProviderId } from './operation.js';
import type { CapabilityRow, ProviderModule } from './provider.js';

export interface CallFacts {
  readonly provider: ProviderId;
  /** Undefined for a raw call that is in no table, and for the logon of a provider. */
  readonly operation: Operation | undefined;
  readonly effect: Effect;
  readonly baseUrl: string;
  /** How to learn whether it happened; one or two sentences. */
  readonly wayToFindOut: string;
}

/** How each effect is taken up again after an unknown outcome. */
const ADVICE: Readonly<Record<Effect, string>> = {
  read: 'Run it again.',
  write: 'Sending it again is harmless: it sets the same state.',
  create: 'Look for it before you repeat the call, which would make a second one.',
  consume: 'Do not repeat it unseen: what it takes does not come back. Look first what was taken.',
  destroy: 'Look whether it is gone before you repeat the call.',
  'destroy-wide': 'Look what is left before you repeat the call.',
};

/** The command that shows the state which a capability changes. Of capabilities with one row the first counts. */
const SHOWN_BY: Readonly<Partial<Record<CapabilityRow, string>>> = {
  activate: 'licensectl show KEY',
  'codes.clear': 'licensectl codes activity CODE --product ID',
  deactivate: 'licensectl show KEY',
  'seats.request': 'licensectl show KEY',
  'seats.release': 'licensectl show KEY',
  'seats.borrow': 'licensectl show KEY',
  'bundles.activate': 'licensectl bundle check KEY',
  'bundles.deactivate': 'licensectl bundle check KEY',
  'license-features.consume': 'licensectl feature check CODE --key KEY',
  'license-features.borrow': 'licensectl feature check CODE --key KEY',
  'consumption.add': 'licensectl show KEY',
  'variables.set': 'licensectl variable list KEY',
  'profiles.create': 'licensectl profile show NAME',
  'profiles.update': 'licensectl profile show NAME',
  'codes.allocate': 'licensectl codes list --product ID',
  'codes.update': 'licensectl codes show CODE --product ID',
  'codes.next': 'licensectl codes list --product ID --acquired true',
  'codes.return': 'licensectl codes activity CODE --product ID',
  'products.create': 'licensectl product list',
  'products.update': 'licensectl product show ID',
  'feature-groups.create': 'licensectl product show ID',
  'feature-groups.update': 'licensectl product show ID',
  'feature-groups.delete': 'licensectl product show ID',
  'features.create': 'licensectl product show ID',
  'features.update': 'licensectl product show ID',
  'features.delete': 'licensectl product show ID',
  'custom-fields.create': 'licensectl product show ID',
  'custom-fields.update': 'licensectl product show ID',
  'custom-fields.delete': 'licensectl product show ID',
  'trials.reset': 'licensectl trial status',
  'offline.certificate': 'licensectl codes show CODE',
  'offline.deactivate': 'licensectl codes show CODE',
  'companies.create': 'licensectl company find NAME',
  'companies.update': 'licensectl company show ID',
  'companies.delete': 'licensectl company list',
  'groups.create': 'licensectl group show NAME',
  'groups.update': 'licensectl group show --group-id ID',
  'groups.delete': 'licensectl group show NAME',
  'group-codes.assign': 'licensectl group assignment CODE --product ID',
  'group-codes.unassign': 'licensectl group assignment CODE --product ID',
  'users.create': 'licensectl user show USERNAME',
  'users.update': 'licensectl user show --group-user-id ID',
  'users.delete': 'licensectl user show --group-user-id ID',
  'users.password': 'licensectl user authenticate USERNAME',
  onboard: 'licensectl group show GROUP',
  'consumers.create': 'licensectl consumer list --product ID',
  'notes.add': 'licensectl note list CODE --product ID',
  'notes.update': 'licensectl note list CODE --product ID',
  'notes.delete': 'licensectl note list CODE --product ID',
};

const TAKES_ANEW =
  'Sending it again is harmless: it gives back what is left to give back. A look with show or check would take a seat anew.';

const ACTIVATED_BY_FILE =
  'Send the same request again for its licence file: a device is counted once. To see what it holds: ' +
  'licensectl license list --device ID';
const FREED_BY_FILE =
  'Look whether it is gone before you send the request again. To see what the device holds: ' +
  'licensectl license list --device ID';

/** Rows whose way on is another than that of their effect and capability. */
const ADVICE_OF_ROW: Readonly<Record<string, string>> = {
  'licensespring.offline.activate': ACTIVATED_BY_FILE,
  'licensespring.offline.activate-bundle': ACTIVATED_BY_FILE,
  'licensespring.offline.deactivate': FREED_BY_FILE,
  'licensespring.offline.deactivate-bundle': FREED_BY_FILE,
  'licensespring.floating.release': TAKES_ANEW,
  'licensespring.feature.release': TAKES_ANEW,
  'licensespring.trial.create':
    'Run it again: a device that has a trial of the product is answered with that one, unless the vendor allows several.',
  'licensespring.user.change-password':
    'Run it again: where the old password is refused, the new one is in force.',
};

export function wayToFindOut(
  rows: ProviderModule['rows'],
  effect: Effect,
  operation: Operation | undefined,
): string {
  const own = operation === undefined ? undefined : ADVICE_OF_ROW[operation.id];
  if (own !== undefined) return own;
  for (const [capability, command] of Object.entries(SHOWN_BY)) {
    const row = Object.entries(rows).find(([name]) => name === capability)?.[1];
    if (operation !== undefined && row?.id === operation.id) return `${ADVICE[effect]} To see: ${command}`;
  }
  return ADVICE[effect];
}

export function detailsOf(facts: CallFacts, rest: ErrorDetails): ErrorDetails {
  return { provider: facts.provider, operation: facts.operation?.id, ...rest };
}

/** @param what the failure in one sentence */
export function outcomeUnknown(
  facts: CallFacts,
  what: string,
  rest: Partial<ErrorDetails> = {},
): UnknownOutcomeError {
  return new UnknownOutcomeError(
    `${what} The call was sent; whether it took effect is not known.`,
    detailsOf(facts, { ...rest, code: 'outcome_unknown', hint: facts.wayToFindOut }),
  );
}

/**
 * What ends a call that was interrupted: the reason as it is, unless a changing call was on its way. Then the
 * interruption still decides the exit status, but says what it left behind.
 */
export function interruption(reason: unknown, facts: CallFacts, sent: boolean): unknown {
  if (!sent || facts.effect === 'read' || !(reason instanceof InterruptedError)) return reason;
  return new InterruptedError(reason.signal, {
    message: 'Interrupted while the server was at work; whether the call took effect is not known.',
    details: detailsOf(facts, {
      code: 'interrupted_outcome_unknown',
      hint: facts.wayToFindOut,
      cause: reason,
    }),
  });
}
