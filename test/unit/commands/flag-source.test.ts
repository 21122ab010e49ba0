import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../../src/commands/command.js';
import { command as explain } from '../../../src/commands/explain.js';
import { isGiven, refuseFlagsOfOther, settled, sourceOf } from '../../../src/commands/flag-source.js';
import { command as licenseList } from '../../../src/commands/license/list.js';

const parsed = (options: Parsed['options']): Parsed => ({ args: {}, options });

describe('a flag is given', () => {
  it.each([
    [true, 'x'],
    [true, ''],
    [true, true],
    [true, ['x']],
    [false, undefined],
    [false, false],
    [false, []],
  ] as const)('%s: %j', (given, value) => {
    expect(isGiven(value)).toBe(given);
  });
});

describe('a command of two capabilities', () => {
  const capabilityWith = (options: Parsed['options']): string =>
    sourceOf(settled(licenseList, parsed(options))).capability;

  it('is made from the one that its flags choose', () => {
    expect(capabilityWith({ user: 'u@example.com' })).toBe('licenses.of-user');
    expect(capabilityWith({ device: 'HW-One' })).toBe('licenses.on-device');
    expect(capabilityWith({ device: false })).toBe('licenses.of-user');
    expect(settled(licenseList, parsed({ device: 'HW-One' })).flagsFrom).not.toHaveProperty('instead');
  });

  it('refuses the flags of the other one, and leaves unknown ones to others', async () => {
    const refused = (flags: readonly string[], options: Parsed['options']): Promise<void> =>
      refuseFlagsOfOther(flags, licenseList, settled(licenseList, parsed(options)));
    await expect(refused(['nobody-knows', 'user'], { device: 'HW-One' })).rejects.toMatchObject({
      code: 'conflicting_options',
      message: '--user does not go with --device.',
    });
    await expect(refused(['nobody-knows'], { device: 'HW-One' })).resolves.toBeUndefined();
  });

  it('is none without a row', () => {
    expect(() => sourceOf(explain)).toThrow('explain has no row to take flags from');
  });
});
