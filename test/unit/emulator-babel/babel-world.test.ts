import { expect, test } from 'vitest';
import { babelSystem } from '../../../src/emulator/babel/system.js';
import { babelWorldNotes } from '../../../src/emulator/babel/world.js';
import { oneSystem } from '../../support/one-system.js';

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
