import { expect, test } from 'vitest';
import { babelSystem } from '../../../src/emulator/babel/system.js';
import { babelWorldNotes } from '../../../src/emulator/babel/world.js';
import { jsonOf, oneSystem } from '../../support/one-system.js';

const NOW = '2026-05-04T10:00:00Z';

test('every user key of the notes is in the world, in the documented shape', () => {
  const { store } = oneSystem(babelSystem, NOW).deps;
  for (const { value } of babelWorldNotes.filter(({ kind }) => kind === 'user key')) {
    expect(store.get('select user_key from babel_license where user_key = ?', value)).toEqual({
      user_key: value,
    });
  }
  for (const row of store.all('select user_key from babel_license')) {
    expect(row.user_key).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  }
});

test.each(babelWorldNotes.filter(({ kind }) => kind === 'user key'))(
  '$value does what its note says: $shows',
  ({ value, shows }) => {
    const service = oneSystem(babelSystem, NOW);
    const take = (client: number) => {
      const body = { userKey: value, machineId: `m${client}`, clientId: 'c', clientName: '' };
      const path = `/v1/license/${shows.startsWith('floating') ? 'request' : 'activate'}`;
      const headers = { 'x-api-key': 'api_emulator0000000000000001' };
      const response = service.call({ method: 'POST', path, headers, body });
      return {
        status: response.status,
        ...(jsonOf(response) as { message?: string; maxClientCount?: number }),
      };
    };
    const first = take(0);
    const places = /, (\d+) (?:seats?|machines?)/.exec(shows)?.[1];
    if (/both (?:held|used)/.test(shows)) expect(first.message).toMatch(/ReachedMaxTokenAllowed/);
    else if (places !== undefined)
      expect(first).toMatchObject({ status: 200, maxClientCount: Number(places) });
    else if (shows.startsWith('licence file')) expect(first.message).toMatch(/^LicensingModeMismatch/);
    else expect(first.message).toMatch(new RegExp(`^${shows.split(',')[0]}`));
    const lasting = /ServerReached\w+/.exec(shows)?.[0];
    if (lasting !== undefined) {
      const later = Array.from({ length: 130 }, (_, index) => take(index + 1));
      expect(later.at(-1)?.message).toMatch(new RegExp(`^${lasting}`));
    }
    if (shows.includes('lasting 500')) expect(first.status).toBe(500);
  },
);

test('the world holds some thirty licences and sixty tokens, the same for the same seed', () => {
  const world = () => {
    const { store } = oneSystem(babelSystem, NOW).deps;
    return {
      keys: store.all('select user_key from babel_license order by user_key'),
      tokens: store.all('select token from babel_token order by id'),
    };
  };
  const first = world();
  expect(first.keys.length).toBe(30);
  expect(first.tokens.length).toBeGreaterThanOrEqual(55);
  expect(world()).toEqual(first);
});
