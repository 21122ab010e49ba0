/**
 * Brings options into one spelling before the parser sees them: documented field names and missing dashes,
 * `--flag value` as `--flag=value`, `-qv` as two switches, boolean values.
 */
import type { OptionSpec } from '../commands/command.js';
import {
  missingValue,
  notBoolean,
  noValueTaken,
  type OptionPlace,
  repeated,
  unknownOption,
} from './option-errors.js';
import { createOptionTable, optionName } from './option-table.js';

export interface Normalized {
  /** `--flag` or `--flag=value`, canonical spelling. */
  readonly options: readonly string[];
  readonly positionals: readonly string[];
  /** `--help` or `-h` stood among the options. */
  readonly help: boolean;
}

export interface NormalizeOptions extends OptionPlace {
  /** Everything from the first positional on belongs to another program. */
  readonly passThrough: boolean;
}

const isOption = (token: string): boolean => token.startsWith('-') && token !== '-';
/** A negative number or step of time: `-5`, `-1h`. No option begins with a digit. */
const isAmount = (token: string): boolean => /^-\d+(\.\d+)?[a-z]*$/i.test(token);

/**
 * @throws UsageError for an option that does not exist, lacks its value, is given twice, or would carry a secret;
 *   no message repeats a value
 */
export function normalizeOptions(
  tokens: readonly string[],
  specs: readonly OptionSpec[],
  place: NormalizeOptions,
): Normalized {
  const table = createOptionTable(specs);
  const options: string[] = [];
  const positionals: string[] = [];
  const seen = new Set<OptionSpec>();
  let help = false;
  let index = 0;

  const add = (spec: OptionSpec, value: string | undefined): void => {
    if (value !== undefined && spec.repeatable !== true && seen.has(spec)) throw repeated(spec);
    seen.add(spec);
    options.push(value === undefined ? `--${spec.flag}` : `--${spec.flag}=${value}`);
  };

  /** The next token as a value; an option is none. */
  const takeValue = (spec: OptionSpec): string => {
    const next = tokens[index + 1];
    const isKnownShort = next?.length === 2 && isOption(next) && table.find(next) !== undefined;
    if (next === undefined || next.startsWith('--') || isKnownShort) throw missingValue(spec);
    index += 1;
    return next;
  };

  const addBoolean = (spec: OptionSpec, given: string | undefined): void => {
    const next = tokens[index + 1];
    const follows = given === undefined && next !== undefined && /^(true|false)$/i.test(next);
    if (follows) index += 1;
    const value = (follows ? next : (given ?? 'true'))?.toLowerCase();
    if (value !== 'true' && value !== 'false') throw notBoolean(spec);
    add(spec, value);
  };

  const addSwitch = (spec: OptionSpec, given: string | undefined): void => {
    if (given === undefined || given.toLowerCase() === 'true') add(spec, undefined);
    else if (given.toLowerCase() !== 'false') throw noValueTaken(spec);
  };

  const addFound = (spec: OptionSpec, given: string | undefined): void => {
    if (spec.boolean === true) addBoolean(spec, given);
    else if (spec.value === undefined) addSwitch(spec, given);
    else add(spec, given ?? takeValue(spec));
  };

  const addLong = (token: string): void => {
    const equals = token.indexOf('=');
    const given = equals < 0 ? undefined : token.slice(equals + 1);
    const spec = table.find(token);
    if (spec !== undefined) {
      addFound(spec, given);
      return;
    }
    const positive = token.startsWith('--no-') ? table.find(`--${optionName(token).slice(3)}`) : undefined;
    if (positive?.boolean !== true || given !== undefined) throw unknownOption(token, specs, place);
    add(positive, 'false');
  };

  /** `-q`, `-qv`, `-fname=value`, `-f name=value`. */
  const addShort = (token: string): void => {
    for (let at = 1; at < token.length; at += 1) {
      const letter = `-${token.charAt(at)}`;
      if (letter === '-h') {
        help = true;
        continue;
      }
      const spec = table.find(letter);
      if (spec === undefined) throw unknownOption(letter, specs, place);
      if (spec.value === undefined || spec.boolean === true) {
        add(spec, spec.boolean === true ? 'true' : undefined);
        continue;
      }
      const attached = token.slice(at + 1);
      add(spec, attached === '' ? takeValue(spec) : attached);
      return;
    }
  };

  for (; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    if (token === '--') {
      positionals.push(...tokens.slice(index + 1));
      break;
    }
    if (!isOption(token) || isAmount(token)) {
      if (place.passThrough) {
        positionals.push(...tokens.slice(index));
        break;
      }
      positionals.push(token);
    } else if (token === '--help') {
      help = true;
    } else if (token.startsWith('--')) {
      addLong(token);
    } else {
      addShort(token);
    }
  }
  return { options, positionals, help };
}
