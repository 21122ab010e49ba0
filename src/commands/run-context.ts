/** Everything a command may touch. Below the entry file nothing uses `process`, `console` or the global clock. */
import type { Client } from '../api/client.js';
import type { Capabilities, CapabilityDeps, CapabilityRow, ProviderModule } from '../api/provider.js';
import type { ResolvedContext } from '../config/context.js';
import type { ContextStore } from '../config/context-store.js';
import type { Notice } from '../notice.js';
import type { Prompts } from '../prompts/prompts.js';

export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export interface GlobalSettings {
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly noInput: boolean;
  readonly verbose: boolean;
  /** Per attempt. */
  readonly timeoutMs: number;
  /** From `--context` or `LICENSECTL_CONTEXT`. */
  readonly contextName: string | null;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly raw: boolean;
  /** `--columns`; null for the usual ones. */
  readonly columns: readonly string[] | null;
}

/** A context with its provider loaded and a client ready. */
export interface Connection {
  readonly context: ResolvedContext;
  readonly provider: ProviderModule;
  readonly client: Client;
  readonly capabilities: Capabilities;
  /** What the capabilities were made with; `provider.probe` wants it too. */
  readonly deps: CapabilityDeps;
}

/** How long a connection waits and how often it tries, where that is not as usual. */
export interface Patience {
  /** Per attempt. */
  readonly timeoutMs: number;
  readonly maxAttempts: number;
}

/** This running program, for commands that note it or start it again. */
export interface RunningProgram {
  readonly pid: number;
  /** Absolute path of this node. */
  readonly nodePath: string;
  /** Absolute path of this installation's `bin/licensectl.js`. */
  readonly scriptPath: string;
  /** `22.11.0`. */
  readonly nodeVersion?: string | undefined;
}

export interface Clock {
  now(): number;
  /** Waits; rejects with InterruptedError when the person interrupts. */
  sleep(ms: number): Promise<void>;
}

export interface RunContext {
  readonly streams: Streams;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly settings: GlobalSettings;
  readonly clock: Clock;
  /** Aborted on SIGINT, SIGTERM and SIGHUP; the reason is an InterruptedError. */
  readonly signal: AbortSignal;
  /** Where contexts live; a folder. */
  readonly configDir: string;
  /** Where leases, journals and the emulator's state live; a folder. */
  readonly dataDir: string;
  /** Always there in the real program; tests of other commands do without. */
  readonly program?: RunningProgram;
  /**
   * From now on every one of these signals goes to `listener` alone: the signal is not aborted, and a second one
   * does not end the program. For a command that runs another in its place. Returns what gives them back.
   */
  readonly takeSignals?: (listener: (signal: NodeJS.Signals) => void) => () => void;
  contexts(): Promise<ContextStore>;
  prompts(): Promise<Prompts>;
  /** Resolves the context of this call without loading its provider. */
  resolveContext(): Promise<ResolvedContext>;
  /**
   * Opens the context of this call, which must have the capability. The connection is closed when the command
   * ends, however it ends.
   * @throws UnsupportedError naming the configured contexts that have it.
   */
  connect(capability?: CapabilityRow): Promise<Connection>;
  /** A connection to a context that is not (yet) stored; for login, `context test` and `doctor`. */
  connectTo(context: ResolvedContext, patience?: Patience): Promise<Connection>;
  /** Registers a secret read from a prompt, stdin or file, so that nothing prints it. */
  protect(secret: string): void;
  /** A line on standard error, sanitised and redacted; with a code, a warning that programs get too. */
  readonly notice: Notice;
  /** A line that replaces the previous one on a terminal; a plain line elsewhere. */
  progress(text: string): void;
}
