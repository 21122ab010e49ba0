/** The command line as a commander program: names and help from the catalogue, one command filled in. */
import { Argument, CommanderError, Command as Node, Option } from 'commander';
import type { ArgumentSpec, Command, Example, OptionSpec, Parsed } from '../commands/command.js';
import { UsageError } from '../errors.js';
import type { CatalogEntry } from './catalog/entry.js';
import { GROUPS, NOUNS } from './catalog.js';
import { GLOBAL_OPTIONS } from './global-options.js';
import { exampleText, GLOBAL_HEADING, helpLayout } from './help-layout.js';

export interface HelpStyle {
  readonly width: number;
  /** Paints headings; gives plain text back where there is no colour. */
  readonly heading: (text: string) => string;
}

export interface Program {
  /** Help of the whole program, of a noun or, when it was attached, of a command. */
  help(words: readonly string[]): string;
  /** Fills in arguments and options of one command. */
  attach(command: Command, options: readonly OptionSpec[]): void;
  /**
   * Parses what the attached command was given, options first, in canonical spelling.
   * @throws UsageError
   */
  parse(command: Command, options: readonly string[], positionals: readonly string[]): Parsed;
}

/** What to type first. */
const FIRST_STEPS: readonly Example[] = [
  {
    command: 'licensectl emulator exec -- sh',
    explains: 'a shell to try everything in, without any account',
  },
  { command: 'licensectl login', explains: 'connect to a real system' },
];

const SUMMARY = 'One command line for Zentitle, LicenseSpring, Babel Licensing and Parallels RAS.';

function optionFrom(spec: OptionSpec): Option {
  const value = spec.boolean === true ? ` [true|false]` : spec.value === undefined ? '' : ` <${spec.value}>`;
  const short = spec.short === undefined ? '' : `-${spec.short}, `;
  const option = new Option(`${short}--${spec.flag}${value}`, describe(spec));
  if (spec.required === true) option.makeOptionMandatory();
  if (value !== '') option.argParser(valueParser(spec));
  return option;
}

function describe({ description, choices, repeatable }: OptionSpec): string {
  // Some descriptions are the choices, with a word on each.
  const named = choices === undefined || choices.every((choice) => description.includes(choice));
  const listed = named ? '' : `: ${choices.join(', ')}`;
  return `${description}${listed}${repeatable === true ? ' (repeatable)' : ''}`;
}

/** Collects a repeatable option, and brings a choice into its documented spelling. */
function valueParser(spec: OptionSpec): (text: string, previous: unknown) => unknown {
  return (text, previous) => {
    const value = spec.choices === undefined ? text : chosen(spec, spec.choices, text);
    if (spec.repeatable !== true) return value;
    return Array.isArray(previous) ? [...previous, value] : [value];
  };
}

function chosen(spec: OptionSpec, choices: readonly string[], text: string): string {
  const choice = choices.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  if (choice !== undefined) return choice;
  throw new UsageError(`--${spec.flag} takes one of ${choices.join(', ')}, not '${text}'.`, {
    code: 'invalid_value',
  });
}

function argumentFrom(spec: ArgumentSpec): Argument {
  const name = spec.variadic === true ? `${spec.name}...` : spec.name;
  return new Argument(spec.required ? `<${name}>` : `[${name}]`, spec.description);
}

/** The value of an option when it was given. */
function givenValue(node: Node, option: Option): string | readonly string[] | boolean | undefined {
  const name = option.attributeName();
  if (node.getOptionValueSource(name) !== 'cli') return undefined;
  return option.negate ? true : node.getOptionValue(name);
}

function readParsed(node: Node, command: Command): Parsed {
  const options: Record<string, string | readonly string[] | boolean> = Object.create(null);
  for (const option of node.options) {
    const value = givenValue(node, option);
    if (value !== undefined && option.long) options[option.long.slice(2)] = value;
  }
  const args: Record<string, string | readonly string[]> = Object.create(null);
  for (const [index, spec] of (command.args ?? []).entries()) {
    const value: string | readonly string[] | undefined = node.processedArgs[index];
    if (value !== undefined) args[spec.name] = value;
  }
  return { args, options };
}

/** commander's complaint as one of ours. */
function usageError(error: CommanderError, command: Command, node: Node): UsageError {
  const required = (command.args ?? [])
    .filter((argument) => argument.required)
    .map(({ name }) => name.toUpperCase());
  const hint = `See \`licensectl ${command.name} --help\`.`;
  switch (error.code) {
    case 'commander.missingArgument':
      return new UsageError(`'${command.name}' needs ${required.join(' and ')}.`, {
        code: 'missing_argument',
        hint: command.examples[0] === undefined ? hint : `For example: ${command.examples[0].command}`,
      });
    case 'commander.excessArguments': {
      const most = command.args?.length ?? 0;
      const takesKey = node.options.some(({ long }) => long === '--key');
      const taken = most === 0 ? 'no argument' : most === 1 ? 'one argument' : `${most} arguments`;
      return new UsageError(`'${command.name}' takes ${taken}, and more were given.`, {
        code: 'excess_arguments',
        hint: `${takesKey ? 'The licence key goes into --key; text' : 'Text'} with blanks needs quotes. ${hint}`,
      });
    }
    case 'commander.missingMandatoryOptionValue': {
      const flag = /--[a-z0-9-]+/.exec(error.message)?.[0] ?? 'an option';
      return new UsageError(`'${command.name}' needs ${flag}.`, { code: 'missing_option', hint });
    }
    default:
      return new UsageError(`${error.message.replace(/^error: /, '').replace(/\.$/, '')}.`, {
        code: 'usage',
        hint,
      });
  }
}

function addGlobals(node: Node): void {
  for (const spec of GLOBAL_OPTIONS) node.addOption(optionFrom(spec).helpGroup(GLOBAL_HEADING));
  node.addHelpOption(new Option('-h, --help', 'show help').helpGroup(GLOBAL_HEADING));
}

function prepare(node: Node, style: HelpStyle): Node {
  return node
    .helpCommand(false)
    .configureHelp(helpLayout(style.heading))
    .configureOutput({
      getOutHelpWidth: () => style.width,
      getOutHasColors: () => true,
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .exitOverride();
}

/** Whether this entry must be in the tree: for its own sake, or because help on `words` lists it. */
function isConcerned({ name }: CatalogEntry, words: readonly string[]): boolean {
  const typed = words.join(' ');
  return typed === '' || name === typed || name.startsWith(`${typed} `);
}

/**
 * Builds as much of the tree of names as `words` need, since every start has to wait for it; commands are empty
 * until they are attached.
 * @param words a whole command, the noun of two-word commands, or none
 */
export function createProgram(
  catalog: readonly CatalogEntry[],
  style: HelpStyle,
  words: readonly string[],
): Program {
  const root = prepare(new Node('licensectl').description(SUMMARY), style);
  addGlobals(root);
  root.addOption(new Option('-V, --version', 'print the version').helpGroup(GLOBAL_HEADING));
  const nodes = new Map<string, Node>([['', root]]);
  const nounNode = (noun: string, group: string): Node => {
    const known = nodes.get(noun);
    if (known !== undefined) return known;
    const node = prepare(root.command(noun).description(NOUNS[noun] ?? noun), style).helpGroup(`${group}:`);
    const verbs = catalog
      .filter(({ name }) => name.startsWith(`${noun} `))
      .map(({ name }) => name.split(' ')[1]);
    node.summary(`${NOUNS[noun] ?? noun}: ${verbs.join(', ')}`);
    node.addHelpOption(new Option('-h, --help').hideHelp());
    nodes.set(noun, node);
    return node;
  };
  for (const group of GROUPS) {
    for (const entry of catalog.filter((one) => one.group === group && isConcerned(one, words))) {
      const [first = '', second] = entry.name.split(' ');
      const parent = second === undefined ? root : nounNode(first, group);
      // Help on the whole program names nouns, not what is below them.
      if (second !== undefined && words.length === 0) continue;
      const node = prepare(parent.command(second ?? first).description(entry.summary), style);
      node.helpGroup(second === undefined ? `${group}:` : 'Commands:');
      nodes.set(entry.name, node);
    }
  }

  const nodeOf = (name: string): Node => {
    const node = nodes.get(name);
    if (node === undefined) throw new TypeError(`${name} is not in the catalogue`);
    return node;
  };
  const attached = new Map<string, Command>();

  return {
    help(words) {
      const name = words.join(' ');
      const command = attached.get(name);
      const more = `\nHelp on a command: licensectl${name === '' ? '' : ` ${name}`} COMMAND --help\n`;
      const below = command === undefined ? more : exampleText(command.examples);
      return nodeOf(name).helpInformation() + (name === '' ? exampleText(FIRST_STEPS) : '') + below;
    },
    attach(command, options) {
      const node = nodeOf(command.name);
      attached.set(command.name, command);
      const more = command.description === undefined ? '' : ` ${command.description}`;
      node.summary(command.summary).description(`${command.summary}.${more}`);
      for (const spec of command.args ?? []) node.addArgument(argumentFrom(spec));
      for (const spec of options) node.addOption(optionFrom(spec).helpGroup('Options:'));
      addGlobals(node);
    },
    parse(command, options, positionals) {
      const node = nodeOf(command.name);
      try {
        node.action(() => undefined).parse([...options, '--', ...positionals], { from: 'user' });
      } catch (error) {
        throw error instanceof CommanderError ? usageError(error, command, node) : error;
      }
      return readParsed(node, command);
    },
  };
}
