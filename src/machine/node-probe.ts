/** The computer that this program runs on. */
import { execFile } from 'node:child_process';
import { access, readdir, readFile } from 'node:fs/promises';
import { cpus, hostname, networkInterfaces, platform } from 'node:os';
import type { MachineProbe } from './probe.js';

/** Milliseconds for a program of the system, and bytes of its answer. */
const RUN_MS = 3000;
const MAX_OUTPUT = 1024 * 1024;

export function createNodeProbe(env: MachineProbe['env']): MachineProbe {
  return {
    platform: platform(),
    env,
    hostname: hostname(),
    get processor() {
      return cpus()[0]?.model.trim() || null;
    },
    cards: async () => (await linuxCards()) ?? connectedCards(),
    read: (path) => readFile(path, 'utf8').catch(() => null),
    run: (file, args) =>
      new Promise((resolve) => {
        const limits = { timeout: RUN_MS, maxBuffer: MAX_OUTPUT, windowsHide: true };
        execFile(file, [...args], limits, (error, stdout) => resolve(error === null ? stdout : null));
      }),
  };
}

const CARDS = '/sys/class/net';

/** Those with a device behind them, so that pulling a cable changes nothing; null where there is no such folder. */
async function linuxCards(): Promise<readonly string[] | null> {
  const names = await readdir(CARDS).catch(() => null);
  if (names === null) return null;
  const addresses = names.map(async (name) => {
    const isDevice = await access(`${CARDS}/${name}/device`).then(
      () => true,
      () => false,
    );
    const address = isDevice ? await readFile(`${CARDS}/${name}/address`, 'utf8').catch(() => '') : '';
    return address.trim().toLowerCase();
  });
  return (await Promise.all(addresses)).filter((address) => address !== '');
}

function connectedCards(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return [...new Set(all.filter(({ internal }) => !internal).map(({ mac }) => mac.toLowerCase()))];
}
