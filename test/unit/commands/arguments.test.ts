import { describe, expect, it } from 'vitest';
import { refuseBlank } from '../../../src/commands/arguments.js';
import { command as list } from '../../../src/commands/codes/list.js';
import { command as show } from '../../../src/commands/codes/show.js';
import { command as deactivate } from '../../../src/commands/deactivate.js';
import { fakeContext, parsedFor } from './fake-context.js';

describe('refuseBlank', () => {
  it.each([
    ['--product', { args: {}, options: { product: '' } }],
    ['--computer', { args: { KEY: '1' }, options: { all: true, computer: ' \t\n' } }],
    ['KEY', { args: { KEY: '' }, options: { product: '1' } }],
  ])('names %s', (name, parsed) => {
    expect(() => refuseBlank(parsed)).toThrow(`${name} is empty.`);
  });

  it('leaves the rest alone', () => {
    const options = { product: '0', all: false, udf: ['A='], 'csv-exact': true };
    expect(() => refuseBlank({ args: { KEY: '-' }, options })).not.toThrow();
  });
});

describe('a variable that is not set', () => {
  it('does not list the codes of every product', async () => {
    const { context } = fakeContext();
    await expect(list.run(context, parsedFor(list, [], { product: '' }))).rejects.toThrow(
      '--product is empty.',
    );
  });

  it('does not show a code that is not named', async () => {
    const { context } = fakeContext();
    await expect(show.run(context, parsedFor(show, [' ']))).rejects.toThrow('CODE is empty.');
  });

  it('does not free every computer', async () => {
    const { context, sent } = fakeContext({ settings: { yes: true } });
    const parsed = parsedFor(deactivate, ['206454320110930859'], { product: '6872450105', computer: ' ' });
    await expect(deactivate.run(context, parsed)).rejects.toThrow('--computer is empty.');
    expect(sent).toEqual([]);
  });
});
