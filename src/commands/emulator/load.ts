/** `emulator load`. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../../errors.js';
import { textArgument } from '../arguments.js';
import type { Command } from '../command.js';
import { countsOf, type WorldAnswer } from './control-answers.js';
import { changeEmulator, URL_OPTION } from './running-emulator.js';

export const command: Command = {
  name: 'emulator load',
  summary: 'Load a saved world into a running emulator',
  description: 'All of it or, when anything in the file is not right, nothing.',
  args: [{ name: 'FILE', description: 'a file written by `emulator save`', required: true }],
  options: [URL_OPTION],
  examples: [{ command: 'licensectl emulator load before.json', explains: 'back to where it was saved' }],
  async run(context, parsed) {
    const given = textArgument(parsed, 'FILE') ?? '';
    const file = resolve(context.cwd, given);
    const world = await readWorld(file, given);
    // A dry run shows no body: a world is long.
    const change = {
      method: 'PUT',
      path: '/world',
      ...(!context.settings.dryRun && { value: world }),
    } as const;
    return changeEmulator(context, parsed, change, (answer, { url }) => ({
      result: {
        kind: 'record',
        id: 'file',
        hidden: ['tables'],
        record: { file, url, tables: countsOf(answer as WorldAnswer) },
        message: `The emulator holds the world of ${file}.`,
      },
    }));
  },
};

async function readWorld(file: string, given: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`'${given}' cannot be read.`, {
      code: 'file_not_readable',
      hint: 'Give a file that `licensectl emulator save` has written.',
      cause,
    });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`'${given}' is not JSON.`, {
      code: 'not_json',
      hint: 'It must be a file that `licensectl emulator save` has written.',
      cause,
    });
  }
}
