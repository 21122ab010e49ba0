import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Consent } from '../../../src/api/client.js';
import type { Input } from '../../../src/api/operation.js';
import type { CodeCalls } from '../../../src/api/product-capabilities.js';
import type { Capabilities, Reach } from '../../../src/api/provider.js';
import type { ActivationRecord } from '../../../src/api/records.js';
import { refusalError } from '../../../src/api/refusal.js';
import { nextCode } from '../../../src/api/zentitle/operations/codes.js';
import { command as allocate } from '../../../src/commands/codes/allocate.js';
import { command as clear } from '../../../src/commands/codes/clear.js';
import { command as importCodes } from '../../../src/commands/codes/import.js';
import { command as next } from '../../../src/commands/codes/next.js';
import { command as returnCode } from '../../../src/commands/codes/return.js';
import { command as update } from '../../../src/commands/codes/update.js';
import type { RunContext } from '../../../src/commands/run-context.js';
import { PartialError } from '../../../src/errors.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import {
  type FakeOptions,
  fakeContext,
  listIn,
  never,
  noting,
  parsedFor,
  recordIn,
  rowsIn,
} from './fake-context.js';

const temporaryFolder = temporaryFolders();
const PRODUCT = '6872450105';
const CODE = '206454320110930859';
const newCode = (code: string) => ({ code, product: PRODUCT, companyId: null, profile: null });

/** A context whose system can do these calls with codes. */
function serving(calls: CodeCalls, options: FakeOptions & { reach?: Partial<Reach> } = {}) {
  const { reach, ...rest } = options;
  const reached: Input[] = [];
  const capabilities: Capabilities = {
    codes: { count: never, page: never, maxPageSize: 1, show: never, ...calls },
    reach: async (_row, input) => {
      reached.push(input);
      return { count: 0, noun: 'activation', names: [], subject: `code ${CODE}`, ...reach };
    },
  };
  return { reached, ...fakeContext({ capabilities, ...rest }) };
}

/** A wide call that notes its input and consent. */
function notingWide() {
  const sent: (readonly [Input, Consent | undefined])[] = [];
  const call = async (input: Input, consent?: Consent) => {
    sent.push([input, consent]);
    return { value: { code: CODE, product: PRODUCT, message: 'OK' }, raw: '"OK"' };
  };
  return { sent, call };
}

describe('codes allocate', () => {
  const flags = { product: PRODUCT, count: '2', profile: 'Team' };

  it('prints the new codes, and asks for nothing but the documented fields', async () => {
    const inputs: Input[] = [];
    const fake = serving({ allocate: noting(inputs, [newCode('1'), newCode('2')]) });
    const outcome = listIn(await allocate.run(fake.context, parsedFor(allocate, [], flags)));
    expect(inputs).toEqual([{ productid: PRODUCT, numcodes: '2', profilename: 'Team' }]);
    expect(await rowsIn(outcome)).toEqual([newCode('1'), newCode('2')]);
    expect([outcome.id, fake.notices]).toEqual(['code', []]);
  });

  it.each([
    ['fewer than asked for', [newCode('1')], 'fewer_codes', '2 codes asked for, 1 made.'],
    ['none named', [], 'codes_not_named', '2 codes asked for and made; the server does not name them.'],
  ] as const)('warns of %s', async (_, codes, warning, text) => {
    const fake = serving({ allocate: noting([], codes) });
    await allocate.run(fake.context, parsedFor(allocate, [], flags));
    expect(fake.warnings).toEqual([warning]);
    expect(fake.notices[0]).toContain(text);
  });

  it('wants a count, and no codes', async () => {
    const { context } = serving({ allocate: never });
    await expect(allocate.run(context, parsedFor(allocate, [], { product: PRODUCT }))).rejects.toThrow(
      'Missing --count.',
    );
  });
});

describe('codes import', () => {
  const run = async (args: readonly string[], flags: object, options: FakeOptions = {}) => {
    const inputs: Input[] = [];
    const fake = serving({ import: noting(inputs, args.map(newCode)) }, options);
    const parsed = { args: { CODE: args }, options: { product: PRODUCT, ...flags } };
    const outcome = await importCodes.run(fake.context, parsed);
    return { fake, inputs, outcome };
  };

  it('takes codes from the command line', async () => {
    const { fake, inputs, outcome } = await run(['11', '22'], {});
    expect(inputs).toEqual([{ productid: PRODUCT, licensecodes: '11,22' }]);
    expect(fake.notices).toEqual(['Imported 2 codes.']);
    expect(await rowsIn(listIn(outcome))).toEqual([newCode('11'), newCode('22')]);
  });

  it.each([
    ['one a line', '11\n22\n33\n'],
    ['Windows lines', '11\r\n22\r\n33'],
    ['commas', '11,22, 33'],
    ['both, as a spreadsheet writes them', '\uFEFF11,\r\n22,\r\n33,\r\n'],
    ['empty lines between', '\n11\n\n  22  \n33\n'],
  ])('takes %s from standard input', async (_, stdin) => {
    const { inputs } = await run([], { 'from-file': '-' }, { stdin });
    expect(inputs).toEqual([{ productid: PRODUCT, licensecodes: '11,22,33' }]);
  });

  it('takes a file', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'codes.txt'), '11\n');
    const { inputs } = await run([], { 'from-file': 'codes.txt' }, { cwd });
    expect(inputs).toEqual([{ productid: PRODUCT, licensecodes: '11' }]);
  });

  it('sends every list of codes as it is, whatever divides them', async () => {
    const code = fc.stringMatching(/^[A-Z0-9-]{1,19}$/);
    const lists = fc.uniqueArray(code, { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(lists, fc.constantFrom('\n', '\r\n', ',', ', ', ',\n'), async (codes, divider) => {
        const { inputs } = await run([], { 'from-file': '-' }, { stdin: codes.join(divider) });
        expect(inputs[0]?.licensecodes).toBe(codes.join(','));
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, readonly string[], object, string | undefined, string]>([
    ['none', [], {}, undefined, 'missing_input'],
    ['both', ['11'], { 'from-file': '-' }, '22', 'conflicting_options'],
    ['a blank within', ['11 22'], {}, undefined, 'invalid_code'],
    ['a comma within', ['11,22'], {}, undefined, 'invalid_code'],
    ['an empty one', ['11', ''], {}, undefined, 'invalid_code'],
    ['an empty one between commas', [], { 'from-file': '-' }, '11,,22', 'invalid_code'],
    ['one twice', ['11', '22', '11'], {}, undefined, 'duplicate_code'],
    ['one twice in a file', [], { 'from-file': '-' }, '11\n22\n11', 'duplicate_code'],
  ])('refuses %s before anything is sent', async (_, args, flags, stdin, code) => {
    const fake = serving({ import: never }, stdin === undefined ? {} : { stdin });
    const parsed = { args: { CODE: args }, options: { product: PRODUCT, ...flags } };
    await expect(importCodes.run(fake.context, parsed)).rejects.toMatchObject({ kind: 'usage', code });
  });
});

describe('codes next', () => {
  it('prints what was handed out, and warns when it is fewer', async () => {
    const inputs: Input[] = [];
    const fake = serving({ next: noting(inputs, [newCode('1')]) });
    const parsed = parsedFor(next, [], { product: PRODUCT, amount: '2' });
    expect(await rowsIn(listIn(await next.run(fake.context, parsed)))).toEqual([newCode('1')]);
    expect(inputs).toEqual([{ productid: PRODUCT, amount: '2' }]);
    expect([fake.warnings, fake.notices]).toEqual([['fewer_codes'], ['2 codes asked for, 1 handed out.']]);
  });

  it('asks for one, and says nothing when one comes', async () => {
    const fake = serving({ next: noting([], [newCode('1')]) });
    await next.run(fake.context, parsedFor(next, [], { product: PRODUCT }));
    expect(fake.notices).toEqual([]);
  });

  it('keeps an answer in which no codes could be found', async () => {
    const dataDir = await temporaryFolder();
    const answer = { status: 200, headers: {}, body: '{"colour":"red"}', value: {} };
    const refusal = { kind: 'fault', code: 'unexpected_answer', message: 'Odd.' } as const;
    const { context } = serving({
      next: () => Promise.reject(refusalError('zentitle', refusal, answer, nextCode)),
    });
    const parsed = parsedFor(next, [], { product: PRODUCT });
    const kept: RunContext = { ...context, dataDir };
    await expect(next.run(kept, parsed)).rejects.toMatchObject({
      kind: 'unknown-outcome',
      code: 'unexpected_answer',
      operation: 'zentitle.codes.next',
      hint: expect.stringContaining(join(dataDir, 'unprinted', 'answer-')),
    });
    const [file = ''] = await readdir(join(dataDir, 'unprinted'));
    expect(await readFile(join(dataDir, 'unprinted', file), 'utf8')).toBe('{"colour":"red"}\n');
  });
});

describe.each([
  ['codes next', next, 'next'],
  ['codes allocate', allocate, 'allocate'],
] as const)('%s', (_, command, call) => {
  const flags = { product: PRODUCT, ...(call === 'allocate' && { count: '2' }) };

  it.each([
    [['product'], 'codes_hidden'],
    [['code', 'colour'], 'unknown_column'],
  ])('sends nothing under --columns %j', async (columns, code) => {
    const { context } = serving({ [call]: never }, { settings: { columns } });
    await expect(command.run(context, parsedFor(command, [], flags))).rejects.toMatchObject({
      kind: 'usage',
      code,
    });
  });

  it('keeps the codes when they cannot be printed, and says where', async () => {
    const dataDir = await temporaryFolder();
    const { context } = serving({ [call]: noting([], [newCode('11'), newCode('22')]) });
    const { unprinted } = await command.run({ ...context, dataDir }, parsedFor(command, [], flags));
    const error = await unprinted?.(new Error('no space left.'));
    expect(error).toBeInstanceOf(PartialError);
    const [file = ''] = await readdir(join(dataDir, 'unprinted'));
    const path = join(dataDir, 'unprinted', file);
    expect(error?.message).toBe(`2 codes in ${path}: printing failed (no space left).`);
    expect(await readFile(path, 'utf8')).toBe('11\n22\n');
  });

  it('says that they are lost when they cannot be kept either', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    const { context } = serving({ [call]: noting([], [newCode('11')]) });
    const dataDir = join(folder, 'file');
    const { unprinted } = await command.run({ ...context, dataDir }, parsedFor(command, [], flags));
    const error = await unprinted?.(new Error('no space left.'));
    expect(error?.message).toMatch(/^1 code could neither be printed \(no space left\) nor be kept in /);
  });
});

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

  it('goes on with the rest when there are no notes', async () => {
    const { sent, call } = notingWide();
    const fake = serving({ update: call });
    await update.run(fake.context, parsedFor(update, [CODE], { product: PRODUCT, note: ['deleteall'] }));
    expect(fake.questions).toEqual([]);
    expect(sent.map(([, consent]) => consent)).toEqual([{ count: 0 }]);
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
    const fake = serving({ [verb]: call }, { reach: { count: 2, names: ['PC-1', 'PC-2'] } });
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
    const fake = serving({ [verb]: call }, { reach: { count: 1 }, settings: { dryRun: true } });
    await command.run(fake.context, parsedFor(command, [CODE], flags));
    expect([fake.questions, fake.warnings]).toEqual([[], [`would_${verb}`]]);
  });

  it('sends nothing after a no', async () => {
    const { context } = serving({ [verb]: never }, { declines: true, reach: { count: 1 } });
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
      expect(outcome.record).toEqual({ code: CODE, product: PRODUCT, [done]: 0 });
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
