/** `context list`. */
import type { Command } from '../command.js';
import { CONTEXT_COLUMNS, contextRow } from './rows.js';

export const command: Command = {
  name: 'context list',
  summary: 'List the contexts on this computer',
  examples: [
    { command: 'licensectl context list', explains: 'all contexts; the current one is marked' },
    { command: 'licensectl context list -q', explains: 'names only, one a line' },
  ],
  async run(context) {
    const { contexts, current } = await (await context.contexts()).read();
    return {
      result: {
        kind: 'list',
        id: 'name',
        columns: CONTEXT_COLUMNS,
        rows: Object.entries(contexts).map(([name, entry]) => contextRow(name, entry, current)),
        empty: 'There are no contexts. Make one with `licensectl login`.',
      },
    };
  },
};
