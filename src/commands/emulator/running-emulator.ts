/** The emulator that a command is about: `--url`, LICENSECTL_EMULATOR_URL, or the one noted in the data folder. */
import type { ControlClient } from '../../emulator/control-client.js';
import { NetworkError, NotFoundError, UsageError } from '../../errors.js';
import type { Outcome } from '../../output/result.js';
import { textOption } from '../arguments.js';
import type { OptionSpec, Parsed } from '../command.js';
import type { RunContext } from '../run-context.js';
import { type EmulatorNote, readNote, removeNote } from './state-file.js';

export const URL_OPTION: OptionSpec = {
  flag: 'url',
  value: 'URL',
  description: 'the emulator to use, when it is not the one that runs for this user',
};

export const EMULATOR_URL_VARIABLE = 'LICENSECTL_EMULATOR_URL';

export interface Emulator {
  readonly url: string;
  /** null when it was named by URL and is not the one noted. */
  readonly note: EmulatorNote | null;
  /**
   * One call of the control path.
   * @throws NotFoundError when the noted emulator has ended; NetworkError when none answers; UsageError when it
   *   rejects the input.
   */
  call(method: string, path: string, value?: unknown): Promise<unknown>;
}

/** @throws NotFoundError when none is named or noted; UsageError when the URL is not on this computer. */
export async function findEmulator(context: RunContext, parsed: Parsed): Promise<Emulator> {
  const noted = await readNote(context.dataDir);
  const named = textOption(parsed, 'url') ?? context.env[EMULATOR_URL_VARIABLE];
  const url = named ?? noted?.url;
  if (url === undefined) throw notRunning('No emulator is running.');
  const note = noted !== null && sameOrigin(noted.url, url) ? noted : null;
  const { ControlError, createControlClient } = await import('../../emulator/control-client.js');

  const explain = async (error: unknown): Promise<Error> => {
    if (!(error instanceof ControlError)) return error instanceof Error ? error : new Error(String(error));
    const { message, reason, code } = error;
    switch (reason) {
      case 'bad-url':
        return new UsageError(`${message}.`, {
          code: 'emulator_url',
          hint: 'For example http://127.0.0.1:8787',
        });
      case 'rejected':
        return new UsageError(message, { code: `emulator_${code ?? 'rejected'}` });
      case 'refused':
      case 'not-an-emulator':
        if (named === undefined && note !== null) {
          await removeNote(context.dataDir, note);
          return notRunning(`No emulator is running: the last one (process ${note.pid}) has ended.`);
        }
    }
    return new NetworkError(message, {
      code: 'emulator_unreachable',
      hint: START_HINT,
      retryable: true,
      cause: error,
    });
  };

  let client: ControlClient;
  try {
    client = createControlClient({
      url,
      certPem: note?.certPem ?? undefined,
      timeoutMs: context.settings.timeoutMs,
    });
  } catch (error) {
    throw await explain(error);
  }
  return {
    url: client.url,
    note,
    call: async (method, path, value) => {
      try {
        return await client.call(method, path, value === undefined ? undefined : JSON.stringify(value));
      } catch (error) {
        throw await explain(error);
      }
    },
  };
}

const START_HINT =
  'Start one with `licensectl emulator start`, or use `licensectl emulator exec -- COMMAND`.';

function notRunning(message: string): NotFoundError {
  return new NotFoundError(message, { code: 'emulator_not_running', hint: START_HINT });
}

function sameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}

/** A changing call of the control path. */
export interface ControlChange {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly value?: unknown;
}

/**
 * Makes a changing call; in a dry run it is shown, not made.
 * @param outcome what the command makes of the answer
 */
export async function changeEmulator(
  context: RunContext,
  parsed: Parsed,
  { method, path, value }: ControlChange,
  outcome: (answer: unknown, emulator: Emulator) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  if (context.settings.dryRun) return dryRunOutcome(method, path, value);
  const emulator = await findEmulator(context, parsed);
  return outcome(await emulator.call(method, path, value), emulator);
}

/** What a changing control call comes to in a dry run. */
export function dryRunOutcome(method: string, path: string, value?: unknown): Outcome {
  return {
    result: {
      kind: 'record',
      id: 'request',
      preview: true,
      record: { dryRun: true, request: `${method} /_emulator${path}`, body: value ?? null },
      message: 'Dry run: the emulator was not changed.',
    },
  };
}
