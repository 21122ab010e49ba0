/** `emulator save`. */
import { resolve } from 'node:path';
import { UsageError } from '../../errors.js';
import { writeAtomic } from '../../files/write-atomic.js';
import { textArgument } from '../arguments.js';
import type { Command } from '../command.js';
import { findEmulator, URL_OPTION } from './running-emulator.js';

export const command: Command = {
  name: 'emulator save',
  summary: 'Save the world of a running emulator to a file',
  description: 'Every table, the clock and the settings, as one JSON document; `emulator load` puts it back.',
  args: [{ name: 'FILE', description: 'the file to write', required: true }],
  options: [URL_OPTION],
  examples: [{ command: 'licensectl emulator save before.json', explains: 'a state to come back to' }],
  async run(context, parsed) {
    const given = textArgument(parsed, 'FILE') ?? '';
    const file = resolve(context.cwd, given);
    const emulator = await findEmulator(context, parsed);
    const world = await emulator.call('GET', '/world');
    try {
      await writeAtomic(file, `${JSON.stringify(world)}\n`, 0o600);
    } catch (cause) {
      throw new UsageError(`'${given}' cannot be written.`, {
        code: 'file_not_writable',
        hint: 'Check its folder, its rights and the free space.',
        cause,
      });
    }
    return {
      result: {
        kind: 'record',
        id: 'file',
        record: { file, url: emulator.url },
        message: `Saved to ${file}.`,
      },
    };
  },
};
