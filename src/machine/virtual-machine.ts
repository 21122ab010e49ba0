/**
 * Whether this is a virtual machine. Told by what the firmware says of itself, then by traces of a hypervisor. Those of
 * macOS and Windows could not be tried by the authors; they follow what Apple and Microsoft document.
 */
import type { MachineProbe } from './probe.js';
import { registryValues } from './registry.js';

export interface VirtualMachine {
  /** null when nothing tells. */
  readonly isVm: boolean | null;
  /** The hypervisor or cloud, and what the machine calls itself; null on hardware. */
  readonly vmInfo: string | null;
}

/** What the firmware of each says, in vendor and product names. The first that matches counts. */
const FIRMWARES: readonly (readonly [said: RegExp, name: string])[] = [
  // Rented hardware, under a name that is otherwise that of a virtual machine.
  [/Amazon EC2.*\.metal\b/i, ''],
  [/Amazon EC2/i, 'Amazon EC2'],
  [/Google Compute Engine/i, 'Google Compute Engine'],
  [/DigitalOcean/i, 'DigitalOcean'],
  [/Hetzner.*vServer/i, 'Hetzner'],
  [/Alibaba Cloud/i, 'Alibaba Cloud'],
  [/OpenStack/i, 'OpenStack'],
  [/VMware/i, 'VMware'],
  [/VirtualBox|innotek/i, 'VirtualBox'],
  [/Microsoft Corporation.*Virtual Machine/i, 'Hyper-V'],
  [/Parallels/i, 'Parallels'],
  [/VirtualMac|Apple Virtualization/i, 'Apple Virtualization'],
  [/Nutanix/i, 'Nutanix'],
  [/oVirt|RHEV|KubeVirt/i, 'KVM'],
  [/BHYVE/i, 'bhyve'],
  [/\bXen\b|HVM domU/i, 'Xen'],
  [/QEMU|\bKVM\b|Bochs|SeaBIOS/i, 'KVM or QEMU'],
];

const UNNAMED = 'unknown hypervisor';
const HARDWARE: VirtualMachine = { isVm: false, vmInfo: null };
const UNKNOWN: VirtualMachine = { isVm: null, vmInfo: null };

export async function detectVirtualMachine(probe: MachineProbe): Promise<VirtualMachine> {
  switch (probe.platform) {
    case 'linux':
      return (await windowsSubsystem(probe)) ?? (await linuxFirmware(probe)) ?? (await linuxTraces(probe));
    case 'darwin':
      return macMachine(probe);
    case 'win32':
      return windowsMachine(probe);
    default:
      return UNKNOWN;
  }
}

/** The second version of WSL runs in a virtual machine, the first had no kernel of its own. */
async function windowsSubsystem({ read }: MachineProbe): Promise<VirtualMachine | null> {
  const release = await read('/proc/sys/kernel/osrelease');
  if (release === null || !/microsoft/i.test(release)) return null;
  return /WSL2|microsoft-standard/i.test(release) ? machine('WSL 2', null) : HARDWARE;
}

/** null when the firmware names no hypervisor: there may be one all the same. */
async function linuxFirmware({ read }: MachineProbe): Promise<VirtualMachine | null> {
  const said = await Promise.all(
    ['sys_vendor', 'product_name', 'board_vendor', 'bios_vendor'].map(
      async (name) => (await read(`/sys/class/dmi/id/${name}`))?.trim() ?? '',
    ),
  );
  return firmware(said.join(' '), said[1] ?? '');
}

async function linuxTraces({ read }: MachineProbe): Promise<VirtualMachine> {
  const [tree, type, control, processors] = await Promise.all(
    [
      '/proc/device-tree/hypervisor/compatible',
      '/sys/hypervisor/type',
      '/proc/xen/capabilities',
      '/proc/cpuinfo',
    ].map(read),
  );
  // The first domain of Xen runs the others, on the hardware.
  if (control?.includes('control_d')) return HARDWARE;
  const name = [tree, type]
    .map((text) => text?.replaceAll('\0', ' ').trim() ?? '')
    .find((text) => text !== '');
  if (name !== undefined) return machine(name, null);
  const flags = /^flags\s*:(.*)$/m.exec(processors ?? '')?.[1];
  if (flags?.split(' ').includes('hypervisor')) return machine(UNNAMED, null);
  // Only processors with flags would have told; others leave it to the firmware, which was silent or is not there.
  return flags !== undefined || (await read('/sys/class/dmi/id/sys_vendor')) !== null ? HARDWARE : UNKNOWN;
}

async function macMachine({ run }: MachineProbe): Promise<VirtualMachine> {
  const [present, model] = await Promise.all([
    run('/usr/sbin/sysctl', ['-n', 'kern.hv_vmm_present']),
    run('/usr/sbin/sysctl', ['-n', 'hw.model']),
  ]);
  const named = firmware(model ?? '', model?.trim() ?? '');
  if (named !== null) return named;
  if (present === null) return UNKNOWN;
  return present.trim() === '1' ? machine(UNNAMED, model?.trim() || null) : HARDWARE;
}

/** That a hypervisor is there tells nothing on Windows: with Hyper-V the host has one, too. So the firmware decides. */
async function windowsMachine(probe: MachineProbe): Promise<VirtualMachine> {
  const values = await registryValues(probe, 'HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS');
  if (values.size === 0) return UNKNOWN;
  const [maker, product, bios] = ['SystemManufacturer', 'SystemProductName', 'BIOSVendor'].map(
    (name) => values.get(name) ?? '',
  );
  return firmware(`${maker} ${product} ${bios}`, product ?? '') ?? HARDWARE;
}

function firmware(said: string, product: string): VirtualMachine | null {
  const name = FIRMWARES.find(([pattern]) => pattern.test(said))?.[1];
  if (name === undefined) return null;
  return name === '' ? HARDWARE : machine(name, product);
}

function machine(name: string, product: string | null): VirtualMachine {
  const more = product === null || product === '' || product === name ? '' : ` (${product})`;
  return { isVm: true, vmInfo: `${name}${more}` };
}
