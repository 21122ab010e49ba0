/** What a command asks of its capability → what it returns to the printer. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import type { CodeRecord, LicenseRecord, TrialRecord, Verdict } from '../../../src/api/records.js';
import { command as check } from '../../../src/commands/check.js';
import { command as showCode } from '../../../src/commands/codes/show.js';
import type { Parsed } from '../../../src/commands/command.js';
import { command as show } from '../../../src/commands/show.js';
import { command as resetTrial } from '../../../src/commands/trial/reset.js';
import { command as trialStatus } from '../../../src/commands/trial/status.js';
import { fakeContext, listIn, never, noting, parsedFor, recordIn, rowsIn } from './fake-context.js';

describe('show and check', () => {
  const license = { provider: 'babel', key: null, id: 'lic1', status: 'active' } as unknown as LicenseRecord;
  const verdict = (valid: boolean): Verdict => ({
    provider: 'babel',
    key: 'K',
    valid,
    reason: valid ? null : 'LicenseExpired',
    message: valid ? 'Valid.' : 'The licence has expired.',
    license: null,
  });
  const options = { 'machine-id': 'M', 'client-id': 'C' };

  it('shows the key that was asked for when the answer has none', async () => {
    const fake = fakeContext({ provider: 'babel', capabilities: { show: noting([], license) } });
    const { record, raw } = recordIn(await show.run(fake.context, parsedFor(show, ['K'], options)));
    expect(record).toMatchObject({ key: 'K', id: 'lic1' });
    expect(raw).toBe('as received');
  });

  it.each([
    [true, {}, undefined],
    [false, {}, undefined],
    [true, { 'exit-status': true }, undefined],
    [false, { 'exit-status': true }, 6],
  ])('a verdict of %s with %j exits %s', async (valid, more, exitCode) => {
    const fake = fakeContext({ provider: 'babel', capabilities: { check: noting([], verdict(valid)) } });
    const outcome = await check.run(fake.context, parsedFor(check, ['K'], { ...options, ...more }));
    expect(outcome.exitCode).toBe(exitCode);
    expect(recordIn(outcome).record).toEqual(verdict(valid));
  });
});

describe('codes show', () => {
  const code = (product: string) => ({ code: '206454320110930859', product }) as unknown as CodeRecord;

  function run(records: readonly CodeRecord[], options: Parsed['options'] = {}, json = false) {
    const codes = { count: never, page: never, maxPageSize: 1, show: noting([], records) };
    const fake = fakeContext({ capabilities: { codes }, settings: { json } });
    return {
      fake,
      outcome: showCode.run(fake.context, parsedFor(showCode, ['206454320110930859'], options)),
    };
  }

  it.each([
    ['a person, one product', {}, false],
    ['a program that names the product', { product: '1' }, true],
  ])('is one record for %s', async (_, options, json) => {
    expect(recordIn(await run([code('1')], options, json).outcome).record).toEqual(code('1'));
  });

  it('is a list for several products, and says how to see one', async () => {
    const { fake, outcome } = run([code('1'), code('2')]);
    const list = listIn(await outcome);
    expect(await rowsIn(list)).toEqual([code('1'), code('2')]);
    expect([...((list.raw?.() ?? []) as string[])]).toEqual(['as received']);
    expect(fake.notices).toEqual(['The code belongs to several products; --product shows one in full.']);
  });

  it('is a list for a program that names no product, however many there are', async () => {
    const { fake, outcome } = run([code('1')], {}, true);
    expect(await rowsIn(listIn(await outcome))).toEqual([code('1')]);
    expect(fake.notices).toEqual([]);
  });

  it('is not found when there is none', async () => {
    await expect(run([]).outcome).rejects.toMatchObject({ kind: 'not-found', code: 'code_not_found' });
  });
});

describe('trials', () => {
  const status = {
    product: '6872450105',
    computer: 'BLXR',
    status: 'in-trial',
    statusText: 'In Trial',
  } as unknown as TrialRecord;
  const options = { product: '6872450105', computer: 'BLXR' };

  function zentitle(more: Parameters<typeof fakeContext>[0]) {
    const resets: Input[] = [];
    const reads: Input[] = [];
    const trials = {
      count: never,
      page: never,
      maxPageSize: 1,
      status: noting(reads, status),
      reset: noting(resets, {
        product: '6872450105',
        computer: 'BLXR',
        message: 'Trial Deleted Successfully',
      }),
    };
    return { resets, reads, fake: fakeContext({ capabilities: { trials }, ...more }) };
  }

  it('shows the status', async () => {
    const { fake } = zentitle({});
    expect(recordIn(await trialStatus.run(fake.context, parsedFor(trialStatus, [], options))).record).toEqual(
      status,
    );
  });

  it.each([
    [
      'a person',
      { interactive: true },
      1,
      ['Reset the trial of product 6872450105 on computer BLXR? It stands at: In Trial.'],
    ],
    [
      'a person with --yes',
      { interactive: true, settings: { yes: true } },
      0,
      ['Reset the trial of product 6872450105 on computer BLXR?'],
    ],
    ['nobody', {}, 0, ['Reset the trial of product 6872450105 on computer BLXR?']],
    ['a dry run', { interactive: true, settings: { dryRun: true } }, 0, []],
  ])('resets for %s', async (_, more, reads, questions) => {
    const story = zentitle(more);
    await resetTrial.run(story.fake.context, parsedFor(resetTrial, [], options));
    expect(story.reads).toHaveLength(reads);
    expect(story.fake.questions).toEqual(questions);
    expect(story.resets).toEqual([{ productid: '6872450105', computerid: 'BLXR' }]);
  });
});
