/** This computer as a device that licences are bound to. */
import { detectContainer } from './container.js';
import { type MachineId, readMachineId } from './machine-id.js';
import type { MachineProbe } from './probe.js';
import { detectVirtualMachine, type VirtualMachine } from './virtual-machine.js';

export interface MachineRecord extends MachineId, VirtualMachine {
  /** docker, podman, kubernetes, lxc, …; null outside of one. */
  readonly container: string | null;
}

export interface Caveat {
  readonly code: 'hardware_id_shared' | 'hardware_id_unstable';
  readonly message: string;
}

export async function describeMachine(probe: MachineProbe): Promise<MachineRecord> {
  const [id, virtual, container] = await Promise.all([
    readMachineId(probe),
    detectVirtualMachine(probe),
    detectContainer(probe),
  ]);
  return { ...id, ...virtual, container };
}

/** What speaks against binding a licence to this id; null when nothing does. */
export function caveatOf({ source, container }: MachineRecord): Caveat | null {
  if (source === 'fallback') {
    return {
      code: 'hardware_id_unstable',
      message:
        'The operating system keeps no id of this machine, so the id is made of host name, processor and network ' +
        'cards: it changes when they do. On Linux `systemd-machine-id-setup` gives the machine an id that stays.',
    };
  }
  if (container === null) return null;
  return {
    code: 'hardware_id_shared',
    message:
      `This is a container (${container}): its id may be shared by all of its image, or new each time. ` +
      'To count the host as the device, mount its /etc/machine-id.',
  };
}
