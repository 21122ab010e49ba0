/**
 * The terms of a licence, as codes and code profiles take them: PUT LicenseCode, POST Profile and PUT Profile have
 * the same fields in the same units. An omitted field of a PUT leaves the value as it is.
 */
import type { Field, Rule } from '../../operation.js';
import { customFields } from './fields.js';

export const clientLease: Field = {
  name: 'clientleaseperiod',
  type: 'integer',
  wire: 'text',
  min: 0,
  max: 8760,
  unit: 'hours',
  flag: 'client-lease',
  note: 'How long a client may go without contact.',
};

export const offlineLease: Field = {
  name: 'clientofflineleaseperiod',
  type: 'integer',
  wire: 'text',
  min: 0,
  max: 500,
  unit: 'days',
  flag: 'offline-lease',
  note: 'The same for an offline client; given in days, reported in hours.',
};

export const vmLease: Field = {
  name: 'vmleaseperiod',
  type: 'integer',
  wire: 'text',
  min: 0,
  max: 500,
  unit: 'hours',
  flag: 'vm-lease',
  note: 'The same for a virtual machine; 0 is unlimited.',
};

export const licenseType: Field = {
  name: 'licensetype',
  type: 'string',
  values: ['perpetual', 'subscriptionperiod', 'expirationdate'],
  flag: 'license-type',
  note: 'Kind of licence; goes along with any change of period or end date.',
};

export const clientsAllowed: Field = {
  name: 'clientsallowed',
  type: 'integer',
  wire: 'text',
  min: 0,
  flag: 'clients-allowed',
  note: 'How many clients may be active.',
};

export const subscriptionLength: Field = {
  name: 'subscriptionperiod',
  type: 'integer',
  wire: 'text',
  min: 0,
  unit: 'days',
  flag: 'subscription-period',
  note: 'Length of the subscription.',
};

/** At most 5000 days on a change of type, 1000 as an extension; which of the two it is, only the server knows. */
const subscriptionPeriod: Field = {
  ...subscriptionLength,
  max: 5000,
  note: 'Length of the subscription; at most 1000 days as an extension.',
};

export const subscriptionEnd: Field = {
  name: 'subscriptionenddate',
  type: 'datetime',
  special: ['reset'],
  flag: 'subscription-end',
  note: 'End of the licence; "reset" clears it, unless the type is expirationdate.',
};

const maintenanceEnd: Field = {
  name: 'maintenanceenddate',
  type: 'datetime',
  special: ['reset'],
  flag: 'maintenance-end',
  note: 'End of maintenance; "reset" clears it.',
};

const enabled: Field = {
  name: 'enabledforuse',
  type: 'boolean',
  wire: 'text',
  flag: 'enabled',
  note: 'Whether it may be used.',
};

export const acquired: Field = {
  name: 'acquiredbywebservice',
  type: 'boolean',
  wire: 'text',
  flag: 'acquired',
  note: 'Whether it counts as handed out by NextLicenseCode.',
};

export const inheritProfile: Field = {
  name: 'inheritprofile',
  type: 'boolean',
  wire: 'text',
  flag: 'inherit-profile',
  note: 'Take over the settings of the profile.',
};

const concurrency: readonly Field[] = [
  {
    name: 'concurrentprocesses',
    type: 'integer',
    wire: 'text',
    min: 0,
    flag: 'concurrent-processes',
    note: 'Processes at a time; 0 is unlimited.',
  },
  {
    name: 'concurrencymode',
    type: 'string',
    values: ['off', 'cloud', 'network'],
    flag: 'concurrency-mode',
    note: 'Where concurrent use is counted.',
  },
  {
    name: 'networkseats',
    type: 'integer',
    wire: 'text',
    min: 0,
    max: 2_147_483_647,
    flag: 'network-seats',
    note: 'Seats on the LAN daemon.',
  },
  {
    name: 'heartbeat',
    type: 'integer',
    wire: 'text',
    min: 5,
    max: 1440,
    unit: 'minutes',
    note: 'Heartbeat of the LAN daemon.',
  },
];

const features: Field = {
  name: 'features',
  type: 'list',
  flag: 'feature',
  note: 'Turn a feature on or off; a limit is for floating features and element pools.',
  fields: [
    { name: 'featurecode', type: 'string', required: true, note: 'Feature code.' },
    { name: 'featureavailability', type: 'string', values: ['on', 'off'], note: 'On or off.' },
    { name: 'limit', type: 'integer', wire: 'text', min: 0, note: 'Seats or elements.' },
  ],
};

const serverFunctions: Field = {
  name: 'serverFunctions',
  type: 'list',
  flag: 'server-function',
  note: 'Turn a server function on or off; only LTCO (long-term check-out) takes a value, in days.',
  fields: [
    { name: 'functionname', type: 'string', required: true, note: 'Server function.' },
    { name: 'enabled', type: 'string', values: ['on', 'off'], note: 'On or off.' },
    {
      name: 'parametervalue',
      type: 'integer',
      wire: 'text',
      min: 0,
      max: 2_147_483_647,
      note: 'Days, for LTCO.',
    },
  ],
};

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
  { name: 'subscriptionenddate', type: 'datetime', flag: 'subscription-end', note: 'End of the licence.' },
  { name: 'maintenanceenddate', type: 'datetime', flag: 'maintenance-end', note: 'End of maintenance.' },
);

/** What hangs on a code or profile by name. */
export const attachments: readonly Field[] = [features, customFields, serverFunctions];

/** What a change of terms must say: the type goes along, and a type brings what it rests on. */
export const TERM_CHANGE_RULES: readonly Rule[] = [
  { kind: 'needs', field: 'subscriptionperiod', needs: ['licensetype'] },
  { kind: 'needs', field: 'subscriptionenddate', needs: ['licensetype'] },
  { kind: 'needs-when', field: 'licensetype', equals: 'subscriptionperiod', needs: 'subscriptionperiod' },
  {
    kind: 'refuses-when',
    field: 'licensetype',
    equals: 'subscriptionperiod',
    target: 'subscriptionperiod',
    refused: '0',
  },
  { kind: 'needs-when', field: 'licensetype', equals: 'expirationdate', needs: 'subscriptionenddate' },
  {
    kind: 'refuses-when',
    field: 'licensetype',
    equals: 'expirationdate',
    target: 'subscriptionenddate',
    refused: 'reset',
  },
];
