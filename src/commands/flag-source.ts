/** Which capability a command is made from: where its flags choose between two, the one chosen. */
import { UsageError } from '../errors.js';
import type { Command, FlagSource, Parsed } from './command.js';
import { type FlagValue, optionName } from './field-values.js';
import { flagFields, rowsBehind, sourcesOf } from './operation-flags.js';

export function sourceOf(command: Command): FlagSource {
  if (command.flagsFrom !== undefined) return command.flagsFrom;
  throw new TypeError(`${command.name} has no row to take flags from`);
}

/** The command as it is with these flags: made from one capability. */
export function settled(command: Command, parsed: Parsed): Command {
  const { instead } = sourceOf(command);
  const [usual, other] = sourcesOf(command);
  const flagsFrom = instead !== undefined && isGiven(parsed.options[instead.flag]) ? other : usual;
  return flagsFrom === undefined ? command : { ...command, flagsFrom };
}

/**
 * @param flags those given that the command as settled does not have
 * @throws UsageError when the command has them with its other capability
 */
export async function refuseFlagsOfOther(
  flags: readonly string[],
  declared: Command,
  chosen: Command,
): Promise<void> {
  const { instead } = sourceOf(declared);
  const { capability } = sourceOf(chosen);
  const other = sourcesOf(declared).find((source) => source.capability !== capability);
  if (instead === undefined || other === undefined) return;
  const rows = await rowsBehind(other.capability);
  const known = [...rows.values()].flatMap((row) => flagFields(other, row).map(optionName));
  const flag = flags.find((one) => known.includes(one));
  if (flag === undefined) return;
  const relation = capability === instead.capability ? 'does not go with' : 'goes only with';
  throw new UsageError(`--${flag} ${relation} --${instead.flag}.`, {
    code: 'conflicting_options',
    hint: `See licensectl ${declared.name} --help. Nothing was sent.`,
  });
}

export function isGiven(value: FlagValue | undefined): value is FlagValue {
  if (value === undefined || value === false) return false;
  return !Array.isArray(value) || value.length > 0;
}
