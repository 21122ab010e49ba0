/** `context show`. */
import type { Command } from '../command.js';
import { NAME_ARGUMENT, namedContext } from './name-argument.js';
import { contextRow } from './rows.js';

export const command: Command = {
  name: 'context show',
  summary: 'Show one context, without its secrets',
  args: [NAME_ARGUMENT],
  examples: [
    { command: 'licensectl context show', explains: 'the context in use' },
    { command: 'licensectl context show licensespring --json', explains: 'another one, for a script' },
  ],
  async run(context, parsed) {
    const { name, entry, current } = await namedContext(context, parsed);
    return { result: { kind: 'record', id: 'name', record: contextRow(name, entry, current) } };
  },
};
