/** Reading single values of a parsed command line. */
import { UsageError } from '../errors.js';
import type { Parsed } from './command.js';

export function textOption(parsed: Parsed, flag: string): string | undefined {
  const value = parsed.options[flag];
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.at(-1) : undefined;
}

export function textOptions(parsed: Parsed, flag: string): readonly string[] {
  const value = parsed.options[flag];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
}

export function switchOption(parsed: Parsed, flag: string): boolean {
  return parsed.options[flag] === true;
}

export function textArgument(parsed: Parsed, name: string): string | undefined {
  const value = parsed.args[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * A whole number of at least `least`; undefined when the flag is not given.
 * @throws UsageError naming the flag
 */
export function countOption(parsed: Parsed, flag: string, least: number): number | undefined {
  const text = textOption(parsed, flag);
  if (text === undefined) return undefined;
  const count = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(count) && count >= least) return count;
  throw new UsageError(`--${flag} takes a whole number from ${least}, not '${text}'.`, {
    code: 'invalid_value',
  });
}

/** @throws UsageError when more than one of these flags is given */
export function refuseTogether(parsed: Parsed, flags: readonly string[]): void {
  const given = flags.filter((flag) => parsed.options[flag] !== undefined && parsed.options[flag] !== false);
  if (given.length < 2) return;
  throw new UsageError(`${given.map((flag) => `--${flag}`).join(' and ')} exclude each other.`, {
    code: 'conflicting_options',
  });
}

/**
 * Refuses an option or argument that is there without a value: `--product "$PRODUCT"` with the variable unset would
 * otherwise mean every product.
 * @throws UsageError naming it
 */
export function refuseBlank(parsed: Parsed): void {
  const options = Object.entries(parsed.options).map(([flag, value]) => [`--${flag}`, value] as const);
  for (const [name, value] of [...options, ...Object.entries(parsed.args)]) {
    if (typeof value !== 'string' || value.trim() !== '') continue;
    throw new UsageError(`${name} is empty.`, {
      code: 'missing_value',
      hint: 'Give it a value or leave it out; a variable that is not set looks like this. Nothing was sent.',
    });
  }
}
