/** `event send`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'event send',
  summary: 'Send an event of your own to the data stream',
  description:
    'Needs a key of the kind datastreamer, which may call nothing else: keep it in a context of its own. An event is ' +
    'never sent twice by itself.',
  args: [{ name: 'EVENT', description: 'name of the event', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'events.send', positional: ['event'] },
  examples: [
    {
      command:
        'licensectl event send TestDSEvent --product 6872450105 --payload profile=testingProfile5 --payload companyId:=17 --dry-run',
      explains: 'shows what would be sent; companyId is a number',
    },
    {
      command: 'licensectl event send Shipped --context events',
      explains: 'with the key of a context named events',
    },
  ],
  change: ({ events }) => events?.send,
  id: 'event',
  done: ({ event }) => `Event ${event} is sent.`,
});
