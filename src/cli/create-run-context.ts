/** Puts together what a command may touch. Everything that costs time is loaded when it is asked for. */
import type { Redactor } from '../api/redactor.js';
import type { Clock, Patience, RunContext, RunningProgram, Streams } from '../commands/run-context.js';
import type { ResolvedContext } from '../config/context.js';
import { configDir, dataDir } from '../config/paths.js';
import type { Prompts } from '../prompts/prompts.js';
import type { Globals } from './global-options.js';
import { isOn } from './global-options.js';
import type { Messages } from './messages.js';
import type { OpenConnection } from './open-connection.js';

export interface RunContextDeps {
  /** The words of the command that runs, `codes list`. */
  readonly commandName: string;
  readonly streams: Streams;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  readonly platform: NodeJS.Platform;
  readonly home: () => string;
  readonly globals: Globals;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
  readonly messages: Messages;
  readonly program: RunningProgram;
  readonly takeSignals: (listener: (signal: NodeJS.Signals) => void) => () => void;
}

export interface OwnedRunContext {
  readonly context: RunContext;
  /** Closes every connection that was opened. Never throws. */
  close(): Promise<void>;
}

/** Runs `make` once, however often it is asked; a failure is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

/** In a dry run nothing happens that would need to be confirmed. */
function withoutConfirmation(prompts: Prompts): Prompts {
  return {
    interactive: prompts.interactive,
    text: (question, options) => prompts.text(question, options),
    secret: (question, options) => prompts.secret(question, options),
    choose: (question, choices, options) => prompts.choose(question, choices, options),
    confirm: () => Promise.resolve(),
    confirmCount: () => Promise.resolve(),
  };
}

function mayAsk({ streams, env, globals }: RunContextDeps): boolean {
  const { noInput, json } = globals.settings;
  return streams.stdin.isTTY === true && streams.stdout.isTTY === true && !noInput && !json && !isOn(env.CI);
}

export function createRunContext(deps: RunContextDeps): OwnedRunContext {
  const { env, globals, messages, redactor, streams } = deps;
  const { settings } = globals;
  const place = { env, platform: deps.platform, home: deps.home, cwd: deps.cwd };
  const opened: OpenConnection[] = [];

  const contexts = once(async () => {
    const { openContextStore } = await import('../config/open-context-store.js');
    return openContextStore({ configDir: configDir(place), dryRun: settings.dryRun });
  });
  const prompts = once(async () => {
    const { createPrompts } = await import('../prompts/terminal-prompts.js');
    const made = createPrompts({ streams, interactive: mayAsk(deps), yes: settings.yes });
    return settings.dryRun ? withoutConfirmation(made) : made;
  });
  const resolveContext = once(async () => {
    const module = await import('../config/resolve-context.js');
    const { notice } = messages;
    const context = await module.resolveContext({
      env,
      contextName: globals.contextFlag,
      store: contexts,
      notice,
    });
    for (const secret of Object.values(context.secrets)) redactor.protect(secret);
    return context;
  });
  const connectTo = async (context: ResolvedContext, patience?: Patience) => {
    const { openConnection } = await import('./open-connection.js');
    const one = await openConnection(context, { ...deps, settings }, patience);
    opened.push(one);
    return one.connection;
  };

  return {
    context: {
      streams,
      env,
      get cwd() {
        return deps.cwd();
      },
      settings,
      clock: deps.clock,
      signal: deps.signal,
      get configDir() {
        return configDir(place);
      },
      get dataDir() {
        return dataDir(place);
      },
      program: deps.program,
      takeSignals: deps.takeSignals,
      contexts,
      prompts,
      resolveContext,
      async connect(capability) {
        const context = await resolveContext();
        if (capability !== undefined) {
          const { requireCapability } = await import('./open-connection.js');
          await requireCapability(context, capability, deps.commandName, contexts);
        }
        return connectTo(context);
      },
      connectTo,
      protect: (secret) => redactor.protect(secret),
      notice: messages.notice,
      progress: messages.progress,
    },
    async close() {
      await Promise.allSettled(opened.map((connection) => connection.close()));
    },
  };
}
