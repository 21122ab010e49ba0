/** How help looks: terms in the usual notation, headings, examples. */
import { type Argument, Help, type HelpConfiguration, type Command as Node, type Option } from 'commander';
import type { Example } from '../commands/command.js';

const argumentTerm = (argument: Argument): string => {
  const name = `${argument.name().toUpperCase()}${argument.variadic ? '…' : ''}`;
  return argument.required ? name : `[${name}]`;
};

const optionTerm = (option: Option): string => {
  const term = option.flags.replaceAll(/[<>]/g, '');
  return option.short === undefined ? `    ${term}` : term;
};

function fullName(node: Node): string {
  return node.parent === null ? node.name() : `${fullName(node.parent)} ${node.name()}`;
}

function usage(node: Node): string {
  if (node.commands.length > 0) return `${fullName(node)} COMMAND [options]`;
  const terms = node.registeredArguments.map(argumentTerm);
  // What is taken as it stands comes last: options behind it are not ours.
  const takesAll = node.registeredArguments.some(({ variadic }) => variadic);
  const tail = takesAll ? ['[options]', '--', ...terms] : [...terms, '[options]'];
  return [fullName(node), ...tail].join(' ');
}

export const GLOBAL_HEADING = 'Global options:';

/** What is common to all commands stands behind what is particular. */
function globalsLast(text: string): string {
  const sections = text.trimEnd().split('\n\n');
  const isGlobal = (section: string): boolean => section.split('\n')[0]?.includes(GLOBAL_HEADING) === true;
  return `${[...sections.filter((one) => !isGlobal(one)), ...sections.filter(isGlobal)].join('\n\n')}\n`;
}

/** @param heading paints the titles of sections */
export const helpLayout = (heading: (text: string) => string): HelpConfiguration => ({
  argumentTerm,
  optionTerm,
  optionDescription: (option) => option.description,
  commandUsage: usage,
  subcommandTerm: (node) => node.name(),
  styleTitle: heading,
  minWidthToWrap: 24,
  formatHelp: (node, helper) => globalsLast(Help.prototype.formatHelp.call(helper, node, helper)),
});

/** Examples, below the help that they belong to. */
export function exampleText(examples: readonly Example[]): string {
  const lines = examples.map(({ command: line, explains }) => `  # ${explains}\n  ${line}\n`);
  return lines.length === 0 ? '' : `\nExamples:\n${lines.join('\n')}`;
}
