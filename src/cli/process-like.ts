/** What asks the program to end. */
export type EndingSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** The part of `process` that the program uses; tests give their own. */
export interface ProcessLike {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly argv: readonly string[];
  readonly execPath: string;
  readonly pid: number;
  readonly versions?: { readonly node: string };
  readonly platform: NodeJS.Platform;
  exitCode?: number | string | null | undefined;
  cwd(): string;
  /** Ends at once; only for a second signal and for faults outside any command. */
  exit(code: number): void;
  on(event: EndingSignal, listener: (signal: NodeJS.Signals) => void): unknown;
  on(event: 'uncaughtException', listener: (error: Error) => void): unknown;
  off(event: EndingSignal, listener: (signal: NodeJS.Signals) => void): unknown;
}
