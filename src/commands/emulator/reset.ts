/** `emulator reset`. */
import type { Command } from '../command.js';
import { countsOf, type WorldAnswer } from './control-answers.js';
import { changeEmulator, URL_OPTION } from './running-emulator.js';

export const command: Command = {
  name: 'emulator reset',
  summary: 'Put a running emulator back to its default world',
  options: [URL_OPTION],
  examples: [
    { command: 'licensectl emulator reset', explains: 'as if the emulator had just been started afresh' },
  ],
  async run(context, parsed) {
    return changeEmulator(context, parsed, { method: 'POST', path: '/reset' }, (answer, { url }) => ({
      result: {
        kind: 'record',
        id: 'url',
        hidden: ['tables'],
        record: { url, tables: countsOf(answer as WorldAnswer) },
        message: 'The emulator holds its default world again.',
      },
    }));
  },
};
