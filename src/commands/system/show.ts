/** `system show`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'system show',
  summary: 'Show the computer behind an activation',
  description: 'What the client reported of it: operating system, processor, memory, version.',
  args: [{ name: 'COMPUTER', description: 'computer id, of 20 characters', required: true }],
  flagsFrom: { capability: 'systems.show', positional: ['computerid'] },
  examples: [
    {
      command: 'licensectl system show kQe0MRH12bYgemkYW2bc --product 6872450105',
      explains: 'a computer that codes activity has told of',
    },
    {
      command:
        'licensectl system show kQe0MRH12bYgemkYW2bc --product 6872450105 --columns operatingSystem,memory',
      explains: 'only what a ticket asks for',
    },
  ],
  read: ({ systems }) => systems?.show,
  id: 'computer',
});
