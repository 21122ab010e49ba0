/** `trial status`. */
import type { Command } from '../command.js';
import { capability, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';

export const command: Command = {
  name: 'trial status',
  summary: 'Show how the trial of a product on one computer stands',
  flagsFrom: { capability: 'trials.status' },
  examples: [
    {
      command: 'licensectl trial status --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL',
      explains: 'in trial, expired, activated or none',
    },
    {
      command: 'licensectl trial status --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL --json',
      explains: 'the same for a script: .data.status',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const { value, raw } = await capability(connection, 'trials').status(input);
    return { result: recordOf(value, 'computer', { raw }) };
  },
};
