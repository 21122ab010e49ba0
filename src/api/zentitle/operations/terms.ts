/**
 * The terms of a licence, as codes and code profiles take them: PUT LicenseCode, POST Profile and PUT Profile have
 * the same fields in the same units. An omitted field of a PUT leaves the value as it is.
 */
import { list, text } from '../../field-kinds.js';
import type { Field, Rule } from '../../operation.js';
import { customFields } from './fields.js';
import { boolean, date, integer, onOrOff } from './kinds.js';

export const clientLease: Field = integer('clientleaseperiod', 'How long a client may go without contact.', {
  min: 0,
  max: 8760,
  unit: 'hours',
  flag: 'client-lease',
});

export const offlineLease: Field = integer(
  'clientofflineleaseperiod',
  'The same for an offline client; given in days, reported in hours.',
  { min: 0, max: 500, unit: 'days', flag: 'offline-lease' },
);

export const vmLease: Field = integer('vmleaseperiod', 'The same for a virtual machine; 0 is unlimited.', {
  min: 0,
  max: 500,
  unit: 'hours',
  flag: 'vm-lease',
});

export const licenseType: Field = text(
  'licensetype',
  'Kind of licence; goes along with any change of period or end date.',
  { values: ['perpetual', 'subscriptionperiod', 'expirationdate'], flag: 'license-type' },
);

export const clientsAllowed: Field = integer('clientsallowed', 'How many clients may be active.', {
  min: 0,
  flag: 'clients-allowed',
});

export const subscriptionLength: Field = integer('subscriptionperiod', 'Length of the subscription.', {
  min: 0,
  unit: 'days',
  flag: 'subscription-period',
});

/** At most 5000 days on a change of type, 1000 as an extension; which of the two it is, only the server knows. */
const subscriptionPeriod: Field = {
  ...subscriptionLength,
  max: 5000,
  note: 'Length of the subscription; at most 1000 days as an extension.',
};

export const subscriptionEnd: Field = date(
  'subscriptionenddate',
  'End of the licence; "reset" clears it, unless the type is expirationdate.',
  { special: ['reset'], flag: 'subscription-end' },
);

const maintenanceEnd: Field = date('maintenanceenddate', 'End of maintenance; "reset" clears it.', {
  special: ['reset'],
  flag: 'maintenance-end',
});

const enabled: Field = boolean('enabledforuse', 'Whether it may be used.', { flag: 'enabled' });

export const acquired: Field = boolean(
  'acquiredbywebservice',
  'Whether it counts as handed out by NextLicenseCode.',
  { flag: 'acquired' },
);

export const inheritProfile: Field = boolean('inheritprofile', 'Take over the settings of the profile.', {
  flag: 'inherit-profile',
});

const concurrency: readonly Field[] = [
  integer('concurrentprocesses', 'Processes at a time; 0 is unlimited.', {
    min: 0,
    flag: 'concurrent-processes',
  }),
  text('concurrencymode', 'Where concurrent use is counted.', {
    values: ['off', 'cloud', 'network'],
    flag: 'concurrency-mode',
  }),
  integer('networkseats', 'Seats on the LAN daemon.', { min: 0, max: 2_147_483_647, flag: 'network-seats' }),
  integer('heartbeat', 'Heartbeat of the LAN daemon.', { min: 5, max: 1440, unit: 'minutes' }),
];

const features: Field = list(
  'features',
  'Turn a feature on or off; a limit is for floating features and element pools.',
  [
    text('featurecode', 'Feature code.', { required: true }),
    onOrOff('featureavailability'),
    integer('limit', 'Seats or elements.', { min: 0 }),
  ],
  { flag: 'feature' },
);

const serverFunctions: Field = list(
  'serverFunctions',
  'Turn a server function on or off; only LTCO (long-term check-out) takes a value, in days.',
  [
    text('functionname', 'Server function.', { required: true }),
    onOrOff('enabled'),
    integer('parametervalue', 'Days, for LTCO.', { min: 0, max: 2_147_483_647 }),
  ],
  { flag: 'server-function' },
);

export const leases: readonly Field[] = [clientLease, offlineLease, vmLease];

const termsWith = (...subscriptionAndMaintenance: readonly Field[]): readonly Field[] => [
  ...leases,
  enabled,
  licenseType,
  clientsAllowed,
  acquired,
  ...subscriptionAndMaintenance,
  ...concurrency,
];

/** Terms that are changed. */
export const terms = termsWith(subscriptionPeriod, subscriptionEnd, maintenanceEnd);

/** Terms that are given at creation: no limit on the period is documented, and no date is there to be reset. */
export const newTerms = termsWith(
  subscriptionLength,
  date('subscriptionenddate', 'End of the licence.', { flag: 'subscription-end' }),
  date('maintenanceenddate', 'End of maintenance.', { flag: 'maintenance-end' }),
);

/** What hangs on a code or profile by name. */
export const attachments: readonly Field[] = [features, customFields, serverFunctions];

/** What the terms are called in one section. */
interface TermNames {
  readonly type: string;
  readonly period: string;
  readonly end: string;
}

/**
 * A type brings what it rests on. PUT LicenseCode and PUT Profile say so of both, POST Product of the end date;
 * elsewhere it is inferred, for a subscription that nobody gave a length is a slip. Whoever means the documented
 * default of 0 days can say 0.
 */
export const typeRules = ({ type, period, end }: TermNames): readonly Rule[] => [
  { kind: 'needs-when', field: type, equals: 'subscriptionperiod', needs: period },
  { kind: 'needs-when', field: type, equals: 'expirationdate', needs: end },
];

/** What a change of terms must say besides: the type goes along, and an end date that the type rests on stays. */
export const changeRules = (names: TermNames): readonly Rule[] => [
  { kind: 'needs', field: names.period, needs: [names.type] },
  { kind: 'needs', field: names.end, needs: [names.type] },
  ...typeRules(names),
  { kind: 'refuses-when', field: names.type, equals: 'expirationdate', target: names.end, refused: 'reset' },
];

/** For the row's `guess`, where {@link typeRules} go beyond the section. */
export const TYPE_RULES_GUESS =
  'That the licence type needs its period or end date beside it is inferred from the sections that say so.';

export const TERM_NAMES: TermNames = {
  type: 'licensetype',
  period: 'subscriptionperiod',
  end: 'subscriptionenddate',
};

/** With this type a code or profile takes 1 day at least; with another its 0 is in the document's own examples. */
const PERIOD_RULE: Rule = {
  kind: 'refuses-when',
  field: 'licensetype',
  equals: 'subscriptionperiod',
  target: 'subscriptionperiod',
  refused: '0',
};

/** Long-term check-out is the only function so far whose value can be set. */
export const ATTACHMENT_RULES: readonly Rule[] = [
  {
    kind: 'each',
    list: 'serverFunctions',
    rules: [{ kind: 'goes-with', field: 'parametervalue', target: 'functionname', among: ['LTCO'] }],
  },
];

/** The rules of PUT LicenseCode and PUT Profile. */
export const TERM_CHANGE_RULES: readonly Rule[] = [
  ...changeRules(TERM_NAMES),
  PERIOD_RULE,
  ...ATTACHMENT_RULES,
];
