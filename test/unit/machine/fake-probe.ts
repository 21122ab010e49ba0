/** Any computer, made of the files it has and what its programs print. */
import type { MachineProbe } from '../../../src/machine/probe.js';

export interface Computer extends Partial<Pick<MachineProbe, 'env' | 'hostname' | 'processor'>> {
  readonly cards?: readonly string[];
  readonly platform?: NodeJS.Platform;
  readonly files?: Readonly<Record<string, string>>;
  /** What a command line prints. */
  readonly programs?: Readonly<Record<string, string>>;
}

export function probeOf({ files = {}, programs = {}, cards = [], ...computer }: Computer): MachineProbe {
  return {
    platform: 'linux',
    env: {},
    hostname: 'desk-7',
    processor: 'A Processor @ 2.40GHz',
    ...computer,
    cards: async () => cards,
    read: async (path) => files[path] ?? null,
    run: async (file, args) => programs[[file, ...args].join(' ')] ?? null,
  };
}
