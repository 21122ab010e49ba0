/** Rules between fields, by the document: inputs that are to be sent and inputs that are to be refused. */
type Values = Readonly<Record<string, unknown>>;

const CODE = { productid: '6453300110', licensecode: '206454320110930859' };
const PROFILE = { productid: '6453300110', profilename: 'Test Profile' };
const PRODUCT = { productid: '6872450105' };
const NEW_PRODUCT = { productname: 'APITest 0110' };
const END = '2027-01-31T00:00:00';
const COMPUTER = { productid: '6872450105', computerid: 'BLXRrZJ5T9imK7qPrJSL' };

export interface Case {
  readonly call: string;
  readonly input: Values;
  /** What the refusal names; absent for what is sent. */
  readonly names?: readonly string[];
}

const accepts = (call: string, ...inputs: readonly Values[]): readonly Case[] =>
  inputs.map((input) => ({ call, input }));

const refuses = (call: string, input: Values, ...names: readonly string[]): readonly Case[] => [
  { call, input, names },
];

/** The terms of a licence, in the sections that take them; the names differ. */
function termCases(
  call: string,
  base: Values,
  [type, period, end]: readonly [string, string, string],
): readonly Case[] {
  const isChange = call.startsWith('PUT');
  const isDocumentedChange = isChange && call !== 'PUT Product';
  const flags = { type: '--license-type', period: '--subscription-period', end: '--subscription-end' };
  return [
    ...accepts(
      call,
      { ...base, [type]: 'subscriptionperiod', [period]: 1 },
      { ...base, [type]: 'SubscriptionPeriod', [period]: '5000' },
      { ...base, [type]: 'expirationdate', [end]: END },
      { ...base, [type]: 'perpetual' },
      { ...base, [type]: 'perpetual', [period]: 0 },
    ),
    ...refuses(call, { ...base, [type]: 'subscriptionperiod' }, flags.type, flags.period),
    ...refuses(call, { ...base, [type]: 'subscriptionperiod', [end]: END }, flags.type, flags.period),
    ...refuses(call, { ...base, [type]: 'ExpirationDate' }, flags.type, flags.end),
    ...refuses(call, { ...base, [type]: 'expirationdate', [period]: 10 }, flags.type, flags.end),
    ...refuses(call, { ...base, [type]: 'expirationdate', [end]: 'reset' }, flags.end),
    ...(isChange
      ? [
          ...accepts(call, { ...base, [type]: 'perpetual', [end]: 'reset' }),
          ...accepts(call, { ...base, [type]: 'subscriptionperiod', [period]: 9, [end]: 'RESET' }),
          ...refuses(call, { ...base, [period]: 10 }, flags.period, flags.type),
          ...refuses(call, { ...base, [end]: END }, flags.end, flags.type),
          ...refuses(call, { ...base, [end]: 'reset' }, flags.end, flags.type),
        ]
      : [
          // Documented to fall back to perpetual; a period alone does no harm.
          ...accepts(call, { ...base, [period]: 10 }, { ...base, [end]: END }),
          ...refuses(call, { ...base, [type]: 'perpetual', [end]: 'reset' }, flags.end),
        ]),
    // Only the two sections that speak of a change of type limit the days.
    ...(isDocumentedChange
      ? [
          ...refuses(call, { ...base, [type]: 'subscriptionperiod', [period]: 0 }, flags.period),
          ...refuses(call, { ...base, [type]: 'subscriptionperiod', [period]: 5001 }, '5000'),
        ]
      : accepts(
          call,
          { ...base, [type]: 'subscriptionperiod', [period]: 0 },
          { ...base, [type]: 'subscriptionperiod', [period]: 5001 },
        )),
  ];
}

const LOWER = ['licensetype', 'subscriptionperiod', 'subscriptionenddate'] as const;
const CAMEL = ['licenseType', 'subscriptionPeriod', 'subscriptionEndDate'] as const;

const feature = (type: string | undefined, available: unknown): Values => ({
  featurecode: 'FEAT1',
  featurename: 'A',
  notes: 'A',
  ...(type !== undefined && { featuretype: type }),
  availableintrials: available,
});

/** Server functions, in the three sections that take them. */
const functionCases = (call: string, base: Values): readonly Case[] => {
  const withFunction = (one: Values): Values => ({ ...base, serverfunctions: [one] });
  return [
    ...accepts(
      call,
      withFunction({ functionname: 'LTCO', enabled: 'on', parametervalue: 0 }),
      withFunction({ functionname: 'ltco', parametervalue: '2147483647' }),
      withFunction({ functionname: ' LTCO ', parametervalue: 1 }),
      withFunction({ functionname: 'LTCO', enabled: 'off' }),
      withFunction({ functionname: 'Otherfunc', enabled: 'off' }),
    ),
    ...refuses(
      call,
      withFunction({ functionname: 'Otherfunc', enabled: 'on', parametervalue: 1 }),
      'parametervalue',
      'LTCO',
      '--server-function',
    ),
    ...refuses(call, withFunction({ functionname: 'FeatureAvailability', parametervalue: 0 }), 'LTCO'),
    ...refuses(call, withFunction({ enabled: 'on' }), 'functionname'),
  ];
};

const note = (...notes: readonly Values[]): Values => ({ ...CODE, notes });

/** Each rule between fields on both sides of its edge. */
export const RULES: readonly (readonly [string, readonly Case[]])[] = [
  [
    'one of two ways to name a group or user',
    [
      ...['GET Group', 'DELETE Group'].flatMap((call) => [
        ...accepts(call, { groupid: 1 }, { groupname: 'TestGroup' }, { groupid: '9', groupname: '' }),
        ...refuses(call, {}, '--group-id', '--group'),
        ...refuses(call, { groupid: 9, groupname: 'TestGroup' }, '--group-id', '--group'),
        ...refuses(call, { groupid: 0 }, '--group-id'),
      ]),
      ...accepts('GET GroupUser', { groupuserid: 7 }, { username: 'testgroupuser7' }),
      ...refuses('GET GroupUser', {}, '--group-user-id', '--username'),
      ...refuses('GET GroupUser', { groupuserid: 7, username: 'a' }, '--group-user-id', '--username'),
    ],
  ],
  [
    'company by name or by id',
    [
      ...accepts('GET LicenseCodes', { company: 'abcLtd' }, { companyId: 4 }, { companyId: 0 }),
      ...refuses('GET LicenseCodes', { company: 'abcLtd', companyId: 4 }, '--company', '--company-id'),
      ...refuses('GET LicenseCodes', { company: 'abcLtd', companyId: 0 }, '--company', '--company-id'),
    ],
  ],
  [
    'codes to import or a number to generate',
    [
      ...accepts(
        'POST LicenseCode',
        { ...PRODUCT, numcodes: 1 },
        { ...PRODUCT, licensecodes: '123410225741720791,567810225741720792' },
        // The document has the number ignored then.
        { ...PRODUCT, licensecodes: '123410225741720791', numcodes: 5 },
      ),
      ...refuses('POST LicenseCode', PRODUCT, '--codes', '--count'),
      ...refuses('POST LicenseCode', { ...PRODUCT, licensecodes: '' }, '--codes', '--count'),
      ...refuses('POST LicenseCode', { ...PRODUCT, numcodes: 0 }, '--count'),
    ],
  ],
  [
    'licence types',
    [
      ...termCases('PUT LicenseCode', CODE, LOWER),
      ...termCases('POST Profile', PROFILE, LOWER),
      ...termCases('PUT Profile', PROFILE, LOWER),
      ...termCases('POST Product', NEW_PRODUCT, LOWER),
      ...termCases('PUT Product', PRODUCT, CAMEL),
    ],
  ],
  [
    'trials have normal features only',
    [
      ...accepts(
        'POST Product',
        ...[
          feature('normal', 'true'),
          feature(undefined, true),
          feature('Normal', true),
          feature('floating', false),
          feature('elementpool', 'false'),
        ].map((one) => ({ ...NEW_PRODUCT, features: [one] })),
      ),
      ...['floating', 'elementpool', 'consumptiontokens', 'securestore'].flatMap((type) =>
        refuses(
          'POST Product',
          { ...NEW_PRODUCT, features: [feature('normal', true), feature(type, 'true')] },
          'availableintrials',
          'normal',
          '--feature',
        ),
      ),
      ...accepts(
        'POST ProductFeatures',
        { ...PRODUCT, features: [feature('normal', 'true'), feature(undefined, true)] },
        { ...PRODUCT, features: [feature('elementPool', 'false')] },
      ),
      ...['floating', 'elementPool', 'consumptionTokens', 'secureStore'].flatMap((type) =>
        refuses(
          'POST ProductFeatures',
          { ...PRODUCT, features: [feature(type, true)] },
          'availableInTrials',
          'normal',
        ),
      ),
    ],
  ],
  [
    'what notes are given',
    [
      ...accepts(
        'PUT LicenseCode',
        note({ type: 'deleteall' }),
        note({ type: 'delete', description: '102509' }),
        note({ type: 'Delete', description: 1 }),
        note({ type: 'general', description: 'text' }, { type: 'system', description: '7' }),
      ),
      ...refuses('PUT LicenseCode', note({ type: 'delete' }), 'type delete', 'description', '--note'),
      ...refuses('PUT LicenseCode', note({ type: 'delete', description: 'the last one' }), 'description'),
      ...refuses('PUT LicenseCode', note({ type: 'delete', description: '0' }), 'description'),
      ...refuses('PUT LicenseCode', note({ type: 'general' }), 'description'),
      ...refuses('PUT LicenseCode', note({ type: 'deleteall' }, { type: 'system' }), 'description'),
      ...refuses('PUT LicenseCode', note({ description: 'text' }), 'type'),
      ...['delete', 'deleteall'].flatMap((type) =>
        refuses('POST LicenseNote', { ...CODE, type, description: '7' }, 'general, system'),
      ),
    ],
  ],
  [
    'server functions: one takes a value',
    [
      ...functionCases('PUT LicenseCode', CODE),
      ...functionCases('POST Profile', PROFILE),
      ...functionCases('PUT Profile', PROFILE),
    ],
  ],
  [
    'a code for an activation, none for a trial',
    accepts(
      'POST ConsumerData',
      { ...COMPUTER, clientinfo: { firstname: 'Kevin' } },
      { ...COMPUTER, clientinfo: { firstname: 'Kevin' }, licensecode: '' },
      { ...COMPUTER, clientinfo: {}, licensecode: '3274861020157066211' },
    ),
  ],
  [
    'a group besides the user, a product even for a global company',
    [
      ...accepts('PUT GroupUser', { groupuserid: 7, groupid: 9 }),
      ...refuses('PUT GroupUser', { groupuserid: 7, username: 'test32' }, '--group-id'),
      ...accepts('POST Company', { company: 'My Company', ...PRODUCT, global: '1' }),
      ...refuses('POST Company', { company: 'My Company', global: 1 }, '--product'),
      ...refuses('PUT Company', { companyid: 4, global: 1 }, '--product'),
      ...refuses('PUT Company', { companyid: 4, ...PRODUCT, global: 0 }, '--global'),
    ],
  ],
  [
    'computer ids have 20 characters where the document says so, and any length elsewhere: one of its own has 19',
    [
      ...accepts('GET SystemDetails', COMPUTER, { ...COMPUTER, computerid: 'oLh+T3o+A39g5Sz/8Ug8' }),
      ...refuses('GET SystemDetails', { ...COMPUTER, computerid: 'MauY67890Gh34567890' }, '--computer', '20'),
      ...accepts('GET Trial', { ...COMPUTER, computerid: 'MauY67890Gh34567890' }),
      ...accepts('GET Trials', { computerId: 'MauY67890Gh34567890' }),
    ],
  ],
  [
    'a product may have 1 to 50000 clients when it is made; no limit is documented elsewhere',
    [
      ...accepts('PUT Product', { ...PRODUCT, clientsAllowed: 50_001 }),
      ...accepts('PUT LicenseCode', { ...CODE, clientsallowed: 50_001 }),
      ...refuses('POST Product', { ...NEW_PRODUCT, clientsallowed: 50_001 }, '--clients-allowed'),
    ],
  ],
];
