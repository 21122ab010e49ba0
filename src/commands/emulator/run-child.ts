/** Running somebody else's command in our place: its streams, its exit status, its signals. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { InterruptedError, UsageError } from '../../errors.js';
import type { RunContext } from '../run-context.js';

type ChildContext = Pick<RunContext, 'signal' | 'takeSignals' | 'streams' | 'cwd'>;

/** What shells add to the number of the signal that ended a command. */
const SIGNAL_BASE = 128;

/**
 * Runs the command to its end; resolves to its exit status, 128 and the number for a signal.
 *
 * Every SIGTERM is passed on to it. So are SIGINT and SIGHUP, unless standard input is a terminal: Ctrl-C there, and
 * its end, reach the whole group, and a second signal would tell most programs to give up at once.
 * @throws UsageError when it cannot be started
 */
export function runChild(
  { signal, takeSignals, streams, cwd }: ChildContext,
  [name, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { stdio: 'inherit', env, cwd });
    const forward = (received: NodeJS.Signals): void => {
      if (received !== 'SIGTERM' && streams.stdin.isTTY) return;
      child.kill(received);
    };
    if (signal.reason instanceof InterruptedError) forward(signal.reason.signal);
    const giveBack = takeSignals?.(forward) ?? (() => undefined);
    child.on('error', (cause: NodeJS.ErrnoException) => {
      giveBack();
      reject(cannotStart(name, cause));
    });
    child.on('exit', (code, endedBy) => {
      giveBack();
      resolve(code ?? SIGNAL_BASE + (endedBy === null ? 0 : constants.signals[endedBy]));
    });
  });
}

function cannotStart(name: string, cause: NodeJS.ErrnoException): UsageError {
  if (cause.code === 'ENOENT') {
    return new UsageError(`The command '${name}' was not found.`, {
      code: 'command_not_found',
      hint: 'It is looked for on the PATH, as a shell would; shell syntax needs sh -c.',
      cause,
    });
  }
  return new UsageError(`The command '${name}' cannot be run: ${cause.message}`, {
    code: 'command_not_runnable',
    cause,
  });
}
