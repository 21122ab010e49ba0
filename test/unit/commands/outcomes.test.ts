/** What a command asks of its capability → what it returns to the printer. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import type { CodeRecord, LicenseRecord, TrialRecord, Verdict } from '../../../src/api/records.js';
import { command as check } from '../../../src/commands/check.js';
import { command as showCode } from '../../../src/commands/codes/show.js';
import { command as show } from '../../../src/commands/show.js';
import { command as resetTrial } from '../../../src/commands/trial/reset.js';
import { command as trialStatus } from '../../../src/commands/trial/status.js';
import { fakeContext, never, noting, parsedFor, recordIn } from './fake-context.js';

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
  const run = (records: readonly CodeRecord[]) => {
    const codes = { count: never, page: never, maxPageSize: 1, show: noting([], records) };
    return showCode.run(
      fakeContext({ capabilities: { codes } }).context,
      parsedFor(showCode, ['206454320110930859']),
    );
  };

  it('is one record', async () => expect(recordIn(await run([code('1')])).record).toEqual(code('1')));

  it('wants a product when there are several', async () => {
    await expect(run([code('1'), code('2')])).rejects.toMatchObject({
      kind: 'usage',
      message: 'Code 206454320110930859 belongs to 2 products: 1, 2.',
      hint: 'Choose one with --product.',
    });
  });

  it('is not found when there is none', async () =>
    await expect(run([])).rejects.toMatchObject({ kind: 'not-found' }));
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
