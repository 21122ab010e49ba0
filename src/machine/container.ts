/** Whether this runs in a container, and of which kind: its machine id may be that of the image then. */
import type { MachineProbe } from './probe.js';
import { registryValues } from './registry.js';

/** Words of the variable `container` (systemd's container interface), and what people call it. */
const MANAGERS: Readonly<Record<string, string>> = {
  docker: 'docker',
  podman: 'podman',
  oci: 'oci',
  lxc: 'lxc',
  'lxc-libvirt': 'lxc',
  'systemd-nspawn': 'systemd-nspawn',
  crio: 'cri-o',
  rkt: 'rkt',
};

/** Names of control groups. */
const GROUPS: readonly (readonly [path: RegExp, kind: string])[] = [
  [/kubepods/, 'kubernetes'],
  [/libpod/, 'podman'],
  [/docker/, 'docker'],
  [/\/lxc[./]/, 'lxc'],
  [/containerd|cri-/, 'containerd'],
];

/** null when it is none, or none can be seen. */
export async function detectContainer(probe: MachineProbe): Promise<string | null> {
  if (probe.platform === 'win32') return windowsContainer(probe);
  if (probe.platform !== 'linux') return null;
  return (await byManager(probe)) ?? (await byFiles(probe)) ?? (await byGroup(probe));
}

async function byManager({ env, read }: MachineProbe): Promise<string | null> {
  const first = await read('/proc/1/environ');
  const said = [
    env.container,
    await read('/run/systemd/container'),
    await read('/run/host/container-manager'),
    /(?:^|\0)container=([^\0]*)/.exec(first ?? '')?.[1],
  ];
  for (const word of said) {
    const kind = MANAGERS[(word ?? '').trim().toLowerCase()];
    if (kind !== undefined) return kind;
  }
  return null;
}

async function byFiles({ env, read }: MachineProbe): Promise<string | null> {
  if (env.KUBERNETES_SERVICE_HOST !== undefined) return 'kubernetes';
  if ((await read('/run/.containerenv')) !== null) return 'podman';
  return (await read('/.dockerenv')) === null ? null : 'docker';
}

async function byGroup({ read }: MachineProbe): Promise<string | null> {
  const groups = await read('/proc/1/cgroup');
  return GROUPS.find(([path]) => path.test(groups ?? ''))?.[1] ?? null;
}

/** Not tried by the authors; the value is there in Windows containers only. */
async function windowsContainer(probe: MachineProbe): Promise<string | null> {
  const values = await registryValues(probe, 'HKLM\\SYSTEM\\CurrentControlSet\\Control');
  return values.has('ContainerType') ? 'windows' : null;
}
