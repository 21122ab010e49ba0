/** `docs/commands.md`: every command, from the same declarations that make the help. */
import { CATALOG, GROUPS } from '../../src/cli/catalog.js';
import { GLOBAL_OPTIONS } from '../../src/cli/global-options.js';
import type { Command, OptionSpec } from '../../src/commands/command.js';
import { expandFlags } from '../../src/commands/operation-flags.js';
import { code, page, table } from './markdown.js';

export async function commandsPage(): Promise<string> {
  const sections: string[] = [];
  for (const group of GROUPS) {
    sections.push(`## ${group}`);
    for (const entry of CATALOG.filter((candidate) => candidate.group === group)) {
      const { command } = await entry.load();
      sections.push(commandSection(command, await expandFlags(command)));
    }
  }
  return page(
    'Commands',
    'Every command also explains itself: `licensectl COMMAND --help`. Options may be given as the licence ' +
      'system documents them too, and dashes inside a name do not matter: `--clientsallowed` is `--clients-allowed`.',
    [...sections, '## Options of every command', optionTable(GLOBAL_OPTIONS)],
  );
}

function commandSection(command: Command, flags: readonly OptionSpec[]): string {
  const options = [...(command.options ?? []), ...flags];
  const usage = [
    'licensectl',
    command.name,
    ...(command.args ?? []).map(({ name, required, variadic }) => {
      const term = `${name.toUpperCase()}${variadic ? '…' : ''}`;
      return required ? term : `[${term}]`;
    }),
    ...(options.length > 0 ? ['[options]'] : []),
  ].join(' ');
  const examples = command.examples
    .map(({ command: line, explains }) => `# ${explains}\n${line}`)
    .join('\n\n');
  return [
    `### ${command.name}`,
    `${command.summary}.${command.description ? ` ${command.description}` : ''}`,
    `\`\`\`text\n${usage}\n\`\`\``,
    ...(options.length > 0 ? [optionTable(options)] : []),
    `\`\`\`sh\n${examples}\n\`\`\``,
  ].join('\n\n');
}

function optionTable(options: readonly OptionSpec[]): string {
  return table(
    ['Option', 'Meaning'],
    options.map((option) => {
      const short = option.short ? `-${option.short}, ` : '';
      const value = option.value ? ` ${option.value}` : '';
      const choices = option.choices ? ` (${option.choices.join(', ')})` : '';
      const repeatable = option.repeatable ? '; repeatable' : '';
      return [code(`${short}--${option.flag}${value}`), `${option.description}${choices}${repeatable}`];
    }),
  );
}
