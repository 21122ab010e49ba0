import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import type { Capabilities } from '../../../src/api/provider.js';
import { command as updateProfile } from '../../../src/commands/profile/update.js';
import { fakeContext, never, noting, parsedFor, recordIn } from './fake-context.js';

describe('profile update', () => {
  function zentitle(options: Parameters<typeof fakeContext>[0] = {}) {
    const inputs: Input[] = [];
    const counted: Input[] = [];
    const capabilities: Capabilities = {
      codes: { count: noting(counted, 42), page: never, maxPageSize: 1, show: never },
      profiles: {
        count: never,
        page: never,
        maxPageSize: 1,
        show: never,
        update: noting(inputs, { name: 'TestProfile', message: 'Profile Updated Successfully' }),
      },
    };
    return { inputs, counted, fake: fakeContext({ capabilities, ...options }) };
  }
  const naming = { profilename: 'TestProfile', productid: '6453300110' };

  it('changes codes to come without a question', async () => {
    const { inputs, counted, fake } = zentitle();
    const options = { product: '6453300110', 'clients-allowed': '5' };
    const outcome = await updateProfile.run(fake.context, parsedFor(updateProfile, ['TestProfile'], options));
    expect(inputs).toEqual([{ ...naming, clientsallowed: '5' }]);
    expect([fake.questions, counted]).toEqual([[], []]);
    expect(recordIn(outcome).message).toBe('Profile TestProfile is updated.');
  });

  it.each(['true', 'True'])('counts the codes that inherit the change and asks (%s)', async (word) => {
    const { inputs, counted, fake } = zentitle();
    const options = { product: '6453300110', 'clients-allowed': '5', 'inherit-profile': word };
    await updateProfile.run(fake.context, parsedFor(updateProfile, ['TestProfile'], options));
    expect(counted).toEqual([naming]);
    expect(fake.questions).toEqual(['This changes 42 codes of profile TestProfile, too. Go on?']);
    expect(inputs).toHaveLength(1);
  });

  it('does not ask in a dry run, and says how many', async () => {
    const { fake } = zentitle({ settings: { dryRun: true } });
    const options = { product: '6453300110', 'inherit-profile': 'true' };
    await updateProfile.run(fake.context, parsedFor(updateProfile, ['TestProfile'], options));
    expect([fake.questions, fake.notices]).toEqual([
      [],
      ['Would change 42 codes of profile TestProfile, too.'],
    ]);
  });

  it('takes a body with names in any case, from standard input', async () => {
    const body = {
      ProductId: '6453300110',
      profileName: 'TestProfile',
      CLIENTSALLOWED: 5,
      features: [{ FeatureCode: 'FLOAT', featureavailability: 'on' }],
    };
    const { inputs, fake } = zentitle({ stdin: JSON.stringify(body) });
    await updateProfile.run(fake.context, parsedFor(updateProfile, [], { 'from-file': '-' }));
    expect(inputs).toEqual([
      { ...naming, clientsallowed: 5, features: [{ featurecode: 'FLOAT', featureavailability: 'on' }] },
    ]);
  });

  it('lets NAME and --product complete a body', async () => {
    const { inputs, fake } = zentitle({ stdin: '{"clientsallowed":5,"productid":"6453300110"}' });
    const options = { 'from-file': '-', product: '6453300110' };
    await updateProfile.run(fake.context, parsedFor(updateProfile, ['TestProfile'], options));
    expect(inputs).toEqual([{ ...naming, clientsallowed: 5 }]);
  });

  it.each([
    ['nothing to change', '{}', {}, ['TestProfile'], 'There is nothing to change'],
    ['an empty list alone', '{"features":[]}', {}, ['TestProfile'], 'There is nothing to change'],
    [
      'a flag and a body that say different things',
      '{"clientsallowed":6}',
      { 'clients-allowed': '5' },
      ['P'],
      '--clients-allowed and --from-file do not go together',
    ],
    [
      'two names',
      '{"profilename":"Other","clientsallowed":5}',
      {},
      ['P'],
      'NAME and --from-file do not go together',
    ],
    [
      'an unknown name',
      '{"clientsalowed":5}',
      {},
      ['P'],
      "Standard input: there is no 'clientsalowed' in this call.",
    ],
    ['a name twice', '{"heartbeat":5,"HEARTBEAT":6}', {}, ['P'], "Standard input has 'heartbeat' twice."],
    ['a list', '[]', {}, ['P'], 'Standard input holds JSON, but not an object.'],
    ['no JSON', '{"a":', {}, ['P'], 'Standard input is not JSON'],
    [
      'a depth that nobody means',
      `{"features":${'['.repeat(9000)}${']'.repeat(9000)}}`,
      {},
      ['P'],
      'Standard input nests deeper than 200 levels.',
    ],
    ['no name at all', '{"clientsallowed":5}', {}, [], 'Missing NAME.'],
  ] as const)('refuses %s', async (_, stdin, options, args, message) => {
    const { inputs, fake } = zentitle({ stdin });
    const given = { 'from-file': '-', product: '1', ...options };
    await expect(updateProfile.run(fake.context, parsedFor(updateProfile, args, given))).rejects.toThrow(
      message,
    );
    expect(inputs).toEqual([]);
  });

  it.each([
    'planted-secret',
    '{"password": planted-secret}',
    '{"password":"planted-secret" x',
    '["planted-secret",]',
  ])('does not quote what it cannot read: %s', async (stdin) => {
    const { fake } = zentitle({ stdin });
    const parsed = parsedFor(updateProfile, ['P'], { 'from-file': '-', product: '1' });
    const error: unknown = await updateProfile.run(fake.context, parsed).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind: 'usage', code: 'invalid_json', hint: 'Nothing was sent.' });
    expect(String(error) + String((error as Error).cause)).not.toContain('planted');
  });

  it('takes the product of a body that is the one of the flag, quoted or not', async () => {
    for (const product of ['"6453300110"', '6453300110']) {
      const { inputs, fake } = zentitle({ stdin: `{"productid":${product},"clientsallowed":5}` });
      await updateProfile.run(
        fake.context,
        parsedFor(updateProfile, ['P'], { 'from-file': '-', product: '6453300110' }),
      );
      expect(inputs).toHaveLength(1);
    }
  });
});
