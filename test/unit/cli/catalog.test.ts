import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CATALOG, NOUNS } from '../../../src/cli/catalog.js';
import { GLOBAL_OPTIONS } from '../../../src/cli/global-options.js';
import { expandFlags } from '../../../src/commands/operation-flags.js';

const COMMANDS = fileURLToPath(new URL('../../../src/commands', import.meta.url));

/** Names that command files declare. */
const declared = readdirSync(COMMANDS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(COMMANDS, file), 'utf8'))
  .filter((source) => /export const command: Command = (\w+\()?\{/.test(source))
  .map((source) => /\n {2}name: '([^']+)'/.exec(source)?.[1]);

describe('the catalogue', () => {
  it('has every command file, and each once', () => {
    expect(CATALOG.map(({ name }) => name).sort()).toEqual([...declared].sort());
  });

  it('explains every noun', () => {
    const nouns = CATALOG.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')[0]] : []));
    expect([...new Set(nouns)].sort()).toEqual(Object.keys(NOUNS).sort());
  });

  it.each(CATALOG.map((entry) => [entry.name, entry] as const))('agrees with %s', async (name, entry) => {
    const { command } = await entry.load();
    expect(command.name).toBe(name);
    expect(command.summary).toBe(entry.summary);
    expect(command.examples.length).toBeGreaterThan(0);

    expect(command.summary).toMatch(/^[A-Z].*[^.]$/);
    if (command.description !== undefined) expect(command.description).toMatch(/^\S.*\.$/);
    const lines = [
      ...(command.args ?? []),
      ...(command.options ?? []),
      ...(await expandFlags(command)),
      ...GLOBAL_OPTIONS,
    ].map(({ description }) => description);
    // Names and abbreviations keep their capitals.
    expect(lines.filter((line) => /^[A-Z][a-z]+ (?!customer|RAS|OAuth)|\.$/.test(line))).toEqual([]);

    const own = (command.options ?? []).map(({ flag }) => flag);
    const flags = [...own, ...(await expandFlags(command)).map(({ flag }) => flag)];
    expect(new Set(own).size).toBe(own.length);
    const globals = new Set(GLOBAL_OPTIONS.map(({ flag }) => flag));
    expect(flags.filter((flag) => globals.has(flag))).toEqual([]);
  });
});
