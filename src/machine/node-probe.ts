/** The computer that this program runs on. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
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
    get cards() {
      const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
      return [...new Set(all.filter(({ internal }) => !internal).map(({ mac }) => mac.toLowerCase()))];
    },
    read: (path) => readFile(path, 'utf8').catch(() => null),
    run: (file, args) =>
      new Promise((resolve) => {
        const limits = { timeout: RUN_MS, maxBuffer: MAX_OUTPUT, windowsHide: true };
        execFile(file, [...args], limits, (error, stdout) => resolve(error === null ? stdout : null));
      }),
  };
}
