import { describe, expect, it } from 'vitest';
import { detectContainer } from '../../../src/machine/container.js';
import { caveatOf, describeMachine } from '../../../src/machine/machine.js';
import { createNodeProbe } from '../../../src/machine/node-probe.js';
import { detectVirtualMachine } from '../../../src/machine/virtual-machine.js';
import { type Computer, probeOf } from './fake-probe.js';

const dmi = (vendor: string, product: string, more: Readonly<Record<string, string>> = {}): Computer => ({
  files: {
    '/sys/class/dmi/id/sys_vendor': `${vendor}\n`,
    '/sys/class/dmi/id/product_name': `${product}\n`,
    '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu vme sse2\n',
    ...more,
  },
});
const FLAGGED = { '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu hypervisor sse2\n' };
const BIOS = 'C:\\Windows\\System32\\reg.exe query HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS /reg:64';
const bios = (maker: string, product: string): Computer => ({
  platform: 'win32',
  programs: {
    [BIOS]: `\r\nHKEY_LOCAL_MACHINE\\HARDWARE\\DESCRIPTION\\System\\BIOS\r\n    BiosMajorRelease    REG_DWORD    0x1\r\n    SystemManufacturer    REG_SZ    ${maker}\r\n    SystemProductName    REG_SZ    ${product}\r\n`,
  },
});
const mac = (present: string | null, model: string): Computer => ({
  platform: 'darwin',
  programs: {
    ...(present !== null && { '/usr/sbin/sysctl -n kern.hv_vmm_present': `${present}\n` }),
    '/usr/sbin/sysctl -n hw.model': `${model}\n`,
  },
});

describe('a virtual machine', () => {
  it.each<[string, Computer, boolean | null, string | null]>([
    ['VMware', dmi('VMware, Inc.', 'VMware20,1'), true, 'VMware (VMware20,1)'],
    ['VirtualBox', dmi('innotek GmbH', 'VirtualBox'), true, 'VirtualBox'],
    ['Hyper-V', dmi('Microsoft Corporation', 'Virtual Machine'), true, 'Hyper-V (Virtual Machine)'],
    ['a Surface', dmi('Microsoft Corporation', 'Surface Pro 9'), false, null],
    [
      'QEMU',
      dmi('QEMU', 'Standard PC (Q35 + ICH9, 2009)'),
      true,
      'KVM or QEMU (Standard PC (Q35 + ICH9, 2009))',
    ],
    ['Amazon', dmi('Amazon EC2', 't3.micro'), true, 'Amazon EC2 (t3.micro)'],
    ['rented hardware of Amazon', dmi('Amazon EC2', 'c5.metal'), false, null],
    ['Google', dmi('Google', 'Google Compute Engine'), true, 'Google Compute Engine'],
    ['Xen', dmi('Xen', 'HVM domU'), true, 'Xen (HVM domU)'],
    ['a laptop', dmi('LENOVO', '20XW0026GE'), false, null],
    ['a name that nobody knows, with the flag', dmi('Acme', 'Cloud 9', FLAGGED), true, 'unknown hypervisor'],
    ['the flag alone', { files: FLAGGED }, true, 'unknown hypervisor'],
    ['flags without it', { files: { '/proc/cpuinfo': 'flags : fpu\n' } }, false, null],
    [
      'ARM with a device tree',
      { files: { '/proc/device-tree/hypervisor/compatible': 'linux,kvm\0' } },
      true,
      'linux,kvm',
    ],
    ['a guest of Xen', { files: { '/sys/hypervisor/type': 'xen\n' } }, true, 'xen'],
    [
      'the host of Xen',
      { files: { '/sys/hypervisor/type': 'xen\n', '/proc/xen/capabilities': 'control_d\n', ...FLAGGED } },
      false,
      null,
    ],
    [
      'WSL 2',
      { files: { '/proc/sys/kernel/osrelease': '5.15.153.1-microsoft-standard-WSL2\n', ...FLAGGED } },
      true,
      'WSL 2',
    ],
    ['WSL 1', { files: { '/proc/sys/kernel/osrelease': '4.4.0-19041-Microsoft\n' } }, false, null],
    ['ARM that tells nothing', { files: { '/proc/cpuinfo': 'Features : fp asimd\n' } }, null, null],
    [
      'ARM whose firmware names its maker',
      dmi('Raspberry', 'Pi', { '/proc/cpuinfo': 'Features : fp\n' }),
      false,
      null,
    ],
    ['a Mac', mac('0', 'Mac14,2'), false, null],
    ['a virtual Mac', mac('1', 'VirtualMac2,1'), true, 'Apple Virtualization (VirtualMac2,1)'],
    [
      'macOS under Parallels',
      mac('1', 'Parallels-ARM Virtual Machine'),
      true,
      'Parallels (Parallels-ARM Virtual Machine)',
    ],
    ['macOS elsewhere', mac('1', 'MacPro7,1'), true, 'unknown hypervisor (MacPro7,1)'],
    ['an old macOS', mac(null, 'iMac14,2'), null, null],
    ['Windows on VMware', bios('VMware, Inc.', 'VMware7,1'), true, 'VMware (VMware7,1)'],
    ['Windows on hardware', bios('Dell Inc.', 'XPS 15'), false, null],
    ['Windows that does not tell', { platform: 'win32' }, null, null],
    ['another system', { platform: 'freebsd' }, null, null],
  ])('%s', async (_name, computer, isVm, vmInfo) => {
    expect(await detectVirtualMachine(probeOf(computer))).toEqual({ isVm, vmInfo });
  });
});

describe('a container', () => {
  it.each<[string, Computer, string | null]>([
    ['none', {}, null],
    ['Docker', { files: { '/.dockerenv': '' } }, 'docker'],
    ['Podman', { files: { '/run/.containerenv': 'engine="podman-5.0"\n' } }, 'podman'],
    ['Podman by its variable', { env: { container: 'podman' } }, 'podman'],
    ['a variable that means something else', { env: { container: 'my-bucket' } }, null],
    ['systemd-nspawn', { files: { '/run/systemd/container': 'systemd-nspawn\n' } }, 'systemd-nspawn'],
    ['LXC by the first process', { files: { '/proc/1/environ': 'TERM=linux\0container=lxc\0' } }, 'lxc'],
    ['Kubernetes', { env: { KUBERNETES_SERVICE_HOST: '10.0.0.1' } }, 'kubernetes'],
    [
      'Kubernetes by its groups',
      { files: { '/proc/1/cgroup': '0::/kubepods/besteffort/pod1' } },
      'kubernetes',
    ],
    ['Docker by its groups', { files: { '/proc/1/cgroup': '9:pids:/docker/0123abcd\n' } }, 'docker'],
    ['a host', { files: { '/proc/1/cgroup': '0::/init.scope\n' } }, null],
    ['macOS', { platform: 'darwin', files: { '/.dockerenv': '' } }, null],
    [
      'Windows',
      {
        platform: 'win32',
        programs: {
          'C:\\Windows\\System32\\reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Control /reg:64':
            '\r\n    ContainerType    REG_DWORD    0x2\r\n',
        },
      },
      'windows',
    ],
    ['Windows itself', { platform: 'win32' }, null],
  ])('%s', async (_name, computer, kind) => {
    expect(await detectContainer(probeOf(computer))).toBe(kind);
  });
});

describe('what speaks against an id', () => {
  const MACHINE_ID = { '/etc/machine-id': '3d1219c7c4c5404aaa1f6d2a48adfda4' };

  it.each<[string, Computer, string | undefined]>([
    ['nothing', { files: MACHINE_ID }, undefined],
    ['a container may share it', { files: { ...MACHINE_ID, '/.dockerenv': '' } }, 'hardware_id_shared'],
    ['it changes with host name and cards', {}, 'hardware_id_unstable'],
    ['in a container, too', { files: { '/.dockerenv': '' } }, 'hardware_id_unstable'],
  ])('%s', async (_name, computer, code) => {
    expect(caveatOf(await describeMachine(probeOf(computer)))?.code).toBe(code);
  });
});

it('this computer has one id, whoever asks and when', async () => {
  const [one, other] = await Promise.all([
    describeMachine(createNodeProbe({})),
    describeMachine(createNodeProbe({ HOME: '/elsewhere' })),
  ]);
  expect(one.hardwareId).toMatch(/^[0-9a-f]{64}$/);
  expect(other).toEqual(one);
});

it('a program that fails, and a file that is not there, are nothing', async () => {
  const { run, read, cards } = createNodeProbe({});
  expect(await run(process.execPath, ['-p', '6 * 7'])).toBe('42\n');
  expect(await run(process.execPath, ['-e', 'process.exit(1)'])).toBeNull();
  expect(await run('/no/such/program', [])).toBeNull();
  expect(await read('/no/such/file')).toBeNull();
  for (const card of await cards()) expect(card).toMatch(/^[0-9a-f]{2}(:[0-9a-f]{2})+$/);
});
