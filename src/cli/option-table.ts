/** Looks options up by any accepted spelling. Maps throughout, so that `--__proto__` is only an unknown option. */
import type { OptionSpec } from '../commands/command.js';
import { squash } from './secret-flags.js';

export interface OptionTable {
  /** By a token such as `--clients-allowed`, `--clientsallowed=5` or `-q`; undefined when there is none. */
  find(token: string): OptionSpec | undefined;
}

export function createOptionTable(options: readonly OptionSpec[]): OptionTable {
  const exact = new Map<string, OptionSpec>();
  const loose = new Map<string, OptionSpec | null>();
  const shorts = new Map<string, OptionSpec>();
  for (const option of options) {
    exact.set(option.flag, option);
    if (option.short !== undefined) shorts.set(option.short, option);
    for (const name of [option.flag, ...(option.aliases ?? [])]) {
      const key = squash(name);
      const other = loose.get(key);
      // A spelling that fits two options fits neither.
      loose.set(key, other === undefined || other === option ? option : null);
    }
  }
  return {
    find(token) {
      if (!token.startsWith('--')) return shorts.get(token.charAt(1));
      const name = optionName(token);
      return exact.get(name) ?? loose.get(squash(name)) ?? undefined;
    },
  };
}

/** `clients-allowed` of `--clients-allowed=5`. */
export function optionName(token: string): string {
  const equals = token.indexOf('=');
  return token.slice(2, equals < 0 ? undefined : equals);
}
