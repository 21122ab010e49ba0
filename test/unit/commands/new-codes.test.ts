import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import { refusalError } from '../../../src/api/refusal.js';
import { nextCode } from '../../../src/api/zentitle/operations/codes.js';
import { command as allocate } from '../../../src/commands/codes/allocate.js';
import { command as importCodes } from '../../../src/commands/codes/import.js';
import { command as next } from '../../../src/commands/codes/next.js';
import type { RunContext } from '../../../src/commands/run-context.js';
import { PartialError } from '../../../src/errors.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { type FakeOptions, listIn, never, noting, parsedFor, rowsIn } from './fake-context.js';
import { newCode, PRODUCT, serving } from './serving-codes.js';

const temporaryFolder = temporaryFolders();

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
    ['a control character within', ['11\u001b22'], {}, undefined, 'invalid_code'],
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

  it('keeps nothing where no code was named', async () => {
    const dataDir = await temporaryFolder();
    const { context } = serving({ [call]: noting([], []) });
    const { unprinted } = await command.run({ ...context, dataDir }, parsedFor(command, [], flags));
    const cause = new Error('no space left.');
    expect(await unprinted?.(cause)).toBe(cause);
    expect(await readdir(dataDir)).toEqual([]);
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
