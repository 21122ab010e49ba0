/** What a login decides with the person: where secrets are kept, and whose certificate is trusted. */
import { describe, expect, it } from 'vitest';
import { logIn } from '../../../src/commands/context/log-in.js';
import { command } from '../../../src/commands/login.js';
import type { Connection, RunContext } from '../../../src/commands/run-context.js';
import type { StoredContext } from '../../../src/config/context.js';
import type { ContextStore } from '../../../src/config/context-store.js';
import { AuthenticationError, NetworkError } from '../../../src/errors.js';
import { type FakeOptions, fakeContext, parsedFor } from './fake-context.js';

interface Trial {
  readonly saved: StoredContext[];
  readonly questions: readonly string[];
  readonly notices: readonly string[];
  readonly run: (options?: Readonly<Record<string, string>>) => Promise<unknown>;
}

/** A login to Babel by environment, on a computer whose keyring does not work. */
function trial(options: FakeOptions, probe: () => Promise<Record<string, unknown>>): Trial {
  const saved: StoredContext[] = [];
  const store: Pick<ContextStore, 'read' | 'save'> = {
    read: async () => ({ schemaVersion: 1, current: null, contexts: {} }),
    async save(_name, entry) {
      if (entry.secretStore === 'keyring') {
        throw new AuthenticationError('No keyring.', { code: 'keyring_unavailable' });
      }
      saved.push(entry);
    },
  };
  const fake = fakeContext({ ...options, env: { LICENSECTL_API_KEY: 'key-of-a-test' } });
  const context: RunContext = {
    ...fake.context,
    contexts: async () => store as ContextStore,
    connectTo: async () => ({ provider: { probe } }) as unknown as Connection,
  };
  return {
    saved,
    questions: fake.questions,
    notices: fake.notices,
    run: (more = {}) =>
      logIn(context, parsedFor(command, ['babel'], { 'base-url': 'https://127.0.0.1:1', ...more })),
  };
}

const works = async (): Promise<Record<string, unknown>> => ({});
const untrusted = (): Promise<never> =>
  Promise.reject(new NetworkError('No trusted connection.', { code: 'tls_untrusted' }));
const FILE = { 'credential-store': 'file' };

describe('without a keyring', () => {
  it('a person may choose the file', async () => {
    const { run, saved, questions, notices } = trial({ interactive: true }, works);
    await run();
    expect(notices).toEqual(['No keyring.']);
    expect(questions).toEqual(['Keep the secrets in a file instead, which only you can read?']);
    expect(saved.map(({ secretStore }) => secretStore)).toEqual(['file']);
  });

  it.each([
    ['nobody can be asked', { interactive: false }, {}],
    ['--yes would answer', { interactive: true, settings: { yes: true } }, {}],
    ['the keyring was asked for', { interactive: true }, { 'credential-store': 'keyring' }],
  ] as const)('nothing is stored or asked when %s', async (_when, options, more) => {
    const { run, saved, questions } = trial(options, works);
    await expect(run(more)).rejects.toMatchObject({ code: 'keyring_unavailable' });
    expect([saved, questions]).toEqual([[], []]);
  });

  it('nothing is stored when the person declines', async () => {
    const { run, saved } = trial({ interactive: true, declines: true }, works);
    await expect(run()).rejects.toMatchObject({ code: 'not_confirmed' });
    expect(saved).toEqual([]);
  });
});

describe('an unknown certificate', () => {
  it.each([
    ['nobody can be asked', { interactive: false }],
    ['--yes would answer', { interactive: true, settings: { yes: true } }],
  ] as const)('is not trusted when %s', async (_when, options) => {
    const { run, saved, questions } = trial(options, untrusted);
    await expect(run(FILE)).rejects.toMatchObject({ code: 'tls_untrusted' });
    expect([saved, questions]).toEqual([[], []]);
  });

  it('is not asked about when another one is pinned', async () => {
    const { run, saved, questions } = trial({ interactive: true }, untrusted);
    await expect(run({ ...FILE, fingerprint: 'ab'.repeat(32) })).rejects.toMatchObject({
      code: 'tls_untrusted',
    });
    expect([saved, questions]).toEqual([[], []]);
  });
});

describe('before anything is sent', () => {
  const neverAsked = (): Promise<never> => Promise.reject(new Error('the server was asked'));

  it.each([
    [{ name: 'a/b' }, 'bad_context_name'],
    [{ name: '__proto__' }, 'bad_context_name'],
    [{ name: ' ' }, 'missing_value'],
    [{ 'ca-file': '' }, 'missing_value'],
    [{ fingerprint: '' }, 'missing_value'],
  ])('%j is refused', async (options, code) => {
    const { run, saved } = trial({}, neverAsked);
    await expect(run({ ...FILE, ...options })).rejects.toMatchObject({ kind: 'usage', code });
    expect(saved).toEqual([]);
  });
});
