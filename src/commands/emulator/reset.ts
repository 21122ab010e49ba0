/** `emulator reset`. */
import type { Command } from '../command.js';
import { countsOf, type TableCounts } from './control-answers.js';
import { dryRunOutcome, findEmulator, URL_OPTION } from './running-emulator.js';

export const command: Command = {
  name: 'emulator reset',
  summary: 'Put a running emulator back to its default world',
  options: [URL_OPTION],
  examples: [
    { command: 'licensectl emulator reset', explains: 'as if the emulator had just been started afresh' },
  ],
  async run(context, parsed) {
    if (context.settings.dryRun) return dryRunOutcome('POST', '/reset');
    const emulator = await findEmulator(context, parsed);
    const { systems } = (await emulator.call('POST', '/reset')) as { systems: TableCounts };
    return {
      result: {
        kind: 'record',
        id: 'url',
        hidden: ['tables'],
        record: { url: emulator.url, tables: countsOf(systems) },
        message: 'The emulator holds its default world again.',
      },
    };
  },
};
