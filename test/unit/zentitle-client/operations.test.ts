import { describe, expect, it } from 'vitest';
import { checkInput, encodeInput } from '../../../src/api/input-check.js';
import { effectOf } from '../../../src/api/operation.js';
import { deleteActivity } from '../../../src/api/zentitle/operations/activity.js';
import { updateCode } from '../../../src/api/zentitle/operations/codes.js';
import { createCompany } from '../../../src/api/zentitle/operations/companies.js';
import { deleteNotes } from '../../../src/api/zentitle/operations/notes.js';
import { createFeatures, updateFeatures } from '../../../src/api/zentitle/operations/product-parts.js';
import { updateProfile } from '../../../src/api/zentitle/operations/profiles.js';
import { zentitleOperations } from '../../../src/api/zentitle/operations.js';
import { callOf, rowOf } from '../../fixtures/zentitle-document/document.js';
import { examples } from './examples.js';

/** The same thing whatever the case of names and words, and whether numbers travel as text. */
function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return String(value).toLowerCase();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), folded(inner)]));
}

describe('the table', () => {
  it('has an id of its own for each call', () => {
    expect(new Set(zentitleOperations.map(({ id }) => id)).size).toBe(61);
  });

  it.each(zentitleOperations)('$id has flags that differ and are kebab-case', ({ input }) => {
    const flags = input.map(({ flag, name }) => flag ?? name);
    expect(new Set(flags).size).toBe(flags.length);
    const kebab = input.filter(({ flag }) => flag !== undefined).map(({ flag }) => flag);
    for (const flag of kebab) expect(flag).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it('calls by their effect what the verb does not tell', () => {
    const effects = Object.fromEntries(zentitleOperations.map((row) => [callOf(row), row.effect]));
    expect(effects).toMatchObject({
      'GET NextLicenseCode': 'consume',
      'GET OfflineActivation': 'create',
      'GET AuthenticateUser': 'read',
      'PUT LicenseCodeActivity': 'destroy-wide',
      'DELETE LicenseCodeActivity': 'destroy-wide',
      'DELETE LicenseNote': 'destroy-wide',
      'DELETE OfflineActivation': 'destroy',
      'DELETE Trial': 'destroy',
      'POST PassiveLicense': 'create',
      'POST LicenseCode': 'create',
      'PUT Profile': 'write',
    });
    const reads = zentitleOperations.filter(({ effect }) => effect === 'read');
    expect(reads.map(({ method }) => method)).toEqual(Array.from({ length: 20 }, () => 'GET'));
    for (const { method, effect } of zentitleOperations) {
      if (method === 'DELETE') expect(effect).toMatch(/^destroy/);
      if (method === 'POST' || method === 'PUT') expect(effect).not.toBe('read');
    }
  });

  it('narrows a wide deletion only by naming one thing', () => {
    const code = { productid: '6872450105', licensecode: '206454320110930859' };
    expect(effectOf(deleteActivity, code)).toBe('destroy-wide');
    expect(effectOf(deleteActivity, { ...code, computerid: '' })).toBe('destroy-wide');
    expect(effectOf(deleteActivity, { ...code, computerid: 'BLXRrZJ5T9imK7qPrJSL' })).toBe('destroy');
    expect(effectOf(deleteNotes, { ...code, noteid: 10 })).toBe('destroy');
    // 0 means every note to the server: it may not pass for one.
    expect(() => checkInput(deleteNotes, { ...code, noteid: 0 })).toThrow(/--note \(noteid\)/);
    expect(() => checkInput(deleteNotes, { ...code, noteid: 4_294_967_296 })).toThrow(/--note \(noteid\)/);
  });

  it.each<[string, unknown, string]>([
    ['none', undefined, 'write'],
    ['new ones', [{ type: 'general', description: 'deleteall' }], 'create'],
    ['a new one of the system', [{ type: 'System', description: 'x' }], 'create'],
    ['one that goes', [{ type: 'general' }, { type: 'delete', description: '10' }], 'destroy'],
    ['all of them', [{ type: 'delete', description: '10' }, { type: 'deleteall' }], 'destroy-wide'],
    ['all of them in another spelling', [{ Type: ' DeleteAll ' }], 'destroy-wide'],
    ['all of them without a list', { TYPE: 'DELETEALL' }, 'destroy-wide'],
    ['no notes at all', ['deleteall', null, 7], 'write'],
  ])('a change of a code is what its notes make it: %s', (_, notes, effect) => {
    expect(effectOf(updateCode, { clientsallowed: 2, notes })).toBe(effect);
  });

  it('sends a global company as 1 or not at all', () => {
    const company = { company: 'My Company', productid: '6872450105' };
    const sent = (global: unknown): unknown =>
      JSON.parse(encodeInput(createCompany, checkInput(createCompany, { ...company, global })).body ?? '');
    expect(sent('1')).toEqual({ ...company, global: 1 });
    expect(sent(undefined)).toEqual(company);
    // The document knows no 0 here.
    for (const other of [0, false, 'false']) expect(() => sent(other)).toThrow('--global takes one of 1');
  });

  it('keeps passwords secret', () => {
    const secret = zentitleOperations.flatMap(({ id, input }) =>
      input.filter((field) => field.secret === true).map(({ name }) => `${id} ${name}`),
    );
    expect(secret).toEqual([
      'zentitle.group-users.create password',
      'zentitle.group-users.password password',
      'zentitle.groups.provision password',
      'zentitle.group-users.authenticate password',
    ]);
  });
});

describe('documented inputs', () => {
  const sent = examples.filter(({ call, input }) => input !== undefined && call !== 'PUT ProductFeatures');

  it.each(sent)('$call is accepted and travels as shown', ({ call, input = {} }) => {
    const row = rowOf(call);
    const { body, path, contentType } = encodeInput(row, checkInput(row, input));
    expect(path).toBe(`/api/${call.split(' ')[1]}`);
    expect(contentType).toBe('application/json');
    expect(folded(JSON.parse(body ?? ''))).toEqual(folded(input));
  });

  it('sends the spelling of the table, numbers and booleans as text, switches as 0 or 1', () => {
    const { body } = encodeInput(
      updateProfile,
      checkInput(updateProfile, {
        productId: '6453300110',
        PROFILENAME: 'Test Profile',
        enabledforuse: true,
        licenseType: 'Perpetual',
        heartbeat: 5,
        features: [{ featureCode: 'FEAT1', featureAvailability: 'ON', limit: 10 }],
      }),
    );
    expect(JSON.parse(body ?? '')).toEqual({
      productid: '6453300110',
      profilename: 'Test Profile',
      enabledforuse: 'true',
      licensetype: 'perpetual',
      heartbeat: '5',
      features: [{ featurecode: 'FEAT1', featureavailability: 'on', limit: '10' }],
    });
    const show = rowOf('GET LicenseCode');
    const bits = encodeInput(show, checkInput(show, { licensecode: '1', getnotes: true, details: false }));
    expect(JSON.parse(bits.body ?? '')).toEqual({ licensecode: '1', getnotes: 1, details: 0 });
  });

  it('follows the table where the example of PUT ProductFeatures contradicts it', () => {
    const example = examples.find(({ call }) => call === 'PUT ProductFeatures')?.input ?? {};
    expect(() => checkInput(updateFeatures, example)).toThrow(/featureGroups/);
    expect(() =>
      checkInput(updateFeatures, { productId: example.productId, features: example.featureGroups }),
    ).not.toThrow();
  });
});

describe('rules', () => {
  const code = { productid: '6453300110', licensecode: '206454320110930859' };

  it.each([
    ['a period without its type', { subscriptionperiod: 10 }, /license-type/],
    ['an end date without its type', { subscriptionenddate: '2027-01-01' }, /license-type/],
    ['a subscription without a period', { licensetype: 'subscriptionperiod' }, /subscription-period/],
    [
      'a subscription of no days',
      { licensetype: 'SubscriptionPeriod', subscriptionperiod: 0 },
      /subscription-period/,
    ],
    ['a subscription of 5001 days', { licensetype: 'subscriptionperiod', subscriptionperiod: 5001 }, /5000/],
    ['an expiration date without a date', { licensetype: 'expirationdate' }, /subscription-end/],
    [
      'an expiration date that is reset',
      { licensetype: 'expirationdate', subscriptionenddate: 'reset' },
      /reset/,
    ],
    ['a lease of more than a year', { clientleaseperiod: 8761 }, /8760/],
    ['an offline lease of 501 days', { clientofflineleaseperiod: 501 }, /500/],
    ['a heartbeat of 4 minutes', { heartbeat: 4 }, /5 to 1440/],
    ['an unknown concurrency', { concurrencymode: 'lan' }, /off, cloud, network/],
    ['a field nobody documents', { colour: 'red' }, /colour/],
  ])('refuses %s', (_, change, message) => {
    expect(() => checkInput(updateCode, { ...code, ...change })).toThrow(message);
  });

  it.each([
    { licensetype: 'subscriptionperiod', subscriptionperiod: 5000 },
    { licensetype: 'expirationdate', subscriptionenddate: '2027-01-31T00:00:00' },
    { licensetype: 'perpetual', subscriptionenddate: 'reset', maintenanceenddate: 'RESET' },
    { clientleaseperiod: 8760, clientofflineleaseperiod: 500, vmleaseperiod: 0, heartbeat: 1440 },
  ])('accepts %j', (change) => {
    expect(() => checkInput(updateCode, { ...code, ...change })).not.toThrow();
  });

  it('takes one way to name a company or a group, and one source of codes', () => {
    const list = rowOf('GET LicenseCodes');
    expect(() => checkInput(list, { company: 'abcLtd', companyId: 4 })).toThrow(/company/);
    expect(() => checkInput(rowOf('GET Group'), {})).toThrow(/group/);
    expect(() => checkInput(rowOf('GET Group'), { groupid: 9, groupname: 'TestGroup' })).toThrow(/group/);
    expect(() => checkInput(rowOf('POST LicenseCode'), { productid: '6453300110' })).toThrow(/count/);
    expect(() => checkInput(list, { pagesize: 10_001 })).toThrow(/10000/);
    expect(() => checkInput(rowOf('POST PassiveLicense'), { productid: '1', clientid: 'short' })).toThrow(
      /10 to 255/,
    );
    expect(() => checkInput(createFeatures, { productId: '1', features: [{ featureCode: 'A' }] })).toThrow(
      /featureName/,
    );
  });
});
