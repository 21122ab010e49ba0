/** `hardware-id`. */
import type { Command } from './command.js';
import { recordOf } from './rows.js';
import { thisMachine } from './this-machine.js';

export const command: Command = {
  name: 'hardware-id',
  summary: 'Show an id of this computer that stays the same, and whether it is a virtual machine',
  description:
    'The id that the operating system keeps (/etc/machine-id, IOPlatformUUID, MachineGuid), hashed with SHA-256 under ' +
    'a name of our own, so that the id itself stays on this computer; docs/hardware-id.md has the recipe. It is what ' +
    '--hardware-id auto stands for. Needs no context and no network. It is no id that the vendor’s own SDKs make: an ' +
    'application that uses them has another.',
  examples: [
    {
      command: 'licensectl hardware-id',
      explains: 'the id, where it comes from, virtual machine and container',
    },
    { command: 'licensectl hardware-id -q', explains: 'the id alone, for a script' },
  ],
  async run(context) {
    return { result: recordOf(await thisMachine(context), 'hardwareId') };
  },
};
