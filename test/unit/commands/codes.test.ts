import { describe, expect, it } from 'vitest';
import type { ActivationRecord } from '../../../src/api/records.js';
import { command as clear } from '../../../src/commands/codes/clear.js';
import { command as returnCode } from '../../../src/commands/codes/return.js';
import { command as update } from '../../../src/commands/codes/update.js';
import { never, noting, parsedFor, recordIn } from './fake-context.js';
import { CODE, notingWide, PRODUCT, serving } from './serving-codes.js';

describe('codes update', () => {
  const named = { licensecode: CODE, productid: PRODUCT };

  it('sends every kind of setting without a question', async () => {
    const { sent, call } = notingWide();
    const fake = serving({ update: call });
    const flags = {
      product: PRODUCT,
      'company-id': '17',
      'offline-lease': '30d',
      heartbeat: '5m',
      reference: 'R',
      feature: ['FLOAT=on:150'],
      udf: ['TIER=gold'],
      'server-function': ['LTCO=on:20'],
      note: ['general=two = more', 'system=x'],
    };
    const outcome = await update.run(fake.context, parsedFor(update, [CODE], flags));
    const input = {
      ...named,
      companyid: '17',
      clientofflineleaseperiod: 30,
      heartbeat: 5,
      reference: 'R',
      features: [{ featurecode: 'FLOAT', featureavailability: 'on', limit: '150' }],
      udfvalues: [{ fieldname: 'TIER', defaultvalue: 'gold' }],
      serverFunctions: [{ functionname: 'LTCO', enabled: 'on', parametervalue: '20' }],
      notes: [
        { type: 'general', description: 'two = more' },
        { type: 'system', description: 'x' },
      ],
    };
    expect(sent).toEqual([[input, undefined]]);
    expect([fake.questions, fake.reached]).toEqual([[], []]);
    expect(recordIn(outcome).message).toBe(`Code ${CODE} is updated.`);
  });

  it.each([[['deleteall']], [['general=new', 'DeleteAll']]])(
    'asks with the number of notes for --note %j',
    async (note) => {
      const { sent, call } = notingWide();
      const fake = serving({ update: call }, { reach: { count: 2, noun: 'note', names: ['8', '9'] } });
      await update.run(fake.context, parsedFor(update, [CODE], { product: PRODUCT, note, expect: '2' }));
      expect(fake.questions).toEqual([`This deletes 2 notes of code ${CODE}: 8, 9. [2, expected 2]`]);
      expect(sent.map(([, consent]) => consent)).toEqual([{ count: 2 }]);
    },
  );

  it('asks the same of a file', async () => {
    const { sent, call } = notingWide();
    const stdin = JSON.stringify({ ...named, Notes: [{ Type: 'DELETEALL' }] });
    const fake = serving({ update: call }, { stdin, reach: { count: 1, noun: 'note' } });
    await update.run(fake.context, parsedFor(update, [], { 'from-file': '-' }));
    expect(fake.questions).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('goes on with the rest when there are no notes, and deletes none that is added by then', async () => {
    const { sent, call } = notingWide();
    const fake = serving({ update: call });
    const flags = { product: PRODUCT, note: ['DeleteAll', 'delete=8', 'general=new'], reference: 'R' };
    await update.run(fake.context, parsedFor(update, [CODE], flags));
    await update.run(fake.context, parsedFor(update, [CODE], { ...flags, note: ['deleteall'], expect: '0' }));
    expect(fake.questions).toEqual([]);
    expect(sent).toEqual([
      [{ ...named, notes: [{ type: 'general', description: 'new' }], reference: 'R' }, undefined],
      [{ ...named, reference: 'R' }, undefined],
    ]);
  });

  it('has nothing to do when it would only delete notes and there are none', async () => {
    const fake = serving({ update: never });
    const flags = { product: PRODUCT, note: ['deleteall'] };
    const outcome = await update.run(fake.context, parsedFor(update, [CODE], flags));
    expect(recordIn(outcome)).toMatchObject({
      record: { code: CODE, product: PRODUCT, message: null },
      message: `Code ${CODE} has no notes: there is nothing to do.`,
    });
  });

  it('asks even about no notes when --expect says otherwise', async () => {
    const { call } = notingWide();
    const fake = serving({ update: call }, { reach: { count: 0, noun: 'note' } });
    const flags = { product: PRODUCT, note: ['deleteall'], expect: '2' };
    await update.run(fake.context, parsedFor(update, [CODE], flags));
    expect(fake.questions).toEqual([`This deletes 0 notes of code ${CODE}. [0, expected 2]`]);
  });

  it.each([
    [['delete=8'], `Delete note 8 of code ${CODE}?`],
    [['delete=8', 'delete=9', 'general=x'], `Delete 2 notes 8, 9 of code ${CODE}?`],
  ])('asks yes or no for --note %j', async (note, question) => {
    const { sent, call } = notingWide();
    const fake = serving({ update: call });
    await update.run(fake.context, parsedFor(update, [CODE], { product: PRODUCT, note }));
    expect(fake.questions).toEqual([question]);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['nothing to change', {}, 'nothing_to_change'],
    ['a number where nothing is counted', { 'clients-allowed': '2', expect: '1' }, 'conflicting_options'],
  ])('refuses %s', async (_, flags, code) => {
    const { context } = serving({ update: never });
    const parsed = parsedFor(update, [CODE], { product: PRODUCT, ...flags });
    await expect(update.run(context, parsed)).rejects.toMatchObject({ kind: 'usage', code });
  });

  it('sends nothing after a no', async () => {
    const { context } = serving({ update: never }, { declines: true, reach: { count: 2 } });
    for (const note of [['deleteall'], ['delete=8']]) {
      const parsed = parsedFor(update, [CODE], { product: PRODUCT, note });
      await expect(update.run(context, parsed)).rejects.toMatchObject({ code: 'not_confirmed' });
    }
  });
});

describe.each([
  ['return', returnCode, 'returned'],
  ['clear', clear, 'cleared'],
] as const)('codes %s', (verb, command, done) => {
  const flags = { product: PRODUCT };

  it('shows whom it hits and wants the number', async () => {
    const { sent, call } = notingWide();
    const reach = { count: 2, names: ['PC-1', 'PC-2'] };
    const fake = serving({ [verb]: call, activity: noting([], []) }, { reach });
    const parsed = parsedFor(command, [CODE], { ...flags, expect: '2' });
    const outcome = recordIn(await command.run(fake.context, parsed));
    expect(fake.questions).toEqual([
      `This ${verb}s 2 activations of code ${CODE}: PC-1, PC-2. [2, expected 2]`,
    ]);
    expect(sent).toEqual([[{ licensecode: CODE, productid: PRODUCT }, { count: 2 }]]);
    expect(outcome.record[done]).toBe(2);
  });

  it('tells in a dry run what it would do', async () => {
    const { call } = notingWide();
    const more = { reach: { count: 1 }, settings: { dryRun: true } };
    const fake = serving({ [verb]: call, activity: noting([], []) }, more);
    await command.run(fake.context, parsedFor(command, [CODE], flags));
    expect([fake.questions, fake.warnings]).toEqual([[], [`would_${verb}`]]);
  });

  it('sends nothing after a no', async () => {
    const codes = { [verb]: never, activity: noting([], []) };
    const { context } = serving(codes, { declines: true, reach: { count: 1 } });
    await expect(command.run(context, parsedFor(command, [CODE], flags))).rejects.toMatchObject({
      code: 'not_confirmed',
    });
  });

  it('sends nothing where there is nothing, whatever number is expected', async () => {
    const fake = serving({ [verb]: never, activity: noting([], []) });
    for (const expected of [{}, { expect: '3' }]) {
      const outcome = recordIn(
        await command.run(fake.context, parsedFor(command, [CODE], { ...flags, ...expected })),
      );
      expect(outcome.record).toEqual({ code: CODE, product: PRODUCT, message: null, [done]: 0 });
      expect(outcome.message).toContain('there is nothing to do');
    }
    expect(fake.questions).toEqual([]);
  });
});

const ACTIVATION: ActivationRecord = {
  provider: 'zentitle',
  key: CODE,
  product: PRODUCT,
  deviceId: null,
  status: 'returned',
  activatedAt: null,
  expiresAt: null,
  activationsUsed: null,
  activationsAllowed: null,
};

describe('codes clear', () => {
  it('counts past activations where there are no others', async () => {
    const { sent, call } = notingWide();
    const past = ['PC-1', null].map((deviceId): ActivationRecord => ({ ...ACTIVATION, deviceId }));
    const fake = serving({ clear: call, activity: noting([], past) });
    await clear.run(fake.context, parsedFor(clear, [CODE], { product: PRODUCT }));
    expect(fake.questions).toEqual([
      `This clears 2 past activations of code ${CODE}: PC-1, unknown. [2, expected null]`,
    ]);
    expect(sent).toHaveLength(1);
  });

  it('says that past activations go along with the current ones', async () => {
    const { sent, call } = notingWide();
    const all = ['PC-1', 'PC-2', 'PC-3'].map((deviceId): ActivationRecord => ({ ...ACTIVATION, deviceId }));
    const reach = { count: 1, names: ['PC-1'] };
    const fake = serving({ clear: call, activity: noting([], all) }, { reach });
    await clear.run(fake.context, parsedFor(clear, [CODE], { product: PRODUCT, expect: '1' }));
    expect(fake.questions).toEqual([
      `This clears 1 activation of code ${CODE}: PC-1, along with 2 past activations. [1, expected 1]`,
    ]);
    expect(sent).toHaveLength(1);
  });

  it('asks yes or no for one computer', async () => {
    const { sent, call } = notingWide();
    const fake = serving({ clear: call });
    await clear.run(fake.context, parsedFor(clear, [CODE], { product: PRODUCT, computer: 'PC-1' }));
    expect(fake.questions).toEqual([`Delete the activity of code ${CODE} on computer PC-1?`]);
    expect(sent).toEqual([[{ licensecode: CODE, productid: PRODUCT, computerid: 'PC-1' }, undefined]]);
    expect(fake.reached).toEqual([]);
  });

  it('takes no number for one computer', async () => {
    const { context } = serving({ clear: never });
    const flags = { product: PRODUCT, computer: 'PC-1', expect: '1' };
    await expect(clear.run(context, parsedFor(clear, [CODE], flags))).rejects.toMatchObject({
      code: 'conflicting_options',
    });
  });
});
