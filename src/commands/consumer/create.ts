/** `consumer create`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'consumer create',
  summary: 'Create a consumer record',
  description: 'With --code for an activation, without it for a trial.',
  options: [FROM_FILE],
  flagsFrom: { capability: 'consumers.create' },
  examples: [
    {
      command:
        'licensectl consumer create --product 6872450105 --computer BLXRrZJJEei4K7qPrJSL --code 206454320110930859 --client-info firstname=Kevin --client-info email=kevin@supersytle.com',
      explains: 'a registration with an activation',
    },
    {
      command:
        'licensectl consumer create --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL --client-info company=Nordlicht --client-info seats:=5',
      explains: 'a registration with a trial; seats is a number',
    },
  ],
  change: ({ consumers }) => consumers?.create,
  id: 'computer',
  done: ({ computer }) => `Created a consumer record of computer ${computer}.`,
});
