/** Runs one command: context, printing, dry run, interruption, clean-up; tells the exit code. */
import { resolve } from 'node:path';
import { DryRunStop } from '../api/client.js';
import type { Redactor } from '../api/redactor.js';
import type { Command, Parsed } from '../commands/command.js';
import { InterruptedError, LicensectlError } from '../errors.js';
import type { Warning } from '../notice.js';
import { UnknownColumnError } from '../output/columns.js';
import { type PrintOptions, print } from '../output/print.js';
import type { Outcome } from '../output/result.js';
import { OutputClosedError } from '../output/writer.js';
import { createClock } from './clock.js';
import { wantsColor } from './color.js';
import { createRunContext } from './create-run-context.js';
import { dryRunResult } from './dry-run.js';
import { warningsText } from './envelope.js';
import { signalExitCode } from './exit-codes.js';
import { homeFolder, workingFolder } from './folders.js';
import type { Globals } from './global-options.js';
import { createMessages, type Messages } from './messages.js';
import type { ProcessLike } from './process-like.js';
import { type Interruption, listenForSignals } from './signals.js';

/** Milliseconds that closing connections may take. */
const CLOSE_MS = 5000;

export interface Call {
  readonly command: Command;
  readonly parsed: Parsed;
  readonly globals: Globals;
}

function printOptions(
  { globals }: Call,
  processLike: ProcessLike,
  redactor: Redactor,
  messages: Messages,
  warnings: Warning[],
): PrintOptions {
  const { stdout, env } = processLike;
  const terminal = stdout.isTTY === true;
  return {
    stdout,
    terminal,
    width: terminal ? (stdout.columns ?? 80) : null,
    color: wantsColor(stdout, env, globals.noColor),
    format: globals.format,
    columns: globals.settings.columns,
    quiet: globals.settings.quiet,
    raw: globals.settings.raw,
    csvExact: globals.csvExact,
    redact: (text) => redactor.redact(text),
    say: (text) => messages.notice(text),
    warnings,
    beforeWrite: messages.clear,
  };
}

/** Prints what can still be had elsewhere when printing fails, and then reports what failed of the work. */
async function printOnce({ result, partial, unprinted }: Outcome, options: PrintOptions): Promise<void> {
  try {
    await print(result, options);
  } catch (error) {
    if (error instanceof UnknownColumnError) throw partial ?? error;
    if (unprinted !== undefined && error instanceof Error) throw await unprinted(error);
    if (partial === undefined || !(error instanceof OutputClosedError)) throw error;
  }
  if (partial !== undefined) throw partial;
}

/** Prints, then goes on with what the command does in the foreground. */
async function printOutcome(
  outcome: Outcome,
  options: PrintOptions,
  interruption: Interruption,
): Promise<void> {
  const { afterPrint } = outcome;
  if (afterPrint === undefined) return printOnce(outcome, options);
  try {
    await print(outcome.result, options);
  } catch (error) {
    // Nobody may read standard output any more, and what is served goes on; anything else ends it in order.
    if (!(error instanceof OutputClosedError)) {
      interruption.abort(error instanceof Error ? error : new Error(String(error)));
      await afterPrint();
      throw error;
    }
  }
  await afterPrint();
}

/** Runs and prints; a dry run's stop, wherever it comes from, is printed in place of the answer. */
async function runAndPrint(
  call: Call,
  run: () => Promise<Outcome>,
  options: PrintOptions,
  interruption: Interruption,
): Promise<number | undefined> {
  try {
    const outcome = await run();
    await printOutcome(outcome, options, interruption);
    return outcome.exitCode;
  } catch (error) {
    if (!(error instanceof DryRunStop)) throw error;
    await print(dryRunResult(error.plan, call.globals.curl), options);
    return 0;
  }
}

/** What broke because of an interruption is the interruption, unless the outcome of a change is in doubt. */
function interruptionBehind(error: unknown, signal: AbortSignal): unknown {
  const telling = error instanceof LicensectlError && error.kind !== 'network';
  return signal.aborted && !telling ? signal.reason : error;
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}

/**
 * @param warnings takes what is to be told to a program; what is left in it when this throws is still to be told
 * @returns the exit code
 * @throws what the command throws
 */
export async function runCommand(
  call: Call,
  processLike: ProcessLike,
  redactor: Redactor,
  warnings: Warning[],
): Promise<number> {
  const code = await runToTheEnd(call, processLike, redactor, warnings);
  processLike.stderr.write(warningsText(warnings, (text) => redactor.redact(text)));
  return code;
}

async function runToTheEnd(
  call: Call,
  processLike: ProcessLike,
  redactor: Redactor,
  warnings: Warning[],
): Promise<number> {
  const { globals } = call;
  const interruption = listenForSignals(processLike);
  const { signal } = interruption;
  const messages = createMessages({
    stderr: processLike.stderr,
    redact: (text) => redactor.redact(text),
    // A program reads standard error then, and expects nothing there but JSON.
    silent: globals.settings.json && !globals.settings.verbose,
    warnings: globals.settings.json ? warnings : null,
    live: !globals.settings.quiet,
    color: wantsColor(processLike.stderr, processLike.env, globals.noColor),
  });
  const owned = createRunContext({
    commandName: call.command.name,
    streams: processLike,
    env: processLike.env,
    cwd: () => workingFolder(processLike),
    platform: processLike.platform,
    home: () => homeFolder(),
    globals,
    clock: createClock(signal),
    signal,
    redactor,
    messages,
    program: {
      pid: processLike.pid,
      nodePath: processLike.execPath,
      scriptPath: resolve(processLike.argv[1] ?? ''),
      nodeVersion: processLike.versions?.node,
    },
    takeSignals: interruption.take,
  });
  try {
    const run = (): Promise<Outcome> => call.command.run(owned.context, call.parsed);
    const options = { ...printOptions(call, processLike, redactor, messages, warnings), signal };
    const code = await runAndPrint(call, run, options, interruption);
    if (code !== undefined) return code;
    // A command that ended in order in spite of a signal still tells that it was stopped.
    return signal.reason instanceof InterruptedError ? signalExitCode(signal.reason.signal) : 0;
  } catch (error) {
    throw interruptionBehind(error, signal);
  } finally {
    messages.clear();
    await within(CLOSE_MS, owned.close());
    interruption.release();
  }
}
