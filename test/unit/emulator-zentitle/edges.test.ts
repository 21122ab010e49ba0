/** The documented ranges of codes and profiles at their edges: what is taken is shown, what is beyond is refused. */
import { describe, expect, test } from 'vitest';
import { firstOf, type Service, startService } from './service.js';

const CODE = { productid: '6453300110', licensecode: '206454320110930859' };
const PROFILE = { productid: '6453300110', profilename: 'Test-PC' };

type Row = Readonly<Record<string, unknown>>;

interface Target {
  readonly title: string;
  /** Sends the fields. */
  readonly name: string;
  readonly key: object;
  readonly show: (service: Service) => Row;
}

const TARGETS: readonly Target[] = [
  {
    title: 'PUT LicenseCode',
    name: 'PUT LicenseCode',
    key: CODE,
    show: (service) => firstOf(service.ok('GET LicenseCode', { ...CODE, getsfs: 1 })),
  },
  {
    title: 'PUT Profile',
    name: 'PUT Profile',
    key: PROFILE,
    show: (service) => firstOf(service.ok('GET Profile', { ...PROFILE, getsfs: 1 })),
  },
  {
    title: 'POST Profile',
    name: 'POST Profile',
    key: { ...PROFILE, profilename: 'Edge' },
    show: (service) => firstOf(service.ok('GET Profile', { ...PROFILE, profilename: 'Edge', getsfs: 1 })),
  },
];

/** Field, its name in the answer, the least and the greatest, and how many of the answer's units one is. */
const RANGES = [
  ['clientleaseperiod', 'clientLeaseperiod', 0, 8760, 1],
  ['clientofflineleaseperiod', 'clientOfflineLeaseperiod', 0, 500, 24],
  ['vmleaseperiod', 'vmLeaseperiod', 0, 500, 1],
  ['networkseats', 'networkseats', 0, 2_147_483_647, 1],
  ['heartbeat', 'heartbeat', 5, 1440, 1],
] as const;

describe.each(TARGETS)('$title', ({ name, key, show }) => {
  test.each(RANGES)('%s', (field, shown, min, max, factor) => {
    for (const value of [min, max]) {
      const service = startService();
      service.ok(name, { ...key, [field]: String(value) });
      expect(show(service)[shown]).toBe(value * factor);
    }
    const service = startService();
    for (const value of [min - 1, max + 1]) {
      const wanted = `Invalid input: ${field} must be between ${min} and ${max}.`;
      expect(service.refused(name, { ...key, [field]: value })).toBe(wanted);
    }
  });

  test('the limit of a check-out', () => {
    const send = (value: number) => [{ functionname: 'ltco', enabled: 'on', parametervalue: value }];
    for (const value of [0, 2_147_483_647]) {
      const service = startService();
      service.ok(name, { ...key, serverFunctions: send(value) });
      expect(show(service).serverFunctions).toContainEqual({
        functionName: 'LTCO',
        enabled: 'ON',
        parameterValue: String(value),
      });
    }
    for (const value of [-1, 2_147_483_648]) {
      expect(startService().refused(name, { ...key, serverFunctions: send(value) })).toMatch(
        /parametervalue/,
      );
    }
  });

  test.each([
    ['concurrencymode', 'concurrencyMode', { off: 'None', cloud: 'Cloud', network: 'Network' }],
    ['enabledforuse', 'enabledforuse', { true: 'True', false: 'False' }],
    ['acquiredbywebservice', 'acquiredbywebservice', { true: 'True', false: 'False' }],
  ])('%s takes its words and no other', (field, shown, words) => {
    for (const [word, printed] of Object.entries(words)) {
      const service = startService();
      service.ok(name, { ...key, [field]: word.toUpperCase() });
      expect(show(service)[shown]).toBe(printed);
    }
    expect(startService().refused(name, { ...key, [field]: 'none' })).toMatch(/must be one of/);
  });
});

test('a new profile has a subscription of any length', () => {
  const profile = { ...PROFILE, profilename: 'Edge' };
  for (const subscriptionperiod of [0, 5001, 2_147_483_647]) {
    const service = startService();
    service.ok('POST Profile', { ...profile, licensetype: 'subscriptionperiod', subscriptionperiod });
    expect(firstOf(service.ok('GET Profile', profile)).subscriptionperiod).toBe(subscriptionperiod);
  }
  expect(startService().refused('POST Profile', { ...profile, subscriptionperiod: -1 })).toBe(
    'Invalid input: subscriptionperiod must be between 0 and 2147483647.',
  );
});

test('beside another type than a subscription its length has no range', () => {
  for (const { name, key, show } of TARGETS.slice(0, 2)) {
    const service = startService();
    service.ok(name, { ...key, licensetype: 'perpetual', subscriptionperiod: 5001 });
    expect(show(service)).toMatchObject({ licensetype: 'Perpetual', subscriptionperiod: 5001 });
  }
});

describe.each(TARGETS.slice(0, 2))('$title: the days of a subscription', ({ name, key, show }) => {
  const put = (service: Service, days: number) =>
    service.call(name, { ...key, licensetype: 'subscriptionperiod', subscriptionperiod: days }).status;

  test('1 to 5000 on a change of type', () => {
    for (const [days, status] of [
      [0, 400],
      [1, 200],
      [5000, 200],
      [5001, 400],
    ] as const) {
      const service = startService();
      expect([days, put(service, days)]).toEqual([days, status]);
      expect(show(service).licensetype).toBe(status === 200 ? 'SubscriptionPeriod' : 'Perpetual');
    }
  });

  test('1 to 1000 on a subscription, and 5000 again after another type', () => {
    const service = startService();
    put(service, 30);
    expect([0, 1, 1000, 1001, 5000].map((days) => put(service, days))).toEqual([400, 200, 200, 400, 400]);
    expect(show(service).subscriptionperiod).toBe(1000);
    service.ok(name, { ...key, licensetype: 'expirationdate', subscriptionenddate: '2027-01-01' });
    expect(put(service, 5000)).toBe(200);
  });
});
