/** The examples in help are command lines that the program takes. */
import { describe, expect, it } from 'vitest';
import { CATALOG } from '../../../src/cli/catalog.js';
import { parseCommandLine } from '../../../src/cli/parse-command-line.js';
import { expandFlags } from '../../../src/commands/operation-flags.js';

/** Words of the part that calls licensectl, between pipes or in `$(…)`; quotes are taken off, redirections left out. */
function wordsOf(example: string): readonly string[] {
  const inner = /\$\((.*)\)/.exec(example)?.[1] ?? example;
  const part = inner.split(' | ').find((one) => one.startsWith('licensectl ')) ?? '';
  const words = part.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  const redirection = words.findIndex((word) => word === '<' || word === '>');
  const own = redirection < 0 ? words : words.slice(0, redirection);
  return own.slice(1).map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));
}

const MINE = CATALOG.filter(({ group }) => group !== 'Contexts').filter(
  ({ name }) => !name.startsWith('emulator'),
);

describe.each(MINE.map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
  it('has examples that parse', async () => {
    const { command } = await entry.load();
    expect(command.name).toBe(name);
    expect(command.examples.length).toBeGreaterThanOrEqual(2);
    for (const example of command.examples) {
      const style = { width: 80, heading: (text: string) => text };
      const intent = await parseCommandLine(wordsOf(example.command), {
        env: {},
        catalog: CATALOG,
        style,
        expandFlags,
      });
      expect(intent).toMatchObject({ kind: 'run', command: { name } });
    }
  });
});
