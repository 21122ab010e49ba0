/** `context rename`. */
import type { Command } from '../command.js';
import { changed } from './changed.js';

export const command: Command = {
  name: 'context rename',
  summary: 'Give a context another name',
  args: [
    { name: 'NAME', description: 'the context', required: true },
    { name: 'NEW-NAME', description: 'its new name', required: true },
  ],
  examples: [
    { command: 'licensectl context rename zentitle production', explains: 'the credentials move with it' },
  ],
  async run(context, parsed) {
    const from = String(parsed.args.NAME);
    const to = String(parsed.args['NEW-NAME']);
    await (await context.contexts()).rename(from, to);
    const record = { name: to, previousName: from };
    return changed(context, 'rename', record, `Context '${from}' is now '${to}'.`);
  },
};
