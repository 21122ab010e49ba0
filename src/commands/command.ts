/**
 * What a command is. A command file declares name, arguments, options and examples, and a `run` that asks one
 * thing of the layers below and returns data. It does not print, prompt on its own or end the process.
 */
import type { CapabilityRow } from '../api/provider.js';
import type { Outcome } from '../output/result.js';
import type { RunContext } from './run-context.js';

export interface ArgumentSpec {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** Takes all that is left (`CMD…`). */
  readonly variadic?: boolean;
}

export interface OptionSpec {
  /** Without dashes, kebab-case. */
  readonly flag: string;
  /** One letter without dash. */
  readonly short?: string;
  /** Placeholder, such as `FILE`; absent for a switch. */
  readonly value?: string;
  readonly description: string;
  readonly repeatable?: boolean;
  readonly choices?: readonly string[];
  readonly required?: boolean;
  /** Other spellings that are accepted: the documented field names. */
  readonly aliases?: readonly string[];
  /** Takes true or false; given bare it means true. */
  readonly boolean?: true;
}

export interface Example {
  readonly command: string;
  readonly explains: string;
}

/** Parsed command line: positional values by argument name, option values by flag name. */
export interface Parsed {
  readonly args: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Text for a valued option, text[] for a repeatable one, true for a switch. */
  readonly options: Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
}

export interface Command {
  /** Words a person types: `codes list`. */
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly args?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  /** Rows whose fields become flags (see `operation-flags.ts`), for each provider that has the capability. */
  readonly flagsFrom?: FlagSource;
  readonly examples: readonly Example[];
  /** Everything after the first positional belongs to CMD: options are not parsed there. */
  readonly passThrough?: boolean;
  run(context: RunContext, parsed: Parsed): Promise<Outcome>;
}

export interface FlagSource {
  readonly capability: CapabilityRow;
  /** With this flag the command is made from the row of another capability: `license list --device`. */
  readonly instead?: { readonly flag: string; readonly capability: CapabilityRow };
  /** Field names that the positional argument stands for (`license_key`, `userKey`, `licensecode`). */
  readonly positional?: readonly string[];
  /** Fields that the command handles itself. */
  readonly omit?: readonly string[];
  /**
   * A list whose members become flags: the command line then gives its one entry (`feature create CODE --name …`).
   * Several entries come by `--from-file`.
   */
  readonly entryOf?: string;
}
