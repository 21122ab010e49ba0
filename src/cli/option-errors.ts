/** Errors about options. None repeats a value: it could be a secret behind a mistyped flag. */
import type { OptionSpec } from '../commands/command.js';
import { UsageError } from '../errors.js';
import { nearest } from '../support/nearest.js';
import { optionName } from './option-table.js';
import { isSecretFlag, secretFlagError } from './secret-flags.js';

export interface OptionPlace {
  /** The command's words; null before any command was named. */
  readonly command: string | null;
  /** The command's flags come from operation rows. */
  readonly fromRow: boolean;
  /** Whether the licence key is its argument KEY. */
  readonly takesKey?: boolean;
}

/** How the key of a licence is given where it is no argument. */
const KEY_FLAGS: ReadonlySet<string> = new Set(['key', 'license-key', 'licence-key', 'user-key']);

/** The flag that a mistyped name is nearest to; a secret's is known by its name without `-stdin`, too. */
function nearestFlag(name: string, options: readonly OptionSpec[]): string | null {
  const flags = new Map<string, string>();
  for (const { flag } of options) flags.set(flag.replace(/-stdin$/, ''), flag).set(flag, flag);
  return flags.get(nearest(name, flags.keys()) ?? '') ?? null;
}

/** For an option that does not exist here. */
export function unknownOption(token: string, options: readonly OptionSpec[], place: OptionPlace): UsageError {
  const long = token.startsWith('--');
  const name = long ? optionName(token) : token.charAt(1);
  if (long && isSecretFlag(name, options)) return secretFlagError(name, options, place.fromRow);
  const shown = `${long ? '--' : '-'}${name}`;
  if (long && place.takesKey === true && KEY_FLAGS.has(name)) return keyIsArgument(name, place);
  const near = long ? nearestFlag(name, options) : null;
  const help = `\`licensectl${place.command === null ? '' : ` ${place.command}`} --help\``;
  const otherwise =
    place.command === null
      ? `Options of a command stand behind its name; ${help} lists the global ones.`
      : `See ${help}.`;
  return new UsageError(
    `There is no option ${shown}${place.command === null ? '' : ` for '${place.command}'`}.`,
    {
      code: 'unknown_option',
      hint: near === null ? otherwise : `Did you mean --${near}?`,
    },
  );
}

function keyIsArgument(name: string, { command }: OptionPlace): UsageError {
  return new UsageError(`There is no option --${name} for '${command}'.`, {
    code: 'unknown_option',
    hint: `The licence key stands right behind the command: licensectl ${command} KEY`,
  });
}

export function missingValue(option: OptionSpec): UsageError {
  return new UsageError(`--${option.flag} needs a value.`, {
    code: 'missing_value',
    hint: `Write --${option.flag} ${option.value ?? 'VALUE'}, or --${option.flag}=VALUE where it starts with a dash.`,
  });
}

export function repeated(option: OptionSpec): UsageError {
  return new UsageError(`--${option.flag} is given twice.`, {
    code: 'repeated_option',
    hint: 'Give it once: which one should count?',
  });
}

export function noValueTaken(option: OptionSpec): UsageError {
  return new UsageError(`--${option.flag} takes no value.`, {
    code: 'unexpected_value',
    hint: `Give --${option.flag} alone.`,
  });
}

export function notBoolean(option: OptionSpec): UsageError {
  return new UsageError(`--${option.flag} takes true or false.`, { code: 'invalid_value' });
}
