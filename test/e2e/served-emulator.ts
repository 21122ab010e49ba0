/** `emulator start` as a process of its own, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, LAUNCHER, type RunOptions, runProgram } from './lab.js';

export interface Served {
  readonly url: string;
  readonly pid: number;
  /** The record that it printed. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs the program with the same folders. */
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when the process has ended. */
  readonly ended: Promise<Ended>;
  /** Ends it, if need be, and removes its folder. */
  close(): Promise<void>;
}

export interface Folders {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A home with nothing in it. */
export async function emptyHome(): Promise<Folders> {
  const folder = await mkdtemp(join(tmpdir(), 'licensectl-e2e-'));
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    LICENSECTL_CONFIG_DIR: join(folder, 'config'),
    LICENSECTL_DATA_DIR: join(folder, 'data'),
  };
  return { folder, env };
}

/** @param args of `emulator start`, besides the port */
export async function serveEmulator(args: readonly string[] = [], home?: Folders): Promise<Served> {
  const { folder, env } = home ?? (await emptyHome());
  const child = spawn(
    process.execPath,
    [LAUNCHER, 'emulator', 'start', '--port', '0', '--output', 'ndjson', ...args],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = { stdout: '', stderr: '' };
  child.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (status, signal) => resolve({ ...said, status, signal }));
  });
  const record = await firstRecord(child, said);
  return {
    url: String(record.url),
    pid: child.pid ?? 0,
    record,
    folder,
    env,
    run: (words, options) => runProgram(words, { ...options, env: { ...env, ...options?.env } }),
    kill: (signal) => void child.kill(signal),
    ended,
    async close() {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function firstRecord(
  child: ChildProcess,
  said: { stdout: string; stderr: string },
): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said.stdout += chunk.toString();
      const end = said.stdout.indexOf('\n');
      if (end > 0) resolve(JSON.parse(said.stdout.slice(0, end)));
    });
    child.once('exit', (code) => reject(new Error(`the emulator ended with ${code}: ${said.stderr}`)));
  });
}
