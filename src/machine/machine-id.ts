/**
 * An id of this machine that stays the same, by the recipe of docs/hardware-id.md: the id that the operating system
 * keeps, hashed under a name of our own, so that the id itself does not leave the machine.
 */
import { createHash } from 'node:crypto';
import type { MachineProbe } from './probe.js';
import { registryValues } from './registry.js';

/** Where the id comes from; `fallback` when the operating system keeps none. */
export type IdSource = 'machine-id' | 'platform-uuid' | 'machine-guid' | 'fallback';

export interface MachineId {
  /** 64 hexadecimal digits. */
  readonly hardwareId: string;
  readonly source: IdSource;
}

/** Part of the recipe: never change it, every id would change. */
const NAMESPACE = 'licensectl.hardware-id.v1';

/** Linux: both hold the same id where both are there. */
const MACHINE_ID_FILES = ['/etc/machine-id', '/var/lib/dbus/machine-id'] as const;

export async function readMachineId(probe: MachineProbe): Promise<MachineId> {
  const kept = await keptId(probe);
  return kept === null
    ? { hardwareId: hashed(await fallback(probe)), source: 'fallback' }
    : { hardwareId: hashed(kept.id), source: kept.source };
}

interface KeptId {
  readonly id: string;
  readonly source: Exclude<IdSource, 'fallback'>;
}

async function keptId(probe: MachineProbe): Promise<KeptId | null> {
  switch (probe.platform) {
    case 'linux':
      for (const file of MACHINE_ID_FILES) {
        const id = usableId(await probe.read(file));
        if (id !== null) return { id, source: 'machine-id' };
      }
      return null;
    case 'darwin': {
      const text = await probe.run('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']);
      const id = usableId(/"IOPlatformUUID"\s*=\s*"([^"]*)"/.exec(text ?? '')?.[1]);
      return id === null ? null : { id, source: 'platform-uuid' };
    }
    case 'win32': {
      const values = await registryValues(probe, 'HKLM\\SOFTWARE\\Microsoft\\Cryptography');
      const id = usableId(values.get('MachineGuid'));
      return id === null ? null : { id, source: 'machine-guid' };
    }
    default:
      return null;
  }
}

/** 32 hexadecimal digits, with or without dashes; not those of an image that was never started (`uninitialized`, zeros). */
function usableId(text: string | null | undefined): string | null {
  const id = (text ?? '').trim().toLowerCase();
  const digits = id.replaceAll('-', '');
  return /^[0-9a-f]{32}$/.test(digits) && !/^(.)\1*$/.test(digits) ? id : null;
}

/**
 * Host name, processor and network cards together. Addresses that software makes up (containers, virtual cards,
 * random ones for wireless networks) are left out: their second lowest bit says so.
 */
async function fallback({ platform, hostname, processor, cards }: MachineProbe): Promise<string> {
  const real = (await cards()).filter(
    (card) => (Number.parseInt(card.slice(0, 2), 16) & 2) === 0 && /[1-9a-f]/.test(card),
  );
  return [platform, hostname.toLowerCase(), processor ?? '', [...real].sort().join(',')].join('\n');
}

function hashed(text: string): string {
  return createHash('sha256').update(`${NAMESPACE}:${text}`).digest('hex');
}
