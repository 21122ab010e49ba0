import { EventEmitter } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { CatalogEntry } from '../../../src/cli/catalog/entry.js';
import { main } from '../../../src/cli/main.js';
import type { ProcessLike } from '../../../src/cli/process-like.js';
import type { Command } from '../../../src/commands/command.js';
import { Collector } from '../output/collect.js';

export interface FakeProcess extends ProcessLike {
  exitCode: number | undefined;
  /** Codes that `exit` was called with. */
  readonly exits: number[];
  readonly out: () => string;
  readonly err: () => string;
  emit(event: string, ...values: unknown[]): boolean;
}

export interface FakeOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether standard output and error are terminals. */
  readonly terminal?: boolean;
  readonly stdout?: NodeJS.WritableStream;
}

/** A process of its own for one run of the program. */
export function fakeProcess({
  env = {},
  terminal = false,
  stdout = new Collector(),
}: FakeOptions = {}): FakeProcess {
  const stderr = new Collector();
  const tty = terminal ? { isTTY: true, columns: 80 } : {};
  const exits: number[] = [];
  return Object.assign(new EventEmitter(), {
    stdin: Object.assign(new PassThrough(), terminal ? { isTTY: true } : {}) as unknown as NodeJS.ReadStream,
    stdout: Object.assign(stdout, tty) as unknown as NodeJS.WriteStream,
    stderr: Object.assign(stderr, tty, cursor(stderr)) as unknown as NodeJS.WriteStream,
    env: { LICENSECTL_CONFIG_DIR: '/nonexistent/config', LICENSECTL_DATA_DIR: '/nonexistent/data', ...env },
    argv: ['/usr/bin/node', '/opt/licensectl/bin/licensectl.js'],
    execPath: '/usr/bin/node',
    pid: 4711,
    platform: 'linux' as const,
    exitCode: undefined,
    exits,
    cwd: () => '/',
    exit: (code: number) => {
      exits.push(code);
    },
    out: () => (stdout instanceof Collector ? stdout.text : ''),
    err: () => stderr.text,
  });
}

/** What a terminal does for its cursor, written out. */
function cursor(stream: Collector) {
  return {
    cursorTo: () => stream.write('\r'),
    clearLine: () => stream.write('\u001b[2K'),
    moveCursor: () => true,
  };
}

/** Runs the program until all that it wrote has arrived, as it has when a real process is gone. */
export async function runMain(
  argv: readonly string[],
  process: FakeProcess,
  catalog?: readonly CatalogEntry[],
): Promise<void> {
  await main(argv, process, catalog);
  await arrived(process.stdout);
  await arrived(process.stderr);
}

async function arrived(stream: Writable): Promise<void> {
  while (stream.writableLength > 0 && !stream.destroyed) await turn();
}

/** A catalogue of given commands. */
export function catalogOf(...commands: readonly Command[]): readonly CatalogEntry[] {
  return commands.map((command) => ({
    name: command.name,
    summary: command.summary,
    group: 'Licences',
    load: () => Promise.resolve({ command }),
  }));
}

/** A command with the usual kinds of arguments and options, which does nothing. */
export function fakeCommand(changes: Partial<Command> = {}): Command {
  return {
    name: 'codes list',
    summary: 'List codes',
    args: [{ name: 'code', description: 'a code', required: false }],
    options: [
      { flag: 'clients-allowed', value: 'N', description: 'how many', aliases: ['clientsallowed'] },
      { flag: 'company-id', value: 'ID', description: 'company', aliases: ['companyId'] },
      { flag: 'is-vm', value: 'true|false', description: 'virtual', boolean: true },
      { flag: 'feature', value: 'NAME=on', description: 'features', repeatable: true },
      { flag: 'field', short: 'f', value: 'NAME=VALUE', description: 'fields', repeatable: true },
      { flag: 'all', description: 'all' },
      { flag: 'kind', value: 'KIND', description: 'kind', choices: ['trial', 'Full'] },
      { flag: 'password-stdin', description: 'password from standard input' },
      { flag: 'no-check', description: 'no check' },
    ],
    examples: [{ command: 'licensectl codes list ABC', explains: 'one of them' }],
    run: () => Promise.resolve({ result: { kind: 'none' } }),
    ...changes,
  };
}
