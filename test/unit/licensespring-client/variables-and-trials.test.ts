/** Variables of a device, trials, and ways on after a lost answer. */
import { describe, expect, it } from 'vitest';
import { UnknownOutcomeError, UsageError } from '../../../src/errors.js';
import type { Harness } from './test-client.js';
import { BY_KEY, DEVICE, failure, hangUp, OF_FEATURE, query, serve } from './usage-harness.js';

describe('variables', () => {
  it.each([
    ['milliseconds', 1795164462433],
    ['milliseconds as text', '1795164462433'],
    ['ISO', '2026-11-20T08:47:42.433Z'],
  ])('have dates as %s', async (_form, created_at) => {
    const { capabilities, seen } = await serve({
      body: [{ id: 7, variable: 'region', value: 'eu', device_id: 55, created_at }],
    });
    const read = await capabilities.variables?.list(BY_KEY);
    expect(seen[0]?.url.split('?')[0]).toBe('/api/v4/get_device_variables');
    expect(read?.value).toEqual([
      { id: '7', name: 'region', value: 'eu', deviceId: '55', createdAt: '2026-11-20T08:47:42.433Z' },
    ]);
  });

  it('are sent with their types, and read back whatever the types', async () => {
    const answer = [
      { variable: 'a', value: '' },
      { variable: 'b', value: 8 },
      { variable: 'c', value: false },
      { variable: 'd', created_at: 1e300 },
    ];
    const { capabilities, seen } = await serve({ body: answer });
    const variables = { a: '', b: 8, c: false, d: '12345678901234567890' };
    const read = await capabilities.variables?.set({ ...BY_KEY, variables });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/v4/track_device_variables' });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ ...BY_KEY, variables });
    expect(read?.value.map(({ name, value }) => [name, value])).toEqual([
      ['a', ''],
      ['b', '8'],
      ['c', 'false'],
      ['d', null],
    ]);
  });

  it.each([
    ['a list', [1], 'takes text, a number, true or false, not a list'],
    ['null', null, 'takes text, a number, true or false, not null'],
    ['an object', { a: 1 }, 'takes text, a number, true or false, not an object'],
    ['a number without an end', Number.POSITIVE_INFINITY, 'has too many digits'],
    ['more digits than a number holds', 2 ** 60, 'has too many digits'],
  ])('are not %s', async (_what, value, sentence) => {
    const { capabilities, seen } = await serve();
    const error = await failure(capabilities.variables?.set({ ...BY_KEY, variables: { x: value } }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringContaining(sentence) });
    expect(seen).toEqual([]);
  });

  it('may be none', async () => {
    const { capabilities } = await serve({ body: [] });
    expect((await capabilities.variables?.list(BY_KEY))?.value).toEqual([]);
  });
});

describe('trials', () => {
  const made = (more: object) => ({
    provider: 'licensespring',
    product: 'paint',
    deviceId: 'HWID-1',
    key: null,
    username: null,
    initialPassword: null,
    licenseId: null,
    type: null,
    created: true,
    ...more,
  });
  const KEY = 'TRIA-0000-0000-0001';

  it.each([
    [
      'a new one by key',
      { id: 1654083900000099, license_key: KEY, license_type: 'perpetual' },
      made({ key: KEY, licenseId: '1654083900000099', type: 'perpetual' }),
    ],
    [
      'a new one, the licence inside',
      { license: { id: 9, license_key: KEY, license_type: 'perpetual' } },
      made({ key: KEY, licenseId: '9', type: 'perpetual', created: null }),
    ],
    [
      'a new one by user',
      { license_user: 'a@b.example', initial_password: 'first-1' },
      made({ username: 'a@b.example', initialPassword: 'first-1' }),
    ],
    [
      'a new one by user as a record',
      { license_user: { email: 'a@b.example', initial_password: 'first-1' }, id: 9 },
      made({ username: 'a@b.example', initialPassword: 'first-1', licenseId: '9' }),
    ],
    [
      'the one there is, by key',
      { license_type: 'perpetual', is_trial: true, license: KEY },
      made({ key: KEY, type: 'perpetual', created: false }),
    ],
    [
      'the one there is, by user',
      { license_type: 'perpetual', is_trial: true, license_user: 'a@b.example' },
      made({ username: 'a@b.example', type: 'perpetual', created: false }),
    ],
    ['one of which the answer tells little', { license: KEY }, made({ key: KEY, created: null })],
  ])('%s', async (_what, body, expected) => {
    const { capabilities, seen } = await serve({ body });
    const input = { ...DEVICE, email: 'a@b.example', first_name: 'Ada', license_policy: 'short' };
    const read = await capabilities.trialKeys?.create(input);
    expect(seen[0]?.method).toBe('GET');
    expect(query(seen[0]?.url)).toEqual(input);
    expect(read?.value).toEqual(expected);
  });

  it('does not take something else for a trial', async () => {
    const { capabilities } = await serve({ body: { license_type: 'perpetual' } });
    expect(await failure(capabilities.trialKeys?.create(DEVICE))).toBeInstanceOf(UnknownOutcomeError);
  });
});

describe('an answer that is lost', () => {
  it.each([
    [
      'consumption',
      (h: Harness) => h.capabilities.consumption?.add(BY_KEY),
      'Do not repeat it unseen: what it takes does not come back. Look first what was taken. To see: licensectl show KEY',
    ],
    [
      'a feature’s consumption',
      (h: Harness) => h.capabilities.licenseFeatures?.consume(OF_FEATURE),
      'To see: licensectl feature check CODE --key KEY',
    ],
    [
      'a bundle',
      (h: Harness) => h.capabilities.bundles?.deactivate(BY_KEY),
      'To see: licensectl bundle check KEY',
    ],
    [
      'a trial',
      (h: Harness) => h.capabilities.trialKeys?.create(DEVICE),
      'Run it again: a device that has a trial of the product is answered with that one',
    ],
    [
      'a seat given back',
      (h: Harness) => h.capabilities.seats?.release(BY_KEY),
      'A look with show or check would take a seat anew.',
    ],
    [
      'variables',
      (h: Harness) => h.capabilities.variables?.set({ ...BY_KEY, variables: { a: 'b' } }),
      'To see: licensectl variable list KEY',
    ],
  ])('says how to go on: %s', async (_what, call, hint) => {
    const error = await failure(call(await hangUp()));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(error).toMatchObject({ code: 'outcome_unknown', hint: expect.stringContaining(hint) });
  });
});

describe('the id of a licence', () => {
  it.each([
    [9007199254740991, true],
    ['1654083900000031', true],
    ['9007199254740992', false],
    ['12345678901234567890', false],
    [0, false],
    [-1, false],
  ])('%s', async (license_id, taken) => {
    const { capabilities, seen } = await serve({ body: [] });
    const error = await failure(capabilities.variables?.list({ ...BY_KEY, license_id }));
    expect(seen).toHaveLength(taken ? 1 : 0);
    if (taken) expect(query(seen[0]?.url)).toMatchObject({ license_id: String(license_id) });
    else
      expect(error).toMatchObject({
        message: `--license-id takes a whole number from 1 to 9007199254740991, not '${license_id}'.`,
      });
  });
});
