/** From a command line to what is to be done: run a command, show help, or print the version. */
import type { Command, OptionSpec, Parsed } from '../commands/command.js';
import { UsageError } from '../errors.js';
import type { CatalogEntry } from './catalog/entry.js';
import { GLOBAL_OPTIONS, type Globals, readGlobals } from './global-options.js';
import { type Located, locateCommand } from './locate-command.js';
import { normalizeOptions } from './normalize-options.js';
import { createProgram, type HelpStyle, type Program } from './program.js';

export type Intent =
  | { readonly kind: 'run'; readonly command: Command; readonly parsed: Parsed; readonly globals: Globals }
  /** `asked` is false when help stands in for a missing command: an error. */
  | { readonly kind: 'help'; readonly text: string; readonly asked: boolean }
  | { readonly kind: 'version' };

export interface CommandLineOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly catalog: readonly CatalogEntry[];
  readonly style: HelpStyle;
  /** Flags of a command that come from operation rows. */
  readonly expandFlags: (command: Command) => Promise<readonly OptionSpec[]>;
}

const GLOBAL_FLAGS: ReadonlySet<string> = new Set(GLOBAL_OPTIONS.map(({ flag }) => flag));

/** The command's own options, then those of its rows that it does not define itself. */
async function optionsOf(
  command: Command,
  expandFlags: CommandLineOptions['expandFlags'],
): Promise<readonly OptionSpec[]> {
  const own = command.options ?? [];
  if (command.flagsFrom === undefined) return own;
  const flags = new Set(own.map(({ flag }) => flag));
  return [...own, ...(await expandFlags(command)).filter(({ flag }) => !flags.has(flag))];
}

/** Options of a command apart from the global ones. */
function split(parsed: Parsed): { readonly own: Parsed; readonly globals: Parsed['options'] } {
  const own: Record<string, Parsed['options'][string]> = Object.create(null);
  const globals: Record<string, Parsed['options'][string]> = Object.create(null);
  for (const [flag, value] of Object.entries(parsed.options)) {
    (GLOBAL_FLAGS.has(flag) ? globals : own)[flag] = value;
  }
  return { own: { args: parsed.args, options: own }, globals };
}

/** Help asked for behind the command's words, whatever else is wrong there. */
function asksForHelp(tokens: readonly string[], command: Command): boolean {
  if (command.passThrough === true) return false;
  const end = tokens.indexOf('--');
  return (end < 0 ? tokens : tokens.slice(0, end)).some((token) => token === '--help' || token === '-h');
}

async function intentOf(
  entry: CatalogEntry,
  located: Located,
  program: Program,
  { env, expandFlags }: CommandLineOptions,
): Promise<Intent> {
  const { command } = await entry.load();
  const options = await optionsOf(command, expandFlags);
  program.attach(command, options);
  const help: () => Intent = () => ({ kind: 'help', text: program.help(located.words), asked: true });
  if (located.help || asksForHelp(located.rest, command)) return help();
  const normalized = normalizeOptions([...located.before, ...located.rest], [...options, ...GLOBAL_OPTIONS], {
    command: command.name,
    fromRow: command.flagsFrom !== undefined,
    takesKey: command.args?.[0]?.name.toUpperCase() === 'KEY',
    passThrough: command.passThrough === true,
  });
  if (normalized.help) return help();
  const { own, globals } = split(program.parse(command, normalized.options, normalized.positionals));
  return { kind: 'run', command, parsed: own, globals: readGlobals(globals, env) };
}

/**
 * Loads the one command that is named, and nothing else.
 * @throws UsageError
 */
export async function parseCommandLine(
  argv: readonly string[],
  options: CommandLineOptions,
): Promise<Intent> {
  const located = locateCommand(argv, options.catalog);
  if (located.version) return { kind: 'version' };
  const program = createProgram(options.catalog, options.style, located.words);
  if (located.entry !== null) return intentOf(located.entry, located, program, options);
  const help: Intent = { kind: 'help', text: program.help(located.words), asked: located.help };
  const globals = normalizeOptions(located.before, GLOBAL_OPTIONS, {
    command: null,
    fromRow: false,
    passThrough: false,
  });
  if (!located.help && globals.options.some((option) => /^--(json$|output=(nd)?json$)/i.test(option))) {
    throw new UsageError('No command was given.', {
      code: 'missing_command',
      hint: `See \`licensectl ${[...located.words, '--help'].join(' ')}\`.`,
    });
  }
  return help;
}
