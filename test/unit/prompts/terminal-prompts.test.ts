/** Questions as a person meets them: typed on one stream, drawn on the other. */
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { InterruptedError, UsageError } from '../../../src/errors.js';
import type { Prompts } from '../../../src/prompts/prompts.js';
import { createPrompts } from '../../../src/prompts/terminal-prompts.js';

interface Terminal {
  readonly prompts: Prompts;
  /** All that was drawn so far. */
  drawn(): string;
  /** Types `keys` once `text` has been drawn. */
  answer(text: string, keys: string): Promise<void>;
}

function terminal({ yes = false, interactive = true } = {}): Terminal {
  const stdin = new PassThrough();
  const stderr = new PassThrough();
  let text = '';
  stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const streams = {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
  };
  return {
    prompts: createPrompts({ streams, interactive, yes }),
    drawn: () => text,
    async answer(wanted, keys) {
      await expect.poll(() => text, { interval: 5 }).toContain(wanted);
      stdin.write(keys);
    },
  };
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => value,
    (error: unknown) => error,
  );

describe('on a terminal', () => {
  it('takes text without the blanks around it', async () => {
    const { prompts, answer } = terminal();
    const asked = prompts.text('Customer id', { flag: '--customer-id' });
    await answer('Customer id', ' 1234 \r');
    expect(await asked).toBe('1234');
  });

  it('never draws a secret, and knows no key that would', async () => {
    const { prompts, answer, drawn } = terminal();
    const asked = prompts.secret('API key', { flag: '--api-key-stdin' });
    await answer('API key', 'hunter2-hunter2\u0014');
    await answer('masked', '\r');
    expect(await asked).toBe('hunter2-hunter2');
    expect(drawn()).not.toContain('hunter2');
    expect(drawn()).not.toContain('toggle');
  });

  it('offers choices by their labels', async () => {
    const { prompts, answer } = terminal();
    const choices = [
      { value: 'a', label: 'First' },
      { value: 'b', label: 'Second' },
    ];
    const asked = prompts.choose('Which?', choices, { flag: '--method' });
    await answer('Second', '\u001b[B\r');
    expect(await asked).toBe('b');
  });

  it.each([
    ['y\r', undefined],
    ['n\r', 'not_confirmed'],
    ['\r', 'not_confirmed'],
  ])('confirm, answered with %j', async (keys, code) => {
    const { prompts, answer } = terminal();
    const asked = failure(prompts.confirm('Remove it?'));
    await answer('Remove it?', keys);
    if (code === undefined) expect(await asked).toBeUndefined();
    else expect(await asked).toMatchObject({ code, hint: 'Nothing was changed.' });
  });

  it.each([
    ['12\r', undefined],
    [' 12 \r', undefined],
    ['11\r', 'not_confirmed'],
    ['y\r', 'not_confirmed'],
    ['\r', 'not_confirmed'],
  ])('a count of 12, answered with %j', async (keys, code) => {
    const { prompts, answer } = terminal();
    const asked = failure(prompts.confirmCount('This takes 12 away.', 12, null));
    await answer('Type 12 to go on:', keys);
    if (code === undefined) expect(await asked).toBeUndefined();
    else expect(await asked).toMatchObject({ code });
  });

  it('takes Ctrl-C for an interruption', async () => {
    const { prompts, answer } = terminal();
    const asked = failure(prompts.confirm('Remove it?'));
    await answer('Remove it?', '\u0003');
    const error = await asked;
    expect(error).toBeInstanceOf(InterruptedError);
    expect(error).toMatchObject({ signal: 'SIGINT' });
  });
});

describe('--yes', () => {
  it('answers yes, and no count', async () => {
    const { prompts, drawn } = terminal({ yes: true });
    await prompts.confirm('Remove it?');
    await prompts.confirmCount('All of them?', 12, 12);
    expect(await failure(prompts.confirmCount('All of them?', 12, null))).toMatchObject({
      code: 'not_confirmed',
      hint: 'Add --yes --expect 12 to do it without being asked.',
    });
    expect(await failure(prompts.confirmCount('All of them?', 12, 11))).toMatchObject({
      code: 'count_mismatch',
    });
    expect(drawn()).toBe('');
  });
});

describe('where nobody can be asked', () => {
  const flag = '--method';

  it('the error names the flag, and the values it takes', async () => {
    const { prompts, drawn } = terminal({ interactive: false });
    const choices = [
      { value: 'oauth', label: 'OAuth' },
      { value: 'none', label: 'no credentials' },
    ];
    const error = await failure(prompts.choose('How?', choices, { flag }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({
      code: 'missing_input',
      message: 'Missing --method: How?',
      hint: 'Give --method (oauth, none); nobody can be asked here.',
    });
    expect(await failure(prompts.secret('Key', { flag: '--key-stdin' }))).toMatchObject({
      hint: 'Give --key-stdin; nobody can be asked here.',
    });
    expect(await failure(prompts.confirm('Remove it?'))).toMatchObject({
      message: 'Remove it?',
      hint: 'Add --yes to do it without being asked.',
    });
    expect(drawn()).toBe('');
  });
});
