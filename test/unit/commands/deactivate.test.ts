import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import type { Capabilities, Reach } from '../../../src/api/provider.js';
import { command as deactivate } from '../../../src/commands/deactivate.js';
import { fakeContext, never, noting, parsedFor, recordIn } from './fake-context.js';
import { DEACTIVATION } from './records.js';

describe('deactivate', () => {
  const CODE = '206454320110930859';
  const reach = (count: number): Reach => ({
    count,
    noun: 'activation',
    names: Array.from({ length: count }, (_, index) => `PC-${index + 1}`),
    subject: `code ${CODE}`,
  });

  function zentitle(present: number, options: Parameters<typeof fakeContext>[0] = {}) {
    const inputs: Input[] = [];
    const capabilities: Capabilities = {
      reach: async () => reach(present),
      deactivate: noting(inputs, DEACTIVATION),
    };
    return { inputs, fake: fakeContext({ capabilities, ...options }) };
  }

  it('asks about one computer, naming it', async () => {
    const { inputs, fake } = zentitle(3);
    const options = { product: '6872450105', computer: 'PC-1' };
    await deactivate.run(fake.context, parsedFor(deactivate, [CODE], options));
    expect(fake.questions).toEqual([`Deactivate ${CODE} (product 6872450105, computer PC-1)?`]);
    expect(inputs).toEqual([{ licensecode: CODE, productid: '6872450105', computerid: 'PC-1' }]);
  });

  it('counts what --all takes away and asks for the number', async () => {
    const { inputs, fake } = zentitle(3);
    const options = { product: '6872450105', all: true, expect: '3' };
    const outcome = await deactivate.run(fake.context, parsedFor(deactivate, [CODE], options));
    expect(fake.questions).toEqual([
      `This deactivates 3 activations of code ${CODE}: PC-1, PC-2, PC-3. [3, expected 3]`,
    ]);
    expect(inputs).toEqual([{ licensecode: CODE, productid: '6872450105' }]);
    expect(recordIn(outcome).message).toBe(`Deactivated ${CODE}, 3 activations removed.`);
  });

  it('names ten computers at most', async () => {
    const { fake } = zentitle(12);
    await deactivate.run(fake.context, parsedFor(deactivate, [CODE], { product: '1', all: true }));
    expect(fake.questions[0]).toContain('PC-10 and 2 more.');
  });

  it('sends nothing when there is nothing to take away', async () => {
    const { inputs, fake } = zentitle(0);
    const outcome = await deactivate.run(
      fake.context,
      parsedFor(deactivate, [CODE], { product: '1', all: true }),
    );
    expect(inputs).toEqual([]);
    expect(fake.questions).toEqual([]);
    expect(outcome.exitCode).toBeUndefined();
    expect(recordIn(outcome).record).toMatchObject({ key: CODE, product: '1', removed: 0 });
  });

  it('asks nothing in a dry run, and says what would go', async () => {
    const { inputs, fake } = zentitle(2, { settings: { dryRun: true } });
    await deactivate.run(fake.context, parsedFor(deactivate, [CODE], { product: '1', all: true }));
    expect(fake.questions).toEqual([]);
    expect(fake.notices).toEqual([`Would deactivate 2 activations of code ${CODE}: PC-1, PC-2.`]);
    // The guard of the client is what stops it there.
    expect(inputs).toHaveLength(1);
  });

  it('takes nothing away when the person declines', async () => {
    const { inputs, fake } = zentitle(2, { declines: true });
    const run = deactivate.run(
      fake.context,
      parsedFor(deactivate, [CODE], { product: '1', computer: 'PC-1' }),
    );
    await expect(run).rejects.toMatchObject({ code: 'not_confirmed' });
    expect(inputs).toEqual([]);
  });

  it.each([
    ['zentitle', { product: '1' }, 'Say which activations: --computer for one, or --all.'],
    ['zentitle', { product: '1', computer: 'PC-1', all: true }, '--computer and --all exclude each other.'],
    ['zentitle', { product: '1', computer: 'PC-1', expect: '1' }, '--expect goes with --all.'],
    [
      'zentitle',
      { product: '1', all: true, expect: 'some' },
      "--expect takes a whole number from 0, not 'some'.",
    ],
    ['babel', { 'machine-id': 'M', 'client-id': 'C', all: true }, '--all means nothing to it.'],
  ] as const)('on %s refuses %j', async (provider, options, message) => {
    const fake = fakeContext({ provider, capabilities: { reach: never, deactivate: never } });
    await expect(deactivate.run(fake.context, parsedFor(deactivate, ['K'], options))).rejects.toThrow(
      message,
    );
  });

  it('names the farm of Parallels, and the account but not its password', async () => {
    const inputs: Input[] = [];
    const fake = fakeContext({
      provider: 'parallels',
      env: { LICENSECTL_ACCOUNT_PASSWORD: 'pw' },
      capabilities: { deactivate: noting(inputs, { ...DEACTIVATION, key: null, removed: null }) },
    });
    const options = { email: 'someone@parallels.com' };
    const outcome = await deactivate.run(fake.context, parsedFor(deactivate, [], options));
    expect(fake.questions).toEqual([
      'Deactivate the licence of https://licences.test (email someone@parallels.com)?',
    ]);
    expect(recordIn(outcome).message).toBe('Deactivated the licence.');
  });
});
